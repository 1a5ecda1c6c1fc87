/** What a page is told of an answer: where its own words are to be marked. Never a word of a card. */

/**
 * Numbers every passage of the answer, once even if several cards speak of it; the number is put on the card's
 * evidence as `n`, and the list is what the page gets.
 *
 * @param {{cards: {evidence: object[]}[]}} answer
 */
export function passagesOf(answer) {
  const known = new Map();
  for (const card of answer.cards) {
    for (const evidence of card.evidence) {
      const { block, start, end, exact, prefix, suffix } = evidence;
      const key = JSON.stringify([block, start, end, exact, prefix, suffix]);
      if (!known.has(key)) known.set(key, { n: known.size, block, start, end, exact, prefix, suffix });
      evidence.n = known.get(key).n;
    }
  }
  return [...known.values()];
}

/** What a page says is marked, held against what there was to mark. @param {unknown} marked @param {object} answer */
export function numbersAmong(marked, { cards }) {
  const asked = new Set(cards.flatMap(({ evidence }) => evidence.map(({ n }) => n)));
  return Array.isArray(marked) ? [...new Set(marked)].filter((n) => asked.has(n)) : [];
}

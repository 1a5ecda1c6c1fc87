//# allFunctionsCalledOnLoad
/**
 * Where a passage of the answer stands in the blocks of the page: at the place it was given for, if its words are
 * there; else wherever the same words stand; else nowhere, and the panel says so. Words are never guessed:
 * a name or a number that is nearly the same may be another one. Pure.
 */
(() => {
  const beside = (globalThis.beside ??= {});

  /**
   * @typedef {object} Passage
   * @property {number|null} block
   * @property {number|null} start  in code points
   * @property {number|null} end
   * @property {string} exact
   * @property {string} prefix
   * @property {string} suffix
   */

  const CONTEXT_WEIGHT = 2; // the words before, or after, are the same
  // Nearness only decides between places that are otherwise alike: it stays below one.

  /**
   * @param {string[]} texts of the blocks
   * @param {Passage} passage
   * @returns {{block: number, start: number, end: number} | null} start and end in UTF-16 units
   */
  beside.find = (texts, passage) => atItsPlace(texts, passage) ?? byItsWords(texts, passage);

  function atItsPlace(texts, { block, start, end, exact }) {
    const text = texts[block];
    if (text === undefined) return null;
    const from = beside.unitsOf(text, start);
    const to = beside.unitsOf(text, end);
    return from >= 0 && to > from && text.slice(from, to) === exact ? { block, start: from, end: to } : null;
  }

  function byItsWords(texts, passage) {
    const { exact } = passage;
    if (!exact) return null;
    let best = null;
    texts.forEach((text, block) => {
      for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
        const score = likeness(text, at, passage) + nearness(block, passage.block, texts.length);
        if (!best || score > best.score) best = { score, block, start: at, end: at + exact.length };
      }
    });
    return best && { block: best.block, start: best.start, end: best.end };
  }

  function likeness(text, at, { exact, prefix, suffix }) {
    const before = prefix && text.slice(0, at).endsWith(prefix) ? CONTEXT_WEIGHT : 0;
    const after = suffix && text.slice(at + exact.length).startsWith(suffix) ? CONTEXT_WEIGHT : 0;
    return before + after;
  }

  const nearness = (block, given, count) => (given === null ? 0 : 1 - Math.abs(block - given) / (count + 1));
})();

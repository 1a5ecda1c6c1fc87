/** One statement as it was passed on: its wordings in order of date, those of the page itself among them. */

/**
 * Accounts stand in a card in order of date, document and place already; the service says behind how many of them the
 * page's own words stand. Where it does not, they stand last. The service's own pages do the same (card_view.py).
 *
 * @param {object} card
 * @param {number} number which of its ways
 * @returns {({account: object}|{evidence: object})[]}
 */
export function onTheWay(card, number) {
  const chain = card.wordings[number];
  const told = card.accounts.filter(({ statement }) => chain.includes(statement)).map((account) => ({ account }));
  const own = (card.page_wordings?.[number] ?? []).map((index) => card.evidence?.[index]).filter(Boolean);
  told.splice(card.page_places?.[number] ?? told.length, 0, ...own.map((evidence) => ({ evidence })));
  return told;
}

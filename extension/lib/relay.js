/** One statement as it was passed on: its wordings in order of date, those of the page itself among them. */

/** The first day that a date may mean, so that dates of every precision can be put in order; "" if nothing is known. */
export function firstDay(edtf) {
  const [from, to] = String(edtf ?? '').split('/');
  return (from === '' || from === '..' ? (to ?? '') : from).replace(/[?~%]$/, '').replace(/(-XX)+$/, '');
}

/**
 * Accounts stand in a card in order of date, document and place already; the page's words stand behind all that were
 * said until its day, and at the end where its day is not known.
 *
 * @param {string[]} chain statements of one relay
 * @param {number[]} own indexes of the card's evidence that carry it
 * @param {object} card
 * @param {string|null} published day of the page
 * @returns {({account: object}|{evidence: object})[]}
 */
export function onTheWay(chain, own, card, published) {
  const told = card.accounts.filter(({ statement }) => chain.includes(statement)).map((account) => ({ account }));
  const page = own.map((index) => card.evidence?.[index]).filter(Boolean).map((evidence) => ({ evidence }));
  const day = firstDay(published);
  const later = day ? told.findIndex(({ account }) => dayOf(account, card) > day) : -1;
  told.splice(later < 0 ? told.length : later, 0, ...page);
  return told;
}

const dayOf = ({ said, document }, { documents = {} }) =>
  firstDay(said?.edtf) || firstDay(documents[document]?.published?.edtf);

/** What the small card in a page shows of an answer: no more than that leaves the background. Pure. */

/**
 * @param {{cards: object[]}} answer
 * @returns {object[]} in the order of the panel
 */
export const smallCards = ({ cards }) => cards.map(small);

function small({ title, language, translated, kind, state, accounts, documents = {}, claims = {}, evidence }, number) {
  return {
    number,
    title,
    language,
    translated,
    kind,
    state: {
      ...state,
      statements: state.statements ?? accounts.length,
      documents: state.documents ?? Object.keys(documents).length,
    },
    accounts: accounts.map((account) => accountOf(account, documents, claims)),
    evidence: evidence.map((one) => ({ n: one.n, claims: (one.claims ?? []).map(({ claim }) => claim) })),
  };
}

function accountOf({ speaker, stance, act, claim, says, graphic, said, document }, documents, claims) {
  const { outlet, outlet_name, outlet_basis, published, language } = documents[document] ?? {};
  return {
    speaker: { name: speaker.name, role: speaker.role },
    stance,
    act,
    claim,
    question: claims[claim]?.text ?? claim,
    says: graphic ? null : says,
    said,
    document: { outlet, outlet_name, outlet_basis, published, language },
  };
}

/** Why this card: what page and record share, the words that carried each passage, and which matcher saw them. */
import { t } from '../lib/i18n.js';
import * as wording from '../lib/wording.js';
import { closed, make, note, spoken } from './dom.js';

/** @param {object} card @param {import('./card.js').Page} page */
export function why(card, page) {
  if (!card.band) return null; // a card without a page
  const told = (one) => make('li', { dir: 'auto' }, ...spoken(wording.proof(one, page.lang, card)));
  const shared = (card.proof ?? []).map(told);
  const passages = (card.evidence ?? []).filter(({ because = [] }) => because.length);
  return closed(
    'why',
    t('whyCard'),
    make('p', {}, `${t('band')} ${wording.band(card)}.`),
    shared.length > 0 && note(t(wording.forKind(card, 'proof'))),
    shared.length > 0 && make('ul', {}, ...shared),
    passages.length > 0 && note(t('whyNote')),
    passages.length > 0 && make('ul', { class: 'evidence' }, ...passages.map((one) => reasons(one, page.lang, card))),
  );
}

function reasons(evidence, lang, card) {
  const worded = (one) => make('li', { dir: 'auto' }, ...spoken(wording.because(one, evidence, lang, card)));
  const words = make('blockquote', { dir: 'auto', class: 'brief', lang }, evidence.exact);
  return make('li', {}, words, make('ul', {}, ...evidence.because.map(worded)));
}

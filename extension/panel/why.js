/** Why this card: what page and record share, the words that carried each passage, and which matcher saw them. */
import { t } from '../lib/i18n.js';
import * as wording from '../lib/wording.js';
import { closed, make, note } from './dom.js';

/** @param {object} card */
export function why(card) {
  if (!card.band) return null; // a card without a page
  const shared = (card.proof ?? []).map((one) => make('li', { dir: 'auto' }, wording.proof(one)));
  const passages = (card.evidence ?? []).filter(({ because = [] }) => because.length);
  return closed(
    'why',
    t('whyCard'),
    make('p', {}, `${t('band')} ${wording.band(card)}.`),
    shared.length > 0 && note(t(wording.forKind(card, 'proof'))),
    shared.length > 0 && make('ul', {}, ...shared),
    passages.length > 0 && note(t('whyNote')),
    passages.length > 0 && make('ul', { class: 'evidence' }, ...passages.map(reasons)),
  );
}

function reasons(evidence) {
  const items = evidence.because.map((one) => make('li', { dir: 'auto' }, wording.because(one, evidence)));
  return make('li', {}, make('blockquote', { dir: 'auto', class: 'brief' }, evidence.exact), make('ul', {}, ...items));
}

/** The passages of the page that a card rests on, and why. */
import { t } from '../lib/i18n.js';
import * as wording from '../lib/wording.js';
import { button, make } from './dom.js';

/**
 * @param {object} card
 * @param {Set<number>} marked numbers of the passages that were found in the page
 * @param {(n: number) => void} show brings a passage into view
 */
export function evidenceList(card, marked, show) {
  return make('ul', { class: 'evidence' }, ...card.evidence.map((evidence) => item(evidence, marked, show)));
}

function item(evidence, marked, show) {
  const here = marked.has(evidence.n); // then the page shows it in full
  const reasons = (evidence.because ?? []).map((reason) =>
    make('li', { dir: 'auto' }, wording.because(reason, evidence)),
  );
  return make(
    'li',
    {},
    make('blockquote', { dir: 'auto', class: here ? 'brief' : '' }, evidence.exact),
    make(
      'div',
      { class: 'row' },
      here ? showButton(evidence, show) : make('p', { class: 'note' }, t('orphan')),
      reasons.length > 0 && make('details', {}, make('summary', {}, t('why')), make('ul', {}, ...reasons)),
    ),
  );
}

function showButton({ n, exact }, show) {
  const start = Array.from(exact).slice(0, 60).join('');
  return button(t('show'), () => show(n), { 'aria-label': t('showNamed', start) });
}

/** The passages of the page that a card rests on, each with a way to it, or with the word that it is gone. */
import { t } from '../lib/i18n.js';
import { button, make, note, section } from './dom.js';

/** @param {object} card @param {import('./card.js').Page} page its hands bring a passage into view */
export function here(card, page) {
  if (!card.evidence?.length) return null;
  const passages = card.evidence.map((one) => item(one, page));
  return section('here', t('evidence'), make('ul', { class: 'evidence' }, ...passages));
}

function item({ n, exact }, { show, lang }) {
  const gone = make('div', { class: 'gone' }, make('blockquote', { dir: 'auto', lang }, exact), note(t('orphan')));
  const words = make('span', { class: 'brief', dir: 'auto', lang }, exact);
  const name = t('showNamed', Array.from(exact).slice(0, 60).join(''));
  const there = button(words, () => show(n), { class: 'passage', 'aria-label': name, title: t('show') });
  return make('li', { 'data-passage': String(n) }, there, gone);
}

/** Says of each passage whether it stands in the page; the cards stay as they are. @param {Set<number>} marked */
export function mark(root, marked) {
  for (const one of root.querySelectorAll('[data-passage]')) {
    const there = marked.has(Number(one.dataset.passage));
    one.querySelector('button').hidden = !there;
    one.querySelector('.gone').hidden = there;
  }
}

/** The passages of a page, in the order of the page: one after the other by two buttons, and those that are gone. */
import { counted, t } from '../lib/i18n.js';
import { button, make, note } from './dom.js';

let at = null; // the passage that the reader is at, by whatever way
const bars = new WeakMap();

/**
 * @param {object[]} cards
 * @returns {{n: number, exact: string, titles: string[]}[]} each once, as they stand in the page
 */
export function passagesOf(cards) {
  const found = new Map();
  for (const { evidence, title } of cards) {
    for (const { n, exact, block, start } of evidence) {
      const one = found.get(n) ?? { n, exact, block, start, titles: [] };
      one.titles.push(title);
      found.set(n, one);
    }
  }
  return [...found.values()].sort((a, b) => a.block - b.block || a.start - b.start || a.n - b.n);
}

/** Which passage comes next, and after the last the first again. @param {number[]} order @param {number|null} at */
export function step(order, at, by) {
  const place = order.indexOf(at);
  if (place < 0) return by > 0 ? order[0] : order.at(-1);
  return order[(place + by + order.length) % order.length];
}

/**
 * @param {number[]} order numbers of the passages that stand in the page
 * @param {(n: number) => void} show
 */
export function bar(order, show) {
  const told = make('span', { class: 'note', role: 'status' }, counted('passages', order.length));
  const go = (by) => () => show(step(order, at, by));
  const steps = make(
    'div',
    { class: 'steps', role: 'group', 'aria-label': t('passagesBar') },
    button('‹', go(-1), { class: 'step', 'aria-label': t('previousPassage'), title: t('previousPassage') }),
    told,
    button('›', go(1), { class: 'step', 'aria-label': t('nextPassage'), title: t('nextPassage') }),
  );
  bars.set(steps, () => {
    if (order.includes(at)) told.textContent = t('passageOf', order.indexOf(at) + 1, order.length);
  });
  return steps;
}

/** Never a lost card: the words that left the page, and the cards that rest on them. */
export function orphans(gone, lang) {
  const item = ({ exact, titles }) =>
    make(
      'li',
      {},
      make('blockquote', { dir: 'auto', lang }, exact),
      ...titles.map((title) => note(t('orphanOf', title))),
    );
  return make(
    'section',
    { class: 'orphans' },
    make('h2', {}, t('orphans')),
    note(t('orphansNote')),
    make('ul', {}, ...gone.map(item)),
  );
}

/** The passage that the reader is at is marked in its cards. @param {{n: number, card: number|null}} [place] */
export function mark(root, place) {
  at = place?.n ?? null;
  for (const one of root.querySelectorAll('[data-passage]')) {
    const here = one.dataset.passage === String(at);
    if (here) one.setAttribute('aria-current', 'true');
    else one.removeAttribute('aria-current');
  }
  bars.get(root.querySelector('.steps'))?.();
}

/** And comes into view: in the card that was asked for, from its beginning, or in the first that has it. */
export function goTo(root, { card }) {
  const wanted = card !== null && root.querySelector(`#card-${card}`);
  if (wanted) {
    wanted.focus({ preventScroll: true });
    wanted.closest('.card').scrollIntoView();
  } else root.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' });
}

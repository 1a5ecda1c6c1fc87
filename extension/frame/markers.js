/** The numbered markers: how many accounts are on record on what is said there. */
import { counted, listed, t } from '../lib/i18n.js';
import { make } from '../panel/dom.js';

/** The cards that passages belong to. @param {object[]} cards @param {number[]} ns */
export const cardsAt = (cards, ns) => cards.filter(({ evidence }) => evidence.some(({ n }) => ns.includes(n)));

const known = new Map();
const keyOf = ({ ns }) => ns.join();

/**
 * Draws them in the order of the page; those that are there already are moved, so that none loses the focus.
 *
 * @param {HTMLElement} home
 * @param {{ns: number[], x: number, y: number}[]} markers
 * @param {object[]} cards
 * @param {(marker: {ns: number[]}, button: HTMLElement) => void} pressed
 */
export function drawMarkers(home, markers, cards, pressed) {
  const wanted = new Set(markers.map(keyOf));
  for (const [key, button] of known) if (!wanted.has(key)) (button.remove(), known.delete(key));
  markers.forEach((marker, i) => {
    const button = known.get(keyOf(marker)) ?? created(marker, cards, pressed);
    known.set(keyOf(marker), button);
    button.style.left = `${marker.x}px`;
    button.style.top = `${marker.y}px`;
    if (home.children[i] !== button) home.insertBefore(button, home.children[i] ?? null);
  });
}

/** @param {number} n a passage */
export const buttonOf = (n) => [...known].find(([key]) => key.split(',').includes(String(n)))?.[1];

function created(marker, cards, pressed) {
  const own = cardsAt(cards, marker.ns);
  const number = own.reduce((sum, { accounts }) => sum + accounts.length, 0);
  const name = t('markerName', counted('statements', number), listed(own.map(({ title }) => title)));
  const button = make(
    'button',
    {
      type: 'button',
      class: number > 99 ? 'marker long' : 'marker',
      'aria-label': name,
      'aria-haspopup': 'dialog',
      'aria-expanded': 'false',
    },
    String(number),
  );
  button.addEventListener('click', (event) => event.isTrusted && pressed(marker, button));
  return button;
}

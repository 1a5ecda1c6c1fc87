/** The way to each card, where there is more than one: a card is long. */
import { counted } from '../lib/i18n.js';
import { make } from './dom.js';

/** @param {object[]} cards @returns {Element[]} none, or one */
export function contents(cards) {
  if (cards.length < 2) return [];
  const link = ({ title, language }, i) =>
    make('li', {}, make('a', { href: `#card-${i}`, dir: 'auto', lang: language || undefined }, title));
  const name = counted('incidents', cards.length);
  return [make('nav', { id: 'contents', 'aria-label': name }, make('ul', {}, ...cards.map(link)))];
}

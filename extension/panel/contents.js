/** The way to each card, where there is more than one: a card is long. */
import { counted } from '../lib/i18n.js';
import * as wording from '../lib/wording.js';
import { make } from './dom.js';

/** @param {object[]} cards @returns {Element[]} none, or one */
export function contents(cards) {
  if (cards.length < 2) return [];
  const link = (card, i) =>
    make('li', {}, make('a', { href: `#card-${i}`, dir: 'auto', lang: wording.own(card) || undefined }, card.title));
  const name = counted('incidents', cards.length);
  return [make('nav', { id: 'contents', 'aria-label': name }, make('ul', {}, ...cards.map(link)))];
}

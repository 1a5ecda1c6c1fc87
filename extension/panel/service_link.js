/** A link to a page of the service. */
import { make } from './dom.js';

/**
 * The service answers nobody who comes from elsewhere, a link in our own pages among them (decision 300), so the
 * browser is asked for a tab instead; the address stays one that can be copied.
 *
 * @param {string|Node} words
 * @param {string} path
 * @param {{address: string, open: (address: string) => void}} page
 */
export function serviceLink(words, path, { address, open }) {
  if (!path?.startsWith('/') || path.startsWith('//')) return null;
  const follow = (event) => {
    if (event.button > 1) return;
    event.preventDefault();
    open(address + path);
  };
  return make('a', { href: address + path, dir: 'auto', onclick: follow, onauxclick: follow }, words);
}

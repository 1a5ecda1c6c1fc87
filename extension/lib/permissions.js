/**
 * Permission for hosts beside this computer: asked for one at a time, from a click, and given back.
 * A host is held as a match pattern, https://news.example/*, which in both browsers means every port of it.
 */
import { ext } from './ext.js';

/** @param {unknown} text @returns {URL|null} */
export function parsed(text) {
  try {
    return new URL(String(text));
  } catch {
    return null;
  }
}

/** An asterisk is a legal letter of a host in an address, and means every host in a pattern. */
const PLAIN = /^([a-z0-9-]+\.)*[a-z0-9-]+$|^\[[0-9a-f:]+\]$/;

/**
 * @param {unknown} url
 * @returns {string|null} null where there is no single host
 */
export function patternOf(url) {
  const { protocol, hostname, username, password } = parsed(url) ?? {};
  const web = protocol === 'https:' || protocol === 'http:';
  return web && !username && !password && PLAIN.test(hostname) ? `${protocol}//${hostname}/*` : null;
}

/** @param {string|null} pattern */
export const permitted = async (pattern) => Boolean(pattern) && ext.permissions.contains({ origins: [pattern] });

/** Firefox asks for consent to data too; Chromium refuses the word. */
const asksForData = () => ext.runtime.getURL('').startsWith('moz-extension:');
const BROWSING = ['browsingActivity'];

/**
 * The browser asks the reader. To be called within a click, with nothing awaited before it.
 *
 * @param {string} pattern
 * @param {{browsing?: boolean}} [data] whether it means that pages are read by themselves
 * @returns {Promise<boolean>}
 */
export function request(pattern, { browsing = false } = {}) {
  const wanted = { origins: [pattern] };
  if (browsing && asksForData()) wanted.data_collection = BROWSING;
  return ext.permissions.request(wanted);
}

/**
 * Gives back what nothing kept in the settings needs any more. To be called after the settings have changed.
 *
 * @param {string} pattern
 */
export async function giveBack(pattern) {
  const { address = '', sites = [] } = await ext.storage.local.get(['address', 'sites']);
  if (!sites.length && asksForData()) await ext.permissions.remove({ data_collection: BROWSING });
  if (sites.includes(pattern) || patternOf(address) === pattern) return;
  // What the manifest itself holds can't be given back.
  await ext.permissions.remove({ origins: [pattern] }).catch(() => {});
}

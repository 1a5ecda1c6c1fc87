/**
 * Sites that are read by themselves. One is on the list when the reader put it there and the browser permits it:
 * a permission that came some other way puts nothing on it.
 */
import { ext } from './ext.js';
import { giveBack, patternOf, permitted, request } from './permissions.js';

/** @typedef {{pattern: string, name: string}} Site  one host; its name is the host, with http:// where it is that */

const nameOf = (pattern) => pattern.replace(/^https:\/\//, '').replace(/\/\*$/, '');

/**
 * The site of an address, whole or as people type it.
 *
 * @param {unknown} address
 * @returns {Site|null}
 */
export function siteOf(address) {
  const typed = String(address ?? '').trim();
  const pattern = patternOf(/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(typed) ? typed : `https://${typed}`);
  return pattern && { pattern, name: nameOf(pattern) };
}

/**
 * The site of a tab; null where its address is hidden from us, is not one of the web, or stands in a private window,
 * of which no list may tell.
 *
 * @param {number} tab
 */
export const siteOfTab = (tab) =>
  ext.tabs.get(tab).then(
    ({ url, incognito }) => (url && !incognito ? siteOf(url) : null),
    () => null,
  );

const onList = async () => (await ext.storage.local.get('sites')).sites ?? [];

/** @returns {Promise<Site[]>} in the order of their names */
export async function sites() {
  const listed = await onList();
  const allowed = await Promise.all(listed.map(permitted));
  const known = listed.filter((_, i) => allowed[i]).map((pattern) => ({ pattern, name: nameOf(pattern) }));
  return known.sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** @param {unknown} url */
export async function isOptedIn(url) {
  const pattern = patternOf(url);
  return Boolean(pattern) && (await onList()).includes(pattern) && permitted(pattern);
}

/**
 * "Always read this site". The browser asks for the permission, so this is to be called within a click of a page of
 * ours, with the site known before: nothing may be awaited between the click and this.
 *
 * @param {Site} site
 * @returns {Promise<boolean>} whether it is on the list now
 */
export async function optIn({ pattern }) {
  if (!(await request(pattern, { browsing: true }))) return false;
  await ext.storage.local.set({ sites: [...new Set([...(await onList()), pattern])] });
  return true;
}

/** Off the list, and the permission given back. @param {Site} site */
export async function optOut({ pattern }) {
  await ext.storage.local.set({ sites: (await onList()).filter((listed) => listed !== pattern) });
  await giveBack(pattern);
}

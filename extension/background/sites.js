/** Sites that the reader opted in are read when they have loaded; all others wait for a click. */
import { ext } from '../lib/ext.js';
import { isOptedIn } from '../lib/sites.js';
import { settings } from '../lib/settings.js';
import { check, isChecking } from './check.js';

/** A page that loads itself over and over must not keep the service busy. */
const MOST_A_MINUTE = 20;
const MINUTE_MS = 60_000;
const recent = new Map();

function tooOften(tab) {
  const now = Date.now();
  const times = [...(recent.get(tab) ?? []).filter((time) => now - time < MINUTE_MS), now];
  recent.set(tab, times.slice(-MOST_A_MINUTE - 1));
  return times.length > MOST_A_MINUTE;
}

/** @param {number} tab whose page has loaded, and is not one that was read already */
export async function readByItself(tab) {
  // The browser tells the address of pages it lets us into, and of no others.
  const { url, incognito } = await ext.tabs.get(tab).catch(() => ({}));
  if (!url || !(await isOptedIn(url))) return;
  if (incognito && !(await settings()).privateWindows) return;
  // A browser may say twice that a page has loaded, the second time before the first has begun to read.
  if (!isChecking(tab) && !tooOften(tab)) await check(tab);
}

/** @param {number} tab that was closed */
export const forgetTimes = (tab) => recent.delete(tab);

/** What our pages know of a tab, and what they can do there. */
import { ext } from '../lib/ext.js';
import { placeIn, placeKey, reach } from '../lib/place.js';
import { settings } from '../lib/settings.js';

/** @param {string} what @returns {number|null} a number that a page of ours has in its own address */
export const named = (what) => {
  const value = new URLSearchParams(location.search).get(what);
  return value === null ? null : Number(value);
};

/** @returns {number|null} the tab that a page of ours names in its own address */
export const namedTab = () => named('tab');

/** Goes to the card that the page's address names, once it is there. @returns {boolean} whether it is */
export function arrive() {
  const title = document.getElementById(`card-${named('card')}`);
  title?.focus({ preventScroll: true });
  title?.closest('.card, .fold').scrollIntoView();
  return Boolean(title);
}

/** A panel opened as a tab is about the tab it names, else about the one in front. */
export async function shownTab() {
  if (namedTab() !== null) return namedTab();
  const [tab] = await ext.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

export const send = (message) => ext.runtime.sendMessage(message);

export async function known() {
  const tab = await shownTab();
  const key = `tab:${tab}`;
  const at = placeKey(tab);
  const { pairing, [key]: state, [at]: place } = await ext.storage.session.get(['pairing', key, at]);
  return { tab, state, pairing, place: placeIn(place, state), ...(await settings()) };
}

/** @typedef {ReturnType<typeof handsOn>} Hands */

/** @param {number} tab */
export function handsOn(tab) {
  return {
    send,
    tab,
    show: (n) => showIn(tab, n),
    open: (address) => ext.tabs.create({ url: address }),
    compare: () => ext.tabs.create({ url: ext.runtime.getURL(`compare/compare.html?tab=${tab}`) }),
  };
}

/** From a page that stands in a tab of its own, the article is brought to the front first. */
async function showIn(tab, n) {
  await reach(tab, { n });
  if (namedTab() !== null) await toFront(tab);
  await ext.tabs.sendMessage(tab, { kind: 'show', n }, { frameId: 0 }).catch(() => {});
}

export const toFront = (tab) => ext.tabs.update(tab, { active: true }).catch(() => {});

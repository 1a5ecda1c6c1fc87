/**
 * What is known about each tab: in the browser's session storage, so that the worker may sleep and wake,
 * and gone when the browser closes. Pages and content scripts can't read it.
 */
import { ext } from '../lib/ext.js';

const keyOf = (tab) => `tab:${tab}`;

/**
 * @typedef {{phase: 'checking'|'unpaired'|'trouble'|'done', trouble?: string, answer?: object, marked?: number[],
 *   truncated?: boolean}} TabState  see `check.js`; the panel draws it
 */

/** @param {number} tab @returns {Promise<TabState|undefined>} */
export async function stateOf(tab) {
  return (await ext.storage.session.get(keyOf(tab)))[keyOf(tab)];
}

/** @param {number} tab @param {TabState} state */
export const setState = (tab, state) => ext.storage.session.set({ [keyOf(tab)]: state });

/** @param {number} tab */
export const forget = (tab) => ext.storage.session.remove(keyOf(tab));

/** @returns {Promise<number[]>} tabs that were clicked before there was a token */
export async function waitingTabs() {
  const all = Object.entries(await ext.storage.session.get(null));
  return all
    .filter(([key, state]) => key.startsWith('tab:') && state.phase === 'unpaired')
    .map(([key]) => Number(key.slice(4)));
}

/** The badge: how many passages are highlighted, "!" on trouble, nothing at all otherwise. */
export async function setBadge(tab, { phase, marked = [] }) {
  const text = phase === 'trouble' || phase === 'unpaired' ? '!' : marked.length ? String(marked.length) : '';
  try {
    await ext.action.setBadgeBackgroundColor({ tabId: tab, color: '#5a3e99' });
    await ext.action.setBadgeTextColor({ tabId: tab, color: '#ffffff' });
    await ext.action.setBadgeText({ tabId: tab, text });
  } catch {
    // The tab was closed meanwhile: it has no badge any more.
  }
}

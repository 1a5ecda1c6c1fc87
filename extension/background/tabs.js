/**
 * What is known about each tab: in the browser's session storage, so that the worker may sleep and wake,
 * and gone when the browser closes. Pages and content scripts can't read it.
 */
import { ext } from '../lib/ext.js';

const MOST_LEFT = 3;
const keyOf = (tab) => `tab:${tab}`;
const leftOf = (tab) => `left:${tab}`;

/**
 * @typedef {{phase: 'checking'|'unpaired'|'trouble'|'done', trouble?: string, answer?: object, marked?: number[],
 *   truncated?: boolean, changed?: boolean, page?: string, nonce?: string}} TabState  see `check.js`; the panel draws
 *   it. Passages of the answer that are not marked no longer stand in the page. changed: there is text in the page
 *   that was not read. page: which reading it is of; nonce: how the frame in the page proves that we put it there
 */

/** @param {number} tab @returns {Promise<TabState|undefined>} */
export async function stateOf(tab) {
  return (await ext.storage.session.get(keyOf(tab)))[keyOf(tab)];
}

/** Keeps what is known of a tab, and shows it in the badge. @param {number} tab @param {TabState|null} state */
export async function keep(tab, state) {
  if (state) await ext.storage.session.set({ [keyOf(tab)]: state });
  else await ext.storage.session.remove(keyOf(tab));
  await setBadge(tab, state ?? {});
}

/** @param {number} tab that was closed */
export const forget = (tab) => ext.storage.session.remove([keyOf(tab), leftOf(tab)]);

/** @returns {Promise<[number, TabState][]>} */
export async function allStates() {
  const all = Object.entries(await ext.storage.session.get(null));
  return all.filter(([key]) => key.startsWith('tab:')).map(([key, state]) => [Number(key.slice(4)), state]);
}

/** @returns {Promise<number[]>} tabs that were clicked before there was a token */
export async function waitingTabs() {
  return (await allStates()).filter(([, { phase }]) => phase === 'unpaired').map(([tab]) => tab);
}

/**
 * Another page stands in the tab. What is known of the one that was left is kept for the way back, of the last few
 * only; what is known of the one that came back is taken up again.
 *
 * @param {number} tab
 * @param {string} [page] the reading that the page in the tab knows of
 */
export async function turnTo(tab, page) {
  const key = leftOf(tab);
  const { [key]: left = [] } = await ext.storage.session.get(key);
  const before = await stateOf(tab);
  const all = before?.page ? [before, ...left] : left;
  await keep(tab, all.find((state) => page && state.page === page) ?? null);
  const rest = all.filter((state) => state.page !== page).slice(0, MOST_LEFT);
  if (rest.length) await ext.storage.session.set({ [key]: rest });
  else await ext.storage.session.remove(key);
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

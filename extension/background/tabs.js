/**
 * What is known about each tab: in the browser's session storage, so that the worker may sleep and wake,
 * and gone when the browser closes. Pages and content scripts can't read it.
 */
import { ext } from '../lib/ext.js';
import { placeKey } from '../lib/place.js';
import { dropLeft, leftOf, remember } from './memory.js';
import { dropOlder } from './receipts.js';

const MOST_LEFT = 3;
const keyOf = (tab) => `tab:${tab}`;

/**
 * @typedef {{phase: 'checking'|'unpaired'|'trouble'|'done', trouble?: string, answer?: object, marked?: number[],
 *   truncated?: boolean, changed?: boolean, page?: string, nonce?: string, checking?: boolean}} TabState  see
 *   `check.js`; the panel draws it. Passages of the answer that are not marked no longer stand in the page. changed:
 *   there is text in the page that was not read. page: which reading it is of; nonce: how the frame in the page proves
 *   that we put it there. Cards stay while their page is read again (checking), and if that fails (trouble)
 */

/** @param {number} tab @returns {Promise<TabState|undefined>} */
export async function stateOf(tab) {
  return (await ext.storage.session.get(keyOf(tab)))[keyOf(tab)];
}

/** Closed tabs: what was under way for one must not bring back what was known of it. */
const closed = new Set();

/** Keeps what is known of a tab, and shows it in the badge. @param {number} tab @param {TabState|null} state */
export async function keep(tab, state) {
  if (closed.has(tab)) return;
  if (state) await remember({ [keyOf(tab)]: state }, makeRoom);
  else await ext.storage.session.remove(keyOf(tab));
  await setBadge(tab, state ?? {});
}

async function makeRoom() {
  await dropLeft();
  await dropOlder();
}

/** @param {object} answer @throws {Trouble} full, where there is no room for it beside what is kept */
export async function makeSureOfRoom(answer) {
  const key = leftOf('coming');
  await remember({ [key]: answer }, makeRoom);
  await ext.storage.session.remove(key);
}

/** @param {number} tab that was closed */
export function forget(tab) {
  closed.add(tab);
  return ext.storage.session.remove([keyOf(tab), leftOf(tab), placeKey(tab)]);
}

/** @returns {Promise<[number, TabState][]>} */
export async function allStates() {
  const all = Object.entries(await ext.storage.session.get(null));
  return all.filter(([key]) => key.startsWith('tab:')).map(([key, state]) => [Number(key.slice(4)), state]);
}

const WITHOUT_TOKEN = ['unpaired', 'refused'];

/** @returns {Promise<number[]>} tabs that were clicked before there was a token, or with one that was refused */
export async function waitingTabs() {
  const waits = ([, { phase, trouble }]) => WITHOUT_TOKEN.includes(phase) || WITHOUT_TOKEN.includes(trouble);
  return (await allStates()).filter(waits).map(([tab]) => tab);
}

/**
 * The cards that a frame may ask for, of the page in the tab or of one that comes back: it may ask before we have
 * turned to it.
 *
 * @param {number} tab
 * @param {string} nonce
 * @returns {Promise<TabState|undefined>}
 */
export async function cardsBy(tab, nonce) {
  const { [keyOf(tab)]: state, [leftOf(tab)]: left = [] } = await ext.storage.session.get([keyOf(tab), leftOf(tab)]);
  return [state, ...left].find((one) => one?.phase === 'done' && one.nonce === nonce);
}

/**
 * Another page stands in the tab. What is known of the one that was left is kept for the way back, of the last few
 * only; what is known of the one that came back is taken up again.
 *
 * @param {number} tab
 * @param {string} [page] the reading that the page in the tab knows of
 */
export async function turnTo(tab, page) {
  if (closed.has(tab)) return;
  const key = leftOf(tab);
  const { [key]: left = [] } = await ext.storage.session.get(key);
  const before = await stateOf(tab);
  const all = before?.page ? [before, ...left] : left;
  await keep(tab, all.find((state) => page && state.page === page) ?? null);
  const rest = all.filter((state) => state.page !== page).slice(0, MOST_LEFT);
  // For the way back only: not at the cost of anything else.
  if (rest.length) await ext.storage.session.set({ [key]: rest }).catch(() => ext.storage.session.remove(key));
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

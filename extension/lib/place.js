/** Where a reader is among the passages and cards of a tab: one place, for the page, its keys, the panel. In memory. */
import { ext } from './ext.js';

export const placeKey = (tab) => `at:${tab}`;

/**
 * @param {number} tab
 * @param {{n: number, card?: number}} place a passage; card: the number of the card that is wanted, else any with it
 */
export async function reach(tab, { n, card }) {
  const { page = null } = (await ext.storage.session.get(`tab:${tab}`))[`tab:${tab}`] ?? {};
  const place = { n, card: card ?? null, page, moved: Date.now() };
  await ext.storage.session.set({ [placeKey(tab)]: place }).catch(() => {}); // where the memory is full, no place
}

/** The place, if it is in this reading of the page. @param {object|undefined} place @param {object|undefined} state */
export const placeIn = (place, state) => (place && place.page === (state?.page ?? null) ? place : undefined);

/** Whether the corpora that answered for a page are still the ones that the service publishes. */
import { about } from '../lib/service.js';
import { settings } from '../lib/settings.js';
import { isPrivate } from './private.js';
import { recorder } from './receipts.js';
import { stateOf } from './tabs.js';

/** @param {{releases?: Record<string, string>, corpora?: {id: string, release: string}[]}} told by `GET /v1/about` */
const published = ({ releases, corpora }) =>
  releases ?? (corpora ? Object.fromEntries(corpora.map(({ id, release }) => [id, release])) : null);

/**
 * @param {number} tab
 * @returns {Promise<'same'|'changed'|'unknown'>} unknown: nothing was read there, or nobody answers now
 */
export async function fresh(tab) {
  const state = await stateOf(tab);
  if (state?.phase !== 'done') return 'unknown';
  const { address } = await settings();
  const record = recorder(await isPrivate(tab)); // nothing of the page is in it, but when a private window was open
  const now = await about(address, record).then(published, () => null);
  return now ? compared(state.answer.releases ?? {}, now) : 'unknown';
}

/** A corpus that came or went counts too: the answer would be another one. */
export function compared(then, now) {
  const corpora = new Set([...Object.keys(then), ...Object.keys(now)]);
  return [...corpora].every((corpus) => then[corpus] === now[corpus]) ? 'same' : 'changed';
}

/**
 * Receipts: what was sent, to whom, and how much came back. In the memory of the browser, never on its disk; without
 * the address, the title or the picture of a page, and without a date; few, and gone when the browser closes.
 *
 * Only the background writes them, one change at a time; our pages read them.
 */
import { ext } from '../lib/ext.js';
import { dropLeft, remember } from './memory.js';

const MOST = 50;
const MOST_BYTES = 4 * 1024 * 1024;
const keyOf = (id) => `receipt:${id}`;

/** @typedef {{next: number, list: {id: number, bytes: number, privately: boolean}[], dropped: number}} Index */

/** @returns {Promise<Index>} */
const index = async () => (await ext.storage.session.get('receipts')).receipts ?? { next: 1, list: [], dropped: 0 };

let turn = Promise.resolve();
const inTurn = (work) => (turn = turn.then(work, work));

const timeOfDay = () => new Date().toTimeString().slice(0, 5);
const heavy = (list) => list.reduce((sum, { bytes }) => sum + bytes, 0) > MOST_BYTES;

/**
 * Writes receipts of calls made for a window. What belongs to a private window goes when the last of them closes.
 *
 * @param {boolean} [privately]
 * @returns {import('../lib/service.js').Recorder}
 */
export const recorder =
  (privately = false) =>
  async (sent) => {
    const id = await inTurn(() => add({ time: timeOfDay(), ...sent }, privately));
    return (outcome) => inTurn(() => finish(id, outcome));
  };

async function add(receipt, privately) {
  const { next: id, list, dropped } = await index();
  const kept = [...list, { id, bytes: receipt.bytes, privately }];
  while (kept.length > MOST || (kept.length > 1 && heavy(kept))) kept.shift();
  const written = (those) => ({
    [keyOf(id)]: receipt,
    receipts: { next: id + 1, list: those, dropped: dropped + list.length + 1 - those.length },
  });
  await leaveOut(list, kept);
  await remember(written(kept), async () => {
    await dropLeft();
    await leaveOut(kept, kept.slice(-1));
    return written(kept.slice(-1));
  });
  return id;
}

/** The bodies of those that are on one list and no longer on the other. */
const leaveOut = (list, kept) =>
  ext.storage.session.remove(list.filter((one) => !kept.includes(one)).map((one) => keyOf(one.id)));

async function finish(id, outcome) {
  const key = keyOf(id);
  const { [key]: receipt } = await ext.storage.session.get(key);
  // It may have been cleared meanwhile: it does not come back.
  if (receipt) await remember({ [key]: { ...receipt, outcome } });
}

/** All but the newest, where the memory is full. */
export const dropOlder = () =>
  inTurn(async () => {
    const { next, list, dropped } = await index();
    const kept = list.slice(-1);
    await leaveOut(list, kept);
    await ext.storage.session.set({ receipts: { next, list: kept, dropped: dropped + list.length - kept.length } });
  });

/** @returns {Promise<{receipts: object[], dropped: number}>} the newest first; how many older ones were dropped */
export async function receipts() {
  const { list, dropped } = await index();
  const keys = list.map(({ id }) => keyOf(id)).reverse();
  const kept = keys.length ? await ext.storage.session.get(keys) : {};
  return { receipts: keys.filter((key) => kept[key]).map((key) => ({ id: key, ...kept[key] })), dropped };
}

/** All of them, at once. */
export const clearReceipts = () => clear(() => true, 0);

/** Those of private windows. */
export const clearPrivate = () => clear(({ privately }) => privately);

function clear(goes, forgotten) {
  return inTurn(async () => {
    const { next, list, dropped } = await index();
    await ext.storage.session.remove(list.filter(goes).map(({ id }) => keyOf(id)));
    const kept = list.filter((one) => !goes(one));
    await ext.storage.session.set({ receipts: { next, list: kept, dropped: forgotten ?? dropped } });
  });
}

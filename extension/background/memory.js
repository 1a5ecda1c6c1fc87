/** Our part of the browser's memory: some 10 MB. Where it is full, what can be spared goes, and then once more. */
import { ext } from '../lib/ext.js';
import { Trouble } from '../lib/service.js';

const LEFT = 'left:';

/** Where the cards of pages lie that were left in a tab. @param {number} tab */
export const leftOf = (tab) => `${LEFT}${tab}`;

/** What is kept for the way back only. */
export async function dropLeft() {
  const all = await ext.storage.session.get(null);
  await ext.storage.session.remove(Object.keys(all).filter((key) => key.startsWith(LEFT)));
}

/**
 * @param {object} values
 * @param {() => Promise<object|void>} [room] makes room; may give values in the place of these
 * @throws {Trouble} full
 */
export async function remember(values, room = dropLeft) {
  try {
    await ext.storage.session.set(values);
  } catch {
    const others = await room();
    await ext.storage.session.set(others ?? values).catch(() => {
      throw new Trouble('full');
    });
  }
}

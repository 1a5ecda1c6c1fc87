/** Private windows: read only where the browser and the settings both permit it; what they leave goes with them. */
import { ext } from '../lib/ext.js';
import { Trouble } from '../lib/service.js';
import { settings } from '../lib/settings.js';
import { clearPrivate } from './receipts.js';

/** @param {number} tab */
export const isPrivate = (tab) =>
  ext.tabs.get(tab).then(
    ({ incognito }) => incognito,
    () => false,
  );

/**
 * @param {number} tab
 * @throws {Trouble} private, where it is a private window and the settings don't permit those
 * @returns {Promise<boolean>} whether it is a private one
 */
export async function permittedWindow(tab) {
  const privately = await isPrivate(tab);
  if (privately && !(await settings()).privateWindows) throw new Trouble('private');
  return privately;
}

/** Whether a private window is open that the browser lets us see. */
export const anyPrivate = async () => (await ext.windows.getAll()).some(({ incognito }) => incognito);

/** A window was closed: what is left of private windows goes with the last of them. */
export async function windowClosed() {
  if (!(await anyPrivate())) await clearPrivate();
}

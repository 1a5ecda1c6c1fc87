/** What lasts: the address of the service, the token that pairing gave us, and what the reader has switched on. */
import { ext } from './ext.js';
import { giveBack, parsed, patternOf, permitted } from './permissions.js';

export const DEFAULT_ADDRESS = 'http://127.0.0.1:8377';

/**
 * The address of a service as an origin: http on this computer, or https elsewhere. Null for anything else: no page
 * text leaves the machine in the clear.
 *
 * @param {unknown} typed
 */
export function serviceAddress(typed) {
  const url = parsed(String(typed ?? '').trim());
  if (!url || !patternOf(url)) return null;
  if (url.hostname === 'localhost') url.hostname = '127.0.0.1';
  if (url.pathname !== '/' || url.search || url.hash) return null;
  return url.protocol === 'https:' || url.hostname === '127.0.0.1' ? url.origin : null;
}

/** Whether it is a server of somebody else's, whose admin could read what is sent. @param {string} address */
export const isShared = (address) => address.startsWith('https:');

/** @param {string} address */
export const hostOf = (address) => new URL(address).host;

/** @returns {Promise<{address: string, token: string, privateWindows: boolean}>} */
export async function settings() {
  const kept = await ext.storage.local.get(['address', 'token', 'consent', 'privateWindows']);
  const address = serviceAddress(kept.address);
  // A shared server counts only with the consent that was given for that very one.
  const taken = address && (!isShared(address) || kept.consent === address);
  const { token = '', privateWindows = false } = kept;
  return { address: taken ? address : DEFAULT_ADDRESS, token: taken || !address ? token : '', privateWindows };
}

/** Whether the browser still lets us ask there: readers can take back any permission, that for this computer too. */
export const mayAsk = (address) => permitted(patternOf(address));

/**
 * A new address forgets the token: a secret of one service is not shown to whatever listens elsewhere.
 * A shared server is taken only with consent, and with the browser's permission (`permissions.js`: request).
 *
 * @param {unknown} typed
 * @param {boolean} [consent] whether the reader has ticked the box for this server
 * @returns {Promise<boolean>} whether it was taken
 */
export async function setAddress(typed, consent = false) {
  const address = serviceAddress(typed);
  if (!address || (isShared(address) && !consent) || !(await mayAsk(address))) return false;
  const { address: before } = await settings();
  if (address === before) return true;
  await forgetToken();
  await ext.storage.local.set({ address, consent: isShared(address) ? address : '' });
  if (isShared(before)) await giveBack(patternOf(before));
  return true;
}

/** @param {boolean} privateWindows whether pages in private windows may be read, where the browser permits it */
export const setPrivateWindows = (privateWindows) => ext.storage.local.set({ privateWindows });

/** @param {string} token */
export const keepToken = (token) => ext.storage.local.set({ token });

export const forgetToken = () => ext.storage.local.remove('token');

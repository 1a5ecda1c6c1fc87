/** What lasts: the address of the service, and the token that pairing gave us. */
import { ext } from './ext.js';

export const DEFAULT_ADDRESS = 'http://127.0.0.1:8377';

/**
 * The address as an origin, or null when it is not this computer's own.
 * Only 127.0.0.1 is in our permissions: whatever is typed, no page text can leave the machine.
 *
 * @param {string} typed
 */
export function loopback(typed) {
  let url;
  try {
    url = new URL(typed.trim());
  } catch {
    return null;
  }
  if (url.hostname === 'localhost') url.hostname = '127.0.0.1';
  const bare = url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password;
  return bare && url.protocol === 'http:' && url.hostname === '127.0.0.1' ? url.origin : null;
}

/** @returns {Promise<{address: string, token: string}>} */
export async function settings() {
  const kept = await ext.storage.local.get(['address', 'token']);
  return { address: loopback(kept.address ?? '') ?? DEFAULT_ADDRESS, token: kept.token ?? '' };
}

/**
 * A new address forgets the token: a secret of one service is not shown to whatever listens elsewhere.
 *
 * @param {string} typed
 * @returns {Promise<boolean>} whether it was taken
 */
export async function setAddress(typed) {
  const address = loopback(typed);
  if (!address) return false;
  if (address !== (await settings()).address) await forgetToken();
  await ext.storage.local.set({ address });
  return true;
}

/** @param {string} token */
export const keepToken = (token) => ext.storage.local.set({ token });

export const forgetToken = () => ext.storage.local.remove('token');

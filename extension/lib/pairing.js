/** The secret of a pairing and what is shown of it. Pure but for the random source. */

const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** 256 bits, as 64 hex digits. */
export const newSecret = () => hex(crypto.getRandomValues(new Uint8Array(32)));

/**
 * What may stand in an address: it tells nothing about the secret.
 *
 * @param {string} secret
 */
export async function hashOf(secret) {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))));
}

/**
 * Six digits that the service's page shows too, so that a person can see that both mean one pairing.
 *
 * @param {string} hash
 */
export const digitsOf = (hash) => String(parseInt(hash.slice(0, 8), 16) % 1_000_000).padStart(6, '0');

/** Links that come from a corpus: to http and https only, and landing on the quoted words. */

/**
 * @param {unknown} address
 * @returns {URL | null}
 */
export function webAddress(address) {
  let url;
  try {
    url = new URL(String(address));
  } catch {
    return null;
  }
  return ['http:', 'https:'].includes(url.protocol) && !url.username && !url.password ? url : null;
}

/**
 * The document's address with a text fragment, which browsers scroll to and pages can't see.
 * A fragment that the address already has stays in front of it.
 *
 * @param {unknown} address
 * @param {string} quote
 */
export function landingOn(address, quote) {
  const url = webAddress(address);
  if (!url) return null;
  // "-" and "," are syntax inside a text directive; encodeURIComponent leaves the hyphen alone.
  const words = encodeURIComponent(quote).replaceAll('-', '%2D');
  url.hash = `${url.hash}:~:text=${words}`;
  return url.href;
}

/**
 * The one door to the browser's extension interface: Firefox calls it `browser`, older Chromium only `chrome`.
 * A seam, too: a test under node puts its own object there.
 */
export const ext = globalThis.browser ?? globalThis.chrome;

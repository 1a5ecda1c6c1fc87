/**
 * Whether the reader can have seen what is pressed: a page may lay something over the frame, or let it shine through.
 * Chromium tells; elsewhere only time can be asked for.
 */
const LEAST_MS = 300;

/** @param {Element} element @returns {() => boolean} whether it has been in full view for a while */
export function watchSeen(element) {
  let since = null;
  const look = (seen) => (since = seen ? (since ?? performance.now()) : null);
  const tells = 'isVisible' in (globalThis.IntersectionObserverEntry?.prototype ?? {});
  const options = tells ? { trackVisibility: true, delay: 100, threshold: [0, 0.5] } : { threshold: [0, 0.5] };
  const seen = ({ isIntersecting, isVisible }) => isIntersecting && (!tells || isVisible);
  new IntersectionObserver((entries) => look(seen(entries.at(-1))), options).observe(element);
  return () => since !== null && performance.now() - since >= LEAST_MS;
}

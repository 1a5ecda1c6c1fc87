/** Asks now and then whether the corpora of an answer are still those that are published; the panel says if not. */
import { send } from './tab.js';

const PAUSE_MS = 60_000;
/** What was told of the last reading of each tab: {reading, at, stale}. */
const asked = new Map();

/**
 * @param {number} tab
 * @param {object|undefined} state of the tab
 * @param {() => void} redraw when the answer is another one than before
 * @returns {boolean} whether the corpus is known to have changed
 */
export function isStale(tab, state, redraw) {
  if (state?.phase !== 'done') return false;
  const reading = JSON.stringify([state.page, state.answer.releases]);
  if (asked.get(tab)?.reading !== reading) asked.set(tab, { reading, at: -Infinity, stale: false });
  const known = asked.get(tab);
  const now = performance.now();
  if (now - known.at > PAUSE_MS && !document.hidden) {
    known.at = now;
    ask(tab, known, redraw);
  }
  return known.stale;
}

async function ask(tab, known, redraw) {
  const told = await send({ kind: 'fresh', tab }).catch(() => 'unknown');
  if (told === 'unknown' || known.stale === (told === 'changed')) return;
  known.stale = told === 'changed';
  redraw();
}

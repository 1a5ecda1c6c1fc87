/** A page rings when something about it has changed. The bell carries no word: we ask the page ourselves. */
import { checkEnded, isChecking } from './check.js';
import { present, tell } from './page.js';
import { numbersAmong } from './passages.js';
import { readByItself } from './sites.js';
import { keep, stateOf, turnTo } from './tabs.js';

/**
 * Holds what is kept of a tab against the page that stands in it: the same one, one that came back, or another.
 *
 * @param {number} tab
 * @returns {Promise<boolean>} whether the page in the tab is one that we hold cards of, or are reading just now
 */
export async function settle(tab) {
  if (isChecking(tab)) return true;
  const there = await present(tab);
  const state = await stateOf(tab);
  if (isChecking(tab)) return true; // clicked meanwhile
  if (there && there.token === state?.page) return true;
  if (state?.phase === 'unpaired') return false; // it waits for a connection, not for a page
  await turnTo(tab, there?.token);
  if (there && (await stateOf(tab))) return true;
  // A page that is marked, and of which nothing is known any more.
  if (there) await tell(tab, { kind: 'clear' }).catch(() => {});
  return false;
}

/** @param {number} tab whose page has loaded */
export async function loaded(tab) {
  const running = checkEnded(tab);
  if (running) {
    await running;
    const { phase, trouble } = (await stateOf(tab)) ?? {};
    // What it came to stays, but where the page may have gone under its hands: one of the reader's list is read anew.
    if (phase === 'trouble') return trouble === 'unsupported' ? readByItself(tab) : undefined;
  }
  // A jump within the page that was read leaves everything where it was.
  if (!(await settle(tab))) await readByItself(tab);
}

/** @param {number} tab whose page rang */
export async function rung(tab) {
  if (!(await settle(tab)) || isChecking(tab)) return;
  const [there, state] = [await present(tab), await stateOf(tab)];
  if (isChecking(tab)) return; // it puts what it finds in the place of this
  if (there?.token !== state?.page || state.phase !== 'done') return;
  const changed = state.changed || there.changed === true;
  await keep(tab, { ...state, marked: numbersAmong(there.marked, state.answer), ...(changed && { changed }) });
  if (changed) await readByItself(tab); // only where the reader said so
}

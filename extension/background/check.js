/** One click, from the page to the highlights: read it, ask for its cards, keep them, mark what they speak of. */
import { language } from '../lib/i18n.js';
import { Trouble, askForCards } from '../lib/service.js';
import { forgetToken, settings } from '../lib/settings.js';
import { ready } from './frame.js';
import { enter, present, read, tell } from './page.js';
import { numbersAmong, passagesOf } from './passages.js';
import { permittedWindow } from './private.js';
import { recorder } from './receipts.js';
import { allStates, keep, makeSureOfRoom, setBadge, stateOf, turnTo } from './tabs.js';

/** The newest check of each tab: an older one that ends later must not overwrite it. */
const newest = new Map();

/** @param {number} tab */
export async function check(tab) {
  const run = Promise.withResolvers();
  const page = crypto.randomUUID();
  newest.set(tab, run);
  const put = async (state) => {
    if (newest.get(tab) === run) await keep(tab, state);
  };
  let before = null;
  try {
    before = await cardsThere(tab);
    const privately = await permittedWindow(tab);
    const service = await settings();
    // The page is not read before there is somebody to read it for.
    if (!service.token) return await put(before ? { ...before, trouble: 'unpaired' } : { phase: 'unpaired' });
    await put(before ? { ...before, checking: true } : { phase: 'checking', page });
    const done = await checked(tab, page, service, recorder(privately));
    await put(done ?? before);
    if (!done && before && newest.get(tab) === run) await holdAgainstPage(tab, before);
  } catch (error) {
    const trouble = error instanceof Trouble ? error.kind : 'failed';
    if (trouble === 'refused') await forgetToken();
    const state = before ? { ...before, trouble } : { phase: 'trouble', trouble, page };
    await put(state).catch(() => setBadge(tab, { phase: 'trouble' }));
    if (before && newest.get(tab) === run) await holdAgainstPage(tab, before);
  } finally {
    if (newest.get(tab) === run) newest.delete(tab);
    run.resolve();
  }
}

/**
 * The cards of the page that stands in the tab: they stay until there is a new answer.
 *
 * @returns {Promise<import('./tabs.js').TabState|null>}
 */
async function cardsThere(tab) {
  const state = await stateOf(tab);
  if (state?.phase !== 'done' || !(await holdAgainstPage(tab, state))) return null;
  const { checking, trouble, ...cards } = state;
  return cards;
}

/** @returns {Promise<boolean>} whether it is still the page in the tab; where not, it is put aside */
async function holdAgainstPage(tab, { page }) {
  const there = await present(tab);
  if (there?.token === page) return true;
  await turnTo(tab, there?.token);
  return false;
}

/** @returns {Promise<import('./tabs.js').TabState|null>} null: another page stands in the tab by now */
async function checked(tab, page, service, record) {
  await enter(tab);
  const text = await read(tab, page);
  const answer = await askForCards(service, { ...text, ui: language() }, record);
  const passages = passagesOf(answer);
  await makeSureOfRoom(answer); // before anything changes in the page
  const nonce = crypto.randomUUID();
  const done = ready(nonce, answer); // the frame asks for them as soon as it stands in the page
  const marked = await tell(tab, { kind: 'mark', token: page, nonce, passages }).catch(() => null);
  done();
  if (!Array.isArray(marked)) return null;
  const truncated = text.truncated === true;
  return { phase: 'done', answer, marked: numbersAmong(marked, answer), truncated, page, nonce };
}

/** Whether a check of this tab is under way. @param {number} tab */
export const isChecking = (tab) => newest.has(tab);

/** Until the check of this tab that is under way has ended. @param {number} tab */
export const checkEnded = (tab) => newest.get(tab)?.promise;

/** When we start, nothing is under way yet: a check that seems to be was cut off with the worker it ran in. */
export async function recover() {
  const trouble = 'interrupted';
  for (const [tab, { checking, ...state }] of await allStates()) {
    if (newest.has(tab)) continue;
    if (checking) await keep(tab, { ...state, trouble });
    else if (state.phase === 'checking') await keep(tab, { phase: 'trouble', trouble, page: state.page });
  }
}

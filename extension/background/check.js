/** One click, from the page to the highlights: read it, ask for its cards, keep them, mark what they speak of. */
import { language } from '../lib/i18n.js';
import { Trouble, askForCards } from '../lib/service.js';
import { forgetToken, settings } from '../lib/settings.js';
import { ready } from './frame.js';
import { enter, read, tell } from './page.js';
import { numbersAmong, passagesOf } from './passages.js';
import { permittedWindow } from './private.js';
import { recorder } from './receipts.js';
import { allStates, keep } from './tabs.js';

/** The newest check of each tab: an older one that ends later must not overwrite it. */
const newest = new Map();

/** @param {number} tab */
export async function check(tab) {
  const run = Symbol('check');
  const page = crypto.randomUUID();
  newest.set(tab, run);
  const put = async (state) => {
    if (newest.get(tab) !== run) return;
    await keep(tab, state);
  };
  try {
    const privately = await permittedWindow(tab);
    const service = await settings();
    // The page is not read before there is somebody to read it for.
    if (!service.token) return await put({ phase: 'unpaired' });
    await put({ phase: 'checking', page });
    await put(await checked(tab, page, service, recorder(privately)));
  } catch (error) {
    const trouble = error instanceof Trouble ? error.kind : 'failed';
    if (trouble === 'refused') await forgetToken();
    await put({ phase: 'trouble', trouble, page });
  } finally {
    if (newest.get(tab) === run) newest.delete(tab);
  }
}

/** @returns {Promise<import('./tabs.js').TabState|null>} null: another page stands in the tab by now */
async function checked(tab, page, service, record) {
  await enter(tab);
  const text = await read(tab, page);
  const answer = await askForCards(service, { ...text, ui: language() }, record);
  const passages = passagesOf(answer);
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

/** When we start, nothing is under way yet: a check that seems to be was cut off with the worker it ran in. */
export async function recover() {
  for (const [tab, { phase, page }] of await allStates())
    if (phase === 'checking' && !newest.has(tab)) await keep(tab, { phase: 'trouble', trouble: 'interrupted', page });
}

/** One click, from the page to the highlights: read it, ask for its cards, keep them, mark what they speak of. */
import { language } from '../lib/i18n.js';
import { Trouble, askForCards } from '../lib/service.js';
import { forgetToken, settings } from '../lib/settings.js';
import { enter, read, tell } from './page.js';
import { passagesOf } from './passages.js';
import { setBadge, setState } from './tabs.js';

/** The newest check of each tab: an older one that ends later must not overwrite it. */
const newest = new Map();

/** @param {number} tab */
export async function check(tab) {
  const run = Symbol('check');
  newest.set(tab, run);
  const put = async (state) => {
    if (newest.get(tab) !== run) return;
    await setState(tab, state);
    await setBadge(tab, state);
  };
  try {
    const service = await settings();
    // The page is not read before there is somebody to read it for.
    if (!service.token) return await put({ phase: 'unpaired' });
    await put({ phase: 'checking' });
    await put(await checked(tab, service));
  } catch (error) {
    const trouble = error instanceof Trouble ? error.kind : 'failed';
    if (trouble === 'refused') await forgetToken();
    await put({ phase: 'trouble', trouble });
  } finally {
    if (newest.get(tab) === run) newest.delete(tab);
  }
}

/** @returns {Promise<import('./tabs.js').TabState>} */
async function checked(tab, service) {
  await enter(tab);
  const page = await read(tab);
  const answer = await askForCards(service, { ...page, ui: language() });
  const passages = passagesOf(answer);
  const marked = await tell(tab, { kind: 'mark', passages }).catch(() => []);
  return { phase: 'done', answer, marked: numbersAmong(marked, passages), truncated: page.truncated === true };
}

/** What the page answered, held against what it was asked. */
function numbersAmong(marked, passages) {
  const asked = new Set(passages.map((passage) => passage.n));
  return Array.isArray(marked) ? [...new Set(marked)].filter((n) => asked.has(n)) : [];
}

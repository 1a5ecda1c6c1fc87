/** The only way from the background into a page, and what it takes from there. */
import { ext } from '../lib/ext.js';
import { Trouble } from '../lib/service.js';

const FILES = [
  'rest',
  'points',
  'squeeze',
  'tree',
  'skeleton',
  'budget',
  'find',
  'visible',
  'places',
  'published',
  'about',
  'blocks',
  'extract',
  'ranges',
  'mark',
  'layout',
  'room',
  'geometry',
  'host',
  'bars',
  'overlay',
  'watch',
  'main',
].map((name) => `content/${name}.js`);
const CSS = ['content/highlight.css'];
// As the reader's own style too, where it matters: Firefox brings only that into shadow trees. Chromium paints no tint
// from it, and every style that is put in costs it a look at the whole page.
const ORIGINS = ext.runtime.getURL('').startsWith('chrome') ? ['AUTHOR'] : ['AUTHOR', 'USER'];
const TRIES = 4;
const DATE = /^\d{4}-\d{2}(-\d{2})?$/;

/**
 * Puts the content scripts into the tab's page. Right after a click the permission for the tab may not have arrived
 * yet (seen in one of four clicks), so a refusal is only believed when it stays.
 *
 * @param {number} tab
 */
export async function enter(tab) {
  for (let go = 1; ; go++) {
    try {
      // Into its frames as well: those of the page's own origin are read with it.
      for (const origin of ORIGINS)
        await ext.scripting.insertCSS({ target: { tabId: tab, allFrames: true }, origin, files: CSS });
      await ext.scripting.executeScript({ target: { tabId: tab }, files: FILES });
      return;
    } catch {
      if (go === TRIES) throw new Trouble('unsupported');
      await new Promise((done) => setTimeout(done, 60 * go));
    }
  }
}

/** @param {number} tab @param {{kind: string}} message */
export const tell = (tab, message) => ext.tabs.sendMessage(tab, message, { frameId: 0 });

/**
 * The page that was read, if it is still the one in the tab: which reading it knows of, and what has become of it.
 *
 * @returns {Promise<{token: string, marked: unknown, changed: unknown}|null>}
 */
export async function present(tab) {
  const there = await tell(tab, { kind: 'present' }).catch(() => null);
  return typeof there?.token === 'string' ? there : null;
}

/**
 * The page's text. A page that broke out of its process could forge the answer, so only what has the agreed form
 * goes on, and nothing beside it; the service checks the rest.
 *
 * @param {number} tab
 * @param {string} token a name for this reading, which the page keeps
 */
export async function read(tab, token) {
  // Firefox injects into some of its own pages without a word, and nobody is there to answer.
  const told = await tell(tab, { kind: 'read', token }).catch(() => null);
  const page = sound(told);
  if (!page) throw new Trouble('unsupported');
  if (!page.blocks.length) throw new Trouble(told.elsewhere === true ? 'framed' : 'nothing');
  return page;
}

/** @param {unknown} page @returns {object|null} a copy with the agreed keys only */
export function sound(page) {
  const whole = (value) => Number.isSafeInteger(value);
  const text = (value) => typeof value === 'string';
  if (!Array.isArray(page?.blocks) || !Array.isArray(page.tree)) return null;
  const blocks = page.blocks.map((block) => ({ i: block?.i, tag: block?.tag, in: block?.in, text: block?.text }));
  if (!blocks.every((block) => whole(block.i) && text(block.tag) && whole(block.in) && text(block.text))) return null;
  const tree = page.tree.map((node) => (Array.isArray(node) ? node.slice(0, 3) : []));
  if (!tree.every(([tag, parent, hint]) => text(tag) && whole(parent) && text(hint))) return null;
  const copy = { blocks, tree };
  if (text(page.lang)) copy.lang = page.lang;
  if (text(page.published) && DATE.test(page.published)) copy.published = page.published;
  if (page.truncated === true) copy.truncated = true;
  return copy;
}

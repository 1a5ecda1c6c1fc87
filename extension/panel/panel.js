/** The panel: shows what is known about the tab in front, and draws anew when that changes. Reads nothing by itself. */
import { ext } from '../lib/ext.js';
import { language, t } from '../lib/i18n.js';
import { showAlways } from './always.js';
import { draw as drawn } from './draw.js';
import { mark } from './evidence.js';
import { isStale } from './freshness.js';
import * as passages from './passages.js';
import { handsOn, known, send } from './tab.js';
import * as views from './views.js';

const ASK_MS = 1_000;
const byId = (id) => document.getElementById(id);

function viewOf(now) {
  const { tab, state, address, stale } = now;
  const hands = handsOn(tab);
  const first = withoutCards(now, hands);
  if (state?.phase !== 'done') return first ?? views.idle();
  const cards = views.done(state, { address, stale }, hands);
  return first ? views.above(first, cards) : state.checking ? views.again(cards) : cards;
}

/** What there is to say before any card, or in the place of cards. */
function withoutCards({ state, pairing, token, address }, hands) {
  if (pairing?.secret) return views.waiting(pairing, hands);
  if (state?.trouble === 'refused' && !pairing) return views.trouble('refused', address, hands);
  if (!token) return views.unpaired(pairing, address, hands);
  if (state?.phase === 'checking') return views.checking(address);
  const { trouble } = state ?? {};
  const key = state?.phase === 'done' ? 'readAgain' : 'again';
  return trouble && trouble !== 'unpaired' ? views.trouble(trouble, address, hands, key) : null;
}

let before = '';
let shown; // the tab
let latest = {};

async function draw() {
  const now = (latest = await known());
  await showAlways(now.tab, now.state?.phase === 'done');
  const stale = isStale(now.tab, now.state, redraw);
  const { digits, problem } = now.pairing ?? {};
  const signature = JSON.stringify([now.tab, now.state, digits, problem, now.token, now.address, stale]);
  if (signature === before) return follow(now.tab, now.place);
  before = signature;
  const main = byId('main');
  const { status, parts } = viewOf({ ...now, stale });
  if (now.tab !== shown) main.replaceChildren(); // the buttons of another tab's cards act on that one
  shown = now.tab;
  const lost = drawn(main, parts);
  mark(main, new Set(now.state?.marked ?? []));
  main.setAttribute('aria-busy', String(now.state?.phase === 'checking' || now.state?.checking === true));
  if (byId('status').textContent !== status) byId('status').textContent = status;
  // A title that says the same is in view; the status then is for those who listen.
  byId('status').classList.toggle('unseen', main.querySelector('h2')?.textContent === status);
  // What was pressed is gone: the next Tab goes on from here, not from the top of the browser.
  if (lost) main.focus({ preventScroll: true });
  follow(now.tab, now.place);
}

let reached = '';

/** To where the reader is by now, however that came about: once, so that the panel can be scrolled. */
function follow(tab, place) {
  passages.mark(byId('main'), place);
  const now = JSON.stringify([tab, place]);
  if (place && now !== reached) passages.goTo(byId('main'), place);
  reached = now;
}

/** One drawing at a time: a second one begins with what is known when the first has ended. */
let queue = Promise.resolve();
function redraw() {
  queue = queue.then(draw, draw);
  return queue;
}

/** A page of ours in a tab of its own. */
const opens = (path) => () => ext.tabs.create({ url: ext.runtime.getURL(path) });

document.documentElement.lang = language();
byId('title').textContent = t('panelTitle');
byId('permanent').textContent = t('permanent');
byId('no-measure').textContent = t('permanentCount');
byId('receipts').textContent = t('whatWasSent');
byId('receipts').addEventListener('click', opens('receipts/receipts.html'));
byId('settings').textContent = t('settings');
byId('settings').addEventListener('click', () => ext.runtime.openOptionsPage());
ext.storage.session.onChanged.addListener(redraw);
ext.storage.local.onChanged.addListener(redraw);
ext.tabs.onActivated.addListener(redraw);
document.addEventListener('visibilitychange', redraw);
setInterval(async () => {
  isStale(latest.tab, latest.state, redraw);
  // A check may have been cut off with the background that made it: asking wakes it, and then it notices.
  const busy = byId('main').getAttribute('aria-busy') === 'true';
  if (busy || (await ext.storage.session.get('pairing')).pairing?.secret) await send({ kind: 'waiting' });
}, ASK_MS);
redraw();

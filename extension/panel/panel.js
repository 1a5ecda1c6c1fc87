/** The panel: shows what is known about the tab in front, and draws anew when that changes. Reads nothing by itself. */
import { ext } from '../lib/ext.js';
import { language, t } from '../lib/i18n.js';
import { showAlways } from './always.js';
import { draw as drawn } from './draw.js';
import { mark } from './evidence.js';
import { isStale } from './freshness.js';
import { follow } from './passages.js';
import { handsOn, known, send } from './tab.js';
import * as views from './views.js';

const ASK_MS = 1_000;
const byId = (id) => document.getElementById(id);

function viewOf({ tab, state, pairing, token, address, stale }) {
  const hands = handsOn(tab);
  const show = (n) => {
    follow(byId('main'), n);
    return hands.show(n);
  };
  if (pairing?.secret) return views.waiting(pairing, hands);
  if (state?.trouble === 'refused' && !pairing) return views.trouble('refused', address, hands);
  if (!token) return views.unpaired(pairing, address, hands);
  if (state?.phase === 'checking') return views.checking(address);
  if (state?.phase === 'trouble') return views.trouble(state.trouble, address, hands);
  if (state?.phase === 'done') return views.done(state, { address, stale }, { ...hands, show });
  return views.idle();
}

let before = '';
let shown; // the tab

async function draw() {
  const now = await known();
  await showAlways(now.tab, now.state?.phase === 'done');
  const stale = isStale(now.tab, now.state, redraw);
  const { digits, problem } = now.pairing ?? {};
  const signature = JSON.stringify([now.tab, now.state, digits, problem, now.token, now.address, stale]);
  if (signature === before) return;
  before = signature;
  const main = byId('main');
  const { status, parts } = viewOf({ ...now, stale });
  if (now.tab !== shown) main.replaceChildren(); // the buttons of another tab's cards act on that one
  shown = now.tab;
  const lost = drawn(main, parts);
  mark(main, new Set(now.state?.marked ?? []));
  main.setAttribute('aria-busy', String(now.state?.phase === 'checking'));
  if (byId('status').textContent !== status) byId('status').textContent = status;
  // A title that says the same is in view; the status then is for those who listen.
  byId('status').classList.toggle('unseen', main.querySelector('h2')?.textContent === status);
  // What was pressed is gone: the next Tab goes on from here, not from the top of the browser.
  if (lost) main.focus({ preventScroll: true });
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
  // A check may have been cut off with the background that made it: asking wakes it, and then it notices.
  const busy = byId('main').getAttribute('aria-busy') === 'true';
  if (busy || (await ext.storage.session.get('pairing')).pairing?.secret) await send({ kind: 'waiting' });
}, ASK_MS);
redraw();

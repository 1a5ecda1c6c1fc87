/** The panel: shows what is known about the tab in front, and draws anew when that changes. Asks nobody by itself. */
import { ext } from '../lib/ext.js';
import { language, t } from '../lib/i18n.js';
import { settings } from '../lib/settings.js';
import * as views from './views.js';

const ASK_MS = 1_000;
const byId = (id) => document.getElementById(id);

/** A panel opened as a tab is about the tab it names. */
async function shownTab() {
  const named = new URLSearchParams(location.search).get('tab');
  if (named) return Number(named);
  const [tab] = await ext.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

const send = (message) => ext.runtime.sendMessage(message);

async function known() {
  const tab = await shownTab();
  const key = `tab:${tab}`;
  const { pairing, [key]: state } = await ext.storage.session.get(['pairing', key]);
  return { tab, state, pairing, ...(await settings()) };
}

function viewOf({ tab, state, pairing, token, address }) {
  const hands = {
    send,
    tab,
    show: (n) => ext.tabs.sendMessage(tab, { kind: 'show', n }, { frameId: 0 }).catch(() => {}),
  };
  if (pairing?.secret) return views.waiting(pairing, hands);
  if (state?.trouble === 'refused' && !pairing) return views.trouble('refused', address, hands);
  if (!token) return views.unpaired(pairing, address, hands);
  if (state?.phase === 'checking') return views.checking();
  if (state?.phase === 'trouble') return views.trouble(state.trouble, address, hands);
  if (state?.phase === 'done') return views.done(state, address, hands);
  return views.idle();
}

let drawn = { signature: '', tab: undefined };

/** Equal nodes are left alone: a button must not change under the finger that presses it. */
const differ = (main, nodes) =>
  nodes.length !== main.children.length || nodes.some((node, i) => !node.isEqualNode(main.children[i]));

async function draw() {
  const now = await known();
  const { digits, problem } = now.pairing ?? {};
  const signature = JSON.stringify([now.tab, now.state, digits, problem, now.token, now.address]);
  if (signature === drawn.signature) return;
  const main = byId('main');
  const focusInside = main.contains(document.activeElement);
  const { status, nodes } = viewOf(now);
  const replaced = now.tab !== drawn.tab || differ(main, nodes);
  drawn = { signature, tab: now.tab };
  if (replaced) main.replaceChildren(...nodes);
  main.setAttribute('aria-busy', String(now.state?.phase === 'checking'));
  byId('status').textContent = status;
  // A title that says the same is in view; the status then is for those who listen.
  byId('status').classList.toggle('unseen', main.querySelector('h2')?.textContent === status);
  // What was pressed is gone: the next Tab goes on from here, not from the top of the browser.
  if (focusInside && replaced) main.focus({ preventScroll: true });
}

/** One drawing at a time: a second one begins with what is known when the first has ended. */
let queue = Promise.resolve();
const redraw = () => (queue = queue.then(draw, draw));

document.documentElement.lang = language();
byId('title').textContent = t('panelTitle');
byId('permanent').textContent = t('permanent');
byId('settings').textContent = t('settings');
byId('settings').addEventListener('click', () => ext.runtime.openOptionsPage());
ext.storage.session.onChanged.addListener(redraw);
ext.storage.local.onChanged.addListener(redraw);
ext.tabs.onActivated.addListener(redraw);
setInterval(async () => {
  if ((await ext.storage.session.get('pairing')).pairing?.secret) await send({ kind: 'waiting' });
}, ASK_MS);
redraw();

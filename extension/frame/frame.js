/**
 * The page that stands in other pages. It takes one message, from the window around it: a port, and the nonce that
 * only the content script was told. With that it asks the background for its cards; no word of them goes out again.
 */
import { ext } from '../lib/ext.js';
import { language, t } from '../lib/i18n.js';
import { buttonOf, cardsAt, drawMarkers } from './markers.js';
import { watchSeen } from './seen.js';
import { smallCard } from './small.js';

const byId = (id) => document.getElementById(id);
const [page, markers, card] = ['page', 'markers', 'card'].map(byId);
const seen = watchSeen(card);
const ask = (kind, more = {}) => ext.runtime.sendMessage({ kind, ...more });

let cards = [];
let say = () => {};
let shown = null; // the marker whose card is open

addEventListener('message', greeted);

async function greeted({ data, ports, source }) {
  if (source !== parent || typeof data !== 'string' || ports.length !== 1) return;
  const given = await ask('cards', { nonce: data }).catch(() => null);
  if (!Array.isArray(given)) return;
  removeEventListener('message', greeted);
  cards = given;
  const [port] = ports;
  port.onmessage = ({ data: message }) => heard[message.kind]?.(message);
  say = (kind, more = {}) => port.postMessage({ kind, ...more });
  say('ready', { title: document.title });
}

const heard = {
  draw({ seq, top, markers: places }) {
    page.style.top = `${-top}px`;
    drawMarkers(markers, places, cards, open);
    if (shown && !shown.button.isConnected) close();
    say('drawn', { seq }); // at once: browsers draw no frame that can't be seen, and it is not seen before this
  },
  focus: ({ n }) => reach(n),
  put({ x, y, height }) {
    Object.assign(card.style, { left: `${x}px`, top: `${y}px`, maxHeight: `${height}px`, visibility: 'visible' });
  },
  close: () => close(),
};

/** What a browser has not drawn yet takes no focus, and Chromium hears later than we that the frame is to be seen. */
function reach(n, tries = 20) {
  const button = buttonOf(n);
  button?.focus({ preventScroll: true });
  if (tries && document.activeElement !== button && !shown) requestAnimationFrame(() => reach(n, tries - 1));
}

function open({ ns }, button) {
  const again = shown?.button === button;
  close();
  if (again) return;
  shown = { ns, button };
  button.setAttribute('aria-expanded', 'true');
  card.replaceChildren(...smallCard(cardsAt(cards, ns), ns, hands));
  Object.assign(card.style, { visibility: 'hidden', maxHeight: 'none' });
  card.hidden = false;
  card.scrollTop = 0;
  const { width, height } = card.getBoundingClientRect();
  card.style.visibility = 'visible';
  say('open', { ns, x: parseFloat(button.style.left), width: Math.ceil(width), height: Math.ceil(height) });
  card.focus({ preventScroll: true });
}

function close() {
  if (!shown) return;
  const { button } = shown;
  const inside = card.contains(document.activeElement);
  button.setAttribute('aria-expanded', 'false');
  shown = null;
  card.hidden = true;
  say('closed');
  if (inside) button.focus({ preventScroll: true });
}

/** Pressed by a reader who could see it. */
const pressed = (work) => (event) => event?.isTrusted && seen() && work();
const hands = {
  close,
  all: (card, n) => pressed(() => ask('open', { card, n })),
  compare: (card) => pressed(() => ask('compare', { card })),
};

addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  if (shown) close();
  else say('back');
});

/** An update leaves this page behind; in Firefox nothing else of the version before is alive by then. */
function lookBack() {
  try {
    if (ext.runtime.id) return;
  } catch {
    // Firefox: a dead object
  }
  document.body.replaceChildren();
}
for (const sign of ['focus', 'pointerover', 'resize', 'visibilitychange']) addEventListener(sign, lookBack, true);

document.documentElement.lang = language();
document.title = t('frameTitle');
markers.setAttribute('aria-label', t('frameTitle'));

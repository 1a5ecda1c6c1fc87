/** What happens when: the click, messages of our pages, tabs that come and go. All listeners stand here, at once. */
import { cancel, connect, pageLoaded, stillWaiting } from './background/connect.js';
import { check, recover } from './background/check.js';
import { cardsFor, compare, openFromPage, openPanel } from './background/frame.js';
import { fresh } from './background/fresh.js';
import { whoAsks, wellFormed } from './background/messages.js';
import { tell } from './background/page.js';
import { windowClosed } from './background/private.js';
import { clearReceipts } from './background/receipts.js';
import { report } from './background/report.js';
import { forgetTimes } from './background/sites.js';
import { forget } from './background/tabs.js';
import { loaded, rung } from './background/watch.js';
import { ext } from './lib/ext.js';
import { reach } from './lib/place.js';

// Content scripts need neither the token nor the address.
ext.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });

ext.action.onClicked.addListener((tab) => {
  openPanel(tab); // first, and without waiting: the browser allows it only within the click
  check(tab.id);
});

ext.commands?.onCommand.addListener(async (command, tab) => {
  if (!Object.hasOwn(STEPS, command)) return;
  const [front] = tab ? [tab] : await ext.tabs.query({ active: true, lastFocusedWindow: true });
  if (front) await step({ tab: front.id, by: STEPS[command] });
});

const STEPS = { 'next-passage': 1, 'previous-passage': -1 };

async function step({ tab, by }) {
  const now = await tell(tab, { kind: 'step', by }).catch(() => null);
  if (Number.isSafeInteger(now?.n)) await reach(tab, now);
}

/** What our own pages may ask for. */
const actions = {
  connect: ({ tab }) => connect(tab),
  waiting: stillWaiting,
  cancel,
  check: ({ tab }) => check(tab),
  fresh: ({ tab }) => fresh(tab),
  report: ({ report: one }) => report(one),
  clearReceipts,
  step,
};

/** What our frame in a page may ask for, and what a page may: to be asked. */
const others = {
  frame: {
    cards: (message, { id }) => cardsFor(message, id),
    open: (message, tab) => openFromPage(message, tab),
    compare,
  },
  page: { bell: (message, { id }) => rung(id) },
};

ext.runtime.onMessage.addListener((message, sender, respond) => {
  const who = whoAsks(sender);
  if (!wellFormed(message, who)) return false;
  const doing = who === 'ours' ? actions[message.kind](message) : others[who][message.kind](message, sender.tab);
  doing.then(
    (answer) => respond(answer ?? true),
    () => respond(false),
  );
  return true; // the answer comes later
});

ext.tabs.onUpdated.addListener(async (tab, change) => {
  if (change.status !== 'complete') return;
  await pageLoaded(tab);
  await loaded(tab);
});

function gone(tab) {
  forgetTimes(tab);
  return forget(tab);
}
ext.tabs.onRemoved.addListener(gone);
// Chromium gives a tab that it has put to sleep another number.
ext.tabs.onReplaced?.addListener((_, before) => gone(before));
ext.windows.onRemoved.addListener(windowClosed);

recover();

/**
 * Pairing: Connect here, Allow on the service's own page, and the service gives this browser a token.
 *
 * The service takes ten tries a minute, so we don't knock every second: we try when the page that we opened has
 * loaded something new (that is what Allow does), and now and then while the panel asks.
 */
import { ext } from '../lib/ext.js';
import { digitsOf, hashOf, newSecret } from '../lib/pairing.js';
import { Trouble, about, redeem } from '../lib/service.js';
import { keepToken, settings } from '../lib/settings.js';
import { check } from './check.js';
import { remember } from './memory.js';
import { recorder } from './receipts.js';
import { waitingTabs } from './tabs.js';

const LASTS_MS = 120_000;
const PAUSE_MS = 10_000;

const pending = async () => (await ext.storage.session.get('pairing')).pairing;

/** Reading and writing are two steps: one change at a time, or a cancelled pairing comes back. */
let turn = Promise.resolve();
const inTurn = (work) => (turn = turn.then(work, work));
const keep = (pairing) => inTurn(() => remember({ pairing }));

/** Changes the pairing that has this secret, if it is still under way. */
const change = (secret, changes) =>
  inTurn(async () => {
    const now = await pending();
    if (now?.secret === secret) await ext.storage.session.set({ pairing: { ...now, ...changes } });
  });

const end = (secret) => change(secret, { secret: undefined, problem: 'ended' });

export const cancel = () => inTurn(() => ext.storage.session.remove('pairing'));

/** Opens the service's page; the panel shows the same six digits. @param {number} [from] the tab to come back to */
export async function connect(from) {
  const { address } = await settings();
  const problem = await problemAt(address);
  if (problem) return keep({ problem });
  const secret = newSecret();
  const hash = await hashOf(secret);
  const now = Date.now();
  await keep({ secret, digits: digitsOf(hash), from, until: now + LASTS_MS, next: now + PAUSE_MS });
  const page = await ext.tabs.create({ url: `${address}/pair/${hash}` });
  await change(secret, { page: page.id });
}

/** @returns {Promise<string|null>} the kind of trouble, where no beside answers */
const problemAt = (address) =>
  about(address, recorder()).then(
    () => null,
    (error) => (error instanceof Trouble ? error.kind : 'failed'),
  );

/** The page we opened has loaded something: perhaps the reader just pressed Allow. @param {number} tab */
export async function pageLoaded(tab) {
  const pairing = await pending();
  if (pairing?.secret && pairing.page === tab) await attempt(pairing);
}

/** The panel asks while it waits. It keeps the time, not we: a sleeping worker has no timers. */
export async function stillWaiting() {
  const pairing = await pending();
  if (!pairing?.secret) return;
  const now = Date.now();
  if (now > pairing.until) await end(pairing.secret);
  else if (now >= pairing.next) await attempt(pairing);
}

async function attempt({ secret, page, from }) {
  // Before the request: the other event must not spend a second try on the same moment.
  await change(secret, { next: Date.now() + PAUSE_MS });
  const { address } = await settings();
  const { token, over, wait = 0 } = await redeem(address, secret, recorder()).catch(() => ({}));
  if (token) await connected(token, page, from);
  else if (over) await end(secret);
  else if (wait) await change(secret, { next: Date.now() + wait * 1000 });
}

async function connected(token, page, from) {
  await keepToken(token);
  await cancel();
  // Back to the article: its tab first, or closing ours would bring up a neighbour.
  if (from !== undefined) await ext.tabs.update(from, { active: true }).catch(() => {});
  if (page !== undefined) await ext.tabs.remove(page).catch(() => {});
  await Promise.all((await waitingTabs()).map(check));
}

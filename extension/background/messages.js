/**
 * Who may ask the background for something, and for what. Our own pages may ask for what a reader can press there; our
 * frame in a page for very little; a page's content script may ring, and nothing else.
 */
import { ext } from '../lib/ext.js';
import { isReport } from './report.js';

const tabNumber = (value) => Number.isSafeInteger(value) && value >= 0;

/** The form of each message. */
const OUR_FORMS = {
  connect: ({ tab }) => tab === undefined || tabNumber(tab),
  waiting: () => true,
  cancel: () => true,
  check: ({ tab }) => tabNumber(tab),
  fresh: ({ tab }) => tabNumber(tab),
  report: ({ report }) => isReport(report),
  clearReceipts: () => true,
  step: ({ tab, by }) => tabNumber(tab) && (by === 1 || by === -1),
};

const FRAME_FORMS = {
  cards: ({ nonce }) => typeof nonce === 'string',
  open: ({ card, n }) => tabNumber(card) && tabNumber(n),
  compare: ({ card }) => tabNumber(card),
};

const FORMS = { ours: OUR_FORMS, frame: FRAME_FORMS, page: { bell: () => true }, nobody: {} };

/**
 * Content scripts have our id too, and a page may have taken one over: only addresses of our own pages count.
 *
 * @param {{id?: string, url?: string, tab?: object, frameId?: number}} sender
 * @returns {'ours'|'frame'|'page'|'nobody'}
 */
export function whoAsks(sender) {
  if (sender?.id !== ext.runtime.id) return 'nobody';
  const url = String(sender.url ?? '');
  const inTab = Number.isSafeInteger(sender.tab?.id);
  if (isFrame(url)) return inTab ? 'frame' : 'nobody';
  if (url.startsWith(ext.runtime.getURL(''))) return 'ours';
  return inTab && sender.frameId === 0 ? 'page' : 'nobody';
}

const isFrame = (url) => url.startsWith(ext.runtime.getURL('frame/'));

/** @param {unknown} message @param {ReturnType<typeof whoAsks>} who */
export const wellFormed = (message, who = 'ours') =>
  typeof message === 'object' &&
  message !== null &&
  Object.hasOwn(FORMS[who], message.kind) &&
  FORMS[who][message.kind](message);

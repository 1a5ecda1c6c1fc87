/** Who may ask the background for something, and for what: our own pages, and nobody else. */
import { ext } from '../lib/ext.js';

const tabNumber = (value) => Number.isSafeInteger(value) && value >= 0;

/** The form of each message. */
const FORMS = {
  connect: ({ tab }) => tab === undefined || tabNumber(tab),
  waiting: () => true,
  cancel: () => true,
  check: ({ tab }) => tabNumber(tab),
};

/**
 * Content scripts have our id too, and a page may have taken one over: only addresses of our own pages count.
 *
 * @param {{id?: string, url?: string}} sender
 */
export function fromOurPages(sender) {
  return sender?.id === ext.runtime.id && String(sender.url ?? '').startsWith(ext.runtime.getURL(''));
}

/** @param {unknown} message */
export const wellFormed = (message) =>
  typeof message === 'object' && message !== null && Object.hasOwn(FORMS, message.kind) && FORMS[message.kind](message);

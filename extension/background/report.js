/** A reader's report on a card: held to its form, then to the service. Of the page only what the reader has chosen. */
import { report as sent } from '../lib/service.js';
import { settings } from '../lib/settings.js';
import { anyPrivate } from './private.js';
import { recorder } from './receipts.js';

const KINDS = ['wrong_incident', 'wrong_side', 'outdated', 'missing_account', 'wording', 'other'];
const MOST = 2000; // code points, of the note and of words of the page

const text = (value) => typeof value === 'string';
const short = (value) => Array.from(value).length <= MOST;
const name = (value) => text(value) && value.length > 0;

/** @param {unknown} report */
export function isReport(report) {
  if (typeof report !== 'object' || report === null) return false;
  const { corpus, incident, release, kind, note, fragment } = report;
  const named = name(corpus) && name(incident) && /^[0-9a-f]{8,64}$/.test(release) && KINDS.includes(kind);
  const noted = text(note) && short(note);
  return named && noted && (fragment === undefined || (name(fragment?.exact) && short(fragment.exact)));
}

/** @param {object} report @returns {Promise<boolean>} whether the service has kept it */
export async function report({ corpus, incident, release, kind, note, fragment }) {
  const body = { corpus, incident, release, kind, note };
  if (fragment) body.fragment = { exact: fragment.exact };
  // It may quote a page of a private window.
  const record = recorder(await anyPrivate());
  return sent(await settings(), body, record).then(
    () => true,
    () => false,
  );
}

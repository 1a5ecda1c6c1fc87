/** What was known when: the accounts that existed at the page's date, and how many came after. */
import { t } from '../lib/i18n.js';
import * as wording from '../lib/wording.js';
import { make, section } from './dom.js';

/** @param {object} card */
export function knownWhen({ known_at: at }) {
  if (!at?.published) return null;
  return section(
    'known',
    t('known'),
    make('p', {}, t('knownAt', wording.day(at.published), wording.number(at.before), wording.number(at.after))),
    at.untold > 0 && make('p', {}, t('knownUntold', wording.number(at.untold))),
    at.after > 0 && make('p', { class: 'note' }, t('knownLater')),
  );
}

/**
 * EDTF dates as people write them, never more precise than they were given:
 * "2022-11" stays a month, "2022-11-21~" is "about 21 November 2022".
 * What we can't word is shown as it stands.
 */

/** "en" alone means the order of the United States: 11/21. Most of our readers of English are elsewhere. */
const ORDER = { en: 'en-GB' };
const DATE = /^(\d{4})(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?([?~%]?)$/;
const QUALIFIED = { '?': 'datePerhaps', '~': 'dateAbout', '%': 'datePerhapsAbout' };

/**
 * @param {string} edtf
 * @param {string} language
 * @param {(key: string, ...values: string[]) => string} t
 */
export function readable(edtf, language, t) {
  const [from, to, more] = edtf.split('/');
  if (more !== undefined) return edtf;
  if (to === undefined) return single(from, language, t) ?? edtf;
  const first = from === '' || from === '..' ? null : single(from, language, t);
  const last = to === '' || to === '..' ? null : single(to, language, t);
  if (first && last) return t('dateFromTo', first, last);
  if (first) return t('dateFrom', first);
  return last ? t('dateUntil', last) : edtf;
}

function single(edtf, language, t) {
  const [, year, month, day, qualifier] = DATE.exec(edtf) ?? [];
  if (!year) return null;
  const known = { year: 'numeric' };
  if (month && month !== 'XX') {
    known.month = 'long';
    if (day && day !== 'XX') known.day = 'numeric';
  }
  const date = new Date(Date.UTC(Number(year), known.month ? month - 1 : 0, known.day ? Number(day) : 1));
  // Date.UTC turns the 31st of February into March: such a date is shown as it stands.
  if ((known.month && date.getUTCMonth() !== month - 1) || (known.day && date.getUTCDate() !== Number(day)))
    return null;
  const words = new Intl.DateTimeFormat(ORDER[language] ?? language, { ...known, timeZone: 'UTC' }).format(date);
  return qualifier ? t(QUALIFIED[qualifier], words) : words;
}

/** Words of the interface, from `_locales`. What the service sends is never translated here. */
import { ext } from './ext.js';

/**
 * @param {string} key a key of `_locales/<language>/messages.json`
 * @param {...(string|number)} values for $1, $2 ...
 */
export function t(key, ...values) {
  return ext.i18n.getMessage(key, values.map(String)) || key;
}

/**
 * The language these words are in. Not the browser's: a browser in German gets our English,
 * and dates must then be English too.
 */
export const language = () => t('language');

/**
 * A counted noun: `key_one`, `key_few`, `key_many`, `key_other` stand in every locale,
 * because Ukrainian and Russian need them all.
 *
 * @param {string} key
 * @param {number} count
 */
export function counted(key, count) {
  const number = new Intl.NumberFormat(language()).format(count);
  return t(`${key}_${new Intl.PluralRules(language()).select(count)}`, number);
}

/** @param {string[]} names joined as the language joins them */
export const listed = (names) => new Intl.ListFormat(language(), { type: 'conjunction' }).format(names);

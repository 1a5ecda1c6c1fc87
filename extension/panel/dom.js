/** Building blocks of the panel. Text goes in as text, whatever it holds: there is no way to put in markup. */
import { t } from '../lib/i18n.js';
import { marked } from '../lib/wording.js';

/**
 * @param {string} tag
 * @param {Record<string, string|boolean|EventListener>} attributes `on…` takes a listener, true is an empty attribute
 * @param {...(Node|string|null|undefined|false)} children
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value !== false && value !== undefined) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Words of a source or of the corpus: they keep their own direction beside our words, and their language. */
export const quoted = (text, language) => make('bdi', { lang: language || undefined }, text);

const MARKED = /\ue000(.*?)\ue001(.*?)\ue002/su;

/** Our words around others, each in its own language. @param {string} words with marks of `wording.marked` */
export const spoken = (words) =>
  words.split(MARKED).map((part, i, all) => (i % 3 === 0 ? part : i % 3 === 1 ? '' : quoted(part, all[i - 1])));

/** "On the question: …" */
export const question = (words, language) => spoken(t('claim', marked(words, language ?? '')));

export const note = (words) => make('p', { class: 'note' }, words);

export const button = (words, onclick, attributes = {}) =>
  make('button', { type: 'button', onclick, ...attributes }, words);

/** One section of a card, with its heading. */
export const section = (name, title, ...children) =>
  make('section', { class: name }, make('h3', {}, title), ...children);

/** A section that stays closed until it is asked for. */
export const closed = (name, title, ...children) =>
  make('details', { class: name }, make('summary', {}, title), ...children);

/**
 * Terms and what they mean; rows without a meaning are left out.
 *
 * @param {[string, Node|string|null][]} rows
 * @param {Record<string, string>} attributes
 */
export function facts(rows, attributes = {}) {
  const pairs = rows.filter(([, value]) => value !== null && value !== '');
  const told = (value) => (typeof value === 'string' ? spoken(value) : [value]);
  const row = ([term, value]) => make('div', {}, make('dt', {}, term), make('dd', {}, ...told(value)));
  return pairs.length ? make('dl', attributes, ...pairs.map(row)) : null;
}

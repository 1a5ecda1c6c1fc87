/** Other incidents with allegations of the same kind, whoever is accused: closed, not counted, an answer to nothing. */
import { t } from '../lib/i18n.js';
import * as wording from '../lib/wording.js';
import { closed, make, note, quoted, spoken } from './dom.js';
import { serviceLink } from './service_link.js';

/** @param {object} card @param {import('./card.js').Page} page */
export function shelf({ parallel: others = [], language }, page) {
  if (!others.length) return null;
  return closed('parallel', t('parallel'), note(t('parallelNote')), make('ul', {}, ...others.map(item)));

  function item(other) {
    const lang = wording.own(other) ?? language;
    const title = quoted(other.title, lang);
    const link = other.permalink && serviceLink(title, other.permalink, page);
    const where = other.where?.length ? wording.where(other, lang) : '';
    const facts = [other.when?.edtf && wording.day(other.when.edtf), where].filter(Boolean).join(' · ');
    return make('li', { dir: 'auto' }, link || title, facts && make('div', { class: 'note' }, ...spoken(facts)));
  }
}

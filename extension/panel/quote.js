/** Words of a source, verbatim: between marks, in their own language and direction, folded where they are graphic. */
import { t } from '../lib/i18n.js';
import * as wording from '../lib/wording.js';
import { make } from './dom.js';

/** @param {string} words @param {string} [language] of the document they stand in */
export const verbatim = (words, language) =>
  make('blockquote', { dir: 'auto', lang: language || undefined }, wording.quote(words));

/** @param {boolean} graphic @param {Node} content */
export const folded = (graphic, content) =>
  graphic ? make('details', { class: 'graphic' }, make('summary', {}, t('graphicOne')), content) : content;

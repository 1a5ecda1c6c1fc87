/** Figures: all numbers given for one thing on one strip, each with its words, date and speaker. Never a best one. */
import { t } from '../lib/i18n.js';
import * as wording from '../lib/wording.js';
import { make, note, quoted, section } from './dom.js';

/** @param {object} card @param {import('./card.js').Page} page */
export function figures(card, page) {
  const strips = (card.figures ?? []).filter(({ given = [], page = [] }) => given.length + page.length);
  if (!strips.length) return null;
  const drawn = strips.map((one) => strip(one, card, page));
  return section('figures', t('figures'), note(t('figuresNote')), ...drawn);
}

function strip({ what, given = [], page: own = [], sums = [] }, card, page) {
  return make(
    'div',
    {},
    make('h4', { dir: 'auto', lang: wording.own(card) || undefined }, what),
    make('ol', { class: 'strip' }, ...given.map((one) => cell(one, card)), ...own.map((one) => ownCell(one, page))),
    sums.length > 0 && make('ul', { class: 'sums' }, ...sums.map((sum) => make('li', {}, sumWords(sum)))),
  );
}

function cell(figure, card) {
  const account = card.accounts.find(({ statement }) => statement === figure.statement);
  const lang = card.documents?.[account?.document]?.language;
  const { speaker = {}, said, as_of: asOf, on_page: told } = figure;
  return make(
    'li',
    {},
    make('p', { class: 'value' }, wording.figure(figure)),
    make('p', { class: 'verbatim', dir: 'auto', lang }, wording.quote(figure.verbatim ?? '')),
    make('p', { class: 'who' }, speaker.name ? quoted(speaker.name, lang) : t('notKnown')),
    make('p', { class: 'note' }, asOf?.length === 10 ? t('asOf', wording.day(asOf)) : wording.day(asOf ?? said?.edtf)),
    told === true && make('p', { class: 'marks' }, make('span', { class: 'mark found' }, t('onPage'))),
  );
}

function ownCell(figure, { published, lang }) {
  return make(
    'li',
    { class: 'own' },
    make('p', { class: 'value' }, wording.figure(figure)),
    make('p', { class: 'verbatim', dir: 'auto', lang }, wording.quote(figure.exact ?? '')),
    make('p', { class: 'who' }, make('b', {}, t('thisPage'))),
    make('p', { class: 'note' }, wording.day(published)),
  );
}

function sumWords({ total, parts, sum, adds_up: same }) {
  const added = parts.map(({ value }) => wording.number(value)).join(' + ');
  return same
    ? t('sumSame', added, wording.number(sum))
    : t('sumOther', added, wording.number(sum), wording.number(total.value));
}

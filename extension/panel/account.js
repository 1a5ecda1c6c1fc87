/** One account: who said what, how, through whom, when. Every account has the same rows in the same order. */
import { t } from '../lib/i18n.js';
import { landingOn, webAddress } from '../lib/links.js';
import * as wording from '../lib/wording.js';
import { facts, make, question, quoted, spoken } from './dom.js';
import { folded, verbatim } from './quote.js';

/**
 * @param {object} account
 * @param {object} card
 * @param {string} [id] by which the rest of the card points at it
 */
export function accountItem(account, card, id) {
  const { speaker } = account;
  const document = card.documents?.[account.document];
  return make(
    'li',
    { class: 'account', id },
    make('h4', {}, quoted(speaker.name, document?.language)),
    make('p', { class: 'role' }, speaker.role ? roleOf(speaker, card) : t('notKnown')),
    marks(account),
    make('p', { class: 'stance' }, make('span', {}, wording.stance(account))),
    make('p', { class: 'claim' }, ...question(card.claims?.[account.claim]?.text ?? account.claim, wording.own(card))),
    folded(account.graphic, words(account, card.language, document?.language)),
    facts([
      [t('certainty'), wording.certainty(account, document?.language)],
      [t('said'), wording.date(account.said)],
      [t('relay'), relay(account, card)],
      [t('outlet'), quoted(t('outletAndDate', wording.outlet(document), wording.date(document?.published)))],
      [t('source'), source(account, document)],
    ]),
  );
}

/** A role of our own list is worded by us, any other by the corpus. */
export function roleOf({ role }, { language }) {
  const words = wording.term('role', role);
  return quoted(words, words === role ? language : undefined);
}

const MARKS = { true: ['found', 'onPage'], false: ['unfound', 'notOnPage'], null: ['untold', 'untold'] };

/** Found, not found, or neither can be told. Where there is no page there is nothing to mark. */
function marks({ on_page: told, after_page: after }) {
  const [name, key] = MARKS[told] ?? [];
  const found = key && make('span', { class: `mark ${name}` }, t(key));
  const later = after === true && make('span', { class: 'later' }, t('afterPage'));
  return found || later ? make('p', { class: 'marks' }, found, later) : null;
}

function words({ says, passage }, own, language) {
  return make(
    'div',
    { class: 'words' },
    make('p', { class: 'says', dir: 'auto', lang: own || undefined }, says),
    passage?.exact && verbatim(passage.exact, language),
  );
}

/** First source first, the outlet that published it last. */
function relay(account, card) {
  const names = (account.relay ?? []).map((id) => wording.nameOf(card, id));
  if (!names.length) return t('relayNone');
  return make('bdi', {}, ...spoken(names.reduce((chain, name) => t('arrow', chain, name))));
}

function source(account, document) {
  // The service's own link lands best: it knows the words around the quote.
  const given = account.link ? webAddress(account.link)?.href : null;
  const href = given ?? landingOn(document?.url ?? '', account.passage?.exact ?? '');
  if (!href) return t('noAddress');
  const link = { href, target: '_blank', rel: 'noopener noreferrer', referrerpolicy: 'no-referrer' };
  return make('a', link, t('sourceLink', new URL(href).host));
}

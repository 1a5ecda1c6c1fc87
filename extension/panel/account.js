/** One account: who said what, how, through whom, when. Every account has the same rows in the same order. */
import { t } from '../lib/i18n.js';
import { landingOn, webAddress } from '../lib/links.js';
import * as wording from '../lib/wording.js';
import { facts, make, quoted } from './dom.js';

/**
 * @param {object} account
 * @param {object} card
 */
export function accountItem(account, card) {
  const { speaker } = account;
  const document = card.documents?.[account.document];
  return make(
    'li',
    { class: 'account' },
    make('h4', {}, quoted(speaker.name)),
    make('p', { class: 'role' }, quoted(speaker.role ? wording.term('role', speaker.role) : t('notKnown'))),
    make('p', { class: 'stance' }, make('span', {}, wording.stance(account)), onPage(account.on_page)),
    make('p', { class: 'claim', dir: 'auto' }, t('claim', card.claims?.[account.claim]?.text ?? account.claim)),
    account.graphic ? folded(words(account)) : words(account),
    facts([
      [t('certainty'), wording.certainty(account)],
      [t('said'), wording.date(account.said)],
      [t('relay'), relay(account, card)],
      [t('outlet'), quoted(t('outletAndDate', wording.outlet(document), wording.date(document?.published)))],
      [t('source'), source(account, document)],
    ]),
  );
}

/** Found, not found, or nothing: null is "cannot tell", and is shown as neither. */
function onPage(told) {
  if (told === true) return make('span', { class: 'mark' }, t('onPage'));
  return told === false && make('span', { class: 'unfound' }, t('notOnPage'));
}

function words({ says, passage }) {
  return make(
    'div',
    { class: 'words' },
    make('p', { class: 'says', dir: 'auto' }, says),
    passage?.exact && make('blockquote', { dir: 'auto' }, wording.quote(passage.exact)),
  );
}

const folded = (content) => make('details', { class: 'graphic' }, make('summary', {}, t('graphicOne')), content);

/** First source first, the outlet that published it last. */
function relay(account, card) {
  const names = (account.relay ?? []).map((id) => wording.nameOf(card, id));
  return names.length ? quoted(names.reduce((chain, name) => t('arrow', chain, name))) : t('relayNone');
}

function source(account, document) {
  // The service's own link lands best: it knows the words around the quote.
  const given = account.link ? webAddress(account.link)?.href : null;
  const href = given ?? landingOn(document?.url ?? '', account.passage?.exact ?? '');
  if (!href) return t('noAddress');
  const link = { href, target: '_blank', rel: 'noopener noreferrer', referrerpolicy: 'no-referrer' };
  return make('a', link, t('sourceLink', new URL(href).host));
}

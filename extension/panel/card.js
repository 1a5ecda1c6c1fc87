/** One incident: what it is, the state of the accounts, every account on record, and why it is shown. */
import { listed, t } from '../lib/i18n.js';
import * as wording from '../lib/wording.js';
import { accounts, byQuestion, missing, notFound } from './accounts.js';
import { facts, make, spoken } from './dom.js';
import { here } from './evidence.js';
import { figures } from './figures.js';
import { report } from './report.js';
import { serviceLink } from './service_link.js';
import { shelf } from './shelf.js';
import { knownWhen } from './when.js';
import { why } from './why.js';
import { wordings } from './wordings.js';

/**
 * @typedef {{address: string, published?: string|null, lang?: string, releases?: Record<string, string>,
 *   show: (n: number) => void, open: (address: string) => void, send?: (message: object) => Promise<unknown>,
 *   questions?: boolean}} Page
 *   what a card must know of its page, and what it can do there; questions: accounts grouped by question
 */

/**
 * @param {object} card
 * @param {number} number of the card in the panel
 * @param {Page} page
 */
export function cardArticle(card, number, page) {
  const title = `card-${number}`;
  const idOf = ({ statement }) => `account-${number}-${statement}`;
  return make(
    'article',
    { class: 'card', 'aria-labelledby': title, 'data-incident': `${card.corpus}/${card.incident}` },
    header(card, title),
    here(card, page),
    page.questions ? byQuestion(card, idOf) : accounts(card, idOf),
    notFound(card, idOf),
    missing(card),
    wordings(card, page),
    figures(card, page),
    knownWhen(card),
    shelf(card, page),
    why(card, page),
    report(card, title, page),
    footer(card, page),
  );
}

function header(card, title) {
  return make(
    'header',
    {},
    wording.isTopic(card) && make('p', { class: 'kind' }, t('topic')),
    make('h2', { id: title, dir: 'auto', tabindex: '-1', lang: wording.own(card) || undefined }, card.title),
    facts([
      [t('when'), wording.when(card, wording.own(card))],
      [t('where'), wording.where(card, wording.own(card))],
    ]),
    make('p', { class: 'state' }, wording.state(card)),
    facts(
      [
        [t('investigatedBy'), names(card, 'investigated_by')],
        [t('notVerifiedBy'), names(card, 'not_verified_by')],
      ],
      { class: 'stacked' },
    ),
  );
}

function names(card, key) {
  const ids = card.state[key] ?? [];
  return ids.length ? make('bdi', {}, ...spoken(listed(ids.map((id) => wording.nameOf(card, id))))) : null;
}

/** A permanent address, with the release that the card was made from. */
function footer(card, page) {
  const link = serviceLink(t('permalink'), card.permalink, page);
  const release = page.releases?.[card.corpus]?.slice(0, 8);
  const named = release && ` · ${t('release', card.corpus, release)}`;
  return link && make('footer', {}, make('p', { class: 'note' }, link, named));
}

/** The small card: what the incident is, how the accounts stand, and those on what this passage speaks of. */
import { t } from '../lib/i18n.js';
import * as wording from '../lib/wording.js';
import { roleOf } from '../panel/account.js';
import { button, make, question, quoted } from '../panel/dom.js';

const MOST = 12;

/**
 * @param {object[]} cards those of the marker
 * @param {number[]} ns its passages
 * @param {{close: () => void, all: (card: number, n: number) => EventListener,
 *   compare: (card: number) => EventListener}} hands
 * @returns {Node[]}
 */
export function smallCard(cards, ns, hands) {
  const shut = button('×', hands.close, { class: 'text close', 'aria-label': t('close') });
  const parts = cards.map((card, i) => [section(card, ns, i), row(card, ns, hands, cards.length > 1)]);
  return [shut, ...parts.flat()];
}

/** The ways on from a card; where several stand here, each has its own. */
function row({ number, title, evidence }, ns, { all, compare }, named) {
  const { n } = evidence.find((one) => ns.includes(one.n));
  const attributes = (key) => ({ class: 'text', ...(named && { 'aria-label': `${t(key)}: ${title}` }) });
  return make(
    'p',
    { class: named ? 'row own' : 'row' },
    button(t('allAccounts'), all(number, n), attributes('allAccounts')),
    button(t('compare'), compare(number), attributes('compare')),
  );
}

function section(card, ns, i) {
  const touched = new Set(card.evidence.filter(({ n }) => ns.includes(n)).flatMap(({ claims }) => claims));
  const some = card.accounts.filter(({ claim }) => touched.has(claim));
  const accounts = some.length ? some : card.accounts;
  const left = card.accounts.length - Math.min(accounts.length, MOST);
  const one = new Set(accounts.map(({ claim }) => claim)).size === 1;
  return make(
    'section',
    { class: i ? 'one' : 'one first' },
    wording.isTopic(card) && make('p', { class: 'kind' }, t('topic')),
    make('h2', { id: i ? `card-title-${i}` : 'card-title', dir: 'auto', lang: wording.own(card) }, card.title),
    make('p', { class: 'state' }, wording.state(card)),
    one && asked(accounts[0], card), // "denies" says little without it
    make('ol', {}, ...accounts.slice(0, MOST).map((each) => account(each, card, !one))),
    make('p', { class: 'note' }, t(some.length ? 'touched' : wording.forKind(card, 'accounts'))),
    accounts.length > 1 && make('p', { class: 'note' }, t('order')),
    left > 0 && make('p', { class: 'note' }, t('moreInPanel', left)),
  );
}

const asked = (account, card) =>
  make('p', { class: 'meta', dir: 'auto' }, ...question(account.question, wording.own(card)));

/** Every account has the same rows, whoever speaks; a question that all of them are on stands above them once. */
function account(given, card, questioned) {
  const { speaker, stance, act, says, said, document } = given;
  return make(
    'li',
    {},
    make(
      'p',
      {},
      make('bdi', { class: 'name', lang: document.language }, speaker.name),
      make('span', { class: 'role' }, speaker.role ? roleOf(speaker, card) : t('notKnown')),
      make('span', { class: 'stance' }, wording.stance({ stance, act })),
    ),
    questioned && asked(given, card),
    make('p', { dir: 'auto', lang: says ? card.language : undefined }, says ?? t('foldedInPanel')),
    make('p', { class: 'meta' }, quoted(t('outletAndDate', wording.outlet(document), wording.date(said)))),
  );
}

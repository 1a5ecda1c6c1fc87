/** The small card: what the incident is, how the accounts stand, and those on what this passage speaks of. */
import { t } from '../lib/i18n.js';
import * as wording from '../lib/wording.js';
import { button, make, quoted } from '../panel/dom.js';

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
    make('h2', { id: i ? `card-title-${i}` : 'card-title', dir: 'auto' }, card.title),
    make('p', { class: 'state' }, wording.state(card)),
    one && question(accounts[0]), // "denies" says little without it
    make('ol', {}, ...accounts.slice(0, MOST).map((each) => account(each, !one))),
    make('p', { class: 'note' }, t(some.length ? 'touched' : wording.forKind(card, 'accounts'))),
    accounts.length > 1 && make('p', { class: 'note' }, t('order')),
    left > 0 && make('p', { class: 'note' }, t('moreInPanel', left)),
  );
}

const question = (account) => make('p', { class: 'meta', dir: 'auto' }, t('claim', account.question));

/** Every account has the same rows, whoever speaks; a question that all of them are on stands above them once. */
function account(given, questioned) {
  const { speaker, stance, act, says, said, document } = given;
  return make(
    'li',
    {},
    make(
      'p',
      {},
      make('bdi', { class: 'name' }, speaker.name),
      make('span', { class: 'role' }, quoted(speaker.role ? wording.term('role', speaker.role) : t('notKnown'))),
      make('span', { class: 'stance' }, wording.stance({ stance, act })),
    ),
    questioned && question(given),
    make('p', { dir: 'auto' }, says ?? t('foldedInPanel')),
    make('p', { class: 'meta' }, quoted(t('outletAndDate', wording.outlet(document), wording.date(said)))),
  );
}

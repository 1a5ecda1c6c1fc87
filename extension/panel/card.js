/** One incident: what it is, why it is shown, the state of the accounts, and every account on record. */
import { listed, t } from '../lib/i18n.js';
import * as wording from '../lib/wording.js';
import { accountItem } from './account.js';
import { button, facts, make, quoted } from './dom.js';
import { evidenceList } from './evidence.js';

/**
 * @param {object} card
 * @param {number} number of the card in the panel
 * @param {{marked: Set<number>, show: (n: number) => void, address: string}} page
 */
export function cardArticle(card, number, { marked, show, address }) {
  const title = `card-${number}`;
  return make(
    'article',
    { class: 'card', 'aria-labelledby': title },
    wording.isTopic(card) && make('p', { class: 'kind' }, t('topic')),
    make('h2', { id: title, dir: 'auto' }, card.title),
    facts([
      [t('when'), wording.when(card)],
      [t('where'), wording.where(card)],
      [t('band'), wording.band(card)],
      [t(wording.forKind(card, 'proof')), proof(card)],
    ]),
    make('h3', {}, t('state')),
    make('p', { class: 'state' }, wording.state(card)),
    facts(
      [
        [t('investigatedBy'), names(card, 'investigated_by')],
        [t('notVerifiedBy'), names(card, 'not_verified_by')],
        [t('noAccountFrom'), names(card, 'no_account_from', (name) => t('elsewhere', name))],
      ],
      { class: 'stacked' },
    ),
    make('h3', {}, t('evidence')),
    evidenceList(card, marked, show),
    ...accounts(card),
    parallel(card),
    permalink(card, address),
  );
}

function proof({ proof: shared = [] }) {
  return shared.length ? make('ul', {}, ...shared.map((one) => make('li', { dir: 'auto' }, wording.proof(one)))) : null;
}

function names(card, key, worded = (name) => name) {
  const ids = card.state[key] ?? [];
  return ids.length ? quoted(listed(ids.map((id) => worded(wording.nameOf(card, id))))) : null;
}

function accounts(card) {
  const list = make('ol', { class: 'accounts' }, ...card.accounts.map((account) => accountItem(account, card)));
  const graphic = list.querySelectorAll('details.graphic');
  const unfold = () => graphic.forEach((fold) => (fold.open = true));
  return [
    make('h3', {}, t(wording.forKind(card, 'accounts'))),
    make('p', { class: 'note' }, t('order')),
    graphic.length > 0 && make('p', { class: 'note' }, t('graphicNotice')),
    graphic.length > 1 && button(t('graphicAll'), unfold),
    list,
  ];
}

/** Another shelf, closed: what happened elsewhere answers nothing here. */
function parallel({ parallel: others = [] }) {
  if (!others.length) return null;
  const titles = others.map(({ title }) => make('li', { dir: 'auto' }, title));
  return make(
    'details',
    { class: 'parallel' },
    make('summary', {}, t('parallel')),
    make('p', { class: 'note' }, t('parallelNote')),
    make('ul', {}, ...titles),
  );
}

function permalink({ permalink: path }, address) {
  if (!path?.startsWith('/') || path.startsWith('//')) return null;
  return make('p', { class: 'note' }, make('a', { href: address + path, target: '_blank' }, t('permalink')));
}

/** The accounts of a card, all of them in one list; what was not found of them; and of whom there is none. */
import { counted, t } from '../lib/i18n.js';
import * as wording from '../lib/wording.js';
import { accountItem, roleOf } from './account.js';
import { button, make, note, question, quoted, section, spoken } from './dom.js';

/** @typedef {(account: object) => string} IdOf  names an account within the document */

/** @param {object} card @param {IdOf} idOf */
export function accounts(card, idOf) {
  const list = make('ol', {}, ...card.accounts.map((account) => accountItem(account, card, idOf(account))));
  return framed(card, t('order'), list);
}

/** The same accounts by question, so that those on one question stand beside each other. */
export function byQuestion(card, idOf) {
  const questions = [...new Set(card.accounts.map(({ claim }) => claim))];
  const groups = questions.map((claim) => {
    const on = card.accounts.filter((account) => account.claim === claim);
    return make(
      'div',
      { class: 'question', 'data-of': String(Math.min(on.length, 4)) },
      make('p', { class: 'asked' }, ...question(card.claims?.[claim]?.text ?? claim, wording.own(card))),
      make('ol', {}, ...on.map((account) => accountItem(account, card, idOf(account)))),
    );
  });
  return framed(card, t('orderQuestions'), make('div', { class: 'questions' }, ...groups));
}

function framed(card, order, ...content) {
  const all = section('accounts', t(wording.forKind(card, 'accounts')), note(order), ...content);
  const graphic = card.accounts.filter((account) => account.graphic).length;
  if (graphic) all.children[1].after(note(t('graphicNotice')));
  if (graphic > 1) {
    const unfold = ({ target }) =>
      target.closest('.card').querySelectorAll('details.graphic').forEach((fold) => (fold.open = true));
    all.children[2].after(button(t('graphicAll'), unfold, { class: 'small' }));
  }
  return all;
}

/** What was looked for and not found: the same words for every speaker, no number, nothing where it can't be told. */
export function notFound(card, idOf) {
  const told = new Map();
  for (const account of card.accounts.filter((one) => one.on_page === false)) {
    const key = JSON.stringify([account.speaker.agent, account.speaker.name, wording.stance(account), account.claim]);
    if (!told.has(key)) told.set(key, account);
  }
  if (!told.size) return null;
  const item = (account) => {
    const { speaker, document } = account;
    const name = quoted(speaker.name, card.documents?.[document]?.language);
    const role = speaker.role && wording.term('role', speaker.role);
    return make(
      'li',
      {},
      make('a', { href: `#${encodeURIComponent(idOf(account))}` }, name),
      role && ', ',
      role && roleOf(speaker, card),
      ` ${wording.stance(account)}`,
      account.after_page === true && make('p', { class: 'note' }, t('afterPage')),
      make('p', { class: 'note' }, quoted(card.claims?.[account.claim]?.text ?? account.claim, wording.own(card))),
    );
  };
  return section('not-found', t('notOnPage'), note(t('notFoundNote')), make('ul', {}, ...[...told.values()].map(item)));
}

/** Of whom this corpus holds nothing, which is something else: it says how much it holds, and until when. */
export function missing(card) {
  const known = new Map((card.missing ?? []).map((one) => [one.agent, one]));
  const ids = [...new Set([...known.keys(), ...(card.state.no_account_from ?? [])])];
  if (!ids.length) return null;
  const nameFor = (id) => {
    const name = known.get(id)?.name;
    return name ? wording.marked(name, card.language) : wording.nameOf(card, id);
  };
  const items = ids.map((id) => oneMissing(known.get(id), nameFor(id)));
  return section('missing', t('noAccountFrom'), make('ul', {}, ...items));
}

function oneMissing({ documents = 0, to } = {}, name) {
  if (!documents) return make('li', {}, ...spoken(t('elsewhere', name)));
  const held = counted('held', documents);
  const words = to ? t('missingOne', held, wording.day(to), name) : t('missingUndated', held, name);
  return make('li', {}, ...spoken(name), make('p', { class: 'note' }, ...spoken(words)));
}

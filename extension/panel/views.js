/** What the panel shows in each state: a few words and at most one thing to press. */
import { counted, t } from '../lib/i18n.js';
import { hostOf, isShared } from '../lib/settings.js';
import * as wording from '../lib/wording.js';
import { cardArticle } from './card.js';
import { contents } from './contents.js';
import { button, make } from './dom.js';
import { part, plain } from './draw.js';
import { bar, orphans, passagesOf } from './passages.js';

/**
 * @typedef {{status: string, parts: import('./draw.js').Part[]}} View  status is also read out when it changes
 * @typedef {import('./tab.js').Hands} Hands
 */

const paragraph = (words, attributes) => make('p', attributes, words);
const told = (title, ...nodes) => ({ status: t(title), parts: [make('h2', {}, t(title)), ...nodes].map(plain) });
const readAgain = ({ send, tab }, key = 'again') => button(t(key), () => send({ kind: 'check', tab }));
const howToStart = (address) => [paragraph(t('offline', address)), make('pre', {}, make('code', {}, 'make run'))];
const connectButton = ({ send, tab }) =>
  button(t('connectButton'), () => send({ kind: 'connect', tab }), { class: 'main' });

export const idle = () => told('idleTitle', paragraph(t('idle')));

/** @param {{problem?: string}|undefined} pairing @param {string} address @param {Hands} hands */
export function unpaired(pairing, address, hands) {
  const { problem } = pairing ?? {};
  if (problem === 'offline') return told('offlineTitle', ...howToStart(address), connectButton(hands));
  if (problem && problem !== 'ended')
    return told(`${problem}Title`, paragraph(t(problem, address)), connectButton(hands));
  const ended = problem === 'ended' && paragraph(t('pairingEnded'), { class: 'notice' });
  const words = isShared(address) ? t('connectShared', hostOf(address)) : t('connect');
  return told('connectTitle', ...(ended ? [ended] : []), paragraph(words), connectButton(hands));
}

/** @param {{digits: string}} pairing @param {Hands} hands */
export function waiting({ digits }, { send }) {
  const cancel = button(t('cancel'), () => send({ kind: 'cancel' }));
  const shown = make(
    'p',
    { class: 'digits' },
    make('span', { 'aria-hidden': 'true' }, `${digits.slice(0, 3)} ${digits.slice(3)}`),
  );
  // Read out digit by digit, not as a number.
  shown.append(make('span', { class: 'unseen' }, t('digits', Array.from(digits).join(' '))));
  return told('waitingTitle', paragraph(t('waiting')), shown, cancel);
}

/** @param {string} address */
export function checking(address) {
  const words = isShared(address) ? t('checkingShared', hostOf(address)) : t('checking');
  return told('checkingTitle', paragraph(words));
}

/** Where trying again would change nothing. */
const FINAL = ['unsupported', 'nothing', 'framed', 'private'];

/** @param {string} kind @param {string} address @param {Hands} hands @param {string} [key] of the button's words */
export function trouble(kind, address, hands, key = 'again') {
  if (kind === 'offline') return told('offlineTitle', ...howToStart(address), readAgain(hands, key));
  if (kind === 'refused') return told('refusedTitle', paragraph(t('refused')), connectButton(hands));
  if (FINAL.includes(kind)) return told(`${kind}Title`, paragraph(t(kind)));
  return told(`${kind}Title`, paragraph(t(kind, address)), readAgain(hands, key));
}

/** What has to be said first, and the cards that were there before. @param {View} first @param {View} cards */
export function above(first, { parts }) {
  const words = make('div', { class: 'notice' }, ...first.parts.map((one) => one.make()));
  return { status: first.status, parts: [plain(words), ...parts] };
}

/** The cards, while their page is read once more. @param {View} cards */
export const again = (cards) => ({ ...cards, status: t('checkingTitle') });

/**
 * @param {import('../background/tabs.js').TabState & {changed?: boolean}} state
 * @param {{address: string, stale: boolean}} service stale: the corpus has changed since
 * @param {Hands} hands
 */
export function done(state, { address, stale }, hands) {
  const { answer, marked } = state;
  const notes = [...changes(state, stale, hands), ...notices(state)];
  if (!answer.cards.length) {
    const none = wording.incomplete(answer)
      ? told('noneIncompleteTitle', paragraph(t('noneIncomplete')), readAgain(hands, 'readAgain'))
      : told('noneTitle', paragraph(t('none')));
    return { ...none, parts: [...none.parts, ...notes.map(plain), plain(about(answer))] };
  }
  const { there, gone } = sorted(answer.cards, marked);
  const page = { ...hands, address, ...pageOf(answer) };
  const parts = [
    part(`bar ${there}`, () => toolbar(there, hands)),
    ...contents(answer.cards).map(plain),
    ...notes.map(plain),
    ...answer.cards.map((card, i) => part(JSON.stringify([i, card]), () => cardArticle(card, i, page))),
    gone.length > 0 && plain(orphans(gone, answer.page?.lang)),
    plain(about(answer)),
  ];
  const status = t('summary', counted('passages', marked.length), counted('incidents', answer.cards.length));
  return { status, parts: parts.filter(Boolean) };
}

/** What a card must know of the page that it was found in. */
export const pageOf = ({ page, releases }) => ({ published: page?.published ?? null, lang: page?.lang, releases });

/** Stays in view: the way through the passages, and the way to the wide page. */
function toolbar(there, { show, compare }) {
  const beside = button(t('compare'), compare, { class: 'small' });
  return make('div', { class: 'bar' }, there.length > 0 && bar(there, show), beside);
}

/** What has changed since: told, and never read again without a word from the reader. */
export function changes({ changed }, stale, hands) {
  const notice = (key) =>
    make('div', { class: 'notice', role: 'status' }, paragraph(t(key)), readAgain(hands, 'readAgain'));
  return [changed === true && notice('pageChanged'), stale && notice('corpusChanged')].filter(Boolean);
}

function notices({ answer, truncated }) {
  return [
    answer.page?.lang && paragraph(wording.readIn(answer.page), { class: 'note' }),
    truncated && paragraph(t('truncated'), { class: 'notice' }),
    ...limits(answer),
  ].filter(Boolean);
}

/** What the answer falls short in, in words. */
export const limits = (answer) => wording.limits(answer).map((words) => paragraph(words, { class: 'notice' }));

function sorted(cards, marked) {
  const all = passagesOf(cards);
  const stands = new Set(marked);
  return {
    there: all.filter(({ n }) => stands.has(n)).map(({ n }) => n),
    gone: all.filter(({ n }) => !stands.has(n)),
  };
}

/** Which corpora answered, in which release. */
export function about({ releases = {} }) {
  const corpora = Object.entries(releases).map(([corpus, release]) => t('release', corpus, release.slice(0, 8)));
  return make(
    'div',
    { class: 'about' },
    corpora.length > 0 && paragraph(`${t('corpora')}: ${corpora.join(' · ')}`),
  );
}

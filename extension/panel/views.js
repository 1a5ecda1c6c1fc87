/** What the panel shows in each state: a few words and at most one thing to press. */
import { counted, t } from '../lib/i18n.js';
import { readIn } from '../lib/wording.js';
import { cardArticle } from './card.js';
import { button, make } from './dom.js';

/**
 * @typedef {{status: string, nodes: Node[]}} View  status is also read out when it changes
 * @typedef {{send: (message: object) => void, tab: number, show: (n: number) => void}} Hands
 */

const told = (title, ...nodes) => ({ status: t(title), nodes: [make('h2', {}, t(title)), ...nodes] });
const paragraph = (words, attributes) => make('p', attributes, words);
const again = ({ send, tab }) => button(t('again'), () => send({ kind: 'check', tab }));
const howToStart = (address) => [paragraph(t('offline', address)), make('pre', {}, make('code', {}, 'make run'))];
const connectButton = ({ send, tab }) =>
  button(t('connectButton'), () => send({ kind: 'connect', tab }), { class: 'main' });

export const idle = () => told('idleTitle', paragraph(t('idle')));

/** @param {{problem?: string}|undefined} pairing @param {string} address @param {Hands} hands */
export function unpaired(pairing, address, hands) {
  if (pairing?.problem === 'offline') return told('offlineTitle', ...howToStart(address), connectButton(hands));
  const ended = pairing?.problem === 'ended' && paragraph(t('pairingEnded'), { class: 'notice' });
  return told('connectTitle', ...(ended ? [ended] : []), paragraph(t('connect')), connectButton(hands));
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

export const checking = () => told('checkingTitle', paragraph(t('checking')));

/** @param {string} kind @param {string} address @param {Hands} hands */
export function trouble(kind, address, hands) {
  if (kind === 'offline') return told('offlineTitle', ...howToStart(address), again(hands));
  if (kind === 'refused') return told('refusedTitle', paragraph(t('refused')), connectButton(hands));
  if (kind === 'unsupported' || kind === 'nothing') return told(`${kind}Title`, paragraph(t(kind)));
  return told(`${kind}Title`, paragraph(t(kind, address)), again(hands));
}

/** @param {import('../background/tabs.js').TabState} state @param {string} address @param {Hands} hands */
export function done({ answer, marked, truncated }, address, { show }) {
  const notes = [];
  if (answer.page?.lang) notes.push(paragraph(readIn(answer.page), { class: 'note' }));
  if (truncated) notes.push(paragraph(t('truncated'), { class: 'notice' }));
  for (const notice of answer.notices ?? []) notes.push(paragraph(String(notice), { class: 'notice', dir: 'auto' }));
  if (!answer.cards.length) {
    const none = told('noneTitle', paragraph(t('none')));
    return { ...none, nodes: [...none.nodes, ...notes, about(answer)] };
  }
  const page = { marked: new Set(marked), show, address };
  const cards = answer.cards.map((card, number) => cardArticle(card, number, page));
  const status = t('summary', counted('passages', marked.length), counted('incidents', cards.length));
  return { status, nodes: [...notes, ...cards, about(answer)] };
}

/** Which corpora answered, in which release, and which matcher did not take part. */
function about({ releases = {}, matchers = [] }) {
  const corpora = Object.entries(releases).map(([corpus, release]) => t('release', corpus, release.slice(0, 8)));
  const out = matchers.filter(({ state }) => !['ok', 'denied'].includes(state));
  return make(
    'div',
    { class: 'about' },
    corpora.length > 0 && paragraph(`${t('corpora')}: ${corpora.join(' · ')}`),
    ...out.map(({ name, reason }) => paragraph(t('matcherOut', reason ? t('nameWithReason', name, reason) : name))),
  );
}

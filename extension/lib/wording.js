/**
 * What the service says in data, in plain words that grade nobody. One shape for every speaker and every side.
 * A value this version has no word for is shown as it came: never dropped, never guessed.
 */
import { readable } from './dates.js';
import { language, listed, counted, t } from './i18n.js';

const NAMED = new Set(['role_state', 'role_body', 'role_person', 'role_group']); // a name needs no kind beside it

/** @param {string} group @param {string} value */
export function term(group, value) {
  const key = `${group}_${value.replaceAll(' ', '_')}`;
  if (NAMED.has(key)) return '';
  const words = t(key);
  return words === key ? value.replaceAll('_', ' ') : words;
}

/** The language of what the corpus words itself: title, places, questions, what figures count. */
export const own = (card) => card.translated ?? card.language;

/** A pattern, a figure, a negotiation: no single event. */
export const isTopic = (card) => Boolean(card.kind) && card.kind !== 'event';

/** The key of the words for an incident, or those for a topic, which never say "same incident". */
export const forKind = (card, key) => (isTopic(card) ? `${key}_topic` : key);

const PLAIN = new Set(['report', 'accuse']);

/** "says", "says it will investigate": a promise to act is not yet the act. */
export function stance({ stance: value, act }) {
  const verb =
    value === 'investigates' && act === 'pledge' ? term('stance', 'investigates_pledge') : term('stance', value);
  // An accusation is a statement: the word would stand on whoever's charge the source happened to call one.
  const said = !act || PLAIN.has(act) || (value === 'investigates' && act === 'pledge');
  return said ? verb : t('stanceAct', verb, term('act', act));
}

/** Words that are not of the language around them; `spoken` in `panel/dom.js` makes of the marks what is heard. */
export const marked = (words, lang) =>
  lang !== undefined ? `\ue000${lang}\ue001${words.replace(/[\ue000-\ue002]/gu, '')}\ue002` : words;

export function certainty({ hedge, hedge_words: words }, lang) {
  const kind = term('hedge', hedge || 'unknown');
  return words ? t('hedgeWords', kind, marked(words, lang)) : kind;
}

/** A date as precise as it was given, with what it rests on. */
export function date(when) {
  if (!when?.edtf) return t('notKnown');
  const day = readable(when.edtf, language(), t);
  const dated = when.time ? t('dateTime', day, when.time) : day;
  return when.basis ? t('withBasis', dated, term('basis', when.basis)) : dated;
}

/** A day as precise as it was given, and nothing beside it. */
export const day = (edtf) => (edtf ? readable(edtf, language(), t) : t('notKnown'));

export const when = (card, lang) =>
  card.when?.what ? t('whenWhat', marked(card.when.what, lang), date(card.when)) : date(card.when);

export function where({ where: places = [] }, lang) {
  if (!places.length) return t('notKnown');
  const named = places.map(({ name, basis }) => [marked(name, lang), basis]);
  return listed(named.map(([name, basis]) => (basis ? t('withBasis', name, term('basis', basis)) : name)));
}

export const band = (card) => term(forKind(card, 'band'), card.band);

/**
 * "place: Makiivka": what page and record share; the page's words between marks, but for a date that we worded.
 *
 * @param {object} shared
 * @param {string|undefined} lang of the page
 * @param {object} card
 */
export function proof({ kind, page, corpus }, lang, card = {}) {
  const what = term('reason', kind);
  const dated = kind === 'date';
  const [said, recorded] = dated ? [day(page), day(corpus)] : [page, corpus];
  if (said === recorded) return t('proofSame', what, dated ? said : marked(said, lang));
  const told = dated && said !== page ? said : marked(quote(said), lang);
  return t('proofTwo', what, told, dated ? recorded : onRecord(kind, recorded, card));
}

/** Why a passage was taken: its own words, what is on record, and which matcher saw it. */
export function because({ kind, start, end, corpus, matcher }, { exact, start: from = null }, lang, card = {}) {
  const what = term('reason', kind);
  const dated = kind === 'date' && corpus;
  const recorded = dated ? day(corpus) : corpus;
  const record = dated || !recorded ? recorded : onRecord(kind, recorded, card);
  // The passage as a whole is near to it, and stands above.
  if (kind === 'meaning' && recorded) return t('whyMeaning', what, record, matcher);
  // Where in the passage it stands is not known.
  if (from === null) return recorded ? t('whyRecord', what, record, matcher) : t('withBasis', what, matcher);
  const words = Array.from(exact).slice(start - from, end - from).join('');
  const said = marked(quote(words), lang);
  return words === recorded || !recorded ? t('whyOne', what, said, matcher) : t('whyTwo', what, said, record, matcher);
}

/**
 * The record's side of a reason. What is counted and asked stands in the card's own language, names and kinds of media
 * in the reader's; of the rest, which stays as it is on record, a quotation alone is words that somebody has said.
 */
function onRecord(kind, words, card) {
  if (kind === 'figure' || kind === 'meaning') return marked(words, own(card));
  if (kind === 'quotation') return marked(quote(words), card.language);
  return kind === 'wording' ? marked(words, card.language) : words;
}

/** Whether a matcher was out: then that nothing was found says little. */
export const incomplete = ({ limits: all = [] }) => all.some(({ code }) => code === 'matcher_out');

/** What an answer falls short in, a sentence for each; nothing of a code that this version has no words for. */
export function limits({ limits: all = [] }) {
  const out = all.filter(({ code }) => code === 'matcher_out').map(({ matcher }) => matcher);
  const unmeasured = all.filter(({ code }) => code === 'language_unmeasured');
  return [
    ...(out.length ? [t('limitMatcher', listed(out))] : []),
    ...unmeasured.map(({ language: of }) => (of ? t('limitLanguage', languageName(of)) : t('limitLanguageUnknown'))),
  ];
}

/** The state is never shown without the numbers it rests on; one voice is not several. */
export function state(card) {
  const { state: of, accounts, documents } = card;
  const number = of.statements ?? accounts.length;
  const statements = counted('statements', number);
  const inDocuments = counted('documents', of.documents ?? Object.keys(documents).length);
  return number === 1 && of.accounts === 'several_voices'
    ? t('stateCountAlone', statements, inDocuments)
    : t('stateCount', term('state', of.accounts), statements, inDocuments);
}

export function outlet(document) {
  if (!document?.outlet_name && !document?.outlet) return t('outletUnknown');
  const name = document.outlet_name ?? document.outlet;
  return document.outlet_basis === 'inferred' ? t('outletInferred', name) : name;
}

const COMPARATORS = { '~': 'about', '>': 'over', '>=': 'least', '<': 'under', '<=': 'most' };

/** @param {number} value */
export const number = (value) => new Intl.NumberFormat(language(), { maximumFractionDigits: 3 }).format(value);

/** "more than 10": a number with what was said before it, since ten and more than ten are two figures. */
export function figure({ comparator, value }) {
  const kind = COMPARATORS[comparator];
  return kind ? t(`comparator_${kind}`, number(value)) : number(value);
}

/** A source's words between marks; where they hold these very marks, between others. */
export function quote(words) {
  const same = [...t('quote', ''), '"'].some((mark) => words.includes(mark));
  return t(same ? 'quoteInner' : 'quote', words);
}

/** In which language the service has read the page; a guess is called one. */
export function readIn({ lang, lang_basis: basis }) {
  return t(basis === 'guessed' ? 'readInGuessed' : 'readIn', languageName(lang));
}

function languageName(code) {
  try {
    return new Intl.DisplayNames(language(), { type: 'language' }).of(code);
  } catch {
    return code;
  }
}

/** The name behind an agent's id, in the language of the record. */
export function nameOf(card, id) {
  return marked(card.agents?.[id] ?? id.replaceAll('-', ' '), card.language);
}

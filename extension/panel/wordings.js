/** Wordings on the way: how one statement was put by each who passed it on, word for word. No rungs, no ranking. */
import { t } from '../lib/i18n.js';
import { onTheWay } from '../lib/relay.js';
import * as wording from '../lib/wording.js';
import { make, note, section, spoken } from './dom.js';
import { folded, verbatim } from './quote.js';

/** @param {object} card @param {import('./card.js').Page} page */
export function wordings(card, page) {
  const ways = (card.wordings ?? []).map((_, number) => onTheWay(card, number)).filter((way) => way.length);
  if (!ways.length) return null;
  const item = ({ account, evidence }) => (evidence ? ofPage(evidence, page) : ofAccount(account, card));
  const list = (way) => make('ol', {}, ...way.map(item));
  return section('wordings', t('wordings'), note(t('wordingsNote')), ...ways.map(list));
}

function ofAccount(account, card) {
  const document = card.documents?.[account.document];
  const { exact } = account.passage ?? {};
  return make(
    'li',
    {},
    make('p', { class: 'who' }, wording.date(account.said), ' · ', who(account, document)),
    folded(account.graphic, verbatim(exact || account.says, document?.language)),
  );
}

/** An outlet that speaks for itself is not named twice. */
function who({ speaker }, document) {
  const outlet = wording.outlet(document);
  const name = wording.marked(speaker.name, document?.language);
  const words = speaker.name === document?.outlet_name ? outlet : t('whoThrough', name, outlet);
  return make('bdi', {}, ...spoken(words));
}

function ofPage({ exact }, { published, lang }) {
  const day = published ? wording.day(published) : t('notKnown');
  const who = make('p', { class: 'who' }, day, ' · ', make('b', {}, t('thisPage')));
  return make('li', { class: 'own' }, who, verbatim(exact, lang));
}

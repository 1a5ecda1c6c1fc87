/** The wide page: the accounts of a page's cards side by side, by question or by date. Asks nobody for anything. */
import { ext } from '../lib/ext.js';
import { counted, language, t } from '../lib/i18n.js';
import { cardArticle } from '../panel/card.js';
import { contents } from '../panel/contents.js';
import { make } from '../panel/dom.js';
import { draw as drawn, part, plain } from '../panel/draw.js';
import { mark } from '../panel/evidence.js';
import { isStale } from '../panel/freshness.js';
import { arrive, handsOn, known, named, namedTab, toFront } from '../panel/tab.js';
import { about, changes, limits, pageOf } from '../panel/views.js';

const byId = (id) => document.getElementById(id);
const byQuestion = () => document.querySelector('[name=arrange]:checked').value === 'question';

function partsOf(state, address, tab) {
  const { answer } = state;
  const hands = handsOn(tab);
  const stale = isStale(tab, state, redraw);
  const page = { ...hands, address, ...pageOf(answer), questions: byQuestion() };
  const several = answer.cards.length > 1;
  const article = (card, i) =>
    part(JSON.stringify([page.questions, i, card, several]), () => wide(card, i, page, several));
  const notes = [...changes(state, stale, hands), ...limits(answer)];
  return [...notes.map(plain), ...answer.cards.map(article), plain(about(answer))];
}

let opened = named('card') ?? 0;

/** One or two accounts leave half of the width to the rest of their card. Of several cards one is open at a time. */
function wide(card, i, page, several) {
  const article = cardArticle(card, i, page);
  article.classList.toggle('few', card.accounts.length < 3);
  if (!several) return article;
  const ontoggle = ({ target }) => target.open && (opened = i);
  const title = make('summary', {}, article.querySelector('h2'));
  return make('details', { class: 'fold', name: 'cards', open: i === opened, ontoggle }, title, article);
}

/** A link to a title that is closed opens it. */
function openCard({ target }) {
  const fold = target.hash && document.querySelector(target.hash)?.closest('.fold');
  if (fold) fold.open = true;
}

let arrived = false;

async function draw() {
  const { tab, state, address } = await known();
  const there = namedTab() !== null && state?.phase === 'done' && state.answer.cards.length > 0;
  const parts = there ? partsOf(state, address, tab) : [plain(make('p', {}, t('compareGone')))];
  const lost = drawn(byId('main'), parts);
  drawn(byId('ways'), there ? contents(state.answer.cards).map(plain) : []);
  mark(byId('main'), new Set(state?.marked ?? []));
  byId('arrange').hidden = !there;
  byId('status').textContent = there ? counted('incidents', state.answer.cards.length) : '';
  if (lost) byId('main').focus({ preventScroll: true });
  arrived ||= arrive();
}

let queue = Promise.resolve();
const redraw = () => (queue = queue.then(draw, draw));

document.documentElement.lang = language();
document.title = t('compareTitle');
byId('title').textContent = t('compareTitle');
byId('permanent').textContent = t('permanent');
byId('back').textContent = t('backToPage');
byId('back').addEventListener('click', () => toFront(namedTab()));
byId('arrange').querySelector('legend').textContent = t('arrange');
for (const [value, key] of Object.entries({ question: 'arrangeQuestion', date: 'arrangeDate' }))
  byId('arrange').querySelector(`[value=${value}]`).nextElementSibling.textContent = t(key);
byId('arrange').addEventListener('change', redraw);
byId('ways').addEventListener('click', openCard);
ext.storage.session.onChanged.addListener(redraw);
redraw();

/** The receipts page: every request that was made, with every byte of it. It keeps nothing itself. */
import { receipts } from '../background/receipts.js';
import { ext } from '../lib/ext.js';
import { counted, language, t } from '../lib/i18n.js';
import { facts, make } from '../panel/dom.js';

const byId = (id) => document.getElementById(id);
const WORDS = { title: 'receiptsTitle', intro: 'receiptsIntro', adds: 'receiptsAdds', clear: 'receiptsClear' };

const bytes = (number) => counted('bytes', number);

function answer(outcome) {
  if (!outcome) return t('receiptWaiting');
  if (outcome.trouble) return t(`${outcome.trouble}Title`);
  return t('receiptAnswered', outcome.status, bytes(outcome.received));
}

/** The request as it went out: its first line, the lines that we set, and the body to the last byte. */
const exact = ({ method, path, headers, body }) => [`${method} ${path}`, ...headers, '', body].join('\n').trimEnd();

/** Drawn when it is opened: a body may be long. */
function fold(receipt) {
  const reachable = { tabindex: '0', role: 'group', 'aria-label': t('receiptShow') };
  const words = make('pre', { class: 'exact', dir: 'ltr', ...reachable });
  const shown = make('details', {}, make('summary', {}, t('receiptShow')), words);
  shown.addEventListener('toggle', () => {
    words.textContent = shown.open ? exact(receipt) : '';
  });
  return shown;
}

function row(receipt) {
  const { id, time, kind, origin, bytes: sent, outcome } = receipt;
  const told = facts([
    [t('receiptTo'), make('bdi', { dir: 'ltr' }, origin)],
    [t('receiptSent'), bytes(sent)],
    [t('receiptAnswer'), answer(outcome)],
  ]);
  return make('li', { id }, make('h2', {}, `${time} · ${t(`receiptKind_${kind}`)}`), told, fold(receipt));
}

async function draw() {
  const { receipts: kept, dropped } = await receipts();
  const old = new Map(Array.from(byId('receipts').children, (item) => [item.id, item]));
  const rows = kept.map((receipt) => {
    const before = old.get(receipt.id);
    // One that is complete does not change: what the reader has opened stays open.
    if (before && before.dataset.complete) return before;
    const item = row(receipt);
    if (receipt.outcome) item.dataset.complete = 'true';
    return item;
  });
  byId('receipts').replaceChildren(...rows);
  byId('status').textContent = kept.length ? '' : t('receiptsNone');
  byId('clear').hidden = !kept.length;
  byId('dropped').textContent = dropped ? t('receiptsDropped', dropped) : '';
}

/** One drawing at a time. */
let queue = Promise.resolve();
const redraw = () => (queue = queue.then(draw, draw));

document.documentElement.lang = language();
document.title = t('receiptsTitle');
for (const [id, key] of Object.entries(WORDS)) byId(id).textContent = t(key);
byId('clear').addEventListener('click', () => {
  ext.runtime.sendMessage({ kind: 'clearReceipts' });
  byId('main').focus(); // the button goes
});
ext.storage.session.onChanged.addListener((changes) => {
  if (Object.keys(changes).some((key) => key.startsWith('receipt'))) redraw();
});
redraw();

/** The form to report a card: six kinds, a note, and words of the page only if the reader says so. */
import { t } from '../lib/i18n.js';
import { button, closed, make, note } from './dom.js';

const KINDS = ['wrong_incident', 'wrong_side', 'outdated', 'missing_account', 'wording', 'other'];
const MOST = '2000';

/**
 * @param {object} card
 * @param {string} name that no other card of the page has
 * @param {import('./card.js').Page} page
 */
export function report(card, name, { releases = {}, send }) {
  const release = releases[card.corpus];
  if (!send || !release) return null;
  const told = make('p', { role: 'status', tabindex: '-1' });
  const form = make(
    'form',
    { class: 'report' },
    make('fieldset', {}, make('legend', {}, t('reportKind')), ...KINDS.map((kind) => choice(kind, name))),
    make('label', { class: 'field' }, t('reportNote'), make('textarea', { name: 'note', rows: '3', maxlength: MOST })),
    ...consent(card.evidence ?? []),
    note(t('reportKept')),
    button(t('reportSend'), () => {}, { type: 'submit' }),
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const message = { corpus: card.corpus, incident: card.incident, release, ...filled(form) };
    const kept = await send({ kind: 'report', report: message }).catch(() => false);
    told.textContent = t(kept === true ? 'reportSent' : 'reportFailed');
    if (kept !== true) return;
    form.hidden = true;
    told.focus(); // the button that had the focus is gone
  });
  return closed('reporting', t('report'), form, told);
}

function choice(kind, name) {
  const input = make('input', { type: 'radio', name: `kind-${name}`, value: kind, required: true });
  return make('label', {}, input, make('span', {}, t(`report_${kind}`)));
}

/** The words that would go are shown, and none are chosen beforehand. */
function consent(evidence) {
  if (!evidence.length) return [];
  const options = evidence.map(({ exact }) => make('option', { value: exact, dir: 'auto' }, start(exact)));
  const box = make('input', { type: 'checkbox', name: 'consent' });
  return [
    make('label', {}, box, make('span', {}, t('reportFragment'))),
    evidence.length > 1
      ? make('select', { name: 'fragment', 'aria-label': t('reportWhich') }, ...options)
      : make('blockquote', { dir: 'auto', class: 'brief' }, evidence[0].exact),
  ];
}

const start = (words) => (words.length > 70 ? `${Array.from(words).slice(0, 70).join('')}…` : words);

/** What the reader put in: of the page nothing, but with the box ticked. */
function filled(form) {
  const chosen = form.querySelector('input[type=radio]:checked');
  const told = { kind: chosen.value, note: form.elements.note.value.trim() };
  if (!form.elements.consent?.checked) return told;
  const exact = form.elements.fragment?.value ?? form.querySelector('blockquote').textContent;
  return { ...told, fragment: { exact } };
}

/** The form to report a card: six kinds, a note, and words of the page only if the reader says so. */
import { t } from '../lib/i18n.js';
import { button, closed, make, note } from './dom.js';

const KINDS = ['wrong_incident', 'wrong_side', 'outdated', 'missing_account', 'wording', 'other'];
const MOST = 2000; // of the note, and of words of the page

/**
 * @param {object} card
 * @param {string} name that no other card of the page has
 * @param {import('./card.js').Page} page
 */
export function report(card, name, { releases = {}, send, lang }) {
  const release = releases[card.corpus];
  if (!send || !release) return null;
  const told = make('p', { role: 'status', tabindex: '-1' });
  const form = make(
    'form',
    { class: 'report' },
    make('fieldset', {}, make('legend', {}, t('reportKind')), ...KINDS.map((kind) => choice(kind, name))),
    make('label', { class: 'field' }, t('reportNote'), make('textarea', { name: 'note', rows: '3', maxlength: MOST })),
    ...consent(card.evidence ?? [], lang),
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

/** No words are chosen beforehand; those that are chosen are shown in full before they go. */
function consent(evidence, lang) {
  if (!evidence.length) return [];
  const options = evidence.map(({ exact }) => make('option', { value: exact, dir: 'auto', lang }, start(exact)));
  const box = make('input', { type: 'checkbox', name: 'consent' });
  const choice = make('select', { name: 'fragment' }, make('option', { value: '' }, t('reportNoWords')), ...options);
  const chosen = make('blockquote', { dir: 'auto', lang, class: 'chosen' });
  const long = make('p', { class: 'notice' }, t('reportTooLong', MOST));
  const which = make('fieldset', {}, make('label', { class: 'field' }, t('reportWhich'), choice), chosen, long);
  const draw = () => {
    which.hidden = !box.checked;
    choice.required = box.checked;
    chosen.textContent = choice.value;
    chosen.hidden = !choice.value;
    long.hidden = !tooLong(choice.value);
    choice.setCustomValidity(box.checked && tooLong(choice.value) ? t('reportTooLong', MOST) : '');
  };
  draw();
  for (const control of [box, choice]) control.addEventListener('change', draw);
  return [make('label', {}, box, make('span', {}, t('reportFragment'))), which];
}

const tooLong = (words) => Array.from(words).length > MOST;

const start = (words) => (words.length > 70 ? `${Array.from(words).slice(0, 70).join('')}…` : words);

/** What the reader put in: of the page nothing, but with the box ticked. */
function filled(form) {
  const chosen = form.querySelector('input[type=radio]:checked');
  const told = { kind: chosen.value, note: form.elements.note.value.trim() };
  return form.elements.consent?.checked ? { ...told, fragment: { exact: form.elements.fragment.value } } : told;
}

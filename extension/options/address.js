/** The address of the service: this computer at once; a shared server with consent and the browser's permission. */
import { t } from '../lib/i18n.js';
import { patternOf, request } from '../lib/permissions.js';
import { hostOf, isShared, mayAsk, serviceAddress, setAddress } from '../lib/settings.js';

const field = document.getElementById('address');
const box = document.getElementById('consent');
const told = document.getElementById('told');
/** The address in use, and the one that the words of consent speak of. */
let current = '';
let asked = '';

/** @param {string} address the one in use */
export function showAddress(address) {
  if (address === current) return;
  current = address;
  field.value = address;
  showConsent();
}

/** A shared server is named before it is taken; each one is agreed to anew. */
function showConsent() {
  const address = serviceAddress(field.value);
  const shared = address !== null && isShared(address);
  document.getElementById('shared').hidden = !shared;
  if (!shared || address === asked) return;
  asked = address;
  document.getElementById('consent-words').textContent = t('consent', hostOf(address));
  document.getElementById('consent-label').textContent = t('consentGiven', hostOf(address));
  box.checked = address === current;
}

/** @returns {Promise<string>} what there is to say of it */
async function save() {
  const address = serviceAddress(field.value);
  if (!address) return 'addressWrong';
  if (isShared(address) && !box.checked) return 'consentMissing';
  // Straight from the click: the browser asks only then, and only for what it has not given yet.
  const given = await request(patternOf(address)).catch(() => false);
  if (!given && !(await mayAsk(address))) return 'addressRefused';
  return (await setAddress(address, box.checked)) ? 'saved' : 'addressWrong';
}

field.addEventListener('input', showConsent);
document.getElementById('form').addEventListener('submit', async (event) => {
  event.preventDefault();
  showConsent();
  const saying = await save();
  const wrong = saying === 'addressWrong';
  field.setAttribute('aria-invalid', String(wrong));
  told.textContent = t(saying);
  if (wrong) field.focus();
  if (saying === 'consentMissing') box.focus();
  if (saying === 'saved') field.value = current = serviceAddress(field.value);
});

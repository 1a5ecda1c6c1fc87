/** The settings page: where the service is, and forgetting it. */
import { ext } from '../lib/ext.js';
import { language, t } from '../lib/i18n.js';
import { forgetToken, setAddress, settings } from '../lib/settings.js';

const byId = (id) => document.getElementById(id);

const WORDS = {
  title: 'optionsTitle',
  'address-label': 'address',
  'address-hint': 'addressHint',
  save: 'save',
  'connection-title': 'connection',
  disconnect: 'disconnect',
};

async function draw() {
  const { address, token } = await settings();
  byId('address').value = address;
  byId('connection').textContent = t(token ? 'connectedNow' : 'notConnected');
  byId('disconnect').hidden = !token;
}

document.documentElement.lang = language();
document.title = t('optionsTitle');
for (const [id, key] of Object.entries(WORDS)) byId(id).textContent = t(key);

byId('form').addEventListener('submit', async (event) => {
  event.preventDefault();
  const taken = await setAddress(byId('address').value);
  byId('address').setAttribute('aria-invalid', String(!taken));
  byId('told').textContent = t(taken ? 'saved' : 'addressWrong');
  if (taken) await draw();
});
byId('disconnect').addEventListener('click', forgetToken);
ext.storage.local.onChanged.addListener(draw);
draw();

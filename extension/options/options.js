/** The settings page: where the service is, which sites are read by themselves, and what private windows may do. */
import { ext } from '../lib/ext.js';
import { language, t } from '../lib/i18n.js';
import { forgetToken, setPrivateWindows, settings } from '../lib/settings.js';
import { showAddress } from './address.js';
import { showSites } from './sites.js';

const byId = (id) => document.getElementById(id);

const WORDS = {
  title: 'optionsTitle',
  'address-label': 'address',
  'address-hint': 'addressHint',
  save: 'save',
  'connection-title': 'connection',
  disconnect: 'disconnect',
  'sites-title': 'sitesTitle',
  'sites-hint': 'sitesHint',
  'site-label': 'site',
  'site-hint': 'siteHint',
  'add-site': 'addSite',
  'private-title': 'privateWindowsTitle',
  'private-label': 'privateWindows',
  'private-hint': 'privateWindowsHint',
  'private-blocked': 'privateWindowsBlocked',
  'receipts-title': 'receiptsTitle',
  'receipts-hint': 'receiptsHint',
  receipts: 'receiptsOpen',
};

async function draw() {
  const { address, token, privateWindows } = await settings();
  showAddress(address);
  byId('connection').textContent = t(token ? 'connectedNow' : 'notConnected');
  byId('disconnect').hidden = !token;
  byId('private').checked = privateWindows;
  byId('private-blocked').hidden = !privateWindows || (await ext.extension.isAllowedIncognitoAccess());
  await showSites();
}

document.documentElement.lang = language();
document.title = t('optionsTitle');
for (const [id, key] of Object.entries(WORDS)) byId(id).textContent = t(key);

byId('disconnect').addEventListener('click', forgetToken);
byId('private').addEventListener('change', (event) => setPrivateWindows(event.target.checked));
ext.storage.local.onChanged.addListener(draw);
ext.permissions.onRemoved.addListener(draw);
draw();

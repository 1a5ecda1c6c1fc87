/** "Always read this site": one button for the site of the tab in front, and the same one to take it back. */
import { t } from '../lib/i18n.js';
import { isOptedIn, optIn, optOut, siteOfTab } from '../lib/sites.js';

const button = document.getElementById('always');
/** Known before the click: the browser asks for a permission only straight from one. */
let site = null;
let always = false;

/** @param {number} tab @param {boolean} read whether its page has been read: only then there is something to repeat */
export async function showAlways(tab, read) {
  site = read ? await siteOfTab(tab) : null;
  always = site !== null && (await isOptedIn(site.pattern));
  button.hidden = !site;
  if (site) button.textContent = t(always ? 'alwaysStop' : 'always', site.name);
}

button.addEventListener('click', async () => {
  const change = always ? optOut : optIn;
  await change(site).catch(() => false); // the reader said no, and nothing has changed
});

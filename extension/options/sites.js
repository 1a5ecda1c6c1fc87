/** The list of sites that are read by themselves: add one, remove one. */
import { t } from '../lib/i18n.js';
import { optIn, optOut, siteOf, sites } from '../lib/sites.js';
import { button, make, quoted } from '../panel/dom.js';

const list = document.getElementById('sites');
const field = document.getElementById('site');
const told = document.getElementById('site-told');

const say = (key, ...values) => {
  told.textContent = t(key, ...values);
};

export async function showSites() {
  const known = await sites();
  const rows = known.map((site) => {
    const named = { 'aria-label': t('removeSiteNamed', site.name) };
    return make('li', {}, quoted(site.name), button(t('removeSite'), () => remove(site), named));
  });
  list.replaceChildren(...(rows.length ? rows : [make('li', { class: 'none' }, t('sitesNone'))]));
}

async function remove(site) {
  await optOut(site);
  await showSites();
  say('siteRemoved', site.name);
  field.focus(); // the button is gone
}

document.getElementById('site-form').addEventListener('submit', async (event) => {
  event.preventDefault();
  const site = siteOf(field.value);
  field.setAttribute('aria-invalid', String(!site));
  if (!site) return say('siteWrong');
  // Straight from the click: the browser asks only then.
  if (!(await optIn(site).catch(() => false))) return say('siteRefused');
  field.value = '';
  await showSites();
  say('siteAdded', site.name);
});

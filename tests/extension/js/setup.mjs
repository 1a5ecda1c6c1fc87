/** What the modules under test find in a browser: messages from `_locales`, and the files of the content scripts. */
import { readFileSync } from 'node:fs';

const ROOT = new URL('../../../extension/', import.meta.url);
const messages = (language) => JSON.parse(readFileSync(new URL(`_locales/${language}/messages.json`, ROOT), 'utf8'));

let spoken = messages('en');

/** Puts the extension's interface in place, speaking a language. */
export function speak(language) {
  spoken = messages(language);
}

const getMessage = (key, values = []) =>
  (spoken[key]?.message ?? '').replace(/\$(\d)/g, (_, digit) => values[digit - 1] ?? '');
globalThis.chrome = {
  i18n: { getMessage },
  runtime: { id: 'ours', getURL: (path) => `chrome-extension://ours/${path}` },
};

/** A module of the extension. */
export const load = (path) => import(new URL(path, ROOT).href);

/** Content scripts, in the given order, and the namespace they share. */
export async function content(...names) {
  for (const name of names) await load(`content/${name}.js`);
  return globalThis.beside;
}

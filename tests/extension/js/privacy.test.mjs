import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { load } from './setup.mjs';

/** A storage area, a permission dialogue and tabs, as far as these modules use them. */
function area() {
  let kept = {};
  const pick = (keys) => Object.fromEntries([keys].flat().map((key) => [key, kept[key]]));
  const known = (some) => Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined));
  return {
    get: async (keys) => structuredClone(keys === null ? kept : known(pick(keys))),
    set: async (values) => void Object.assign(kept, structuredClone(values)),
    remove: async (keys) => [keys].flat().forEach((key) => delete kept[key]),
    clear: () => void (kept = {}),
  };
}
const granted = new Set();
const url = 'https://news.example/a';
const tabs = { 1: { incognito: false, url }, 2: { incognito: true, url }, 3: { incognito: false } };
const open = [{ incognito: false }];
Object.assign(globalThis.chrome, {
  storage: { local: area(), session: area() },
  permissions: {
    contains: async ({ origins }) => origins.every((origin) => granted.has(origin)),
    remove: async ({ origins }) => origins.forEach((origin) => granted.delete(origin)),
    request: async ({ origins }) => origins.forEach((origin) => granted.add(origin)) ?? true,
  },
  tabs: { get: async (tab) => tabs[tab] ?? Promise.reject(new Error('no such tab')) },
  windows: { getAll: async () => open },
});

const { clearReceipts, receipts, recorder } = await load('background/receipts.js');
const { permittedWindow, windowClosed } = await load('background/private.js');
const { mayAsk, setAddress, setPrivateWindows, settings } = await load('lib/settings.js');
const { about, askForCards, redeem } = await load('lib/service.js');
const { isOptedIn, optIn, optOut, siteOf, siteOfTab, sites } = await load('lib/sites.js');
const { local, session } = globalThis.chrome.storage;

beforeEach(() => {
  local.clear();
  session.clear();
  granted.clear();
  granted.add(OURS);
});

const sent = (bytes = 1) => ({ kind: 'page', origin: 'http://127.0.0.1', method: 'POST', path: '/', headers: [], body: '', bytes });
const SHARED = 'https://server.example';
const OURS = 'http://127.0.0.1/*';

describe('receipts', () => {
  test('the newest first, with a time of day and no date', async () => {
    const ended = await recorder()(sent(1));
    await ended({ status: 200, received: 7 });
    await recorder()(sent(2));
    const { receipts: list } = await receipts();
    assert.deepEqual(list.map(({ bytes, outcome }) => [bytes, outcome?.received]), [[2, undefined], [1, 7]]);
    assert.match(list[0].time, /^\d\d:\d\d$/);
    assert.ok(!JSON.stringify(await session.get(null)).includes(String(new Date().getFullYear())));
  });
  test('at most fifty', async () => {
    await Promise.all(Array.from({ length: 53 }, (_, i) => recorder()(sent(i))));
    const { receipts: list, dropped } = await receipts();
    assert.deepEqual([list.length, dropped, list.at(-1).bytes], [50, 3, 3]);
    assert.equal(Object.keys(await session.get(null)).length, 51);
  });
  test('at most four megabytes, and always the last one', async () => {
    for (const bytes of [3e6, 1e6, 1e6, 5e6]) await recorder()(sent(bytes));
    const { receipts: list, dropped } = await receipts();
    assert.deepEqual([list.map(({ bytes }) => bytes), dropped], [[5e6], 3]);
  });
  test('cleared at once, and an answer that comes later brings nothing back', async () => {
    const ended = await recorder()(sent());
    await clearReceipts();
    await ended({ status: 200, received: 1 });
    assert.deepEqual(await receipts(), { receipts: [], dropped: 0 });
    assert.deepEqual(Object.keys(await session.get(null)), ['receipts']);
  });
});

describe('calls', () => {
  const answers = (status, text) => {
    globalThis.fetch = async () => new Response(text, { status });
  };
  const kinds = async (call) => call.then(() => 'none', ({ kind }) => kind);
  const service = { address: 'http://127.0.0.1:1', token: 'SECRET' };

  test('a receipt shows every byte but the secrets', async () => {
    answers(200, '{"token": "SECRET"}');
    await redeem(service.address, 'SECRET', recorder());
    answers(200, '{"api": 1, "cards": []}');
    await askForCards(service, { text: 'ї' }, recorder());
    const { receipts: [page, pairing] } = await receipts();
    assert.ok(!JSON.stringify([page, pairing]).includes('SECRET'));
    assert.deepEqual([page.body, page.bytes, page.outcome.received], ['{"text":"ї"}', 13, 23]);
    assert.deepEqual(page.headers, ['Content-Type: application/json', 'Authorization: Bearer token']);
  });
  test('no receipt, no request', async () => {
    globalThis.fetch = () => assert.fail('it was sent');
    await assert.rejects(askForCards(service, {}, async () => Promise.reject(new Error('full'))), /full/);
    await assert.rejects(askForCards(service, {}), TypeError);
  });
  for (const [status, kind] of Object.entries({ 401: 'refused', 403: 'stranger', 404: 'stranger', 413: 'unreadable', 429: 'busy', 500: 'failed', 503: 'busy', 504: 'unreachable' }))
    test(`${status} is ${kind}`, async () => {
      answers(Number(status), '{}');
      assert.equal(await kinds(askForCards(service, {}, recorder())), kind);
    });
  test('another program is a stranger', async () => {
    answers(200, '<p>');
    assert.equal(await kinds(about(service.address, recorder())), 'stranger');
    answers(200, '{"api": 2}');
    assert.equal(await kinds(about(service.address, recorder())), 'stranger');
  });
  test('nobody there, and who that is', async () => {
    globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    assert.equal(await kinds(about(service.address, recorder())), 'offline');
    granted.add(`${SHARED}/*`);
    assert.equal(await kinds(about(SHARED, recorder())), 'unreachable');
    assert.equal((await receipts()).receipts[0].outcome.trouble, 'unreachable');
  });
  test('without permission nothing is sent, and so there is no receipt', async () => {
    globalThis.fetch = () => assert.fail('it was sent');
    assert.equal(await kinds(about(SHARED, recorder())), 'withdrawn');
    granted.clear();
    assert.equal(await kinds(about(service.address, recorder())), 'withdrawn');
    assert.deepEqual((await receipts()).receipts, []);
  });
});

describe('a shared server', () => {
  test('needs the permission and the consent', async () => {
    assert.equal(await setAddress(SHARED, true), false);
    granted.add(`${SHARED}/*`);
    assert.equal(await setAddress(SHARED), false);
    assert.equal(await setAddress(SHARED, true), true);
    assert.equal((await settings()).address, SHARED);
  });
  test('gets no token of another, and consent is for one server only', async () => {
    granted.add(`${SHARED}/*`);
    await local.set({ token: 'SECRET' });
    await setAddress(SHARED, true);
    assert.equal((await settings()).token, '');
    await local.set({ token: 'SECRET', address: 'https://other.example' });
    assert.deepEqual(await settings(), { address: 'http://127.0.0.1:8377', token: '', privateWindows: false });
  });
  test('left again, its permission is given back', async () => {
    granted.add(`${SHARED}/*`);
    await setAddress(SHARED, true);
    await setAddress('http://127.0.0.1:8377');
    assert.deepEqual([...granted], [OURS]);
    assert.equal(await mayAsk(SHARED), false);
  });
});

describe('sites', () => {
  const news = siteOf('news.example');
  test('on the list by the reader, and permitted by the browser', async () => {
    granted.add(news.pattern);
    assert.equal(await isOptedIn('https://news.example/a'), false);
    await optIn(news);
    assert.equal(await isOptedIn('https://news.example/a'), true);
    assert.equal(await isOptedIn('https://www.news.example/a'), false);
    granted.clear();
    assert.equal(await isOptedIn('https://news.example/a'), false);
    assert.deepEqual(await sites(), []);
  });
  test('of a tab, but not of a private one', async () => {
    assert.deepEqual(await siteOfTab(1), news);
    for (const tab of [2, 3, 4]) assert.equal(await siteOfTab(tab), null);
  });
  test('off the list, the permission is given back unless the service needs it', async () => {
    await optIn(news);
    await optOut(news);
    assert.deepEqual([...granted], [OURS]);
    await optIn(news);
    await setAddress('https://news.example', true);
    await optOut(news);
    assert.deepEqual([...granted], [OURS, news.pattern]);
  });
});

describe('private windows', () => {
  test('are not read unless switched on', async () => {
    await assert.rejects(permittedWindow(2), ({ kind }) => kind === 'private');
    assert.equal(await permittedWindow(1), false);
    await setPrivateWindows(true);
    assert.equal(await permittedWindow(2), true);
  });
  test('leave nothing behind when the last of them closes', async () => {
    await recorder()(sent(1));
    await recorder(true)(sent(2));
    open.push({ incognito: true });
    await windowClosed();
    assert.equal((await receipts()).receipts.length, 2);
    open.pop();
    await windowClosed();
    assert.deepEqual((await receipts()).receipts.map(({ bytes }) => bytes), [1]);
  });
});

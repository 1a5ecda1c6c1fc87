import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { load } from './setup.mjs';

const { wellFormed, whoAsks } = await load('background/messages.js');
const { passagesOf } = await load('background/passages.js');
const { sound } = await load('background/page.js');
const { digitsOf, hashOf, newSecret } = await load('lib/pairing.js');
const { landingOn, webAddress } = await load('lib/links.js');
const { isAnswer } = await load('lib/service.js');
const { serviceAddress } = await load('lib/settings.js');
const { siteOf } = await load('lib/sites.js');

describe('http on this computer, https elsewhere', () => {
  for (const [typed, origin] of Object.entries({
    'http://127.0.0.1:8377': 'http://127.0.0.1:8377',
    ' http://127.0.0.1:9000/ ': 'http://127.0.0.1:9000',
    'http://localhost:8377': 'http://127.0.0.1:8377',
    'http://127.0.0.1': 'http://127.0.0.1',
    'http://2130706433:8377': 'http://127.0.0.1:8377',
    'https://Server.example/': 'https://server.example',
    'https://server.example:8443': 'https://server.example:8443',
  }))
    test(typed, () => assert.equal(serviceAddress(typed), origin));
  for (const typed of [
    '',
    'x',
    null,
    'http://server.example',
    'http://127.0.0.2',
    'http://[::1]:8377',
    'http://127.0.0.1.evil.example',
    'http://u:p@127.0.0.1',
    'https://u:p@server.example',
    'http://evil.example\\@127.0.0.1',
    'http://127.0.0.1/path',
    'https://server.example/path',
    'http://127.0.0.1?q',
    'https://*',
    'https://*.example',
    'file:///x',
    'javascript:1',
  ]) {
    test(`not ${typed}`, () => assert.equal(serviceAddress(typed), null));
  }
});

describe('a site is one host', () => {
  for (const [typed, pattern] of Object.entries({
    'news.example': 'https://news.example/*',
    'news.example:8080': 'https://news.example/*',
    ' https://www.News.example/a?b#c ': 'https://www.news.example/*',
    'http://news.example:8080/': 'http://news.example/*',
    'новини.example': 'https://xn--b1amarcd.example/*',
  }))
    test(typed, () => assert.equal(siteOf(typed)?.pattern, pattern));
  for (const typed of ['', ' ', '*', '*.example', 'https://*/', 'https://*.com', 'file:///x', 'javascript:alert(1)', 'about:blank', 'a b', null])
    test(`not ${typed}`, () => assert.equal(siteOf(typed), null));
  test('its name says where it is not encrypted', () => {
    assert.equal(siteOf('https://news.example/').name, 'news.example');
    assert.equal(siteOf('http://news.example/').name, 'http://news.example');
  });
});

describe('pairing', () => {
  test('256 bits, never twice', () => {
    assert.match(newSecret(), /^[0-9a-f]{64}$/);
    assert.notEqual(newSecret(), newSecret());
  });
  test('the hash is that of the secret as it is sent', async () => {
    const secret = newSecret();
    assert.equal(await hashOf(secret), createHash('sha256').update(secret).digest('hex'));
  });
  test('six digits, zeros kept', () => {
    assert.equal(digitsOf(`0000002a${'0'.repeat(56)}`), '000042');
    assert.equal(digitsOf(`ffffffff${'0'.repeat(56)}`), '967295');
  });
});

describe('links of a corpus', () => {
  for (const bad of [
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc',
    'https://user:secret@news.example/',
    '',
    null,
    'x',
  ]) {
    test(`no link: ${bad}`, () => assert.equal(webAddress(bad), null));
  }
  test('it lands on the words', () => {
    assert.equal(
      landingOn('https://news.example/a', 'said so, twice-told & "q"'),
      'https://news.example/a#:~:text=said%20so%2C%20twice%2Dtold%20%26%20%22q%22',
    );
  });
  test('a fragment of the address stays', () =>
    assert.equal(landingOn('https://news.example/#p2', 'x'), 'https://news.example/#p2:~:text=x'));
});

describe('who may ask the background', () => {
  const page = (url, id = 'ours') => ({ id, url });
  test('our own pages', () => assert.equal(whoAsks(page('chrome-extension://ours/panel/panel.html')), 'ours'));
  for (const sender of [
    page('https://news.example/'),
    page('chrome-extension://other/panel.html', 'other'),
    page('chrome-extension://ours.evil/'),
    {},
    null,
  ]) {
    test(`not ${JSON.stringify(sender)}`, () => assert.notEqual(whoAsks(sender), 'ours'));
  }
  test('forms', () => {
    for (const good of [
      { kind: 'check', tab: 3 },
      { kind: 'connect' },
      { kind: 'connect', tab: 1 },
      { kind: 'waiting' },
      { kind: 'clearReceipts' },
    ])
      assert.ok(wellFormed(good));
    for (const bad of [
      null,
      1,
      'check',
      {},
      { kind: 'check' },
      { kind: 'check', tab: '3' },
      { kind: 'toString' },
      { kind: '__proto__' },
      { kind: 'connect', tab: -1 },
    ]) {
      assert.ok(!wellFormed(bad), JSON.stringify(bad));
    }
  });
});

describe('what a page may hand over', () => {
  const page = { blocks: [{ i: 0, tag: 'p', in: 0, text: 'x' }], tree: [['body', -1, '']] };
  test('the agreed keys, and no others', () => {
    const copy = sound({ ...page, title: 't', url: 'u', lang: 'en', blocks: [{ ...page.blocks[0], secret: 1 }] });
    assert.deepEqual(copy, { ...page, lang: 'en' });
  });
  for (const bad of [
    null,
    {},
    { blocks: [], tree: 0 },
    { ...page, blocks: [{ i: 0 }] },
    { ...page, blocks: [null] },
    { ...page, tree: [null] },
    { ...page, tree: [['p', 0.5, '']] },
  ]) {
    test(`not ${JSON.stringify(bad)}`, () => assert.equal(sound(bad), null));
  }
});

describe('answers', () => {
  test('only of this version of beside', () => {
    assert.ok(isAnswer({ api: 1, cards: [{ accounts: [], evidence: [] }] }));
    for (const odd of [null, [], {}, { api: 2, cards: [] }, { api: 1 }, { api: 1, cards: [{}] }])
      assert.ok(!isAnswer(odd));
  });
  test('a page learns where, and nothing of what', () => {
    const evidence = {
      block: 1,
      start: 2,
      end: 5,
      exact: 'one',
      prefix: '',
      suffix: '',
      claims: [{ claim: 'C46' }],
      because: [{ corpus: 'SECRET' }],
    };
    const answer = {
      cards: [
        { title: 'SECRET', accounts: [{ says: 'SECRET' }], evidence: [evidence] },
        { evidence: [{ ...evidence }] },
      ],
    };
    const passages = passagesOf(answer);
    assert.deepEqual(passages, [{ n: 0, block: 1, start: 2, end: 5, exact: 'one', prefix: '', suffix: '' }]);
    assert.deepEqual(
      answer.cards.map((card) => card.evidence[0].n),
      [0, 0],
    );
  });
});

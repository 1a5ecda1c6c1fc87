import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { content, load } from './setup.mjs';

const beside = await content('published');
const NOW = Date.parse('2026-03-31T20:00:00Z');

describe('the date part of a value', () => {
  const cases = {
    '2022-11-21': '2022-11-21',
    ' 2022-11-21T10:15:00Z': '2022-11-21',
    '2022-11-21 10:15, Kyiv': '2022-11-21',
    '2022-11-21-05:00': '2022-11-21',
    '2024-02-29': '2024-02-29',
    '2022-11': '2022-11',
    '1990-01-01': '1990-01-01',
    '1990-01': '1990-01',
    '2026-04-01': '2026-04-01', // tomorrow
    '2026-04': '2026-04', // begins tomorrow
    '2026-04-02': undefined,
    '2026-05': undefined,
    '1989-12-31': undefined,
    '9999-01-01': undefined,
    '2022-02-30': undefined,
    '2023-02-29': undefined,
    '2022-13': undefined,
    '2022-00-10': undefined,
    '2022-11-00': undefined,
    '2022-11-211': undefined,
    '2022-11-2': undefined,
    '2022-11-05:00': undefined,
    '2022-113': undefined,
    2022: undefined,
    20221121: undefined,
    '21.11.2022': undefined,
    'on 2022-11-21': undefined,
    '10:15': undefined,
    '': undefined,
  };
  for (const [value, date] of Object.entries(cases))
    test(`"${value}"`, () => assert.equal(beside.dateIn(value, NOW), date));
  for (const odd of [undefined, null, 20221121, {}, ['2022-11-21'], true])
    test(`no text: ${JSON.stringify(odd)}`, () => assert.equal(beside.dateIn(odd, NOW), undefined));
});

describe('dates in JSON-LD', () => {
  const written = (value) => (typeof value === 'string' ? value : JSON.stringify(value));
  const dates = (...values) => beside.datesInJson(values.map(written)).filter(Boolean);
  const article = (date, more) => ({ '@type': 'NewsArticle', datePublished: date, ...more });

  test('of an object, a list, a graph', () => {
    assert.deepEqual(dates(article('a')), ['a']);
    assert.deepEqual(dates([{}, article('a')]), ['a']);
    assert.deepEqual(dates({ '@graph': [{ '@type': 'WebSite' }, article('a')] }), ['a']);
    assert.deepEqual(dates({ mainEntity: article('a') }), ['a']);
  });
  test('the article before its comments and before a list in another script', () => {
    const comments = article('article', { comment: [article('comment')] });
    assert.equal(dates(comments)[0], 'article');
    assert.equal(dates({ itemListElement: [{ item: article('listed') }] }, article('article'))[0], 'article');
  });
  test('as a list or a typed value', () => {
    assert.deepEqual(dates(article(['a', 'b'])), ['a', 'b']);
    assert.deepEqual(dates(article({ '@type': 'Date', '@value': 'a' })), ['a']);
  });
  test('what is no JSON is passed over', () =>
    assert.deepEqual(dates('', '{"datePublished": "x",', 'null', '"2022-11-21"', '7', article('a')), ['a']));
  test('other dates are not taken', () => assert.deepEqual(dates({ dateModified: 'a', uploadDate: 'b' }), []));
  test('at most 200,000 characters in all', () => {
    assert.deepEqual(dates(article('big', { text: 'x'.repeat(200_000) }), article('small')), ['small']);
    const half = (date) => article(date, { text: 'x'.repeat(120_000) });
    assert.deepEqual(dates(half('a'), half('b')), ['a']);
  });
  test('at most 1,000 nodes', () => {
    const late = (before) => dates([...Array.from({ length: before }, () => ({})), article('a')]);
    assert.deepEqual(late(998), ['a']); // the list itself is a node
    assert.deepEqual(late(999), []);
  });
  test('deep is no trouble', () => assert.deepEqual(dates(`${'['.repeat(50_000)}${']'.repeat(50_000)}`), []));
});

describe('what the background takes from a page', () => {
  const page = (published) => ({ blocks: [], tree: [], published });
  test('a day or a month', async () => {
    const { sound } = await load('background/page.js');
    assert.equal(sound(page('2022-11-21')).published, '2022-11-21');
    assert.equal(sound(page('2022-11')).published, '2022-11');
    for (const odd of ['2022-11-21T10:15', 'words', '2022-11-21\n', 20221121])
      assert.equal('published' in sound(page(odd)), false);
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { content } from './setup.mjs';

const beside = await content('points', 'squeeze', 'skeleton', 'budget', 'find');

describe('code points and units', () => {
  test('an emoji is one point and two units', () => {
    assert.equal(beside.unitsOf('🛰 a', 2), 3);
    assert.equal(beside.pointsOf('🛰 a'), 3);
  });
  test('a flag is two points', () => assert.equal(beside.unitsOf('🇺🇦!', 2), 4));
  test('beyond the end there is nothing', () => assert.equal(beside.unitsOf('ab', 3), -1));
  test('the end itself is a place', () => assert.equal(beside.unitsOf('ab', 2), 2));
});

describe('the squeezed text and the way back', () => {
  const cases = [
    ['  a ', ' b'],
    ['a', 'b'],
    ['\n'],
    ['', 'x', ''],
    ['a\u00a0', '\tb\u0000\u0001c '],
    ['🛰', '  🛰 '],
    ['a b', ' ', ' c'],
    ['\ud800 half'],
    ['\n  a  \n', '\n b ', ' c'],
  ];
  for (const pieces of cases) {
    test(JSON.stringify(pieces), () => {
      const text = beside.squeeze(pieces);
      const joined = pieces.join('');
      assert.doesNotMatch(text, /^\s|\s$|\s\s|[\u0000-\u001f\u00a0]/);
      let before = -1;
      for (let i = 0; i < text.length; i++) {
        const place = beside.unsqueezed(joined, i);
        assert.ok(place > before, `${i}: ${place} after ${before}`);
        assert.ok(joined[place] === text[i] || text[i] === ' ' || text[i] === '\ufffd', `${i}: ${joined[place]}`);
        if (text[i] === ' ') assert.match(joined[place], /[\s\u0000-\u001f]/);
        before = place;
      }
    });
  }
});

describe('hints', () => {
  const { hintOf } = beside;
  test('only words of the list travel', () => assert.equal(hintOf('user-Maria article-body js-x42'), 'article body'));
  test('other names lead to them', () => assert.equal(hintOf('siteNavigation Comments'), 'comment nav'));
  test('part of a word is no hint', () => assert.equal(hintOf('adder header shadow sharepoint'), ''));
  test('nothing is inherited from objects', () => assert.equal(hintOf('constructor toString __proto__'), ''));
  test('around the headline no box is furniture', () =>
    assert.equal(beside.aroundHeadline('content sidebar'), 'content'));
});

describe('the skeleton', () => {
  test('unknown tags are plain boxes', () => assert.equal(beside.plainTag('X-SECRET'), 'div'));
  test('it is never deeper or larger than the service reads', () => {
    const skeleton = new beside.Skeleton();
    let node = 0;
    for (let i = 0; i < 300; i++) node = skeleton.add('div', node, '');
    const depth = (n) => (n < 0 ? 0 : 1 + depth(skeleton.tree[n][1]));
    assert.equal(Math.max(...skeleton.tree.keys().map(depth)), 99); // and the block in it makes a hundred
    for (let i = 0; i < 10_000; i++) assert.ok(skeleton.add('p', 0, '') < 5_000);
    assert.equal(skeleton.tree.length, 5_000);
    skeleton.tree.forEach(([, parent], number) => assert.ok(parent < number));
  });
});

describe('what fits into a request', () => {
  const fill = (text, most = 10_000) => {
    const budget = new beside.Budget();
    let taken = 0;
    while (taken < most && budget.takes(text, 10)) taken++;
    return { taken, cut: budget.cut };
  };
  test('5,000 blocks', () => assert.deepEqual(fill('ab'), { taken: 5_000, cut: true }));
  test('200,000 code points', () => assert.deepEqual(fill('x'.repeat(1_000)), { taken: 200, cut: true }));
  test('one mebibyte', () => assert.ok(fill('"'.repeat(100_000)).taken * 200_000 < 1_048_576));
  test('a short page is whole', () => assert.deepEqual(fill('ab', 3), { taken: 3, cut: false }));
  test('after the cut nothing more is taken', () => {
    const budget = new beside.Budget();
    assert.equal(budget.takes('x'.repeat(200_001), 1), false);
    assert.equal(budget.takes('small', 1), false);
  });
});

describe('finding a passage', () => {
  const passage = (more) => ({ block: 0, start: 2, end: 5, exact: 'one', prefix: '🛰 ', suffix: ' two', ...more });
  test('at its place, behind an emoji', () => {
    assert.deepEqual(beside.find(['🛰 one two'], passage()), { block: 0, start: 3, end: 6 });
  });
  test('elsewhere, when the words moved', () => {
    assert.deepEqual(beside.find(['new', '🛰 one two'], passage()), { block: 1, start: 3, end: 6 });
  });
  test('by what stands around it, among several', () => {
    assert.deepEqual(beside.find(['one', 'x one y', '🛰 one two'], passage()), { block: 2, start: 3, end: 6 });
  });
  test('the nearest, when nothing else tells them apart', () => {
    const texts = ['one', 'zzz', 'zzz', 'one'];
    assert.equal(beside.find(texts, passage({ block: 2 })).block, 3);
  });
  test('nowhere: nearly the same words are other words', () => {
    assert.equal(beside.find(['🛰 one', '12 killed'], passage({ exact: '11 killed' })), null);
  });
  test('without a place, by its words', () => {
    const found = beside.find(['a one'], passage({ block: null, start: null, end: null }));
    assert.deepEqual(found, { block: 0, start: 2, end: 5 });
  });
  for (const odd of [{ start: -1 }, { end: 2 }, { end: 99 }, { block: 7 }, { exact: '' }]) {
    test(`a place that can't be: ${JSON.stringify(odd)}`, () =>
      assert.doesNotThrow(() => beside.find(['🛰 one two'], passage(odd))));
  }
});

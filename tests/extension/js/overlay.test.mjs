import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { content, load } from './setup.mjs';

globalThis.document = { addEventListener() {} };
const beside = await content('rest', 'layout', 'room', 'watch');
const { smallCards } = await load('background/small.js');
const { whoAsks, wellFormed } = await load('background/messages.js');

const box = (left, top, right, bottom, of = {}) => ({ left, top, right, bottom, of });
function spot(n, block, { of = block.of, rtl = false } = {}) {
  const line = { ...block, bottom: block.top + 20 };
  const last = { ...block, top: block.bottom - 20, right: block.left + 100 };
  return { n, line, last, block, lines: [line, last], rtl, of, bottom: block.bottom };
}
const room = { left: 0, right: 800 };

describe('where a marker stands', () => {
  test('in the margin where a line begins', () => {
    const [marker] = beside.layOut([spot(0, box(100, 50, 700, 130))], [], room);
    assert.deepEqual([marker.x, marker.y], [66, 48]);
  });
  test('on the other side where writing begins there', () => {
    const [marker] = beside.layOut([spot(0, box(100, 50, 700, 130), { rtl: true })], [], room);
    assert.equal(marker.x, 710);
  });
  test('behind the last line where the page has no margin', () => {
    const [marker] = beside.layOut([spot(0, box(4, 50, 796, 130))], [], room);
    assert.deepEqual([marker.x, marker.y], [110, 108]);
  });
  test('below where the last line is full, and never over other text', () => {
    const block = box(4, 50, 796, 130);
    const full = { ...spot(0, block), last: { ...block, top: 110 } };
    const texts = [{ ...block }, box(4, 140, 796, 200)];
    const [marker] = beside.layOut([{ ...full, lines: [full.line, full.last] }], texts, room);
    assert.ok(marker.y + 24 <= 51 || marker.y >= 199, String(marker.y));
  });
  test('those that would crowd are one, the next is apart', () => {
    const spots = [0, 1, 2, 3].map((n) => spot(n, box(100, 50 + 15 * n, 700, 70 + 15 * n, { n })));
    const markers = beside.layOut(spots, [], room);
    assert.deepEqual(
      markers.map(({ ns }) => ns),
      [
        [0, 1],
        [2, 3],
      ],
    );
  });
  test('without any room it goes with the one before', () => {
    const wall = box(0, 0, 800, 2_000);
    const markers = beside.layOut([spot(0, box(100, 50, 700, 90)), spot(1, box(4, 600, 796, 640))], [], room);
    assert.equal(markers.length, 2);
    assert.deepEqual(beside.layOut([spot(0, box(4, 600, 796, 640))], [wall], room), []);
  });
});

describe('where the small card stands', () => {
  const view = { top: 0, height: 800, width: 1_000 };
  const at = (x) => beside.roomFor({ top: 100, bottom: 140, y: 98 }, { x, width: 360, height: 300 }, view).left;

  test('past its marker: the others in that margin stay in view', () => assert.equal(at(60), 60 + 24 + 12));
  test('before it where the margin is on the right', () => assert.equal(at(900) + 360, 900 - 12));
  test('within the view, however narrow it is', () => {
    const card = { x: 200, width: 344, height: 300 };
    assert.equal(beside.roomFor({ top: 100, bottom: 140, y: 98 }, card, { ...view, width: 360 }).left, 8);
  });
});

test('only markers and card are cut out, and all the same way round', () => {
  assert.equal(beside.outline([], null), 'inset(50%)');
  const path = beside.outline([{ x: 10, y: 10 }], { x: 0, y: 50, width: 100, height: 80 });
  assert.match(path, /^path\("M6 22a16 16 0 1 1 32 0.*zM0 50h100v80h-100z"\)$/);
});

describe('whether a page has news', () => {
  const long = 'A sentence that is long enough to be one of an article. '.repeat(3);
  test('two sentences that were not there', () => assert.equal(beside.hasNews(['a'], ['a', long]), true));
  test('a clock is none', () => assert.equal(beside.hasNews(['a'], ['a', 'Now it is 12:30']), false));
  test('nor is text that went', () => assert.equal(beside.hasNews(['a', long], ['a']), false));
});

test('a rest is due after a slice, and then not for another', async () => {
  const rest = new beside.Rest(20);
  while (!rest.due);
  await rest.pause();
  assert.equal(rest.due, false);
});

test('the small card holds no word on violence, no link, no reason', () => {
  const account = { speaker: { name: 'A', role: 'body' }, claim: 'C1', says: 'SECRET', graphic: true, link: 'SECRET' };
  const evidence = [{ n: 3, exact: 'SECRET', claims: [{ claim: 'C1' }], because: ['SECRET'] }];
  const [small] = smallCards({ cards: [{ title: 't', state: {}, accounts: [account], evidence }] });
  assert.doesNotMatch(JSON.stringify(small), /SECRET/);
  assert.deepEqual(small.evidence, [{ n: 3, claims: ['C1'] }]);
});

describe('who may ask for what', () => {
  const tab = { id: 1 };
  const from = (url, more = { tab, frameId: 0 }) => whoAsks({ id: 'ours', url, ...more });
  const frame = 'chrome-extension://ours/frame/frame.html';
  test('our frame in a page', () => assert.equal(from(frame, { tab, frameId: 7 }), 'frame'));
  test('a page', () => assert.equal(from('https://news.example/'), 'page'));
  test('nobody else', () => {
    assert.equal(from('https://news.example/', { tab, frameId: 4 }), 'nobody');
    assert.equal(from('https://news.example/', {}), 'nobody');
    assert.equal(whoAsks({ id: 'other', url: frame, tab }), 'nobody');
  });
  const asks = (kind, who, more) => wellFormed({ kind, ...more }, who);
  test('a page may ring, and no more', () => {
    assert.equal(asks('bell', 'page'), true);
    for (const kind of ['check', 'cards', 'open', 'compare', 'connect', 'step', 'clearReceipts', 'report', 'toString'])
      for (const who of ['page', 'nobody']) assert.equal(asks(kind, who, { tab: 1, by: 1, nonce: 'x', card: 0 }), false);
  });
  test('the frame sends nothing and changes nothing', () => {
    for (const kind of ['check', 'connect', 'bell', 'step', 'clearReceipts', 'report', 'cancel'])
      assert.equal(asks(kind, 'frame', { tab: 1, by: 1 }), false);
    assert.equal(asks('cards', 'frame', { nonce: 'x' }), true);
    assert.equal(asks('cards', 'frame', {}), false);
    assert.equal(asks('compare', 'frame', { card: -1 }), false);
    assert.equal(asks('open', 'frame', { card: 0, n: 3 }), true);
    assert.equal(asks('open', 'frame', { card: 0 }), false);
  });
});

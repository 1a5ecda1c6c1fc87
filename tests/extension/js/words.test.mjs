import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { load, speak } from './setup.mjs';

const wording = await load('lib/wording.js');
const { readable } = await load('lib/dates.js');
const { onTheWay } = await load('lib/relay.js');
const { step } = await load('panel/passages.js');
const { compared } = await load('background/fresh.js');
const { isReport } = await load('background/report.js');
const { counted, t } = await load('lib/i18n.js');

afterEach(() => speak('en'));

describe('dates are as precise as they were given', () => {
  const cases = {
    '2022-11-21': '21 November 2022',
    '2022-11': 'November 2022',
    '2022-11-XX': 'November 2022',
    2022: '2022',
    '2022-11-21~': 'about 21 November 2022',
    '2022-11?': 'perhaps November 2022',
    '2022-11-13/2022-11-18': 'from 13 November 2022 to 18 November 2022',
    '2022-02/..': 'from February 2022 on',
    '../2022-02': 'until February 2022',
    '2022-02-30': '2022-02-30',
    '2022-13': '2022-13',
    'some day': 'some day',
    '../..': '../..',
  };
  for (const [edtf, words] of Object.entries(cases)) test(edtf, () => assert.equal(readable(edtf, 'en', t), words));
});

describe('plain words that grade nobody', () => {
  test('a second voice is no confirmation', () =>
    assert.equal(wording.stance({ stance: 'corroborates', act: 'report' }), 'also says'));
  test('a promise is no investigation', () => {
    assert.equal(wording.stance({ stance: 'investigates', act: 'pledge' }), 'says it will investigate');
    assert.equal(wording.stance({ stance: 'investigates', act: 'report' }), 'is investigating');
  });
  test('the speech act is named', () =>
    assert.equal(wording.stance({ stance: 'asserts', act: 'opine' }), 'says, as an opinion'));
  test('an accusation is a statement', () =>
    assert.equal(wording.stance({ stance: 'asserts', act: 'accuse' }), 'says'));
  test('every stance, act and hedge of the model has words, in every language', () => {
    const stances = 'asserts denies doubts corroborates could_not_verify states_unknown investigates'.split(' ');
    const acts = 'describe_media opine pledge offer predict condemn call_for'.split(' ');
    const hedges = 'flat likely appears alleged reported said_to_be indicates consistent_with'.split(' ');
    for (const language of ['en', 'uk', 'ru']) {
      speak(language);
      for (const value of stances) assert.notEqual(t(`stance_${value}`), `stance_${value}`);
      for (const value of acts) assert.notEqual(t(`act_${value}`), `act_${value}`);
      for (const value of hedges) assert.notEqual(t(`hedge_${value}`), `hedge_${value}`);
    }
  });
  test('an unknown value is shown as it came', () => assert.equal(wording.term('stance', 'newly_made'), 'newly made'));
  test('hedge words are kept', () => {
    assert.equal(
      wording.certainty({ hedge: 'said_to_be', hedge_words: 'said to be' }),
      'put as said to be, in the words “said to be”',
    );
  });
  test('no word of judgement in any language', () => {
    for (const language of ['en', 'uk', 'ru']) {
      speak(language);
      for (const key of ['stance_asserts', 'stance_corroborates', 'none', 'noneTitle']) {
        assert.doesNotMatch(t(key), /confirm|verified|true|false|claims|підтвер|правд|подтвер/i);
      }
    }
  });
});

describe('numbers go with the state', () => {
  const card = { state: { accounts: 'contested' }, accounts: Array(16), documents: { S3: {} } };
  test('English', () => assert.match(wording.state(card), /^Contested: .*: 16 statements in 1 document\.$/));
  test('Ukrainian and Russian plurals', () => {
    speak('uk');
    assert.deepEqual(
      [1, 3, 5, 21].map((n) => counted('passages', n)),
      ['1 уривок', '3 уривки', '5 уривків', '21 уривок'],
    );
    speak('ru');
    assert.deepEqual(
      [1, 3, 5, 21].map((n) => counted('passages', n)),
      ['1 отрывок', '3 отрывка', '5 отрывков', '21 отрывок'],
    );
  });
});

describe('a card in words', () => {
  test('a topic is never the same incident', () => {
    assert.equal(t(wording.forKind({ kind: 'pattern' }, 'proof')), 'Same topic because');
    assert.equal(t(wording.forKind({ kind: 'event' }, 'proof')), 'Same incident because');
    assert.equal(wording.band({ kind: 'statistic', band: 'possible' }), 'may speak of this topic');
  });
  test('where, with what it rests on', () => {
    assert.equal(wording.where({ where: [{ name: 'Makiivka', basis: 'said to be' }] }), 'Makiivka (said to be)');
    assert.equal(wording.where({}), 'not known');
  });
  test('proof in both words', () => {
    assert.equal(wording.proof({ kind: 'place', page: 'Makiivka', corpus: 'Makiivka' }), 'place: Makiivka');
    assert.equal(
      wording.proof({ kind: 'figure', page: 'ten', corpus: '~10' }),
      'figure: “ten” on the page, ~10 on record',
    );
  });
  test('why, behind an emoji', () => {
    const evidence = { start: 2, exact: '🛰 at Makiivka' };
    const reason = { kind: 'place', start: 7, end: 15, corpus: 'Makiivka', matcher: 'places@1.0' };
    assert.equal(wording.because(reason, evidence), 'place “Makiivka” (places@1.0)');
  });
  test('why, of a date', () => {
    const evidence = { start: 0, exact: 'on 13 November' };
    const reason = { kind: 'date', start: 3, end: 14, corpus: '2022-11-13', matcher: 'dates@1.0' };
    assert.equal(
      wording.because(reason, evidence),
      'date “13 November”, on record: 13 November 2022 (dates@1.0)',
    );
  });
  const reasons = [
    ['wording', 'execute', 'words “Nine”, on record: execute (m@1)', 'words, on record: execute (m@1)'],
    ['quotation', 'nine shot', 'quotation “Nine”, on record: “nine shot” (m@1)', 'quotation, on record: “nine shot” (m@1)'],
    ['figure', '9 people', 'figure “Nine”, on record: 9 people (m@1)', 'figure, on record: 9 people (m@1)'],
    ['date', '2022-11', 'date “Nine”, on record: November 2022 (m@1)', 'date, on record: November 2022 (m@1)'],
    ['place', 'Nine', 'place “Nine” (m@1)', 'place, on record: Nine (m@1)'],
    ['other', '', 'another reason “Nine” (m@1)', 'another reason (m@1)'],
    ['meaning', 'Whether it was', ...Array(2).fill('meaning, near to the question on record: Whether it was (m@1)')],
  ];
  // The same cases as tests/web/test_words.py has for the service's own pages.
  for (const [kind, corpus, placed, unplaced] of reasons)
    test(`only what somebody said stands between marks: ${kind}`, () => {
      const reason = { kind, corpus, start: 5, end: 9, matcher: 'm@1' };
      const exact = 'Nine people were shot, they say';
      assert.equal(wording.because(reason, { exact, start: 5 }), placed);
      assert.equal(wording.because(reason, { exact, start: null }), unplaced);
    });
  test('what is shared is not said to be quoted', () =>
    assert.equal(
      wording.proof({ kind: 'date', page: '2022-11-21', corpus: '2022-11' }),
      'date: 21 November 2022 on the page, November 2022 on record',
    ));
  test('a quote within a quote', () => {
    assert.equal(wording.quote('plain'), '“plain”');
    assert.equal(wording.quote('it is “unlikely” so'), '‘it is “unlikely” so’');
  });
  test('outlets', () => {
    assert.equal(wording.outlet({ outlet_basis: 'unknown' }), 'outlet not named');
    assert.equal(wording.outlet({ outlet_name: 'A', outlet_basis: 'inferred' }), 'A (inferred)');
    assert.equal(wording.outlet(undefined), 'outlet not named');
  });
});

describe('wordings on the way', () => {
  const accounts = ['S1', 'S2', 'S3'].map((statement) => ({ statement }));
  const card = { accounts, evidence: [{ exact: 'first' }, { exact: 'second' }], wordings: [['S3', 'S1'], ['S2']] };
  const order = (number, more) =>
    onTheWay({ ...card, ...more }, number).map(({ account, evidence }) => account?.statement ?? evidence.exact);
  test('in the order of the accounts, whatever the order of the chain', () => assert.deepEqual(order(0), ['S1', 'S3']));
  test('the page stands where the service puts it', () =>
    assert.deepEqual(order(0, { page_wordings: [[1, 0], []], page_places: [1, 0] }), ['S1', 'second', 'first', 'S3']));
  test('a service that does not say where has it last', () =>
    assert.deepEqual(order(1, { page_wordings: [[], [0]] }), ['S2', 'first']));
  test('evidence that is not there is left out', () =>
    assert.deepEqual(order(1, { page_wordings: [[], [7]], page_places: [0, 0] }), ['S2']));
});

describe('what an answer falls short in', () => {
  const out = { code: 'matcher_out', matcher: 'places', state: 'too_slow' };
  test('a matcher', () => assert.match(wording.limits({ limits: [out] })[0], /^A way of matching gave no answer: places\./));
  test('a language, by its name', () => {
    speak('uk');
    assert.match(wording.limits({ limits: [{ code: 'language_unmeasured', language: 'pl' }] })[0], /\(польська\)/);
  });
  test('a language that is not known', () =>
    assert.match(wording.limits({ limits: [{ code: 'language_unmeasured', language: '' }] })[0], /is not known/));
  test('nothing of what has no words', () => assert.deepEqual(wording.limits({ limits: [{ code: 'newly' }] }), []));
  test('an older service', () => assert.deepEqual([wording.limits({}), wording.incomplete({})], [[], false]));
  test('incomplete', () => assert.ok(wording.incomplete({ limits: [out] })));
});

describe('figures', () => {
  const cases = { '=': '1,200', '~': 'about 1,200', '>': 'more than 1,200', '>=': 'at least 1,200' };
  const more = { '<': 'less than 1,200', '<=': 'at most 1,200', newly: '1,200' };
  for (const [comparator, words] of Object.entries({ ...cases, ...more }))
    test(comparator, () => assert.equal(wording.figure({ comparator, value: 1200 }), words));
  test('as the language writes them', () => {
    speak('uk');
    assert.equal(wording.figure({ comparator: '>', value: 10.5 }), 'понад 10,5');
  });
});

describe('from passage to passage', () => {
  test('forward and round again', () => assert.deepEqual([null, 4, 9].map((at) => step([4, 7, 9], at, 1)), [4, 7, 4]));
  test('backward', () => assert.deepEqual([null, 4, 9].map((at) => step([4, 7, 9], at, -1)), [9, 9, 7]));
  test('from one that is gone', () => assert.equal(step([4, 7], 5, 1), 4));
});

describe('whether the corpora are still those that answered', () => {
  test('the same', () => assert.equal(compared({ a: '1' }, { a: '1' }), 'same'));
  test('another release', () => assert.equal(compared({ a: '1' }, { a: '2' }), 'changed'));
  test('one that came or went', () => {
    assert.equal(compared({ a: '1' }, { a: '1', b: '1' }), 'changed');
    assert.equal(compared({ a: '1', b: '1' }, { a: '1' }), 'changed');
  });
});

describe('the form of a report', () => {
  const good = { corpus: 'c', incident: 'i', release: 'ab'.repeat(32), kind: 'wording', note: '' };
  test('good', () => assert.ok(isReport(good)));
  test('with words of the page', () => assert.ok(isReport({ ...good, fragment: { exact: 'words' } })));
  const bad = [
    { kind: 'rude' },
    { note: 'x'.repeat(2001) },
    { note: undefined },
    { release: 'xyz' },
    { release: undefined },
    { corpus: '' },
    { fragment: 'words' },
    { fragment: { exact: '' } },
  ];
  for (const change of bad) test(JSON.stringify(change), () => assert.ok(!isReport({ ...good, ...change })));
  test('nothing at all', () => assert.ok(!isReport(null)));
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { day, moment } from './day.ts';
import { DEADLINE_IDS, NOTICE_READINGS } from './deadline-rule.ts';
import { parseNormEdition } from './norm-edition.ts';
import {
  deadlineRule, findEditionInForce, findNorm, findNormNumber, findNormText, handedInOn, handInUntil, isSet, normBoolean, normFraction, normList, normNumber, normNumberOr, normText,
} from './norms.ts';

interface EditionFile {
  edition: unknown;
  validFrom: unknown;
  sources: Record<string, Record<string, unknown>>;
  norms: Record<string, unknown>[];
}

const file = readFileSync(new URL('../../norms/2026-01.json', import.meta.url), 'utf8');
const first = parseNormEdition(JSON.parse(file));

function changed(change: (file: EditionFile) => void): () => unknown {
  const copy = JSON.parse(file) as EditionFile;
  change(copy);
  return () => parseNormEdition(copy);
}

function normOf(edition: EditionFile, key: string): Record<string, unknown> {
  const norm = edition.norms.find((candidate) => candidate['key'] === key);
  if (norm === undefined) throw new Error(key);
  return norm;
}

describe('the day on which something handed in electronically counts', () => {
  // Almaty is five hours ahead of these moments.
  test.each<[string, string | undefined, string, string]>([
    ['to midnight, the last second of the day is in it', '24:00', '2026-04-02T18:59:59.000Z', '2026-04-02'],
    ['to midnight, the first of the next is not', '24:00', '2026-04-02T19:00:00.000Z', '2026-04-03'],
    ['to six, the second before is in it', '18:00', '2026-04-02T12:59:59.000Z', '2026-04-02'],
    ['to six, six o’clock is of the next day', '18:00', '2026-04-02T13:00:00.000Z', '2026-04-03'],
    ['to six, an hour before midnight is of the next day', '18:00', '2026-04-02T18:00:00.000Z', '2026-04-03'],
    ['to six, the first second of a day is in it', '18:00', '2026-04-02T19:00:00.000Z', '2026-04-03'],
    ['to six, over the end of a month', '18:00', '2026-04-30T13:00:00.000Z', '2026-05-01'],
    ['to six, over the end of a year', '18:00', '2026-12-31T13:30:00.000Z', '2027-01-01'],
    ['an edition that does not say keeps the day to its end', undefined, '2026-04-02T18:59:59.000Z', '2026-04-02'],
  ])('%s', (_says, until, at, on) => {
    const edition = { ...first, norms: first.norms.flatMap((norm) => (norm.key !== 'deadline.electronicActsUntil' ? [norm] : until === undefined ? [] : [{ ...norm, value: until }])) };
    expect(handedInOn(edition, moment(at))).toBe(on);
    expect(handInUntil(edition)).toBe(until === '18:00' ? until : undefined);
  });
});

describe('the first edition', () => {
  test.each([
    ['T1', 3, 'working', 'D', false],
    ['T2', 3, 'working', 'S', false],
    ['T3', 10, 'working', 'S', true],
    ['T4', 3, 'working', 'S', false],
    ['T5', 3, 'working', 'S', false],
    ['T6', 5, 'working', 'S', true],
    ['T7', 45, 'calendar', 'N', true],
    ['T8', undefined, 'date', 'N', true],
    ['T9', 36, 'month', 'L', false],
    ['T10', 10, 'working', 'N', false],
    ['T11', undefined, 'date', 'N', false],
    ['T12', 10, 'working', 'D', false],
    ['T13', 3, 'working', 'D', false],
    ['T14', undefined, 'working', '?', false],
    ['T15', undefined, 'working', '?', false],
  ] as const)('%s is %s %s [%s], a hard stop: %s', (id, length, unit, mark, hard) => {
    expect(deadlineRule(first, id)).toMatchObject({ id, length, unit, mark, hard });
  });

  test('reads dates of the year and start events', () => {
    expect(deadlineRule(first, 'T8').dates).toEqual(['11-01']);
    expect(deadlineRule(first, 'T11').dates).toEqual(['02-01', '09-01']);
    expect(deadlineRule(first, 'T6').startEvent).toBe('result-delivered');
    expect(deadlineRule(first, 'T6').dates).toEqual([]);
  });

  test('takes the safe reading of the notice and the strict pass of the theory', () => {
    expect(NOTICE_READINGS).toContain(normText(first, 'notice.reading'));
    expect(normText(first, 'notice.reading')).toBe('whole-days-between');
    expect(normNumber(first, 'notice.wholeDays')).toBe(10);
    expect([normNumber(first, 'theory.passPercent'), normBoolean(first, 'theory.passStrict')]).toEqual([70, true]);
  });

  test('a panel has three members, two thirds of them a quorum, and no assessor among them', () => {
    expect(normNumber(first, 'panel.size')).toBe(3);
    expect(normFraction(first, 'panel.quorum')).toEqual({ numerator: 2, denominator: 3 });
    expect(normBoolean(first, 'panel.assessorMaySit')).toBe(false);
  });

  test('says openly what nothing sets', () => {
    for (const key of ['deadline.T14.length', 'deadline.T15.length', 'retake.attemptsMax', 'payment.requiredBefore', 'voucher.amount']) {
      expect([key, isSet(first, key), findNorm(first, key)?.value]).toEqual([key, false, null]);
    }
    expect(findNormNumber(first, 'retake.attemptsMax')).toBeUndefined();
    expect(findNormText(first, 'payment.requiredBefore')).toBeUndefined();
    expect(normList(first, 'payment.requiredBefore')).toEqual([]);
  });

  test('calls law only what the Law says, with its article, and never the slides', () => {
    for (const norm of first.norms) {
      expect([norm.key, norm.source.en.startsWith('Law')]).toEqual([norm.key, norm.mark === 'L']);
      expect([norm.key, norm.source.en.startsWith('slides')]).toEqual([norm.key, norm.mark === 'S']);
      expect([norm.key, norm.article !== undefined]).toEqual([norm.key, norm.mark === 'L']);
      expect([norm.key, norm.source.en.includes('not set by law')]).toEqual([norm.key, norm.mark === 'D']);
      if (norm.mark === '?') expect([norm.key, norm.value]).toEqual([norm.key, null]);
    }
    expect(file).not.toMatch(/374/);
  });

  test('has every term once', () => {
    expect(first.norms.filter(({ key }) => /^deadline\.T\d+\.length$/.test(key))).toHaveLength(DEADLINE_IDS.length);
  });
});

describe('reading norms', () => {
  test('an unknown key, a wrong kind and a value that is not set are faults', () => {
    expect(() => normNumber(first, 'theory.passPercents')).toThrow('unknown');
    expect(() => isSet(first, 'nothing')).toThrow('unknown');
    expect(findNorm(first, 'nothing')).toBeUndefined();
    expect(() => normNumber(first, 'notice.reading')).toThrow('not a number');
    expect(() => normText(first, 'panel.size')).toThrow('not a text');
    expect(() => normBoolean(first, 'panel.size')).toThrow('not yes or no');
    expect(() => normNumber(first, 'retake.attemptsMax')).toThrow('not set');
    expect(() => normFraction(first, 'notice.reading')).toThrow('not a fraction');
  });

  test.each<[string, string, number | undefined, number | undefined]>([
    ['a number stands, whatever the default', 'panel.size', 5, 3],
    ['a norm that is not set takes the default', 'retake.attemptsMax', 2, 2],
    ['so does one that an older edition does not know', 'nothing', 7, 7],
    ['there need be no default', 'nothing', undefined, undefined],
    ['nor for one that is not set', 'retake.attemptsMax', undefined, undefined],
  ])('%s', (_says, key, otherwise, expected) => {
    expect(normNumberOr(first, key, otherwise)).toBe(expected);
  });

  test('a default stands in for nothing but silence: nought counts, and a text is a fault', () => {
    const nought = { ...first, norms: first.norms.map((norm) => (norm.key === 'panel.size' ? { ...norm, value: 0 } : norm)) };
    expect(normNumberOr(nought, 'panel.size', 5)).toBe(0);
    expect(() => normNumberOr(first, 'notice.reading', 5)).toThrow('not a number');
  });

  test('the edition in force is the latest that has begun', () => {
    const next = { ...first, edition: '2026-07', validFrom: day('2026-07-01') };
    for (const editions of [[first, next], [next, first]]) {
      expect(findEditionInForce(editions, day('2025-12-31'))).toBeUndefined();
      expect(findEditionInForce(editions, day('2026-01-01'))?.edition).toBe('2026-01');
      expect(findEditionInForce(editions, day('2026-06-30'))?.edition).toBe('2026-01');
      expect(findEditionInForce(editions, day('2026-07-01'))?.edition).toBe('2026-07');
    }
  });
});

test.each<[string, (file: EditionFile) => void, string]>([
  ['no edition name', (f) => { f.edition = ''; }, 'edition'],
  ['a day that does not exist', (f) => { f.validFrom = '2026-02-29'; }, 'validFrom'],
  ['no norms', (f) => { f.norms = []; }, 'norms'],
  ['a source without Kazakh', (f) => { delete f.sources['slides']!['kk']; }, 'kk is missing'],
  ['a source with an empty text', (f) => { f.sources['slides']!['ru'] = ''; }, 'sources.slides.ru'],
  ['an unknown source', (f) => { normOf(f, 'panel.size')['source'] = 'hearsay'; }, 'hearsay'],
  ['a source in one language', (f) => { normOf(f, 'panel.size')['source'] = { ru: 'приказ' }; }, 'panel.size.source'],
  ['no sources where norms point at them', (f) => { f.sources = {}; }, 'not among the sources'],
  ['an unknown mark', (f) => { normOf(f, 'panel.size')['mark'] = 'X'; }, 'panel.size.mark'],
  ['an unknown unit', (f) => { normOf(f, 'panel.size')['unit'] = 'persons'; }, 'panel.size.unit'],
  ['an unknown member', (f) => { normOf(f, 'panel.size')['min'] = 1; }, 'min is not known'],
  ['an unknown member of the file', (f) => { Object.assign(f, { comment: 'x' }); }, 'comment is not known'],
  ['a missing value', (f) => { delete normOf(f, 'panel.size')['value']; }, 'value is missing'],
  ['a negative number', (f) => { normOf(f, 'panel.size')['value'] = -3; }, 'panel.size.value'],
  ['a list as a value', (f) => { normOf(f, 'panel.size')['value'] = [3]; }, 'panel.size.value'],
  ['a norm that stands twice', (f) => { f.norms.push({ ...normOf(f, 'panel.size') }); }, 'stands twice'],
  ['a missing term', (f) => { f.norms = f.norms.filter((norm) => norm['key'] !== 'deadline.T12.length'); }, 'deadline.T12.length'],
  ['a term in no unit of time', (f) => { normOf(f, 'deadline.T6.length')['unit'] = 'person'; }, 'deadline.T6.length'],
  ['a term of half a day', (f) => { normOf(f, 'deadline.T6.length')['value'] = 0.5; }, 'deadline.T6.length'],
  ['a date of no year', (f) => { normOf(f, 'deadline.T8.length')['value'] = '11-31'; }, 'deadline.T8.length'],
  ['a hard stop of no term', (f) => { normOf(f, 'deadline.hardStops')['value'] = 'T3 T16'; }, 'T16'],
  ['two different notices', (f) => { normOf(f, 'notice.wholeDays')['value'] = 9; }, 'notice.wholeDays'],
])('refuses an edition with %s', (_, change, message) => {
  expect(changed(change)).toThrow(message);
});

test('an edition that was read can be stored and read again', () => {
  expect(parseNormEdition(JSON.parse(JSON.stringify(first)))).toEqual(first);
});

test('refuses what is no edition at all', () => {
  for (const json of [null, [], 'text', 1]) expect(() => parseNormEdition(json)).toThrow('must be an object');
});

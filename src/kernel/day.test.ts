import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays, addMonths, addYears, almatyTime, day, dayOf, daysBetween, epochMs, fromEpochMs, legalDay, moment, momentAt,
  msBetween, parseDay, parseMoment, plusMinutes, plusMs, weekday, yearOf,
} from './day.ts';

const anyDay = fc.integer({ min: -30_000, max: 60_000 }).map((n) => addDays(day('2000-01-01'), n));
const anyMoment = fc.integer({ min: 0, max: 4_000_000_000_000 }).map(fromEpochMs);

describe('days', () => {
  test.each(['2026-02-29', '2026-02-30', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-1', '2100-02-29', '0000-01-01', '2026-03-05T00:00', ' 2026-03-05', ''])(
    'refuses "%s", which is no day',
    (text) => {
      expect(parseDay(text)).toBeUndefined();
      expect(() => day(text)).toThrow(RangeError);
    },
  );

  test.each(['2024-02-29', '2000-02-29', '2026-12-31', '2028-02-29', '0001-01-01', '9999-12-31'])('accepts %s', (text) => {
    expect(parseDay(text)).toBe(text);
  });

  test.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2026-02-23', 45, '2026-04-09'],
    ['2026-11-04', 45, '2026-12-19'],
    ['1970-01-01', -1, '1969-12-31'],
  ])('%s and %i days are %s', (from, n, to) => {
    expect(addDays(day(from), n)).toBe(to);
    expect(daysBetween(day(from), day(to))).toBe(n);
  });

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-12-01', 1, '2027-01-01'],
    ['2026-05-31', 12, '2027-05-31'],
  ])('%s and %i months are %s: a missing day becomes the last of the month', (from, n, to) => {
    expect(addMonths(day(from), n)).toBe(to);
  });

  test('a certificate of 29 February ends on 28 February three years later', () => {
    expect(addYears(day('2024-02-29'), 3)).toBe('2027-02-28');
    expect(addYears(day('2024-02-29'), 4)).toBe('2028-02-29');
    expect(addYears(day('2026-03-05'), 3)).toBe('2029-03-05');
  });

  test.each([
    ['2026-03-02', 1], ['2026-03-05', 4], ['2024-05-04', 6], ['2025-01-05', 7], ['2026-11-01', 7], ['1970-01-01', 4], ['1969-12-28', 7],
  ])('%s is day %i of the week', (text, n) => {
    expect(weekday(day(text))).toBe(n);
  });

  test('agrees with the calendar of the runtime on every day', () => {
    fc.assert(
      fc.property(anyDay, (d) => {
        const other = new Date(`${d}T00:00:00Z`);
        expect(weekday(d)).toBe(other.getUTCDay() || 7);
        other.setUTCDate(other.getUTCDate() + 1);
        expect(addDays(d, 1)).toBe(other.toISOString().slice(0, 10));
      }),
    );
  });

  test('adding days and counting them undo each other, and days sort as strings', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(addDays(a, daysBetween(a, b))).toBe(b);
        expect(a < b).toBe(daysBetween(a, b) > 0);
      }),
    );
  });

  test('refuses half a day', () => {
    expect(() => addDays(day('2026-03-05'), 0.5)).toThrow(RangeError);
    expect(() => addMonths(day('2026-03-05'), Number.NaN)).toThrow(RangeError);
  });

  test('a day is made of its parts', () => {
    expect(dayOf(2026, 11, 1)).toBe('2026-11-01');
    expect(yearOf(day('2026-11-01'))).toBe(2026);
    expect(() => dayOf(2026, 2, 29)).toThrow(RangeError);
  });
});

describe('moments', () => {
  test.each(['2026-03-05T10:00:00Z', '2026-03-05T24:00:00.000Z', '2026-02-29T10:00:00.000Z', '2026-03-05T10:00:00.000+05:00', '2026-03-05', ''])(
    'refuses "%s", which is not in the one fixed form',
    (text) => {
      expect(parseMoment(text)).toBeUndefined();
      expect(() => moment(text)).toThrow(RangeError);
    },
  );

  test.each([
    ['2026-03-05T18:59:59.999Z', '2026-03-05', '23:59'],
    ['2026-03-05T19:00:00.000Z', '2026-03-06', '00:00'],
    ['2026-12-31T19:00:00.000Z', '2027-01-01', '00:00'],
    ['2024-02-29T17:59:59.999Z', '2024-02-29', '23:59'],
    ['2024-02-29T18:00:00.000Z', '2024-02-29', '23:00'],
    ['2024-02-29T19:00:00.000Z', '2024-03-01', '00:00'],
    ['2024-01-10T18:00:00.000Z', '2024-01-11', '00:00'],
    ['2024-01-10T17:59:00.000Z', '2024-01-10', '23:59'],
  ])('%s is the legal day %s, %s in Almaty', (text, d, time) => {
    expect(legalDay(moment(text))).toBe(d);
    expect(almatyTime(moment(text))).toBe(time);
  });

  test.each([
    ['2026-03-26', '10:00', '2026-03-26T05:00:00.000Z'],
    ['2026-03-26', '00:00', '2026-03-25T19:00:00.000Z'],
    ['2026-03-26', '24:00', '2026-03-26T19:00:00.000Z'],
    ['2024-02-29', '22:30', '2024-02-29T16:30:00.000Z'],
    ['2024-02-29', '23:30', '2024-02-29T18:30:00.000Z'],
    ['2024-01-10', '09:00', '2024-01-10T03:00:00.000Z'],
  ])('%s at %s in Almaty is %s', (d, time, text) => {
    expect(momentAt(day(d), time)).toBe(text);
  });

  test.each(['24:01', '9:00', '10:60', '', '10:00:00'])('refuses the time of day "%s"', (time) => {
    expect(() => momentAt(day('2026-03-26'), time)).toThrow(RangeError);
  });

  test('wall time and moment undo each other since the country keeps one zone', () => {
    const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
    const days = fc.integer({ min: 0, max: 5000 }).map((n) => addDays(day('2024-03-01'), n));
    fc.assert(
      fc.property(days, time, (d, [h, m]) => {
        const text = `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`;
        const at = momentAt(d, text);
        expect([legalDay(at), almatyTime(at)]).toEqual([d, text]);
      }),
    );
  });

  test('agrees with the clock of the runtime and sorts as strings', () => {
    fc.assert(
      fc.property(anyMoment, anyMoment, (a, b) => {
        expect(new Date(epochMs(a)).toISOString()).toBe(a);
        expect(a < b).toBe(msBetween(a, b) > 0);
        expect(plusMs(a, msBetween(a, b))).toBe(b);
      }),
    );
  });

  test('ninety minutes of an exam end where the clock says', () => {
    expect(plusMinutes(moment('2026-03-26T05:00:00.000Z'), 90)).toBe('2026-03-26T06:30:00.000Z');
    expect(plusMinutes(moment('2026-12-31T23:30:00.000Z'), 45)).toBe('2027-01-01T00:15:00.000Z');
    expect(plusMs(moment('1970-01-01T00:00:00.000Z'), -1)).toBe('1969-12-31T23:59:59.999Z');
  });
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addWorkingDays, buildCalendar, type CalendarRow, coversDay, isEstimated, isWorkingDay, lastKnownDay, nextWorkingDay,
  subtractWorkingDays, workingDaysBetween, yearToLoad,
} from './calendar.ts';
import { addDays, day, weekday, yearOf } from './day.ts';
import { isDenial } from './denial.ts';

const EDITION = { version: '2026-1', source: 'Ministry of Labour' };

/** The first columns hold no commas or quotes, except the names, which are not needed here; the status is found from its words. */
function publishedRows(): CalendarRow[] {
  const file = new URL('../../data/holidays-2024-2027.csv', import.meta.url);
  const lines = readFileSync(file, 'utf8').trim().split(/\r?\n/).slice(1);
  return lines.map((line) => {
    const [date = '', , dayKind = '', kind = ''] = line.split(',');
    const status = /,(official|published[^,]*|fixed date in law|computed|estimate),/.exec(line)?.[1] ?? '';
    return { date: day(date), day: dayKind === 'work' ? 'work' : 'off', kind, status };
  });
}

const rows = publishedRows();
const cal = buildCalendar(rows, { ...EDITION, years: [2024, 2025, 2026, 2027] });

function missingYearOf(count: () => unknown): unknown {
  try {
    count();
  } catch (error) {
    if (isDenial(error, 'calendar.year-missing')) return error.data['year'];
    throw error;
  }
  return undefined;
}

describe('which days are worked', () => {
  test.each([[2024, 249], [2025, 246], [2026, 247], [2027, 247]])('%i has %i working days', (year, count) => {
    expect(rows).toHaveLength(81);
    expect(cal.workingDays.filter((d) => yearOf(d) === year)).toHaveLength(count);
  });

  test.each([
    ['2026-03-05', true, 'an ordinary Thursday'],
    ['2026-03-07', false, 'a Saturday'],
    ['2026-03-09', false, 'the Monday in place of Sunday 8 March'],
    ['2026-03-25', false, 'the day in place of a weekend day of Nauryz'],
    ['2024-05-04', true, 'the Saturday worked for 8 May 2024'],
    ['2024-05-08', false, 'the day off for Saturday 4 May 2024'],
    ['2025-01-05', true, 'the Sunday worked for 3 January 2025'],
    ['2025-01-03', false, 'the day off for Sunday 5 January 2025'],
    ['2026-08-31', true, 'an ordinary Monday since 30 August is no holiday'],
    ['2026-08-30', false, 'a Sunday'],
    ['2027-12-31', true, 'the last Friday the calendar knows'],
  ])('%s is worked: %s (%s)', (d, worked) => {
    expect(isWorkingDay(cal, day(d))).toBe(worked);
  });

  test('a worked day stands even when another row calls the same day off', () => {
    const both: CalendarRow[] = [
      { date: day('2024-05-04'), day: 'work' },
      { date: day('2024-05-04'), day: 'off' },
    ];
    for (const order of [both, [...both].reverse()]) {
      expect(isWorkingDay(buildCalendar(order, { ...EDITION, years: [2024] }), day('2024-05-04'))).toBe(true);
    }
  });

  test('keeps its version and source, and refuses a row outside its years', () => {
    expect([cal.version, cal.source, cal.years]).toEqual(['2026-1', 'Ministry of Labour', [2024, 2025, 2026, 2027]]);
    expect(() => buildCalendar(rows, { ...EDITION, years: [2026] })).toThrow('outside its years');
  });
});

test('follows a six-day week where its Saturdays are named as worked, but for those that are feasts', () => {
  const saturdays = Array.from({ length: 365 }, (_, n) => addDays(day('2026-01-01'), n)).filter((d) => weekday(d) === 6);
  const feasts = rows.filter((row) => yearOf(row.date) === 2026);
  const named = saturdays.filter((d) => !feasts.some((row) => row.date === d)).map((date): CalendarRow => ({ date, day: 'work' }));
  const sixDays = buildCalendar([...feasts, ...named], { ...EDITION, version: '2026-six-days', years: [2026] });
  expect([isWorkingDay(sixDays, day('2026-04-04')), isWorkingDay(sixDays, day('2026-04-05')), named.length < saturdays.length]).toEqual([true, false, true]);
  expect([addWorkingDays(cal, day('2026-04-02'), 3), addWorkingDays(sixDays, day('2026-04-02'), 3)]).toEqual(['2026-04-07', '2026-04-06']);
  expect(saturdays.filter((d) => isWorkingDay(sixDays, d))).toEqual(named.map((row) => row.date));
});

describe('counting working days', () => {
  test.each([
    ['2026-03-05', 0, '2026-03-05', 'nothing is added'],
    ['2026-03-05', 1, '2026-03-06', 'the next day'],
    ['2026-03-06', 1, '2026-03-10', 'over a weekend and 9 March'],
    ['2026-03-07', 1, '2026-03-10', 'from a Saturday'],
    ['2026-03-09', 1, '2026-03-10', 'from a holiday'],
    ['2026-03-20', 1, '2026-03-26', 'over Nauryz'],
    ['2024-05-03', 1, '2024-05-04', 'onto the worked Saturday'],
    ['2024-05-03', 3, '2024-05-10', 'over 7, 8 and 9 May'],
    ['2025-01-01', 1, '2025-01-05', 'onto the worked Sunday'],
    ['2026-08-28', 1, '2026-08-31', 'onto 31 August'],
    ['2026-04-30', 1, '2026-05-04', 'over the end of a month and 1 May'],
    ['2026-12-31', 1, '2027-01-05', 'over the new year'],
    ['2027-12-30', 1, '2027-12-31', 'to the last known day'],
  ])('from %s the working day number %i is %s: %s', (from, n, to) => {
    expect(addWorkingDays(cal, day(from), n)).toBe(to);
    if (n > 0) expect(workingDaysBetween(cal, day(from), day(to))).toBe(n);
  });

  test('counts no working day over a weekend, and backwards as negative', () => {
    expect(workingDaysBetween(cal, day('2026-03-06'), day('2026-03-09'))).toBe(0);
    expect(workingDaysBetween(cal, day('2026-03-10'), day('2026-03-06'))).toBe(-1);
    expect(workingDaysBetween(cal, day('2026-03-10'), day('2026-03-10'))).toBe(0);
  });

  test('finds the working day before, and the next one from a day off', () => {
    expect(subtractWorkingDays(cal, day('2026-03-26'), 1)).toBe('2026-03-20');
    expect(subtractWorkingDays(cal, day('2026-03-24'), 1)).toBe('2026-03-20');
    expect(subtractWorkingDays(cal, day('2026-03-24'), 0)).toBe('2026-03-24');
    expect(nextWorkingDay(cal, day('2026-03-21'))).toBe('2026-03-26');
    expect(nextWorkingDay(cal, day('2026-03-26'))).toBe('2026-03-26');
  });

  test('adding, counting and going back agree with each other on every day', () => {
    const days = fc.integer({ min: 0, max: 1300 }).map((n) => addDays(day('2024-01-01'), n));
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 100 }), (from, n) => {
        const to = addWorkingDays(cal, from, n);
        expect(isWorkingDay(cal, to)).toBe(true);
        expect(workingDaysBetween(cal, from, to)).toBe(n);
        expect(subtractWorkingDays(cal, addDays(to, 1), n)).toBe(addWorkingDays(cal, from, 1));
      }),
    );
  });

  test('refuses half a day and a negative number of days', () => {
    expect(() => addWorkingDays(cal, day('2026-03-05'), -1)).toThrow(RangeError);
    expect(() => addWorkingDays(cal, day('2026-03-05'), 1.5)).toThrow(RangeError);
    expect(() => subtractWorkingDays(cal, day('2026-03-05'), -1)).toThrow(RangeError);
  });
});

describe('a year without data', () => {
  test('is refused for February 2028 in every question', () => {
    expect(missingYearOf(() => isWorkingDay(cal, day('2028-02-29')))).toBe(2028);
    expect(missingYearOf(() => addWorkingDays(cal, day('2028-02-28'), 1))).toBe(2028);
    expect(missingYearOf(() => workingDaysBetween(cal, day('2027-12-01'), day('2028-02-29')))).toBe(2028);
    expect(missingYearOf(() => nextWorkingDay(cal, day('2028-02-05')))).toBe(2028);
    expect(coversDay(cal, day('2028-02-29'))).toBe(false);
    expect(lastKnownDay(cal)).toBe('2027-12-31');
  });

  test('is refused when the counting walks into it', () => {
    expect(missingYearOf(() => addWorkingDays(cal, day('2027-12-30'), 2))).toBe(2028);
    expect(missingYearOf(() => addWorkingDays(cal, day('2027-12-31'), 1))).toBe(2028);
    expect(missingYearOf(() => subtractWorkingDays(cal, day('2024-01-05'), 9))).toBe(2023);
    expect(missingYearOf(() => workingDaysBetween(cal, day('2023-12-30'), day('2024-01-05')))).toBe(2023);
  });

  test('is not needed when only the day of the event lies in it', () => {
    expect(addWorkingDays(cal, day('2023-12-31'), 1)).toBe('2024-01-03');
    expect(subtractWorkingDays(cal, day('2028-01-01'), 1)).toBe('2027-12-31');
  });

  test('is refused also in a gap between known years', () => {
    const gap = buildCalendar([], { ...EDITION, years: [2024, 2026] });
    expect(missingYearOf(() => addWorkingDays(gap, day('2024-12-30'), 3))).toBe(2025);
    expect(missingYearOf(() => subtractWorkingDays(gap, day('2026-01-02'), 3))).toBe(2025);
    expect(missingYearOf(() => workingDaysBetween(gap, day('2024-12-30'), day('2026-01-02')))).toBe(2025);
  });
});

test('says which days may still move', () => {
  const withStatus = (status: string) => buildCalendar([{ date: day('2027-05-16'), day: 'off', status }], { ...EDITION, years: [2027] });
  expect(isEstimated(withStatus('estimate'), day('2027-05-16'))).toBe(true);
  expect(isEstimated(withStatus('computed'), day('2027-05-16'))).toBe(true);
  expect(isEstimated(withStatus('published in January 2026; a later shift by the moon was not checked'), day('2027-05-16'))).toBe(true);
  expect(isEstimated(withStatus('official'), day('2027-05-16'))).toBe(false);
  expect(isEstimated(withStatus('fixed date in law'), day('2027-05-16'))).toBe(false);
  expect(isEstimated(cal, day('2027-05-17'))).toBe(false);
  expect([isEstimated(cal, day('2027-05-16')), isEstimated(cal, day('2026-05-27')), isEstimated(cal, day('2026-03-09'))]).toEqual([true, true, false]);
});

describe('the year to load next', () => {
  const until = (year: number) => buildCalendar([], { ...EDITION, years: [2024, 2025, 2026, 2027].filter((each) => each <= year) });
  test.each<[string, number, string, number, number | undefined]>([
    ['is not asked for while it is far', 2027, '2026-11-29', 6, undefined],
    ['is not asked for a day before the months of the norm', 2027, '2027-06-30', 6, undefined],
    ['is asked for when it begins within them', 2027, '2027-07-01', 6, 2028],
    ['is asked for earlier where the norm says so', 2027, '2026-11-29', 14, 2028],
    ['is asked for only on its own day where the norm is nought', 2026, '2026-12-31', 0, undefined],
    ['is the one that runs, when that is missing', 2026, '2027-03-01', 0, 2027],
    ['is the first that is missing', 2025, '2026-11-29', 6, 2026],
  ])('%s', (_says, last, today, months, expected) => expect(yearToLoad(until(last), day(today), months)).toBe(expected));
});

import { describe, expect, test } from 'vitest';
import { addWorkingDays, buildCalendar, type CalendarRow } from './calendar.ts';
import { day } from './day.ts';
import {
  type DeadlineId, type DeadlineRule, dueOn, firstLawfulDay, isLate, lateness, noticeBlockers, offDayOff, recountInFavour, stopsAct,
  resumedDue,
} from './deadline-rule.ts';

const off = (date: string): CalendarRow => ({ date: day(date), day: 'off' });
const cal = buildCalendar(
  [
    ...['2026-01-01', '2026-01-02', '2026-01-07', '2026-03-09', '2026-03-23', '2026-03-24', '2026-03-25', '2026-05-01', '2026-12-16'].map(off),
    ...['2027-01-01', '2027-01-04', '2027-01-07', '2024-05-07', '2024-05-08', '2024-05-09'].map(off),
    { date: day('2024-05-04'), day: 'work' },
  ],
  { version: 'test', source: 'test', years: [2024, 2025, 2026, 2027] },
);

function rule(id: DeadlineId, rest: Partial<DeadlineRule>): DeadlineRule {
  return { id, length: undefined, unit: 'working', dates: [], startEvent: 'start', mark: 'S', hard: false, movesOffDayOff: false, ...rest };
}

const T2 = rule('T2', { length: 3 });
const T4 = rule('T4', { length: 3 });
const T5 = rule('T5', { length: 3 });
const T6 = rule('T6', { length: 5, hard: true });
const T7 = rule('T7', { length: 45, unit: 'calendar', hard: true });
const T8 = rule('T8', { unit: 'date', dates: ['11-01'], hard: true });
const T9 = rule('T9', { length: 36, unit: 'month' });
const T11 = rule('T11', { unit: 'date', dates: ['02-01', '09-01'] });
const T12 = rule('T12', { length: 10 });
const T13 = rule('T13', { length: 3 });
const T14 = rule('T14', {});

describe('the worked example of March 2026, every term used to its last day', () => {
  test.each([
    ['the notification is sent at the latest', T2, '2026-03-02', '2026-03-05'],
    ['the decision is made at the latest', T4, '2026-03-26', '2026-03-31'],
    ['the document or notice is given at the latest', T5, '2026-03-31', '2026-04-03'],
    ['the appeal is lodged on the last day', T6, '2026-04-03', '2026-04-10'],
    ['the appeal is decided at the latest', T12, '2026-04-10', '2026-04-24'],
    ['the voucher ends', T7, '2026-02-23', '2026-04-09'],
    ['the voucher application of the last day is answered at the latest', T13, '2026-11-01', '2026-11-04'],
    ['the voucher of that answer ends on a Saturday and is not moved', T7, '2026-11-04', '2026-12-19'],
  ])('%s', (_, deadline, startedOn, due) => {
    expect(dueOn(deadline, day(startedOn), cal)).toBe(due);
  });

  test('the procedure is held on 26 March at the earliest, on 20 March by the other reading', () => {
    expect(firstLawfulDay(day('2026-03-05'), 10, 'whole-days-between', cal)).toBe('2026-03-26');
    expect(firstLawfulDay(day('2026-03-05'), 10, 'nth-day-allowed', cal)).toBe('2026-03-20');
  });

  test('the exam of a retake is held on 20 April at the earliest, after the voucher has ended', () => {
    expect(firstLawfulDay(day('2026-04-03'), 10, 'whole-days-between', cal)).toBe('2026-04-20');
    expect(dueOn(T7, day('2026-02-23'), cal)! < firstLawfulDay(day('2026-04-03'), 10, 'whole-days-between', cal)).toBe(true);
  });
});

describe('last days', () => {
  test.each([
    ['a holiday inside the term is not counted', T4, '2026-03-20', '2026-03-30'],
    ['an event on a day off starts the same count as the day before it', T4, '2026-03-21', '2026-03-30'],
    ['a worked Saturday is counted', T4, '2024-05-03', '2024-05-10'],
    ['a term runs over the end of a month', T4, '2026-04-30', '2026-05-06'],
    ['a term runs over the end of a year', T4, '2026-12-30', '2027-01-06'],
    ['a certificate of 29 February ends on the last day of February', T9, '2024-02-29', '2027-02-28'],
    ['voucher applications are filed until 1 November', T8, '2026-03-05', '2026-11-01'],
    ['on 1 November the last day is today', T8, '2026-11-01', '2026-11-01'],
    ['after 1 November the last day of the year has passed', T8, '2026-11-02', '2026-11-01'],
    ['proposals come until 1 February', T11, '2026-01-15', '2026-02-01'],
    ['proposals come until 1 September', T11, '2026-02-02', '2026-09-01'],
    ['after 1 September both dates of the year have passed', T11, '2026-10-01', '2026-09-01'],
  ])('%s', (_, deadline, startedOn, due) => {
    expect(dueOn(deadline, day(startedOn), cal)).toBe(due);
  });

  test.each([
    ['a Saturday moves to the Monday', T7, '2026-11-04', '2026-12-21'],
    ['a working day stays', T7, '2026-02-23', '2026-04-09'],
    ['a feast moves over the whole feast and its weekend', rule('T7', { length: 20, unit: 'calendar' }), '2026-03-01', '2026-03-26'],
    ['a worked Saturday stays', rule('T7', { length: 4, unit: 'calendar' }), '2024-04-30', '2024-05-04'],
    ['months move as well', rule('T9', { length: 1, unit: 'month' }), '2026-04-09', '2026-05-11'],
    ['working days never need to', T4, '2026-03-20', '2026-03-30'],
    ['a printed date of the year stays where it is printed', T8, '2026-03-05', '2026-11-01'],
    ['a term that nothing sets has none', T14, '2026-03-05', undefined],
  ])('where the norm moves them off a day off: %s', (_, deadline, startedOn, due) => {
    expect(dueOn({ ...deadline, movesOffDayOff: true }, day(startedOn), cal)).toBe(due);
  });

  test('a last day to be moved needs the calendar of its year; one that is only shown stays until that is loaded', () => {
    expect(() => dueOn({ ...T7, movesOffDayOff: true }, day('2028-01-15'), cal)).toThrow('calendar.year-missing');
    expect([offDayOff(day('2028-01-15'), cal), offDayOff(day('2026-12-19'), cal), offDayOff(day('2026-12-21'), cal)]).toEqual(['2028-01-15', '2026-12-21', '2026-12-21']);
  });

  test('a term that nothing sets has no last day, and nobody is late for it', () => {
    expect(dueOn(T14, day('2026-03-05'), cal)).toBeUndefined();
    expect(isLate(undefined, day('2030-01-01'))).toBe(false);
  });

  test('the notice is a shortest term and has no last day', () => {
    expect(() => dueOn(rule('T3', { length: 10 }), day('2026-03-05'), cal)).toThrow('first lawful day');
  });

  test('a term that runs into February 2028 is refused, while one in calendar days is not', () => {
    expect(() => dueOn(T6, day('2027-12-30'), cal)).toThrow('calendar.year-missing');
    expect(() => dueOn(T6, day('2028-02-25'), cal)).toThrow('calendar.year-missing');
    expect(dueOn(T7, day('2028-01-15'), cal)).toBe('2028-02-29');
  });
});

describe('late acts', () => {
  test('an act on the last day is in time, on the next day late', () => {
    expect(isLate(day('2026-04-10'), day('2026-04-10'))).toBe(false);
    expect(isLate(day('2026-04-10'), day('2026-04-11'))).toBe(true);
  });

  test('a late appeal is stopped, a late decision stays possible', () => {
    expect(stopsAct(T6, day('2026-04-10'), day('2026-04-13'))).toBe(true);
    expect(stopsAct(T6, day('2026-04-10'), day('2026-04-10'))).toBe(false);
    expect(stopsAct(T4, day('2026-03-31'), day('2026-04-01'))).toBe(false);
  });

  test.each([
    ['2026-04-10', '2026-04-10', 'today', 0],
    ['2026-04-10', '2026-04-09', 'tomorrow', 1],
    ['2026-04-10', '2026-04-03', 'later', 5],
    ['2026-04-13', '2026-04-10', 'later', 1],
    ['2026-03-26', '2026-03-20', 'later', 1],
    ['2026-04-10', '2026-04-11', 'overdue', 0],
    ['2026-04-10', '2026-04-14', 'overdue', 2],
    ['2029-03-05', '2026-03-05', 'later', undefined],
    ['2026-03-05', '2029-03-05', 'overdue', undefined],
  ] as const)('a term of %s seen on %s is %s, %s working days', (due, today, state, workingDays) => {
    expect(lateness(day(due), day(today), cal)).toEqual({ state, workingDays });
  });

  test('a changed calendar moves a term later and never earlier', () => {
    expect(recountInFavour(day('2026-04-10'), day('2026-04-13'))).toBe('2026-04-13');
    expect(recountInFavour(day('2026-04-10'), day('2026-04-09'))).toBe('2026-04-10');
    expect(recountInFavour(day('2026-04-10'), day('2026-04-10'))).toBe('2026-04-10');
  });
});

describe('notice of the procedure', () => {
  const sent = { sentOn: day('2026-03-05'), wholeDays: 10, calendar: cal };
  const safe = { ...sent, reading: 'whole-days-between' } as const;
  const short = { ...sent, reading: 'nth-day-allowed' } as const;
  const codesOf = (facts: Parameters<typeof noticeBlockers>[0]) => noticeBlockers(facts).map(({ code }) => code);

  test.each([
    ['2026-03-26', [], []],
    ['2026-03-27', [], []],
    ['2026-03-20', ['notice.too-short'], []],
    ['2026-03-19', ['notice.too-short'], ['notice.too-short']],
    ['2026-03-21', ['notice.too-short', 'notice.day-off'], ['notice.day-off']],
    ['2026-03-28', ['notice.day-off'], ['notice.day-off']],
    ['2026-05-01', ['notice.day-off'], ['notice.day-off']],
    ['2026-03-05', ['notice.too-short'], ['notice.too-short']],
    ['2026-03-04', ['notice.in-the-past'], ['notice.in-the-past']],
  ])('sent on 5 March for %s: safe reading %j, other reading %j', (procedureOn, safeCodes, shortCodes) => {
    expect(codesOf({ ...safe, procedureOn: day(procedureOn) })).toEqual(safeCodes);
    expect(codesOf({ ...short, procedureOn: day(procedureOn) })).toEqual(shortCodes);
  });

  test('names the first lawful day', () => {
    expect(noticeBlockers({ ...safe, procedureOn: day('2026-03-20') })).toEqual([
      { code: 'notice.too-short', data: { procedureOn: '2026-03-20', sentOn: '2026-03-05', firstLawfulOn: '2026-03-26', wholeDays: 10 } },
    ]);
  });

  test('the first lawful day itself is never refused, whichever day the notification is sent', () => {
    for (let n = 0; n < 60; n += 1) {
      const sentOn = addWorkingDays(cal, day('2026-01-01'), n);
      for (const reading of ['whole-days-between', 'nth-day-allowed'] as const) {
        const procedureOn = firstLawfulDay(sentOn, 10, reading, cal);
        expect(codesOf({ ...safe, reading, sentOn, procedureOn })).toEqual([]);
      }
    }
  });

  test('is refused when the days run into a year without data', () => {
    expect(() => noticeBlockers({ ...safe, sentOn: day('2027-12-20'), procedureOn: day('2027-12-31') })).toThrow('calendar.year-missing');
  });
});

describe('a term that stood still', () => {
  test('in calendar days ends on a working day where the norm moves it', () => {
    const term = { due: day('2026-03-10'), pausedOn: day('2026-03-04'), resumedOn: day('2026-03-15'), movesOffDayOff: true, calendar: cal };
    expect([resumedDue({ ...term, unit: 'calendar' }), resumedDue({ ...term, movesOffDayOff: false, unit: 'calendar' })]).toEqual(['2026-03-26', '2026-03-21']);
  });
  test.each([
    ['one day left, resumed on a Monday: the day after', '2026-03-05', '2026-03-04', '2026-03-16', 'working', '2026-03-17'],
    ['resumed the day it was paused: nothing has changed', '2026-03-05', '2026-03-04', '2026-03-04', 'working', '2026-03-05'],
    ['its last day was that of the pause: it is that of the resumption', '2026-03-04', '2026-03-04', '2026-03-16', 'working', '2026-03-16'],
    ['and where that is a day off, the next working one', '2026-03-04', '2026-03-04', '2026-03-15', 'working', '2026-03-16'],
    ['had run out before: as late as it was', '2026-03-03', '2026-03-04', '2026-03-16', 'working', '2026-03-03'],
    ['calendar days are kept as calendar days', '2026-03-10', '2026-03-04', '2026-03-16', 'calendar', '2026-03-22'],
    ['and so is what a month had left', '2026-04-04', '2026-03-04', '2026-03-16', 'month', '2026-04-16'],
  ] as const)('%s', (_says, due, pausedOn, resumedOn, unit, expected) => {
    expect(resumedDue({ due: day(due), pausedOn: day(pausedOn), resumedOn: day(resumedOn), unit, movesOffDayOff: false, calendar: cal })).toBe(expected);
  });
});

import { addDays, addMonths, type Day, daysBetween, dayOf, weekday, yearOf } from './day.ts';
import { deny } from './denial.ts';
import type { Localized } from './localized.ts';

/** One day on which the calendar departs from, or confirms, the plain week. */
export interface CalendarRow {
  readonly date: Day;
  readonly day: 'off' | 'work';
  readonly kind?: string;
  readonly status?: string;
  readonly name?: Partial<Localized>;
}

export interface CalendarEdition {
  readonly version: string;
  readonly source: string;
  readonly years: readonly number[];
}

/** The working days of some whole years, in one version with its source. */
export interface WorkingCalendar {
  readonly version: string;
  readonly source: string;
  readonly years: readonly number[];
  readonly workingDays: readonly Day[];
  readonly rows: ReadonlyMap<Day, CalendarRow>;
}

/** Statuses of rows that may still move: worked out by a rule or by the moon, not yet fixed by an act. */
const ESTIMATED_STATUS = /^(computed|estimate)|not checked/;

/**
 * Builds the calendar of whole years: a `work` row makes the day a working one, else an `off` row makes it a day off,
 * else Monday to Friday are worked.
 */
export function buildCalendar(rows: readonly CalendarRow[], edition: CalendarEdition): WorkingCalendar {
  const years = [...new Set(edition.years)].sort((a, b) => a - b);
  const byDate = new Map<Day, CalendarRow>();
  for (const row of rows) {
    if (!years.includes(yearOf(row.date))) throw new Error(`calendar ${edition.version}: ${row.date} is outside its years`);
    if (byDate.get(row.date)?.day !== 'work') byDate.set(row.date, row);
  }
  const workingDays = years.flatMap((year) => daysOfYear(year).filter((d) => isWorked(d, byDate.get(d))));
  return { version: edition.version, source: edition.source, years, workingDays, rows: byDate };
}

/** Tells whether the day is worked. */
export function isWorkingDay(cal: WorkingCalendar, d: Day): boolean {
  assertYears(cal, yearOf(d), yearOf(d));
  return cal.workingDays[firstIndexAfter(cal, d) - 1] === d;
}

/** Tells whether the calendar knows the year of the day at all. */
export function coversDay(cal: WorkingCalendar, d: Day): boolean {
  return cal.years.includes(yearOf(d));
}

/**
 * The n-th working day after `from`. The day of the event is day 0 and is never counted, worked or not.
 * A count that walks into a year without data is refused, not guessed.
 */
export function addWorkingDays(cal: WorkingCalendar, from: Day, n: number): Day {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of working days: ${n}`);
  if (n === 0) return from;
  const firstYear = yearOf(addDays(from, 1));
  assertYears(cal, firstYear, firstYear);
  const reached = cal.workingDays[firstIndexAfter(cal, from) + n - 1];
  if (reached === undefined) return denyYear(cal, firstMissingYear(cal, firstYear));
  assertYears(cal, firstYear, yearOf(reached));
  return reached;
}

/** The n-th working day before `from`, by the same counting backwards. */
export function subtractWorkingDays(cal: WorkingCalendar, from: Day, n: number): Day {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of working days: ${n}`);
  if (n === 0) return from;
  const lastYear = yearOf(addDays(from, -1));
  assertYears(cal, lastYear, lastYear);
  const reached = cal.workingDays[firstIndexAfter(cal, addDays(from, -1)) - n];
  if (reached === undefined) return denyYear(cal, lastMissingYear(cal, lastYear));
  assertYears(cal, yearOf(reached), lastYear);
  return reached;
}

/** How many working days come after `from` up to and including `to`; negative when `to` is the earlier. */
export function workingDaysBetween(cal: WorkingCalendar, from: Day, to: Day): number {
  if (to < from) return -workingDaysBetween(cal, to, from);
  if (to === from) return 0;
  assertYears(cal, yearOf(addDays(from, 1)), yearOf(to));
  return firstIndexAfter(cal, to) - firstIndexAfter(cal, from);
}

/** The day itself when it is worked, else the next working day. */
export function nextWorkingDay(cal: WorkingCalendar, d: Day): Day {
  return addWorkingDays(cal, addDays(d, -1), 1);
}

/** Tells whether the calendar's word on this day may still change: an estimated feast or a rule not yet confirmed by an act. */
export function isEstimated(cal: WorkingCalendar, d: Day): boolean {
  return ESTIMATED_STATUS.test(cal.rows.get(d)?.status ?? '');
}

/** The last day the calendar knows; the ministry desk is warned well before it. */
export function lastKnownDay(cal: WorkingCalendar): Day {
  const last = cal.years.at(-1);
  if (last === undefined) throw new Error(`calendar ${cal.version} has no years`);
  return dayOf(last, 12, 31);
}

/** The year to load next, once it begins within so many months from the day; undefined while there is time. */
export function yearToLoad(cal: WorkingCalendar, today: Day, monthsAhead: number): number | undefined {
  const year = firstMissingYear(cal, yearOf(today));
  return dayOf(year, 1, 1) <= addMonths(today, monthsAhead) ? year : undefined;
}

function isWorked(d: Day, row: CalendarRow | undefined): boolean {
  return row === undefined ? weekday(d) <= 5 : row.day === 'work';
}

function daysOfYear(year: number): Day[] {
  const first = dayOf(year, 1, 1);
  const length = daysBetween(first, dayOf(year, 12, 31)) + 1;
  return Array.from({ length }, (_, n) => addDays(first, n));
}

function firstIndexAfter(cal: WorkingCalendar, d: Day): number {
  let low = 0;
  let high = cal.workingDays.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (cal.workingDays[middle]! <= d) low = middle + 1;
    else high = middle;
  }
  return low;
}

function assertYears(cal: WorkingCalendar, first: number, last: number): void {
  for (let year = first; year <= last; year += 1) if (!cal.years.includes(year)) denyYear(cal, year);
}

function firstMissingYear(cal: WorkingCalendar, from: number): number {
  let year = from;
  while (cal.years.includes(year)) year += 1;
  return year;
}

function lastMissingYear(cal: WorkingCalendar, from: number): number {
  let year = from;
  while (cal.years.includes(year)) year -= 1;
  return year;
}

function denyYear(cal: WorkingCalendar, year: number): never {
  return deny('calendar.year-missing', { year, version: cal.version });
}

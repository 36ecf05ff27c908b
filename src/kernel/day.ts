import type { Brand } from './brand.ts';

/** A day of the civil calendar, 'YYYY-MM-DD'; days compare as strings. */
export type Day = Brand<string, 'Day'>;

/** An instant in UTC, 'YYYY-MM-DDTHH:MM:SS.sssZ', of fixed width; moments compare as strings. */
export type Moment = Brand<string, 'Moment'>;

/** 1 = Monday … 7 = Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MOMENT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)\.(\d{3})Z$/;
const WALL_TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

/**
 * The whole country keeps UTC+5 since 1 March 2024; the city of Almaty kept UTC+6 before.
 * Summer time, ended in 2005, is not modelled: the platform holds no moments so old.
 */
const SINGLE_ZONE_SINCE = '2024-02-29T18:00:00.000Z';
const OFFSET_MS = 5 * HOUR_MS;
const OFFSET_BEFORE_MS = 6 * HOUR_MS;

interface YearMonthDay {
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
}

/** Reads a day; a day that the calendar does not have, such as 29 February 2026, is no day. */
export function parseDay(text: string): Day | undefined {
  const match = DAY.exec(text);
  if (!match) return undefined;
  const [year, month, dayOfMonth] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return undefined;
  return text as Day;
}

/** A day as a spreadsheet or an official writes it: `2026-03-02` or `02.03.2026`. */
export function readOfficialDay(text: string): Day | undefined {
  const dotted = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text);
  return parseDay(dotted ? `${dotted[3]}-${dotted[2]}-${dotted[1]}` : text);
}

/** The day written so; a text that is no day is a fault of the program. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new RangeError(`not a day: ${text}`);
  return parsed;
}

/** The day of this year, month and day of the month. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  return day(write({ year, month, dayOfMonth }));
}

/** The year of the day. */
export function yearOf(d: Day): number {
  return read(d).year;
}

/** The day so many calendar days later, or earlier when negative. */
export function addDays(d: Day, n: number): Day {
  return fromEpochDay(epochDay(d) + whole(n));
}

/** The same day so many months later; a day the month lacks becomes its last day. */
export function addMonths(d: Day, n: number): Day {
  const from = read(d);
  const months = from.year * 12 + (from.month - 1) + whole(n);
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  return dayOf(year, month, Math.min(from.dayOfMonth, daysInMonth(year, month)));
}

/** The same day so many years later; 29 February becomes 28 February. */
export function addYears(d: Day, n: number): Day {
  return addMonths(d, n * 12);
}

/** How many calendar days after `a` the day `b` comes; negative when it comes before. */
export function daysBetween(a: Day, b: Day): number {
  return epochDay(b) - epochDay(a);
}

/** The day of the week, Monday being 1. */
export function weekday(d: Day): Weekday {
  return (modulo(epochDay(d) + 3, 7) + 1) as Weekday;
}

/** Reads a moment in its one fixed form. */
export function parseMoment(text: string): Moment | undefined {
  const match = MOMENT.exec(text);
  return match && parseDay(match[1]!) ? (text as Moment) : undefined;
}

/** The moment written so; a text that is no moment is a fault of the program. */
export function moment(text: string): Moment {
  const parsed = parseMoment(text);
  if (parsed === undefined) throw new RangeError(`not a moment: ${text}`);
  return parsed;
}

/** The day that the law counts: the one in Asia/Almaty at that moment. */
export function legalDay(m: Moment): Day {
  return fromEpochDay(Math.floor((epochMs(m) + offsetAt(m)) / DAY_MS));
}

/** The time of day in Asia/Almaty, 'HH:MM'. */
export function almatyTime(m: Moment): string {
  const minutes = Math.floor(modulo(epochMs(m) + offsetAt(m), DAY_MS) / MINUTE_MS);
  return `${pad(Math.floor(minutes / 60), 2)}:${pad(minutes % 60, 2)}`;
}

/**
 * The moment of this time of day in Asia/Almaty; '24:00' is the end of the day.
 * The hour that came twice on 29 February 2024 is taken the second time, the later one.
 */
export function momentAt(d: Day, time: string): Moment {
  if (time === '24:00') return momentAt(addDays(d, 1), '00:00');
  const match = WALL_TIME.exec(time);
  if (!match) throw new RangeError(`not a time of day: ${time}`);
  const wall = epochDay(d) * DAY_MS + Number(match[1]) * HOUR_MS + Number(match[2]) * MINUTE_MS;
  const today = fromEpochMs(wall - OFFSET_MS);
  return today >= SINGLE_ZONE_SINCE ? today : fromEpochMs(wall - OFFSET_BEFORE_MS);
}

/** The moment so many milliseconds later, or earlier when negative. */
export function plusMs(m: Moment, ms: number): Moment {
  return fromEpochMs(epochMs(m) + whole(ms));
}

/** The moment so many minutes later, or earlier when negative. */
export function plusMinutes(m: Moment, n: number): Moment {
  return plusMs(m, n * MINUTE_MS);
}

/** How many milliseconds after `a` the moment `b` comes; negative when it comes before. */
export function msBetween(a: Moment, b: Moment): number {
  return epochMs(b) - epochMs(a);
}

/** Milliseconds since 1970, as keys and timers want them. */
export function epochMs(m: Moment): number {
  return Date.parse(m);
}

/** The moment so many milliseconds after 1970. */
export function fromEpochMs(ms: number): Moment {
  const days = Math.floor(whole(ms) / DAY_MS);
  const rest = ms - days * DAY_MS;
  const hours = pad(Math.floor(rest / HOUR_MS), 2);
  const minutes = pad(Math.floor(rest / MINUTE_MS) % 60, 2);
  const seconds = pad(Math.floor(rest / 1000) % 60, 2);
  return `${fromEpochDay(days)}T${hours}:${minutes}:${seconds}.${pad(rest % 1000, 3)}Z` as Moment;
}

function offsetAt(m: Moment): number {
  return m >= SINGLE_ZONE_SINCE ? OFFSET_MS : OFFSET_BEFORE_MS;
}

function read(d: Day): YearMonthDay {
  return { year: Number(d.slice(0, 4)), month: Number(d.slice(5, 7)), dayOfMonth: Number(d.slice(8, 10)) };
}

function write({ year, month, dayOfMonth }: YearMonthDay): string {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days since 1 January 1970; a year is taken to begin in March, so that the leap day ends it. */
function epochDay(d: Day): number {
  const { year, month, dayOfMonth } = read(d);
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function fromEpochDay(days: number): Day {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return dayOf(year, month, dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1);
}

function whole(n: number): number {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not a whole number: ${n}`);
  return n;
}

function modulo(n: number, by: number): number {
  return ((n % by) + by) % by;
}

function pad(n: number, width: number): string {
  return String(n).padStart(width, '0');
}

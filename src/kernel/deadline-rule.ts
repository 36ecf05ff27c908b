import { addWorkingDays, coversDay, isWorkingDay, nextWorkingDay, type WorkingCalendar, workingDaysBetween } from './calendar.ts';
import { addDays, addMonths, type Day, day, daysBetween, yearOf } from './day.ts';
import { type Blocker, isDenial } from './denial.ts';
import type { Mark } from './mark.ts';

export const DEADLINE_IDS = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9', 'T10', 'T11', 'T12', 'T13', 'T14', 'T15'] as const;
export type DeadlineId = (typeof DEADLINE_IDS)[number];

export const DEADLINE_UNITS = ['working', 'calendar', 'month', 'date'] as const;
export type DeadlineUnit = (typeof DEADLINE_UNITS)[number];

export const NOTICE_READINGS = ['whole-days-between', 'nth-day-allowed'] as const;
export type NoticeReading = (typeof NOTICE_READINGS)[number];

/** A term as data: how long, in what, from which event, and whether its lapse stops the act or only marks it late. */
export interface DeadlineRule {
  readonly id: DeadlineId;
  /** Undefined where no term is set, and for dates of the year. */
  readonly length: number | undefined;
  readonly unit: DeadlineUnit;
  /** Dates of the year, 'MM-DD' in their order, for the unit `date`; empty otherwise. */
  readonly dates: readonly string[];
  readonly startEvent: string;
  readonly mark: Mark;
  readonly hard: boolean;
  /** A last day that is a day off moves to the next working day, in terms counted in calendar days or months. */
  readonly movesOffDayOff: boolean;
}

export interface NoticeFacts {
  readonly sentOn: Day;
  readonly procedureOn: Day;
  readonly wholeDays: number;
  readonly reading: NoticeReading;
  readonly calendar: WorkingCalendar;
}

export const LATENESS_STATES = ['overdue', 'today', 'tomorrow', 'later'] as const;
export type LatenessState = (typeof LATENESS_STATES)[number];

export interface Lateness {
  readonly state: LatenessState;
  /** Working days left, or passed when overdue; undefined where the calendar does not reach. */
  readonly workingDays: number | undefined;
}

/**
 * The last day on which the act is still in time, or undefined where no term is set.
 * The day of the event is day 0; a term in calendar days or months moves off a day off only where the norm says so [D], and then needs the calendar of its last day.
 * A date of the year is the next one in the year of the event, or the last one when all have passed.
 */
export function dueOn(rule: DeadlineRule, startedOn: Day, cal: WorkingCalendar): Day | undefined {
  if (rule.id === 'T3') throw new Error('T3 is a shortest term, it has a first lawful day and no last one');
  if (rule.unit === 'date') return dateOfYear(rule.dates, startedOn);
  if (rule.length === undefined) return undefined;
  if (rule.unit === 'working') return addWorkingDays(cal, startedOn, rule.length);
  const last = rule.unit === 'calendar' ? addDays(startedOn, rule.length) : addMonths(startedOn, rule.length);
  return rule.movesOffDayOff ? nextWorkingDay(cal, last) : last;
}

/**
 * The day itself, or the next working day where it is a day off. What the calendar does not know yet stays: a right that runs for months must be shown before the year
 * of its last day is loaded.
 */
export function offDayOff(last: Day, cal: WorkingCalendar): Day {
  try {
    return nextWorkingDay(cal, last);
  } catch (error) {
    if (isDenial(error, 'calendar.year-missing')) return last;
    throw error;
  }
}

/** Tells whether an act done on this day is late; a term that is not set has no lateness. */
export function isLate(due: Day | undefined, actedOn: Day): boolean {
  return due !== undefined && actedOn > due;
}

/** Only a hard stop forbids the late act; any other late act stays possible and is marked late [D]. */
export function stopsAct(rule: DeadlineRule, due: Day | undefined, actedOn: Day): boolean {
  return rule.hard && isLate(due, actedOn);
}

/**
 * The first working day on which the procedure may be held after its notification was sent.
 * Safe reading: so many whole working days lie between the two; the other one allows the last of them itself [I].
 */
export function firstLawfulDay(sentOn: Day, wholeDays: number, reading: NoticeReading, cal: WorkingCalendar): Day {
  return addWorkingDays(cal, sentOn, reading === 'whole-days-between' ? wholeDays + 1 : wholeDays);
}

/** Why the procedure may not be held on this day after a notification sent on that one; empty means it may. */
export function noticeBlockers({ sentOn, procedureOn, wholeDays, reading, calendar }: NoticeFacts): Blocker[] {
  if (procedureOn < sentOn) return [{ code: 'notice.in-the-past', data: { procedureOn, sentOn } }];
  const blockers: Blocker[] = [];
  const firstLawfulOn = firstLawfulDay(sentOn, wholeDays, reading, calendar);
  if (procedureOn < firstLawfulOn) blockers.push({ code: 'notice.too-short', data: { procedureOn, sentOn, firstLawfulOn, wholeDays } });
  if (!isWorkingDay(calendar, procedureOn)) blockers.push({ code: 'notice.day-off', data: { procedureOn } });
  return blockers;
}

/** A calendar changed by decree moves an open term only later, never earlier. */
export function recountInFavour(oldDue: Day, newDue: Day): Day {
  return newDue > oldDue ? newDue : oldDue;
}

export interface PausedTerm {
  readonly due: Day;
  readonly pausedOn: Day;
  readonly resumedOn: Day;
  readonly unit: DeadlineUnit;
  readonly movesOffDayOff: boolean;
  readonly calendar: WorkingCalendar;
}

/**
 * The last day of a term that stood still: it keeps the days it had left when it was paused, in working days where it is counted
 * in them, else in calendar days. What had run out before stays as late as it was.
 */
export function resumedDue({ due, pausedOn, resumedOn, unit, movesOffDayOff, calendar }: PausedTerm): Day {
  if (due < pausedOn || resumedOn <= pausedOn) return due;
  if (unit !== 'working') {
    const last = addDays(resumedOn, daysBetween(pausedOn, due));
    return movesOffDayOff ? nextWorkingDay(calendar, last) : last;
  }
  const left = workingDaysBetween(calendar, pausedOn, due);
  return left === 0 ? nextWorkingDay(calendar, resumedOn) : addWorkingDays(calendar, resumedOn, left);
}

/** How a term stands today; `tomorrow` is the next day of the calendar, worked or not. */
export function lateness(due: Day, today: Day, cal: WorkingCalendar): Lateness {
  const [from, to] = due < today ? [due, today] : [today, due];
  const known = coversDay(cal, from) && coversDay(cal, to);
  return { state: latenessState(due, today), workingDays: known ? workingDaysBetween(cal, from, to) : undefined };
}

function latenessState(due: Day, today: Day): LatenessState {
  if (due < today) return 'overdue';
  if (due === today) return 'today';
  return due === addDays(today, 1) ? 'tomorrow' : 'later';
}

function dateOfYear(dates: readonly string[], startedOn: Day): Day | undefined {
  const inYear = dates.map((date) => day(`${String(yearOf(startedOn)).padStart(4, '0')}-${date}`));
  return inYear.find((d) => d >= startedOn) ?? inYear.at(-1);
}

import { addDays, almatyTime, type Day, legalDay, type Moment } from './day.ts';
import type { WorkingCalendar } from './calendar.ts';
import { DEADLINE_UNITS, type DeadlineId, type DeadlineRule, type DeadlineUnit, offDayOff } from './deadline-rule.ts';
import type { Localized } from './localized.ts';
import type { Mark } from './mark.ts';

export { MARKS, type Mark } from './mark.ts';

/** Null means that nothing sets the value: shown as "not set", never replaced by a guess. */
export type NormValue = number | string | boolean | null;

/** One setting of the procedure with where it comes from. */
export interface Norm {
  readonly key: string;
  readonly value: NormValue;
  readonly unit?: string;
  readonly mark: Mark;
  readonly source: Localized;
  /** Registration number of the act in the state database of law. */
  readonly act?: string;
  /** Only where the article itself has been read. */
  readonly article?: string;
}

/** A full set of norms in force from a day; a case keeps the edition in force when it was registered. */
export interface NormEdition {
  readonly edition: string;
  readonly validFrom: Day;
  readonly norms: readonly Norm[];
}

/** The norm of this key, or nothing when the edition does not know it. */
export function findNorm(edition: NormEdition, key: string): Norm | undefined {
  return edition.norms.find((norm) => norm.key === key);
}

/** The norm of this key; an unknown key is a fault of the program. */
export function getNorm(edition: NormEdition, key: string): Norm {
  const norm = findNorm(edition, key);
  if (norm === undefined) throw new Error(`norm ${key} is unknown to edition ${edition.edition}`);
  return norm;
}

/** Tells whether anything sets the value. */
export function isSet(edition: NormEdition, key: string): boolean {
  return getNorm(edition, key).value !== null;
}

/** The number of a norm that is always set. */
export function normNumber(edition: NormEdition, key: string): number {
  return required(edition, key, findNormNumber(edition, key));
}

/** The number, or undefined where it is not set. */
export function findNormNumber(edition: NormEdition, key: string): number | undefined {
  const { value } = getNorm(edition, key);
  if (value === null || typeof value === 'number') return value ?? undefined;
  throw new Error(`norm ${key} of edition ${edition.edition} is not a number`);
}

/** The number, or the default of the platform where an older edition does not know the norm or sets nothing [D]; something other than a number is a fault, as everywhere. */
export function normNumberOr<Otherwise extends number | undefined>(edition: NormEdition, key: string, otherwise: Otherwise): number | Otherwise {
  return findNorm(edition, key) === undefined ? otherwise : (findNormNumber(edition, key) ?? otherwise);
}

/** The text of a norm that is always set. */
export function normText(edition: NormEdition, key: string): string {
  return required(edition, key, findNormText(edition, key));
}

/** The text, or undefined where it is not set. */
export function findNormText(edition: NormEdition, key: string): string | undefined {
  const { value } = getNorm(edition, key);
  if (value === null || typeof value === 'string') return value ?? undefined;
  throw new Error(`norm ${key} of edition ${edition.edition} is not a text`);
}

/** The words of a list norm, in their order; empty where it is not set. */
export function normList(edition: NormEdition, key: string): readonly string[] {
  return (findNormText(edition, key) ?? '').split(' ').filter((word) => word !== '');
}

/** The yes or no of a norm that is always set. */
export function normBoolean(edition: NormEdition, key: string): boolean {
  const { value } = getNorm(edition, key);
  if (typeof value === 'boolean') return value;
  throw new Error(`norm ${key} of edition ${edition.edition} is not yes or no`);
}

/** The share of a norm written as a fraction, such as two thirds: kept in integers, so that no rounding decides a quorum. */
export function normFraction(edition: NormEdition, key: string): { readonly numerator: number; readonly denominator: number } {
  const match = /^([1-9]\d*)\/([1-9]\d*)$/.exec(normText(edition, key));
  if (!match) throw new Error(`norm ${key} of edition ${edition.edition} is not a fraction`);
  return { numerator: Number(match[1]), denominator: Number(match[2]) };
}

/** The rule of a term as this edition has it. */
export function deadlineRule(edition: NormEdition, id: DeadlineId): DeadlineRule {
  const norm = getNorm(edition, `deadline.${id}.length`);
  const unit = deadlineUnit(norm);
  return {
    id,
    length: unit === 'date' ? undefined : findNormNumber(edition, norm.key),
    unit,
    dates: unit === 'date' ? normList(edition, norm.key) : [],
    startEvent: normText(edition, `deadline.${id}.start`),
    mark: norm.mark,
    hard: normList(edition, 'deadline.hardStops').includes(id),
    // T9 is how long a certificate is valid, three years by the Law, and not a time within which somebody acts; dates of the year are the dates that are printed.
    movesOffDayOff: movesOffDayOff(edition) && id !== 'T9',
  };
}

/** Norm `deadline.moveOffDayOff` [D]: a term in calendar days or months that ends on a day off ends on the next working day. No, where an edition does not say. */
function movesOffDayOff(edition: NormEdition): boolean {
  return findNorm(edition, 'deadline.moveOffDayOff')?.value === true;
}

/** The last day of a term that was counted in calendar days or months, as this edition has it. */
export function lastCalendarDay(edition: NormEdition, last: Day, calendar: WorkingCalendar): Day {
  return movesOffDayOff(edition) ? offDayOff(last, calendar) : last;
}

/**
 * Until which time of day what is handed in electronically counts as handed in on that day, norm `deadline.electronicActsUntil` [D]; undefined: to its end.
 * It is for those who hand something in: candidates, partners, associations. A centre that acts keeps its day to the end.
 */
export function handInUntil(edition: NormEdition): string | undefined {
  const value = findNorm(edition, 'deadline.electronicActsUntil')?.value;
  return typeof value === 'string' && value !== '24:00' ? value : undefined;
}

/** The day on which something handed in electronically at this moment counts: that day, or the next one from the time of the norm on. */
export function handedInOn(edition: NormEdition, at: Moment): Day {
  const until = handInUntil(edition);
  return until !== undefined && almatyTime(at) >= until ? addDays(legalDay(at), 1) : legalDay(at);
}

/** The edition in force on the day, or nothing before the first one. */
export function findEditionInForce(editions: readonly NormEdition[], on: Day): NormEdition | undefined {
  return editions
    .filter((edition) => edition.validFrom <= on)
    .reduce<NormEdition | undefined>((best, next) => (best === undefined || next.validFrom > best.validFrom ? next : best), undefined);
}

function deadlineUnit(norm: Norm): DeadlineUnit {
  const unit = DEADLINE_UNITS.find((known) => known === norm.unit);
  if (unit === undefined) throw new Error(`norm ${norm.key}: ${norm.unit ?? 'no unit'} is not a unit of terms`);
  return unit;
}

function required<Value>(edition: NormEdition, key: string, value: Value | undefined): Value {
  if (value === undefined) throw new Error(`norm ${key} of edition ${edition.edition} is not set`);
  return value;
}

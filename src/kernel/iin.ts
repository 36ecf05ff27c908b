import { checkDigit, maskDigits, nthWithCheckDigit } from './check-digit.ts';
import { type Day, parseDay, yearOf } from './day.ts';

export const IIN_FAULTS = ['twelve-digits', 'century', 'birth-date', 'check-digit'] as const;
export type IinFault = (typeof IIN_FAULTS)[number];

export type IinKind = 'ordinary' | 'demonstration';
export type Sex = 'male' | 'female';
export type ParsedIin = { readonly ok: true; readonly value: Iin } | { readonly ok: false; readonly reason: IinFault };

const DEMONSTRATION = 9;
const CENTURIES: Readonly<Record<number, number>> = { 1: 1800, 2: 1800, 3: 1900, 4: 1900, 5: 2000, 6: 2000 };

/** Demonstration people have no century digit: they are born from 1931 to 2030. */
const DEMONSTRATION_LAST_YEAR_OF_2000S = 30;

/** An individual identification number (ЖСН/ИИН); it shows itself masked everywhere but in `reveal()`. */
export class Iin {
  readonly #digits: string;
  readonly #birthDate: Day;

  private constructor(digits: string, birthDate: Day) {
    this.#digits = digits;
    this.#birthDate = birthDate;
  }

  /** Reads twelve digits, spaces apart, and says what is wrong with them otherwise. */
  static parse(text: string): ParsedIin {
    const digits = text.replace(/\s/g, '');
    if (!/^[0-9]{12}$/.test(digits)) return { ok: false, reason: 'twelve-digits' };
    const century = centuryOf(digits);
    if (century === undefined) return { ok: false, reason: 'century' };
    const birthDate = parseDay(`${century + Number(digits.slice(0, 2))}-${digits.slice(2, 4)}-${digits.slice(4, 6)}`);
    if (birthDate === undefined) return { ok: false, reason: 'birth-date' };
    if (checkDigit(digits.slice(0, 11)) !== Number(digits[11])) return { ok: false, reason: 'check-digit' };
    return { ok: true, value: new Iin(digits, birthDate) };
  }

  get kind(): IinKind {
    return Number(this.#digits[6]) === DEMONSTRATION ? 'demonstration' : 'ordinary';
  }

  get birthDate(): Day {
    return this.#birthDate;
  }

  /** Odd century digits are men; a demonstration number does not tell. */
  get sex(): Sex | undefined {
    if (this.kind === 'demonstration') return undefined;
    return Number(this.#digits[6]) % 2 === 1 ? 'male' : 'female';
  }

  /** The digits themselves: the only way to them, so that each use can be found. */
  reveal(): string {
    return this.#digits;
  }

  masked(): string {
    return maskDigits(this.#digits);
  }

  equals(other: Iin): boolean {
    return this.#digits === other.#digits;
  }

  toString(): string {
    return this.masked();
  }

  toJSON(): string {
    return this.masked();
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `Iin(${this.masked()})`;
  }
}

/**
 * Makes an IIN that nobody can ever hold, for demonstration people born from 1931 to 2030;
 * different serials of one birth date give different numbers.
 */
export function makeDemonstrationIin(birthDate: Day, serial: number): Iin {
  const year = yearOf(birthDate);
  if (year < 1931 || year > 2030) throw new RangeError('a demonstration person is born from 1931 to 2030');
  const head = birthDate.slice(2).replaceAll('-', '') + DEMONSTRATION;
  const parsed = Iin.parse(nthWithCheckDigit(head, serial));
  if (!parsed.ok) throw new Error(`demonstration IIN: ${parsed.reason}`);
  return parsed.value;
}

function centuryOf(digits: string): number | undefined {
  const seventh = Number(digits[6]);
  if (seventh !== DEMONSTRATION) return CENTURIES[seventh];
  return Number(digits.slice(0, 2)) > DEMONSTRATION_LAST_YEAR_OF_2000S ? 1900 : 2000;
}

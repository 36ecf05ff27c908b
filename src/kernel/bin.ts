import { checkDigit, maskDigits, nthWithCheckDigit } from './check-digit.ts';

export const BIN_FAULTS = ['twelve-digits', 'registration-month', 'entity-kind', 'check-digit'] as const;
export type BinFault = (typeof BIN_FAULTS)[number];

export type BinKind = 'ordinary' | 'demonstration';
export type ParsedBin = { readonly ok: true; readonly value: Bin } | { readonly ok: false; readonly reason: BinFault };

const DEMONSTRATION = '9';

/** Resident legal entity, non-resident legal entity, joint entrepreneurship. */
const ENTITY_KINDS = '456';

/** A business identification number (БСН/БИН); it shows itself masked everywhere but in `reveal()`. */
export class Bin {
  readonly #digits: string;

  private constructor(digits: string) {
    this.#digits = digits;
  }

  /** Reads twelve digits, spaces apart, and says what is wrong with them otherwise. */
  static parse(text: string): ParsedBin {
    const digits = text.replace(/\s/g, '');
    if (!/^[0-9]{12}$/.test(digits)) return { ok: false, reason: 'twelve-digits' };
    const month = Number(digits.slice(2, 4));
    if (month < 1 || month > 12) return { ok: false, reason: 'registration-month' };
    const entityKind = digits[4]!;
    if (entityKind !== DEMONSTRATION && !ENTITY_KINDS.includes(entityKind)) return { ok: false, reason: 'entity-kind' };
    if (checkDigit(digits.slice(0, 11)) !== Number(digits[11])) return { ok: false, reason: 'check-digit' };
    return { ok: true, value: new Bin(digits) };
  }

  get kind(): BinKind {
    return this.#digits[4] === DEMONSTRATION ? 'demonstration' : 'ordinary';
  }

  /** The digits themselves: the only way to them, so that each use can be found. */
  reveal(): string {
    return this.#digits;
  }

  masked(): string {
    return maskDigits(this.#digits);
  }

  equals(other: Bin): boolean {
    return this.#digits === other.#digits;
  }

  toString(): string {
    return this.masked();
  }

  toJSON(): string {
    return this.masked();
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `Bin(${this.masked()})`;
  }
}

/** Makes a BIN that no organisation can ever hold; different serials give different numbers. */
export function makeDemonstrationBin(serial: number): Bin {
  const parsed = Bin.parse(nthWithCheckDigit(`2401${DEMONSTRATION}0`, serial));
  if (!parsed.ok) throw new Error(`demonstration BIN: ${parsed.reason}`);
  return parsed.value;
}

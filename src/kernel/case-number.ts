import type { Brand } from './brand.ts';
import { asTypedNumber } from './latin-letters.ts';

/** A number to be read aloud, such as 2026-04-001702-K: year, serial of the centre (of an accreditation the first digits of the region's KATO, of a proposal the sector body's), sequence in the centre, check letter. */
export type CaseNumber = Brand<string, 'CaseNumber'>;

export const CASE_KINDS = ['recognition', 'appeal', 'complaint', 'accreditation', 'proposal'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

export interface CaseNumberParts {
  readonly kind: CaseKind;
  readonly year: number;
  readonly centreSerial: number;
  readonly sequence: number;
}

export const CASE_NUMBER_FAULTS = ['shape', 'check-letter'] as const;
export type CaseNumberFault = (typeof CASE_NUMBER_FAULTS)[number];
export type ParsedCaseNumber =
  | { readonly ok: true; readonly value: CaseNumber; readonly parts: CaseNumberParts }
  | { readonly ok: false; readonly reason: CaseNumberFault };

/** S stands for шағым, complaint; K for аккредиттеу, accreditation; U for ұсыныс, a proposal to the register. */
const PREFIXES: Readonly<Record<CaseKind, string>> = { recognition: '', appeal: 'A', complaint: 'S', accreditation: 'K', proposal: 'U' };

/** Seventeen letters that are taken neither for a digit nor for each other; a prime, so that every slip shows. */
const CHECK_LETTERS = 'ACDEFHJKMNPRTUWXY';

/** Its powers modulo 17 differ from each other sixteen times in a row: neighbours that change places never cancel out. */
const FACTOR = 3;

const TYPED = /^([AKSU]?)(\d{4})(\d{2,})(\d{6})([A-Z])$/;

/** Writes the number of a case; one wrong digit, or two neighbours exchanged, never give another valid number. */
export function formatCaseNumber(parts: CaseNumberParts): CaseNumber {
  assertWithin('year', parts.year, 2000, 9999);
  assertWithin('centre serial', parts.centreSerial, 1, 99_999);
  assertWithin('sequence', parts.sequence, 1, 999_999);
  const serial = String(parts.centreSerial).padStart(2, '0');
  const sequence = String(parts.sequence).padStart(6, '0');
  const prefix = PREFIXES[parts.kind];
  const check = checkLetter(parts.kind, `${parts.year}${serial}${sequence}`);
  return `${prefix === '' ? '' : `${prefix}-`}${parts.year}-${serial}-${sequence}-${check}` as CaseNumber;
}

/** Reads a case number as people type it: any case of letters, Cyrillic twins, with or without dashes. */
export function parseCaseNumber(text: string): ParsedCaseNumber {
  const match = TYPED.exec(asTypedNumber(text));
  const kind = CASE_KINDS.find((candidate) => PREFIXES[candidate] === match?.[1]);
  if (!match || kind === undefined) return { ok: false, reason: 'shape' };
  const [, , year = '', serial = '', sequence = '', check = ''] = match;
  if (checkLetter(kind, year + serial + sequence) !== check) return { ok: false, reason: 'check-letter' };
  const parts = { kind, year: Number(year), centreSerial: Number(serial), sequence: Number(sequence) };
  const isCanonical = parts.year >= 2000 && parts.sequence > 0 && parts.centreSerial > 0 && parts.centreSerial <= 99_999;
  if (!isCanonical || String(parts.centreSerial).padStart(2, '0') !== serial) return { ok: false, reason: 'shape' };
  return { ok: true, value: formatCaseNumber(parts), parts };
}

function checkLetter(kind: CaseKind, digits: string): string {
  const sum = [...digits].reduce((total, digit) => (total * FACTOR + Number(digit)) % CHECK_LETTERS.length, CASE_KINDS.indexOf(kind) + 1);
  return CHECK_LETTERS[sum]!;
}

function assertWithin(name: string, n: number, min: number, max: number): void {
  if (!Number.isInteger(n) || n < min || n > max) throw new RangeError(`case number: ${name} ${n} is outside ${min}…${max}`);
}

import type { Brand } from './brand.ts';
import { asTypedNumber } from './latin-letters.ts';

/** The number of a document of recognition, XXXX-XXXX-XXXX-C: random, so that nobody can guess the next one. */
export type DocumentNumber = Brand<string, 'DocumentNumber'>;

export const DOCUMENT_NUMBER_FAULTS = ['length', 'symbol', 'check-symbol'] as const;
export type DocumentNumberFault = (typeof DOCUMENT_NUMBER_FAULTS)[number];
export type ParsedDocumentNumber =
  | { readonly ok: true; readonly value: DocumentNumber }
  | { readonly ok: false; readonly reason: DocumentNumberFault };

/** Base 32 of Crockford: no I, L, O, U. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;

/** x⁵ + x² + 1: a primitive polynomial, so that multiplying by x visits all 31 symbols but zero. */
const PRIMITIVE = 0b100101;

/** Makes a document number from eight random bytes, of which sixty bits are used. */
export function makeDocumentNumber(random: Uint8Array): DocumentNumber {
  if (random.length < 8) throw new RangeError('document number: eight random bytes are needed');
  const bits = random.subarray(0, 8).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n) >> 4n;
  const symbols = Array.from({ length: LENGTH }, (_, n) => SYMBOLS[Number((bits >> BigInt(5 * (LENGTH - 1 - n))) & 31n)]!).join('');
  return inGroups(symbols + checkSymbol(symbols));
}

/** Reads a document number as people type it: lower case, O for 0, I or L for 1, Cyrillic twins, with or without dashes. */
export function parseDocumentNumber(text: string): ParsedDocumentNumber {
  const typed = asTypedNumber(text).replaceAll('O', '0').replace(/[IL]/g, '1');
  if (typed.length !== LENGTH + 1) return { ok: false, reason: 'length' };
  if ([...typed].some((symbol) => !SYMBOLS.includes(symbol))) return { ok: false, reason: 'symbol' };
  if (checkSymbol(typed.slice(0, LENGTH)) !== typed[LENGTH]) return { ok: false, reason: 'check-symbol' };
  return { ok: true, value: inGroups(typed) };
}

function inGroups(symbols: string): DocumentNumber {
  return [symbols.slice(0, 4), symbols.slice(4, 8), symbols.slice(8, 12), symbols.slice(12)].join('-') as DocumentNumber;
}

/** A sum over the field of 32 elements: one wrong symbol, or any two exchanged, always changes it. */
function checkSymbol(symbols: string): string {
  return SYMBOLS[[...symbols].reduce((sum, symbol) => timesX(sum ^ SYMBOLS.indexOf(symbol)), 0)]!;
}

function timesX(element: number): number {
  const shifted = element << 1;
  return shifted & 32 ? shifted ^ PRIMITIVE : shifted;
}

import { inspect } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Bin, makeDemonstrationBin } from './bin.ts';
import { nthWithCheckDigit } from './check-digit.ts';

function reasonOf(text: string): string {
  const parsed = Bin.parse(text);
  return parsed.ok ? 'ok' : parsed.reason;
}

test.each([
  ['24014000000', 'twelve-digits'],
  ['240x40000000', 'twelve-digits'],
  ['241340000000', 'registration-month'],
  ['240040000000', 'registration-month'],
  ['240100000000', 'entity-kind'],
  ['240130000000', 'entity-kind'],
  ['240170000000', 'entity-kind'],
])('refuses %s for its %s', (text, reason) => {
  expect(reasonOf(text)).toBe(reason);
});

test.each(['4', '5', '6'])('accepts a legal entity of kind %s and calls it ordinary', (kind) => {
  const parsed = Bin.parse(nthWithCheckDigit(`2401${kind}0`, 0));
  expect(parsed.ok && parsed.value.kind).toBe('ordinary');
});

test('refuses every wrong check digit', () => {
  const digits = makeDemonstrationBin(5).reveal();
  const accepted = Array.from({ length: 10 }, (_, n) => digits.slice(0, 11) + n).filter((text) => reasonOf(text) === 'ok');
  expect(accepted).toEqual([digits]);
});

test('demonstration numbers are valid, different, and carry 9 as the fifth digit', () => {
  fc.assert(
    fc.property(fc.nat(2000), fc.nat(2000), (a, b) => {
      const bin = makeDemonstrationBin(a);
      expect([reasonOf(bin.reveal()), bin.kind, bin.reveal()[4]]).toEqual(['ok', 'demonstration', '9']);
      expect(bin.equals(makeDemonstrationBin(b))).toBe(a === b);
    }),
  );
});

test('shows itself masked wherever it may be printed', () => {
  const bin = makeDemonstrationBin(3);
  const digits = bin.reveal();
  for (const text of [String(bin), JSON.stringify({ bin }), inspect(bin), bin.masked()]) {
    expect(text).toContain(`••••••••${digits.slice(-4)}`);
    expect(text).not.toContain(digits.slice(0, 8));
  }
});

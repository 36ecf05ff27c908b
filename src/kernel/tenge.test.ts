import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addTenge, NO_TENGE, parseTenge, tenge, timesTenge } from './tenge.ts';

test.each([['0', 0], ['45000', 45_000], ['45 000', 45_000], ['1 245 000 ₸', 1_245_000], ['45\u00a0000,00', 45_000], ['45000.0', 45_000], [' 7 ', 7]])(
  'reads "%s" as %i tenge',
  (text, amount) => {
    expect(parseTenge(text)).toEqual({ ok: true, value: amount });
  },
);

test.each([
  ['45000,50', 'tiyn'], ['0.01', 'tiyn'], ['', 'not-a-sum'], ['-5', 'not-a-sum'], ['45,000', 'not-a-sum'], ['1e5', 'not-a-sum'],
  ['4 50', 'not-a-sum'], ['5 тг', 'not-a-sum'], ['99999999999999999', 'too-large'],
])('refuses "%s": %s', (text, reason) => {
  expect(parseTenge(text)).toEqual({ ok: false, reason });
});

test('adds and multiplies whole tenge, and refuses parts and debts', () => {
  expect(addTenge()).toBe(NO_TENGE);
  expect(addTenge(tenge(40_000), tenge(5_000), tenge(1))).toBe(45_001);
  expect(timesTenge(tenge(45_000), 3)).toBe(135_000);
  for (const amount of [0.5, -1, Number.NaN, Number.MAX_SAFE_INTEGER + 1]) expect(() => tenge(amount)).toThrow(RangeError);
  expect(() => timesTenge(tenge(3), 0.5)).toThrow(RangeError);
});

test('every whole sum is read back as it is written', () => {
  fc.assert(
    fc.property(fc.nat(), (amount) => {
      const grouped = String(amount).replace(/\B(?=(\d{3})+$)/g, ' ');
      expect(parseTenge(grouped)).toEqual({ ok: true, value: amount });
    }),
  );
});

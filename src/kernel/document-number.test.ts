import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeDocumentNumber, parseDocumentNumber } from './document-number.ts';

const anyNumber = fc.uint8Array({ minLength: 8, maxLength: 8 }).map(makeDocumentNumber);
const SYMBOLS = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];

function reasonOf(text: string): string {
  const parsed = parseDocumentNumber(text);
  return parsed.ok ? 'ok' : parsed.reason;
}

test('a number once given out keeps its check symbol for ever', () => {
  expect(makeDocumentNumber(new Uint8Array(8))).toBe('0000-0000-0000-0');
  expect(makeDocumentNumber(new Uint8Array(8).fill(255))).toBe('ZZZZ-ZZZZ-ZZZZ-R');
  expect(makeDocumentNumber(Uint8Array.from([1, 35, 69, 103, 137, 171, 205, 239]))).toBe('04HM-ASW9-NF6Y-V');
});

test('every symbol comes from the randomness, so that the next number cannot be guessed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), fc.nat(59), (bytes, bit) => {
      const other = Uint8Array.from(bytes);
      other[Math.floor(bit / 8)]! ^= 0x80 >> bit % 8;
      expect(makeDocumentNumber(other)).not.toBe(makeDocumentNumber(bytes));
    }),
  );
  expect(() => makeDocumentNumber(new Uint8Array(7))).toThrow(RangeError);
});

test('reads back every number it makes, also as people type it', () => {
  fc.assert(
    fc.property(anyNumber, (number) => {
      expect(number).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]$/);
      const careless = number.replaceAll('0', 'o').replaceAll('1', 'l');
      const cyrillic = number.replaceAll('0', 'О').replaceAll('K', 'к').replaceAll('B', 'В');
      for (const typed of [number, number.toLowerCase(), number.replaceAll('-', ''), ` ${number.replaceAll('-', ' ')}`, careless, cyrillic, number.replaceAll('1', 'I')]) {
        expect(parseDocumentNumber(typed)).toEqual({ ok: true, value: number });
      }
    }),
  );
});

test('notices every single wrong symbol', () => {
  fc.assert(
    fc.property(anyNumber, (number) => {
      const typed = number.replaceAll('-', '');
      for (let place = 0; place < typed.length; place += 1) {
        for (const symbol of SYMBOLS) {
          if (symbol === typed[place]) continue;
          const wrong = typed.slice(0, place) + symbol + typed.slice(place + 1);
          if (reasonOf(wrong) !== 'check-symbol') expect.fail(`${wrong} passes for ${typed}`);
        }
      }
    }),
    { numRuns: 50 },
  );
});

test('notices any two symbols exchanged', () => {
  fc.assert(
    fc.property(anyNumber, fc.nat(12), fc.nat(12), (number, a, b) => {
      const typed = [...number.replaceAll('-', '')];
      fc.pre(typed[a] !== typed[b]);
      [typed[a], typed[b]] = [typed[b]!, typed[a]!];
      expect(reasonOf(typed.join(''))).toBe('check-symbol');
    }),
  );
});

test.each([
  ['', 'length'], ['0000-0000-0000', 'length'], ['0000-0000-0000-00', 'length'], ['0000-0000-000U-0', 'symbol'], ['0000-0000-000*-0', 'symbol'],
  ['0000-0000-0001-0', 'check-symbol'],
])('refuses "%s" for its %s', (text, reason) => {
  expect(reasonOf(text)).toBe(reason);
});

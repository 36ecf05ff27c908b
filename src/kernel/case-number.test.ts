import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CASE_KINDS, type CaseNumberParts, formatCaseNumber, parseCaseNumber } from './case-number.ts';

const anyParts: fc.Arbitrary<CaseNumberParts> = fc.record({
  kind: fc.constantFrom(...CASE_KINDS),
  year: fc.integer({ min: 2024, max: 2099 }),
  centreSerial: fc.integer({ min: 1, max: 250 }),
  sequence: fc.integer({ min: 1, max: 999_999 }),
});

function reasonOf(text: string): string {
  const parsed = parseCaseNumber(text);
  return parsed.ok ? 'ok' : parsed.reason;
}

test.each([
  ['recognition', /^2026-04-001702-[A-Z]$/],
  ['appeal', /^A-2026-04-001702-[A-Z]$/],
  ['complaint', /^S-2026-04-001702-[A-Z]$/],
  ['accreditation', /^K-2026-04-001702-[A-Z]$/],
  ['proposal', /^U-2026-04-001702-[A-Z]$/],
] as const)('writes the number of a case of %s', (kind, shape) => {
  expect(formatCaseNumber({ kind, year: 2026, centreSerial: 4, sequence: 1702 })).toMatch(shape);
});

test('the letters of the five kinds of case with the same digits differ', () => {
  const numbers = CASE_KINDS.map((kind) => formatCaseNumber({ kind, year: 2026, centreSerial: 4, sequence: 1702 }).at(-1));
  expect(new Set(numbers).size).toBe(5);
});

test('a number once given out keeps its letter for ever', () => {
  expect(formatCaseNumber({ kind: 'recognition', year: 2026, centreSerial: 4, sequence: 1702 })).toBe('2026-04-001702-H');
  expect(formatCaseNumber({ kind: 'recognition', year: 2026, centreSerial: 123, sequence: 1 })).toBe('2026-123-000001-A');
});

test('reads back every number it writes, also as people type it', () => {
  fc.assert(
    fc.property(anyParts, (parts) => {
      const number = formatCaseNumber(parts);
      for (const typed of [number, number.toLowerCase(), number.replaceAll('-', ''), ` ${number.replaceAll('-', ' – ')} `]) {
        expect(parseCaseNumber(typed)).toEqual({ ok: true, value: number, parts });
      }
    }),
  );
});

test('takes Cyrillic letters that look Latin for what they look like', () => {
  const twins: Record<string, string> = { A: 'А', C: 'С', E: 'Е', H: 'Н', K: 'К', M: 'М', P: 'Р', T: 'Т', X: 'Х', Y: 'У' };
  fc.assert(
    fc.property(anyParts, (parts) => {
      const number = formatCaseNumber(parts);
      const cyrillic = number.replace(/[A-Z]/g, (letter) => twins[letter] ?? letter);
      expect(parseCaseNumber(cyrillic)).toEqual({ ok: true, value: number, parts });
    }),
  );
});

test('notices every single wrong digit', () => {
  fc.assert(
    fc.property(anyParts, (parts) => {
      const number = formatCaseNumber(parts);
      for (const [place, symbol] of [...number].entries()) {
        if (!/\d/.test(symbol)) continue;
        for (let shift = 1; shift < 10; shift += 1) {
          const wrong = number.slice(0, place) + ((Number(symbol) + shift) % 10) + number.slice(place + 1);
          expect([wrong, reasonOf(wrong)]).not.toEqual([wrong, 'ok']);
        }
      }
    }),
    { numRuns: 50 },
  );
});

test('notices two neighbouring digits exchanged, also across a dash', () => {
  fc.assert(
    fc.property(anyParts, (parts) => {
      const number = formatCaseNumber(parts);
      const digits = number.replace(/\D/g, '');
      const [prefix, letter] = [parts.kind === 'recognition' ? '' : number[0]!, number.at(-1)!];
      expect(reasonOf(prefix + digits + letter)).toBe('ok');
      for (let place = 0; place + 1 < digits.length; place += 1) {
        if (digits[place] === digits[place + 1]) continue;
        const exchanged = digits.slice(0, place) + digits[place + 1] + digits[place] + digits.slice(place + 2);
        expect([exchanged, reasonOf(prefix + exchanged + letter)]).not.toEqual([exchanged, 'ok']);
      }
    }),
  );
});

test('an appeal number without its prefix is not the number of another case', () => {
  fc.assert(
    fc.property(anyParts.filter(({ kind }) => kind !== 'recognition'), (parts) => {
      const number = formatCaseNumber(parts);
      expect(reasonOf(number.slice(2))).toBe('check-letter');
    }),
  );
});

test.each(['', '2026', '2026-4-001702-K', '2026-04-1702-K', 'B-2026-04-001702-K', '2026-04-001702', '2026-04-001702-4', "2026-04-001702-K'"])(
  'refuses "%s" for its shape',
  (text) => {
    expect(reasonOf(text)).toBe('shape');
  },
);

test('refuses parts that do not fit', () => {
  const parts = { kind: 'recognition', year: 2026, centreSerial: 4, sequence: 1 } as const;
  for (const wrong of [{ sequence: 0 }, { sequence: 1_000_000 }, { sequence: 1.5 }, { centreSerial: 0 }, { year: 26 }]) {
    expect(() => formatCaseNumber({ ...parts, ...wrong })).toThrow(RangeError);
  }
});

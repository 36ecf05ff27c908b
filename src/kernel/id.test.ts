import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseUuid, uuidv7 } from './id.ts';

test('makes the UUIDv7 of the example in RFC 9562', () => {
  const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
  expect(uuidv7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
});

test('every key is a UUID of version 7 and sorts by its time', () => {
  const bytes = fc.uint8Array({ minLength: 10, maxLength: 16 });
  const time = fc.integer({ min: 0, max: 2 ** 48 - 1 });
  fc.assert(
    fc.property(time, time, bytes, bytes, (a, b, x, y) => {
      const first = uuidv7(a, x);
      expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      if (a < b) expect(first < uuidv7(b, y)).toBe(true);
    }),
  );
});

test('refuses too little randomness and a time that does not fit', () => {
  expect(() => uuidv7(1, new Uint8Array(9))).toThrow(RangeError);
  expect(() => uuidv7(-1, new Uint8Array(10))).toThrow(RangeError);
  expect(() => uuidv7(1.5, new Uint8Array(10))).toThrow(RangeError);
});

test('reads a UUID in either case and refuses anything else', () => {
  expect(parseUuid('017F22E2-79B0-7CC3-98C4-DC0C0C07398F')).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  expect(parseUuid('017f22e279b07cc398c4dc0c0c07398f')).toBeUndefined();
  expect(parseUuid("' or 1=1 --")).toBeUndefined();
});

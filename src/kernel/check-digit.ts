const FIRST_PASS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;
const SECOND_PASS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2] as const;

/**
 * The twelfth digit of an IIN or BIN after its first eleven.
 * Where the first pass gives 10 the weights are shifted; where the second gives 10 again the number is never issued.
 */
export function checkDigit(eleven: string): number | undefined {
  const first = weightedSum(eleven, FIRST_PASS) % 11;
  if (first < 10) return first;
  const second = weightedSum(eleven, SECOND_PASS) % 11;
  return second < 10 ? second : undefined;
}

/** The n-th number, from 0, that has these first digits and a valid check digit: no two places give the same number. */
export function nthWithCheckDigit(head: string, place: number): string {
  const width = 11 - head.length;
  if (!Number.isInteger(place) || place < 0) throw new RangeError(`not a serial: ${place}`);
  let left = place;
  for (let serial = 0; serial < 10 ** width; serial += 1) {
    const eleven = head + String(serial).padStart(width, '0');
    const digit = checkDigit(eleven);
    if (digit === undefined) continue;
    if (left === 0) return eleven + digit;
    left -= 1;
  }
  throw new RangeError(`no numbers left for serial ${place}`);
}

/** All but the last four digits hidden. */
export function maskDigits(digits: string): string {
  return '•'.repeat(digits.length - 4) + digits.slice(-4);
}

function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);
}

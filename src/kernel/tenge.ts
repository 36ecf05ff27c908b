import type { Brand } from './brand.ts';

/** Whole tenge, never negative. */
export type Tenge = Brand<number, 'Tenge'>;

export const TENGE_FAULTS = ['not-a-sum', 'tiyn', 'too-large'] as const;
export type TengeFault = (typeof TENGE_FAULTS)[number];
export type ParsedTenge = { readonly ok: true; readonly value: Tenge } | { readonly ok: false; readonly reason: TengeFault };

const SUM = /^(\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:[.,](\d{1,2}))?(?:[ \u00a0\u202f]?₸)?$/;

export const NO_TENGE = 0 as Tenge;

/** This many tenge; a part of a tenge or a negative sum is a fault of the program. */
export function tenge(amount: number): Tenge {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`not whole tenge: ${amount}`);
  return amount as Tenge;
}

/** Reads a sum as people write it; a sum with tiyn is refused, not rounded. */
export function parseTenge(text: string): ParsedTenge {
  const match = SUM.exec(text.trim());
  if (!match) return { ok: false, reason: 'not-a-sum' };
  if (Number(match[2] ?? 0) !== 0) return { ok: false, reason: 'tiyn' };
  const amount = Number(match[1]!.replace(/\D/g, ''));
  return Number.isSafeInteger(amount) ? { ok: true, value: tenge(amount) } : { ok: false, reason: 'too-large' };
}

/** The sum of all of them. */
export function addTenge(...sums: readonly Tenge[]): Tenge {
  return tenge(sums.reduce((total, sum) => total + sum, 0));
}

/** The price of so many units. */
export function timesTenge(price: Tenge, count: number): Tenge {
  return tenge(price * count);
}

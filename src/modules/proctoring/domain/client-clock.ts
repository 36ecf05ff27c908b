import { epochMs, fromEpochMs, plusMs, type Moment } from '#kernel/day.ts'

/** A clock that differs by more is told to the proctor; nothing follows from it. */
export const SKEW_WORTH_SAYING_MS = 120_000
const MOST_MS = 100 * 366 * 86_400_000

/** Milliseconds of a browser's clock that can be a time at all; days of error are no fault. */
export function isClientTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= MOST_MS
}

/** By how much the clock of the server is ahead of the candidate's, at the moment of sending. */
export function skewOf(now: Moment, sentAt: number): number {
  return epochMs(now) - sentAt
}

/** What the candidate's clock said, in the server's time; never later than now, for nobody reports what is still to come. */
export function serverTime(clientMs: number, skewMs: number, now: Moment): Moment {
  const at = plusMs(fromEpochMs(clientMs), skewMs)
  return at > now ? now : at
}

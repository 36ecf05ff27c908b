import { msBetween, plusMs, type Moment } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'

/** Why a whole sitting is stopped. */
export const HALT_GROUNDS = ['fire-alarm', 'power-cut', 'danger', 'equipment', 'other'] as const
export type HaltGround = (typeof HALT_GROUNDS)[number]

export interface RunClock {
  startedAt: Moment | null
  endsAt: Moment | null
  endKind: string | null
  haltedAt: Moment | null
}

/** A clock that runs at this instant: begun, not ended, not standing, with time left. One that had run out before a stop is not touched by it. */
export function isClockRunning(run: RunClock, now: Moment): boolean {
  return run.startedAt !== null && run.endKind === null && run.haltedAt === null && run.endsAt !== null && run.endsAt > now
}

/** When the time is over after the clock stood from `haltedAt` until now: exactly what it stood is given back, not a millisecond more. */
export function endsAtAfterHalt(endsAt: Moment, haltedAt: Moment, now: Moment): Moment {
  return plusMs(endsAt, Math.max(0, msBetween(haltedAt, now)))
}

/** Why a sitting is not stopped: it stands already, or nobody in it runs. */
export function haltBlockers(facts: { stands: boolean; running: number }): Blocker[] {
  if (facts.stands) return [{ code: 'halt.stands-already' }]
  return facts.running === 0 ? [{ code: 'halt.nobody-runs' }] : []
}

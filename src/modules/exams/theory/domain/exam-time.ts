import { msBetween, plusMinutes, plusMs, type Moment } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'

/** Minutes of the theory with the extra time that the centre granted; a started minute is a whole one. */
export function theoryMinutesFor(programmeMinutes: number, extraPercent: number): number {
  return Math.ceil((programmeMinutes * (100 + extraPercent)) / 100)
}

/** When the time of a theory is over: kept by the server from the start of the person, not of the sitting. */
export function theoryEndsAt(startedAt: Moment, programmeMinutes: number, extraPercent: number): Moment {
  return plusMinutes(startedAt, theoryMinutesFor(programmeMinutes, extraPercent))
}

export interface RunTime {
  startedAt: Moment | null
  endsAt: Moment | null
  endKind: string | null
  /** Since when the clock stands still, after a stop of all. */
  haltedAt?: Moment | null
}

/**
 * Why an answer is not taken; while all stand still after a stop, none is. Answers given before the end and still on their way count when they arrive within the grace
 * time; the unbroken sequence is checked beside.
 */
export function answerBlockers(run: RunTime, now: Moment, graceSeconds: number): Blocker[] {
  if (run.startedAt === null || run.endsAt === null) return [{ code: 'theory.not-started' }]
  if (run.endKind !== null) return [{ code: 'theory.ended' }]
  if (run.haltedAt) return [{ code: 'theory.halted' }]
  if (now > plusMs(run.endsAt, graceSeconds * 1000)) return [{ code: 'answers.too-late' }]
  return []
}

/** True when the server hands the run in by itself: the time is over, and so is the grace for answers on their way. */
export function isTheoryDue(run: RunTime, now: Moment, graceSeconds: number): boolean {
  return run.endKind === null && !run.haltedAt && run.endsAt !== null && now > plusMs(run.endsAt, graceSeconds * 1000)
}

/** Milliseconds left, never below nought. */
export function msLeft(endsAt: Moment, now: Moment): number {
  return Math.max(0, msBetween(now, endsAt))
}

export interface AdmissionTime {
  startsAt: Moment
  endsAt: Moment
  now: Moment
  /** How long before the beginning the door is open. */
  minutesBefore: number
}

/** Why the door of a sitting is shut now. */
export function admissionBlockers({ startsAt, endsAt, now, minutesBefore }: AdmissionTime): Blocker[] {
  if (now < plusMinutes(startsAt, -minutesBefore)) return [{ code: 'admission.too-early' }]
  if (now >= endsAt) return [{ code: 'admission.too-late' }]
  return []
}

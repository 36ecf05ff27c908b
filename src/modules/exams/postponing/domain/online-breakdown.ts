import type { Moment } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import type { BreakdownWay } from './breakdown.ts'

/** What breaks an exam on line off: technical failures alone, and never a violation [D]. */
export const ONLINE_BREAKDOWN_GROUNDS = ['line-lost', 'power-cut', 'equipment', 'server-outage', 'other'] as const
export type OnlineBreakdownGround = (typeof ONLINE_BREAKDOWN_GROUNDS)[number]

const NOTE_MAX = 1000

export interface ClockFacts {
  /** Begun, and ended by nobody. */
  running: boolean
  endsAt: Moment | null
  /** Everybody of the sitting stands still. */
  halted: boolean
  brokenDown: boolean
  now: Moment
  /** What the norm gives back for one event. */
  minutesMost: number
}

/** Why this exam on line is not written down as broken off by a failure; the minutes given back for what went before may be what is left of it. */
export function onlineBreakdownBlockers(asked: { ground: string; note: string; minutes: number }, facts: ClockFacts): Blocker[] {
  const found: Blocker[] = []
  if (facts.brokenDown) found.push({ code: 'breakdown.stands-already' })
  else if (!facts.running || facts.endsAt === null) found.push({ code: 'breakdown.not-running' })
  else if (facts.halted) found.push({ code: 'breakdown.everybody-stopped' })
  else if (Date.parse(facts.endsAt) + asked.minutes * 60_000 <= Date.parse(facts.now)) found.push({ code: 'breakdown.time-over' })
  if (!(ONLINE_BREAKDOWN_GROUNDS as readonly string[]).includes(asked.ground)) found.push({ code: 'breakdown.ground-missing', data: { field: 'breakGround' } })
  if (asked.note === '') found.push({ code: 'breakdown.what-happened', data: { field: 'breakNote' } })
  if (asked.note.length > NOTE_MAX) found.push({ code: 'postponement.note-too-long', data: { field: 'breakNote', most: NOTE_MAX } })
  if (!Number.isInteger(asked.minutes) || asked.minutes < 0 || asked.minutes > facts.minutesMost) found.push({ code: 'incident.minutes-wrong', data: { field: 'breakMinutes', most: facts.minutesMost } })
  return found
}

export interface BrokenFacts {
  /** Written down as broken off, and neither gone on nor put off since. */
  brokenDown: boolean
  letOn: boolean
  stage: Stage
  /** What the norm says of a theory [D]. */
  way: BreakdownWay
  sittingEndsAt: Moment
  now: Moment
}

/** Whether what broke down may go on at all: a practice on line does, for what was sent of it and its recording are kept [I]. */
export function mayGoOn({ stage, way }: Pick<BrokenFacts, 'stage' | 'way'>): boolean {
  return stage === 'practice' || way === 'goes-on'
}

/** Why his proctor does not let him go on within the sitting; empty when he does. */
export function letOnBlockers(facts: BrokenFacts): Blocker[] {
  if (!facts.brokenDown) return [{ code: 'breakdown.none' }]
  if (facts.letOn) return [{ code: 'breakdown.let-on-already' }]
  const found: Blocker[] = []
  if (!mayGoOn(facts)) found.push({ code: 'breakdown.only-anew' })
  if (facts.now >= facts.sittingEndsAt) found.push({ code: 'breakdown.sitting-over' })
  return found
}

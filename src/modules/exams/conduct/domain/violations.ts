import type { Day, Moment } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import { findNorm, normList, type NormEdition } from '#kernel/norms.ts'
import { countsByStage } from '#kernel/violation-count.ts'

/** Every ground that has words, and so can be recorded or read; a machine signal alone is only an incident. */
export const VIOLATION_GROUNDS = ['forbidden-item', 'communication', 'outside-help', 'disturbance', 'left-place', 'false-identity', 'other'] as const
export type ViolationGround = (typeof VIOLATION_GROUNDS)[number]

/** The grounds on which a person may record a violation, as the edition of the case has them: norm `violation.grounds` [D]; an edition older than the norm has all of them. */
export function groundsInForce(norms: NormEdition): ViolationGround[] {
  if (!findNorm(norms, 'violation.grounds')) return [...VIOLATION_GROUNDS]
  const listed = normList(norms, 'violation.grounds')
  return VIOLATION_GROUNDS.filter((ground) => listed.includes(ground))
}

/** In which count a violation stands: that of the whole attempt, or that of its stage. */
export type CountedIn = 'attempt' | Stage

/** In which count a violation of this stage stands by these norms. */
export function countOf(norms: NormEdition, stage: Stage): CountedIn {
  return countsByStage(norms) ? stage : 'attempt'
}

/** The violations that stand against the candidate in a stage: those of the whole attempt, and those of the stage itself. */
export function countedInStage<Each extends { countedIn: CountedIn }>(violations: readonly Each[], stage: Stage): Each[] {
  return violations.filter(({ countedIn }) => countedIn === 'attempt' || countedIn === stage)
}

/** A warning as the candidate is shown it. */
export interface ShownWarning {
  id: string
  ordinal: number
  ground: string
  note: string
  recordedAt: Moment
  acknowledged: boolean
  /** It counts in the stage in which it is shown: the next violation ends the exam. */
  counts: boolean
}

/** The warnings that a stage shows: those that count in it, and every one that was not read yet. */
export function warningsIn(stage: Stage, violations: readonly { id: string; ordinal: number; ground: string; note: string; recordedAt: Moment; acknowledgedAt: Moment | null; countedIn: CountedIn }[]): ShownWarning[] {
  const counted = countedInStage(violations, stage)
  return violations
    .map((each) => ({ id: each.id, ordinal: each.ordinal, ground: each.ground, note: each.note, recordedAt: each.recordedAt, acknowledged: each.acknowledgedAt !== null, counts: counted.includes(each) }))
    .filter((each) => each.counts || !each.acknowledged)
}

export const INCIDENT_KINDS = ['line-lost', 'power-cut', 'equipment', 'server-outage', 'health', 'other'] as const
export type IncidentKind = (typeof INCIDENT_KINDS)[number]

/** The first violation is a warning; the one at which the norm ends the exam removes the candidate without further discretion [S]. */
export function violationOutcome(recordedBefore: number, endsExamAt: number): 'warning' | 'removal' {
  return recordedBefore + 1 >= endsExamAt ? 'removal' : 'warning'
}

/** Why this measure is not taken: nobody is removed who was not warned [S], and a removal never happens where a warning was meant. */
export function measureBlockers(wanted: 'warning' | 'removal', outcome: 'warning' | 'removal'): Blocker[] {
  if (wanted === outcome) return []
  return [{ code: wanted === 'removal' ? 'violation.warn-first' : 'violation.another-recorded' }]
}

/** Why nobody may be written down as absent yet: he may come until the sitting is over. */
export function noShowBlockers(facts: { sittingEndsAt: Moment; startedAt: Moment | null; now: Moment }): Blocker[] {
  if (facts.startedAt !== null) return [{ code: 'no-show.was-there' }]
  return facts.now < facts.sittingEndsAt ? [{ code: 'no-show.sitting-not-over' }] : []
}

export interface AdmissionFacts {
  sittingOn: Day
  today: Day
  identitySeen: boolean
  acknowledged: boolean
}

/** No exam starts without both acknowledgements, without a look at the identity document, or on another day [S][I]. */
export function admitBlockers(facts: AdmissionFacts): Blocker[] {
  const blockers: Blocker[] = []
  if (!facts.acknowledged) blockers.push({ code: 'admission.not-briefed' })
  if (facts.sittingOn !== facts.today) blockers.push({ code: 'admission.other-day', data: { sittingOn: facts.sittingOn } })
  if (!facts.identitySeen) blockers.push({ code: 'admission.identity-not-seen' })
  return blockers
}

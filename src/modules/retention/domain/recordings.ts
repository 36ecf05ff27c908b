import { legalDay, type Day, type Moment } from '#kernel/day.ts'
import type { LegalHold } from './retention.ts'

export interface RecordingFacts {
  /** When the last of it came. */
  endedAt: Moment
  /** Terms of appeal of the case: from when, and until when. */
  appealTerms: readonly { startedOn: Day; dueOn: Day | null }[]
  /** Terms in which an appeal that was rejected may be followed by a second [D]. */
  secondTerms?: readonly { dueOn: Day | null }[]
  /** The last of the case, its appeals and complaints was closed; null while one is open. */
  closedAt: Moment | null
  isAppealOpen: boolean
  isComplaintOpen: boolean
  isAnnulmentOpen: boolean
}

/** From which day the days of keeping a recording are counted: the end of the term in which its result could be appealed, else of the case; undefined while neither is known [D]. */
export function recordingOverOn(facts: RecordingFacts): Day | undefined {
  const term = facts.appealTerms.filter((each) => each.startedOn >= legalDay(facts.endedAt)).map((each) => each.startedOn).sort()[0]
  const due = facts.appealTerms.find((each) => each.startedOn === term)?.dueOn
  const last = [due, ...(due ? (facts.secondTerms ?? []).map((each) => each.dueOn) : [])].filter((each) => each != null).sort().at(-1)
  return last ?? (facts.closedAt === null ? undefined : legalDay(facts.closedAt))
}

/** A dispute keeps the recording longer, where the norm says so [D]. */
export function recordingHolds(facts: RecordingFacts, longerWhenAppealed: boolean): LegalHold[] {
  const disputes: LegalHold[] = [...(facts.isAppealOpen ? ['appeal-open' as const] : []), ...(facts.isComplaintOpen ? ['complaint-open' as const] : []), ...(facts.isAnnulmentOpen ? ['annulment-open' as const] : [])]
  if (longerWhenAppealed && disputes.length > 0) return disputes
  return recordingOverOn(facts) === undefined ? ['case-open'] : []
}

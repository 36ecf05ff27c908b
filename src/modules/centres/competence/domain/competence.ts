import type { Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'

/** By what an examiner is competent: an open list [D], for the acts seen name none. */
export const COMPETENCE_GROUNDS = ['education', 'recognition-document', 'work-experience', 'training', 'other'] as const
export type CompetenceGround = (typeof COMPETENCE_GROUNDS)[number]
/** Whose competence is kept: those who judge. */
export const EXAMINER_ROLES = ['assessor', 'panel-member'] as const

export interface CompetenceSpan {
  accountId: string
  professionCode: string
  levels: readonly number[]
  validFrom: Day
  /** Null: without end. */
  validUntil: Day | null
  /** From this day it holds no more, whatever its last day. */
  endedFrom: Day | null
}
export interface CompetenceFacts extends CompetenceSpan {
  confirmed: boolean
}

export const COMPETENCE_STATES = ['waiting', 'coming', 'in-force', 'expired', 'ended'] as const
export type CompetenceState = (typeof COMPETENCE_STATES)[number]

/** What an entry is on a day: it holds on its last day, and not on the day from which it was ended; unconfirmed it holds never. */
export function competenceState(facts: CompetenceFacts, on: Day): CompetenceState {
  if (facts.endedFrom !== null && facts.endedFrom <= on) return 'ended'
  if (!facts.confirmed) return 'waiting'
  if (on < facts.validFrom) return 'coming'
  return facts.validUntil !== null && on > facts.validUntil ? 'expired' : 'in-force'
}

export interface CompetenceQuestion {
  professionCode: string
  level: number
  on: Day
}
/** Whether the entry makes its person competent for this qualification on that day. */
export function covers(facts: CompetenceFacts, q: CompetenceQuestion): boolean {
  return facts.professionCode === q.professionCode && facts.levels.includes(q.level) && competenceState(facts, q.on) === 'in-force'
}
/** Those of the people whom no entry makes competent for this qualification on that day. */
export function withoutCompetence(people: readonly string[], entries: readonly CompetenceFacts[], q: CompetenceQuestion): string[] {
  return people.filter((person) => !entries.some((entry) => entry.accountId === person && covers(entry, q)))
}

/** Whether a new span would lie over one that stands: both hold on some day. */
function meets(fresh: CompetenceSpan, standing: CompetenceSpan): boolean {
  if (standing.endedFrom !== null && standing.endedFrom <= fresh.validFrom) return false
  return (standing.validUntil === null || fresh.validFrom <= standing.validUntil) && (fresh.validUntil === null || standing.validFrom <= fresh.validUntil)
}

export interface CompetenceDraft {
  accountId: string
  professionCode: string
  levels: readonly number[]
  ground: string
  document: string
  validFrom: Day
  validUntil: Day | null
}
export interface DraftFacts {
  today: Day
  /** Who judges at the centre. */
  examiners: readonly string[]
  /** Levels by profession that the centre's certificates name. */
  scope: readonly { professionCode: string; level: number }[]
  standing: readonly CompetenceSpan[]
}

const DOCUMENT_MAX = 300

/** Why the entry cannot be made: it is about a judge of the centre and its scope, names a paper, has days in order, and repeats no other. */
export function competenceBlockers(draft: CompetenceDraft, facts: DraftFacts): Blocker[] {
  const found: Blocker[] = []
  const say = (code: string, field: string) => found.push({ code: `competence.${code}`, data: { field } })
  if (!facts.examiners.includes(draft.accountId)) say('no-examiner', 'person')
  const known = draft.levels.every((level) => facts.scope.some((line) => line.professionCode === draft.professionCode && line.level === level))
  if (draft.levels.length === 0 || !known) say('out-of-scope', 'levels')
  if (!(COMPETENCE_GROUNDS as readonly string[]).includes(draft.ground)) say('ground-missing', 'ground')
  if (draft.document.trim() === '' || draft.document.length > DOCUMENT_MAX) say('document-missing', 'document')
  if (draft.validUntil !== null && draft.validUntil < draft.validFrom) say('dates-out-of-order', 'until')
  else if (draft.validUntil !== null && draft.validUntil < facts.today) say('over-already', 'until')
  const span: CompetenceSpan = { ...draft, endedFrom: null }
  if (facts.standing.some((other) => other.accountId === draft.accountId && other.professionCode === draft.professionCode && other.levels.some((level) => draft.levels.includes(level)) && meets(span, other))) say('overlaps', 'from')
  return found
}

/** Why it cannot be ended so: from today or a day to come, once, with the ground in words. */
export function endBlockers({ from, ground }: { from: Day; ground: string }, standing: { endedFrom: Day | null }, today: Day): Blocker[] {
  const found: Blocker[] = []
  if (standing.endedFrom !== null) found.push({ code: 'competence.ended-already' })
  if (from < today) found.push({ code: 'competence.end-past', data: { field: 'from' } })
  if (ground.trim() === '') found.push({ code: 'competence.end-ground-missing', data: { field: 'ground' } })
  return found
}

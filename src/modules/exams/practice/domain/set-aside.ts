import type { Blocker } from '#kernel/denial.ts'

/** Why an assessor cannot go on [D]; the diagnosis is never asked. */
export const SET_ASIDE_GROUNDS = ['illness', 'emergency', 'conflict', 'other'] as const
export type SetAsideGround = (typeof SET_ASIDE_GROUNDS)[number]

export interface SetAsideFacts {
  /** Who marks this practice now, and who of them has accepted his sheet. */
  assessors: readonly string[]
  accepted: readonly string[]
  assessorsRequired: number
  /** The head who acts. */
  by: string
}

/** Why the sheet of this assessor may not be set aside, with this successor or, null, with those who are left. */
export function setAsideBlockers(assessorId: string, successorId: string | null, facts: SetAsideFacts): Blocker[] {
  if (!facts.assessors.includes(assessorId)) return [{ code: 'practice.not-marking' }]
  if (assessorId === facts.by) return [{ code: 'practice.own-sheet' }]
  // What was accepted stands: there is nothing left in which he could not go on.
  if (facts.accepted.includes(assessorId)) return [{ code: 'practice.already-accepted' }]
  return successorId === null && facts.assessors.length - 1 < facts.assessorsRequired ? [{ code: 'practice.successor-needed', data: { needed: facts.assessorsRequired } }] : []
}

/** Who marks now: those named and those who took over, without those whose sheets were set aside. */
export function assessorsNow(named: readonly string[], setAside: readonly { assessorId: string; successorId: string | null }[]): string[] {
  const gone = new Set(setAside.map((each) => each.assessorId))
  return [...new Set([...named, ...setAside.flatMap((each) => (each.successorId ? [each.successorId] : []))])].filter((id) => !gone.has(id))
}

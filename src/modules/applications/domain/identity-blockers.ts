import type { Blocker } from '#kernel/denial.ts'

export interface IdentityFacts {
  /** The number on the document is the one the person claimed; undefined when what was typed is no IIN. */
  sameIin: boolean | undefined
  /** The clerk says that document and face are those of the person. */
  seen: boolean
  caseOpen: boolean
}

/**
 * A person is verified when a clerk saw the identity document (rulings 16). The number is typed from the document and
 * compared, never shown: who has not held the document cannot know it.
 */
export function identityBlockers(facts: IdentityFacts): Blocker[] {
  const blockers: Blocker[] = []
  if (!facts.caseOpen) blockers.push({ code: 'identity.case-closed' })
  if (facts.sameIin === undefined) blockers.push({ code: 'identity.iin-wrong', data: { field: 'iin' } })
  if (facts.sameIin === false) blockers.push({ code: 'identity.iin-differs', data: { field: 'iin' } })
  if (!facts.seen) blockers.push({ code: 'identity.not-seen', data: { field: 'seen' } })
  return blockers
}

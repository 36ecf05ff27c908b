import type { Blocker } from '#kernel/denial.ts'

/** Why a member of a panel is replaced. Whoever is ill writes no diagnosis: the ground is enough. */
export const REPLACEMENT_GROUNDS = ['illness', 'absence', 'conflict', 'role-lost', 'other'] as const
export type ReplacementGround = (typeof REPLACEMENT_GROUNDS)[number]

/** Why a panel is dissolved: people sit who may not, or too few of them can go on. */
export const DISSOLUTION_GROUNDS = ['composition', 'unable', 'other'] as const
export type DissolutionGround = (typeof DISSOLUTION_GROUNDS)[number]

/** A conflict of interest that the platform does not see, and whatever is on no list, is put into words. */
const PUT_INTO_WORDS: readonly string[] = ['conflict', 'other']

export interface ChangeFacts {
  /** Who sits today. */
  seated: readonly string[]
  actorId: string
  ground: string
  note: string
  /** The votes given already decide. */
  decides: boolean
}
export interface DissolutionFacts extends ChangeFacts {
  /** Its size is right and every member may still sit. */
  lawful: boolean
}
export interface ReplacementFacts extends ChangeFacts {
  /** Who sat on this panel and was replaced. */
  left: readonly string[]
  memberId: string
  successorId: string
  /** The member may still sit, as far as the platform knows. */
  memberLawful: boolean
}

function groundBlockers(facts: ChangeFacts, grounds: readonly string[]): Blocker[] {
  if (!grounds.includes(facts.ground)) return [{ code: 'panel.ground-missing' }]
  return PUT_INTO_WORDS.includes(facts.ground) && facts.note.trim() === '' ? [{ code: 'panel.note-missing' }] : []
}

/**
 * Why this member cannot be replaced by that person; whether that person may sit at all is asked apart. Whoever sits gives up his own seat at most [D]:
 * nobody chooses those he votes with. Once the votes decide, a member goes only because he may not sit, or has a conflict of interest that is put into words.
 */
export function replacementBlockers(facts: ReplacementFacts): Blocker[] {
  const found: Blocker[] = []
  if (!facts.seated.includes(facts.memberId)) found.push({ code: 'panel.member-not-seated' })
  else if (facts.seated.includes(facts.actorId) && facts.memberId !== facts.actorId) found.push({ code: 'panel.own-panel' })
  else if (facts.decides && facts.memberLawful && facts.ground !== 'conflict') found.push({ code: 'panel.votes-decide' })
  if (facts.successorId === '') found.push({ code: 'panel.successor-missing' })
  else if (facts.seated.includes(facts.successorId) || facts.left.includes(facts.successorId)) found.push({ code: 'panel.successor-sat' })
  return [...found, ...groundBlockers(facts, REPLACEMENT_GROUNDS)]
}

/** Why the panel cannot be dissolved. A lawful one whose votes already decide is not: nobody chooses his panel by its votes. */
export function dissolutionBlockers(facts: DissolutionFacts): Blocker[] {
  return [
    ...(facts.seated.includes(facts.actorId) ? [{ code: 'panel.own-panel' }] : []), ...(facts.decides && facts.lawful ? [{ code: 'panel.votes-decide' }] : []), ...groundBlockers(facts, DISSOLUTION_GROUNDS),
  ]
}

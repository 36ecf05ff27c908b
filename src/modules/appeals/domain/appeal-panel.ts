import type { Blocker } from '#kernel/denial.ts'
import { normBoolean, normFraction, normNumber, normText, type NormEdition } from '#kernel/norms.ts'
import { majorityOf, outcomeOf, quorumOf } from '#kernel/panel-vote.ts'

export interface PanelProposal {
  members: readonly string[]
  chair: string | undefined
  /** People of the centre who hold a role by which they may sit. */
  staff: readonly string[]
  /** Assessors, members of the first panel, who took the decision, and the candidate. */
  tookPart: ReadonlySet<string>
  /** What binds people to the candidate, by account. */
  ties?: ReadonlyMap<string, { name: string; kinds: readonly string[] }>
  /** People who come from another centre, by account, with their names. */
  guests?: ReadonlyMap<string, string>
  /** The appeal is of the second instance: people of other centres alone hear it, and none of those who had a hand in the first appeal. */
  second?: { heard: ReadonlySet<string> } | undefined
  /** A document stands on the decision that is challenged: if the appeal is upheld, two of the panel annul it. */
  documentStands: boolean
}

type Sitting = Pick<PanelProposal, 'staff' | 'tookPart' | 'ties' | 'guests' | 'second'>

/** Appeals are heard by people of other centres alone, whom the centre of the case invites [D]; so is every one of the second instance. */
function isHeardByOthers(norms: NormEdition, isSecond: boolean): boolean {
  return isSecond || normText(norms, 'appeal.body') === 'panel-of-other-centres'
}

/** Whether people of another centre may be invited into the panel of an appeal [D]. */
export function mayInvite(norms: NormEdition, isSecond = false): boolean {
  return isHeardByOthers(norms, isSecond) || normBoolean(norms, 'panel.mayInviteFromOtherCentre')
}

/** Who may hear the appeal: people of the centre none of whom took part before [D]. */
export function eligibleForPanel(facts: Sitting, norms: NormEdition): string[] {
  return facts.staff.filter((id) => memberBlockers(id, facts, norms).length === 0)
}

/** How many people are missing for a panel of the size that the norms ask for; a panel of one is lawful where they allow it. */
export function missingForPanel(eligible: number, norms: NormEdition): number {
  const size = normNumber(norms, 'panel.size')
  return eligible >= size ? 0 : size - eligible
}

/** Why this person may not sit on the appeal panel; empty when he may. */
export function memberBlockers(id: string, facts: Sitting, norms: NormEdition): Blocker[] {
  if (!facts.staff.includes(id)) return [{ code: 'appeal.panel-stranger' }]
  const guest = facts.guests?.get(id)
  const isSecond = facts.second !== undefined
  return [
    ...((isSecond || normBoolean(norms, 'appeal.panelSharesNobody')) && facts.tookPart.has(id) ? [{ code: 'appeal.panel-took-part' }] : []),
    ...(facts.second?.heard.has(id) ? [{ code: 'appeal.panel-heard-first' }] : []), ...tiesOf(id, facts.ties),
    ...(guest !== undefined && !mayInvite(norms, isSecond) ? [{ code: 'appeal.panel-of-another-centre', data: { name: guest } }] : []),
    ...(guest === undefined && isHeardByOthers(norms, isSecond) ? [{ code: 'appeal.panel-of-own-centre' }] : []),
  ]
}

function tiesOf(id: string, ties: PanelProposal['ties']): Blocker[] {
  const own = ties?.get(id)
  return (own?.kinds ?? []).map((kind) => ({ code: `conflict.${kind}`, data: { name: own!.name } }))
}

/** Why these people cannot be the panel; empty means they can. */
export function panelBlockers(proposal: PanelProposal, norms: NormEdition): Blocker[] {
  const blockers: Blocker[] = []
  const members = [...new Set(proposal.members)]
  const size = normNumber(norms, 'panel.size')
  const alone = members.length === 1 && normBoolean(norms, 'panel.sizeOneAllowed')
  if (members.length === 1 && proposal.documentStands) blockers.push({ code: 'appeal.panel-alone-with-document', data: { size: Math.max(size, 3) } })
  else if (members.length < size && !alone) blockers.push({ code: 'appeal.panel-too-small', data: { size, count: members.length } })
  else if (normBoolean(norms, 'panel.oddSize') && members.length % 2 === 0) blockers.push({ code: 'appeal.panel-even', data: { count: members.length } })
  const ofMembers = members.flatMap((id) => memberBlockers(id, proposal, norms))
  // Of whom it is said without a name, it is said once.
  for (const blocker of ofMembers) if (blocker.data !== undefined || !blockers.some((each) => each.code === blocker.code)) blockers.push(blocker)
  if (proposal.chair === undefined || !members.includes(proposal.chair)) blockers.push({ code: 'appeal.panel-chair-missing' })
  return blockers
}

export const APPEAL_VOTES = ['uphold', 'reject'] as const
export type AppealVote = (typeof APPEAL_VOTES)[number]

/** What the votes decide, once there are enough of them: the quorum and the majority of the norms, alike for every panel [D]. */
export function voteResult(members: number, votes: readonly AppealVote[], norms: NormEdition): { needed: number; result: AppealVote | 'tie' | undefined } {
  const quorum = normFraction(norms, 'panel.quorum')
  const voted = outcomeOf(votes, members, quorum, majorityOf(norms))
  if (voted.state === 'waiting') return { needed: voted.needed, result: undefined }
  return { needed: quorumOf(members, quorum), result: voted.state === 'tie' ? 'tie' : voted.outcome }
}

/** Why the panel cannot decide so: too few votes, no majority, or a decision that contradicts it. */
export function voteBlockers(members: number, votes: readonly AppealVote[], upheld: boolean, norms: NormEdition): Blocker[] {
  const { needed, result } = voteResult(members, votes, norms)
  if (result === undefined) return [{ code: 'appeal.no-quorum', data: { needed, given: votes.length } }]
  if (result === 'tie') return [{ code: 'appeal.no-majority' }]
  return (result === 'uphold') === upheld ? [] : [{ code: 'appeal.against-the-votes' }]
}

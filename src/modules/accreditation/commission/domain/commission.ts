import type { Blocker } from '#kernel/denial.ts'
import { normFraction, normNumber, type NormEdition } from '#kernel/norms.ts'
import { keyOf, labelOf, type LineKey } from '../../agreement/domain/agreement.ts'

export const CHOICES = ['granted', 'refused'] as const
export type Choice = (typeof CHOICES)[number]

export interface CommissionProposal {
  members: readonly string[]
  chair: string | undefined
  /** Who holds the role of a member today. */
  holders: readonly string[]
  /** Who received, reviewed or surveyed, or did anything else in this case before. */
  tookPart: ReadonlySet<string>
  /** Who belongs to the applicant, whatever role he holds there. */
  ofApplicant: ReadonlySet<string>
  /** Whose votes are in already: they stay. */
  voted: readonly string[]
}

/** Why these people cannot be the commission: it decides who did not survey or review, and nobody of the applicant [L Art. 23(3)(2): objective; size D]. */
export function commissionBlockers(proposal: CommissionProposal, norms: NormEdition): Blocker[] {
  const found: Blocker[] = []
  const { members } = proposal
  const size = normNumber(norms, 'accreditation.commissionSize')
  if (members.length < size) found.push({ code: 'commission.too-small', data: { size, count: members.length } })
  if (members.some((id) => !proposal.holders.includes(id))) found.push({ code: 'commission.stranger' })
  if (members.some((id) => proposal.tookPart.has(id))) found.push({ code: 'commission.took-part' })
  if (members.some((id) => proposal.ofApplicant.has(id))) found.push({ code: 'commission.of-applicant' })
  if (!proposal.chair || !members.includes(proposal.chair)) found.push({ code: 'commission.chair-missing' })
  if (proposal.voted.some((id) => !members.includes(id))) found.push({ code: 'commission.voter-left-out' })
  return found
}

export interface BallotLine extends LineKey {
  choice: string
  note: string
}
export interface LineFacts extends LineKey {
  /** The authorised body objected. */
  objected: boolean
  /** No longer in the register as a profession of voluntary recognition with this level. */
  struck: boolean
}

/** Why a profession cannot be granted, whatever the votes: no accreditation without agreement [L], and none for what centres do not recognise [L]. */
export function grantBlockers(line: LineFacts): Blocker[] {
  const data = { line: labelOf(line) }
  return [...(line.objected ? [{ code: 'commission.objected', data }] : []), ...(line.struck ? [{ code: 'commission.struck', data }] : [])]
}

/** Why a ballot does not count: every line has a choice, a vote against says why, and nobody votes for what cannot be granted. */
export function ballotBlockers(lines: readonly LineFacts[], ballot: readonly BallotLine[]): Blocker[] {
  return lines.flatMap((line) => {
    const given = ballot.find((each) => keyOf(each) === keyOf(line))
    const data = { line: labelOf(line) }
    if (given?.choice === 'granted') return grantBlockers(line)
    if (given?.choice !== 'refused') return [{ code: 'commission.choice-missing', data }]
    return given.note.trim() === '' ? [{ code: 'commission.note-missing', data }] : []
  })
}

/** What the votes on one line say: a quorum of the members and a simple majority of the votes given [D]; equal votes decide nothing. */
export function lineResult(members: number, votes: readonly Choice[], norms: NormEdition): { needed: number; result: Choice | 'tie' | undefined } {
  const { numerator, denominator } = normFraction(norms, 'accreditation.commissionQuorum')
  const needed = Math.ceil((members * numerator) / denominator)
  if (votes.length < needed) return { needed, result: undefined }
  const granted = votes.filter((vote) => vote === 'granted').length
  const refused = votes.length - granted
  return { needed, result: granted === refused ? 'tie' : granted > refused ? 'granted' : 'refused' }
}

export interface DecidedLine extends LineKey {
  outcome: Choice
  reasons: string
}

/** What the commission decides, line by line, or why it cannot yet. A profession struck or objected to after the votes is refused, and its reasons are asked for. */
export function decide(
  lines: readonly (LineFacts & { votes: readonly Choice[] })[], members: number, reasons: ReadonlyMap<string, string>, norms: NormEdition,
): { decided: DecidedLine[]; blockers: Blocker[] } {
  const decided: DecidedLine[] = []
  const blockers: Blocker[] = []
  for (const line of lines) {
    const key = keyOf(line)
    const { needed, result } = lineResult(members, line.votes, norms)
    if (result === undefined) blockers.push({ code: 'commission.no-quorum', data: { line: labelOf(line), needed, given: line.votes.length } })
    const outcome = grantBlockers(line).length > 0 ? 'refused' : result
    if (outcome === 'tie') blockers.push({ code: 'commission.equal-votes', data: { line: labelOf(line) } })
    if (outcome === undefined || outcome === 'tie') continue
    const why = (reasons.get(key) ?? '').trim()
    if (outcome === 'refused' && why === '') blockers.push({ code: 'commission.reasons-missing', data: { line: labelOf(line) } })
    decided.push({ professionCode: line.professionCode, level: line.level, outcome, reasons: outcome === 'refused' ? why : '' })
  }
  return { decided, blockers }
}

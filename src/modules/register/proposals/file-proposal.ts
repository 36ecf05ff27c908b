import { formatCaseNumber } from '#kernel/case-number.ts'
import { yearOf } from '#kernel/day.ts'
import { assertNone, deny, type Blocker } from '#kernel/denial.ts'
import { deadlineRule, handedInOn } from '#kernel/norms.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { violatedConstraint } from '#platform/db/database.ts'
import { policy } from '../policy.ts'
import { entryProposalBlockers } from './domain/entry.ts'
import { roundOf } from './domain/round.ts'
import { advance, assertStep, assertUnchanged, lastVersionOf, lockProposal, ownerOf, proposalFacts } from './proposals.ts'
import { selectProposalPapers } from './store/proposal-paper-store.ts'
import { takeSequence } from './store/proposal-store.ts'

/** The body files the proposal: it gets its number and belongs to the round of its day. All reasons against it are told at once. */
export async function fileProposal(ctx: Ctx, input: { id: string; version: number }): Promise<string> {
  try {
    return await tx(ctx, 'proposal.file', async (t) => {
      const proposal = await lockProposal(t, input.id)
      assertMay(t, policy, 'proposal.file', ownerOf(proposal))
      assertStep(proposal, 'file')
      assertUnchanged(proposal, input.version)
      const base = await lastVersionOf(t, proposal.professionCode)
      const hasPaper = (await selectProposalPapers(t.sql, proposal.id)).some((paper) => paper.kind === 'association')
      const missing: Blocker[] = [
        ...(proposal.association === '' ? [{ code: 'proposal.association-missing', data: { field: 'association' } }] : []),
        ...(proposal.grounds === '' ? [{ code: 'proposal.grounds-missing', data: { field: 'grounds' } }] : []),
        ...(hasPaper ? [] : [{ code: 'proposal.association-paper-missing', data: { field: 'file' } }]),
      ]
      assertNone('proposal.not-fileable', [...missing, ...entryProposalBlockers(proposalFacts(proposal, base))])
      const norms = await t.law.normsInForce(t.sql, t.today)
      const on = handedInOn(norms, t.now)
      const round = roundOf(deadlineRule(norms, 'T11').dates, on)
      const year = yearOf(on)
      const number = formatCaseNumber({ kind: 'proposal', year, centreSerial: serialOf(proposal.bodyCode), sequence: await takeSequence(t.sql, year) })
      await advance(t, proposal, 'file', 'proposal-filed', {
        number, filedOn: on, roundClosesOn: round?.closesOn ?? null, normEdition: norms.edition, calendarVersion: t.calendar.version, baseVersionId: base?.versionId ?? null,
      }, { profession: proposal.professionCode, round: round?.closesOn })
      return number
    })
  } catch (error) {
    if (violatedConstraint(error) === 'one_open_proposal_per_entry') deny('proposal.open-already')
    throw error
  }
}

/** The digits of the body's code; what has none stands under 1. Numbers are told apart by their sequence. */
function serialOf(bodyCode: string): number {
  return Number(bodyCode.replace(/\D/g, '').slice(-5)) || 1
}

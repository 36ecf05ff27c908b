import type { Day } from '#kernel/day.ts'
import { assertNone, deny } from '#kernel/denial.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { policy } from '../policy.ts'
import { firstDayBlockers } from './domain/council.ts'
import { entryProposalBlockers } from './domain/entry.ts'
import { writeToRole } from './letters.ts'
import { advance, assertStep, assertUnchanged, lastVersionOf, lockProposal, ownerOf, proposalFacts } from './proposals.ts'

/** One person of the ministry prepares the version: compared anew with what stands in the register, from its first day. Nothing changes in the register yet. */
export async function prepareVersion(ctx: Ctx, input: { id: string; version: number; firstDay: Day | undefined; baseVersionId: string }): Promise<void> {
  await tx(ctx, 'proposal.prepare', async (t) => {
    const proposal = await lockProposal(t, input.id)
    assertMay(t, policy, 'proposal.prepare', ownerOf(proposal))
    assertStep(proposal, 'prepare')
    assertUnchanged(proposal, input.version)
    const base = await lastVersionOf(t, proposal.professionCode)
    if ((base?.versionId ?? '') !== input.baseVersionId) deny('proposal.version-moved', { number: proposal.number! })
    assertNone('proposal.not-preparable', [...firstDayBlockers(input.firstDay, { today: t.today, baseFrom: base?.validFrom }), ...entryProposalBlockers(proposalFacts(proposal, base))])
    const moved = await advance(t, proposal, 'prepare', 'proposal-prepared',
      { firstDay: input.firstDay!, baseVersionId: base?.versionId ?? null, preparedBy: accountOf(t.actor)!, preparedAt: t.now }, { firstDay: input.firstDay })
    await writeToRole(t, moved, 'ministry', 'prepared', { except: accountOf(t.actor) })
  })
}

/** Another person does not approve: the version goes back to be prepared again, with the reason. */
export async function sendBackVersion(ctx: Ctx, input: { id: string; version: number; grounds: string }): Promise<void> {
  await tx(ctx, 'proposal.prepare', async (t) => {
    const proposal = await lockProposal(t, input.id)
    assertMay(t, policy, 'proposal.prepare', ownerOf(proposal))
    assertStep(proposal, 'send-back')
    assertUnchanged(proposal, input.version)
    if (input.grounds.trim() === '') deny('proposal.grounds-missing', { field: 'backGrounds' })
    const moved = await advance(t, proposal, 'send-back', 'proposal-sent-back', {}, { grounds: input.grounds.trim() })
    await writeToRole(t, { ...moved, endGrounds: input.grounds.trim() }, 'ministry', 'sentBack', { except: accountOf(t.actor) })
  })
}

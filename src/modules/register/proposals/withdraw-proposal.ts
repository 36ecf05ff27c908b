import { deny } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { policy } from '../policy.ts'
import { advance, assertStep, assertUnchanged, lockProposal, ownerOf } from './proposals.ts'

/** The body takes its proposal back, up to the recommendation of the National Council; a filed one with its grounds. */
export async function withdrawProposal(ctx: Ctx, input: { id: string; version: number; grounds: string }): Promise<void> {
  await tx(ctx, 'proposal.withdraw', async (t) => {
    const proposal = await lockProposal(t, input.id)
    assertMay(t, policy, 'proposal.withdraw', ownerOf(proposal))
    assertStep(proposal, 'withdraw')
    assertUnchanged(proposal, input.version)
    if (proposal.step !== 'draft' && input.grounds.trim() === '') deny('proposal.grounds-missing', { field: 'withdrawGrounds' })
    await advance(t, proposal, 'withdraw', 'proposal-withdrawn', { endGrounds: input.grounds.trim() })
  })
}

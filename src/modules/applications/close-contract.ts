import { Denial } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as vouchers from '#modules/vouchers/index.ts'
import { refundAfterMove } from './end-contract.ts'
import { writeToCandidate } from './letters.ts'
import { policy } from './policy.ts'
import { accountIdOf, currentContract } from './standing.ts'
import { markClosed } from './store/contract-store.ts'

/** The centre closes a contract nobody signed, with its ground; the case ends, and a new application is free at any time. */
export async function closeContract(ctx: Ctx, input: { number: string; version: number; ground: string }): Promise<void> {
  await tx(ctx, 'contract.close', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'contract.close', kase)
    casework.assertUnchanged(kase, input.version)
    casework.assertStep(kase, 'contract.close')
    const ground = input.ground.trim()
    if (ground === '') throw new Denial('contract.close-ground-missing')
    const contract = await currentContract(t, kase.id)
    if (!contract || contract.acceptedAt) throw new Denial('contract.not-open')
    await refundAfterMove(t, kase)
    await markClosed(t.sql, contract.id, accountIdOf(t), t.now, ground)
    const closed = await casework.advance(t, kase, 'contract.close', 'contract-closed', { payload: { contractId: contract.id } })
    await vouchers.giveVoucherBack(t, kase.id)
    await writeToCandidate(t, closed, 'contract-closed', { reason: ground })
  })
}

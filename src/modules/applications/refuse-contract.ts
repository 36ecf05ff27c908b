import { assertNone, deny } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { createPaper } from '#platform/pdf/paper-outbox.ts'
import * as casework from '#modules/casework/index.ts'
import * as vouchers from '#modules/vouchers/index.ts'
import { refusalBlockers, type RefusalGround } from './domain/check-list.ts'
import { contractBeforeMove } from './end-contract.ts'
import { writeToCandidate } from './letters.ts'
import { refusalPaper } from './paper-data.ts'
import { policy } from './policy.ts'
import { accountIdOf, standingOf } from './standing.ts'
import { insertRefusal } from './store/contract-store.ts'

/** Refuses the contract with one of two grounds, a reason and how to put it right; without them it cannot be sent. */
export async function refuseContract(ctx: Ctx, input: { number: string; version: number; ground: string; reason: string; remedy: string }): Promise<Uuid> {
  return tx(ctx, 'contract.refuse', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'contract.refuse', kase)
    casework.assertUnchanged(kase, input.version)
    casework.assertStep(kase, 'contract.refuse')
    // What was contracted at the centre before is not refused by the one that goes on.
    if (await contractBeforeMove(t, kase.id)) deny('refusal.contracted-before')
    const { list, checks, application } = await standingOf(t, kase)
    assertNone('refusal.not-possible', refusalBlockers({ list, checks, ground: input.ground, reason: input.reason, remedy: input.remedy }))
    const refusal = { ground: input.ground as RefusalGround, reason: input.reason.trim(), remedy: input.remedy.trim() }
    const paperId = await createPaper(t, 'refusal', await refusalPaper(t, kase, application, refusal), { caseId: kase.id, centreId: kase.centreId })
    const id = t.newId()
    await insertRefusal(t.sql, { id, caseId: kase.id, ...refusal, refusedBy: accountIdOf(t), refusedAt: t.now, paperId })
    const refused = await casework.advance(t, kase, 'contract.refuse', 'contract-refused', { payload: { refusalId: id, ground: refusal.ground } })
    await vouchers.giveVoucherBack(t, kase.id)
    await writeToCandidate(t, refused, 'contract-refused', { reason: refusal.reason, note: refusal.remedy })
    return id
  })
}

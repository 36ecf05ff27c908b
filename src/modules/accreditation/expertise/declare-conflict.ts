import { deny } from '#kernel/denial.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { lockCase, passMove, record } from '../cases.ts'
import { factsOf } from '../case-facts.ts'
import { policy } from '../policy.ts'
import { stepBack } from './store/expert-store.ts'

/** An expert says that he has an interest in the case and steps back; the accreditor assigns another. */
export async function declareConflict(ctx: Ctx, input: { caseId: string; conflict: string }): Promise<void> {
  await tx(ctx, 'accreditation.review', async (t) => {
    const kase = await lockCase(t, input.caseId)
    assertMay(t, policy, 'accreditation.review', await factsOf(t, kase))
    if (kase.step !== 'expertise') deny('accreditation.not-at-this-step')
    const conflict = input.conflict.trim()
    if (conflict === '') deny('accreditation.conflict-missing', { field: 'conflict' })
    if ((await stepBack(t.sql, kase.id, accountOf(t.actor)!, conflict, t.now)) === 0) deny('accreditation.opinion-given-already')
    await passMove(t, kase, 'accreditor')
    await record(t, kase.id, 'accreditation-expert-stepped-back', { expert: accountOf(t.actor)! })
  })
}

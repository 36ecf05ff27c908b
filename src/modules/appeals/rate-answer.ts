import { deny } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { policy } from './policy.ts'
import { setSatisfied } from './store/complaint-store.ts'

/** The complainant says once whether the answer satisfies him; the chamber and the national body see it. */
export async function rateAnswer(ctx: Ctx, input: { number: string; satisfied: boolean }): Promise<void> {
  await tx(ctx, 'complaint.rate', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'complaint.rate', kase)
    if ((await setSatisfied(t.sql, kase.id, input.satisfied)) === 0) deny('complaint.rated-already')
    await casework.touchCase(t, kase, {})
    await casework.record(t, kase.id, input.satisfied ? 'complaint-satisfied' : 'complaint-not-satisfied')
  })
}

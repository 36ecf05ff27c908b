import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { writeToCandidate } from './letters.ts'
import { policy } from './policy.ts'
import { markWithdrawn } from './store/application-store.ts'

/** The candidate takes his application back, at any time before the exam has begun, with or without saying why. */
export async function withdrawApplication(ctx: Ctx, input: { number: string; version: number; note: string }): Promise<void> {
  await tx(ctx, 'application.withdraw', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'application.withdraw', kase)
    casework.assertUnchanged(kase, input.version)
    casework.assertStep(kase, 'application.withdraw')
    await markWithdrawn(t.sql, kase.id, t.now, input.note.trim() || null)
    const withdrawn = await casework.advance(t, kase, 'application.withdraw', 'application-withdrawn', {})
    await writeToCandidate(t, withdrawn, 'application-withdrawn')
  })
}

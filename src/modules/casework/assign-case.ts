import type { Uuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { lockCaseByNumber, record } from './cases.ts'
import { policy } from './policy.ts'
import { updateAssigned } from './store/case-store.ts'

/** A clerk takes a case, or gives it back to the desk. */
export async function assignCase(ctx: Ctx, input: { number: string; to: Uuid | null }): Promise<void> {
  await tx(ctx, 'case.assign', async (t) => {
    const kase = await lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'case.assign', kase)
    if (kase.assignedTo === input.to) return
    await updateAssigned(t.sql, kase.id, input.to)
    await record(t, kase.id, 'case-assigned', { to: input.to })
  })
}

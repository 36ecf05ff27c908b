import type { Day } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx, withSystemSight } from '#platform/acts/tx.ts'
import { policy } from './policy.ts'
import { upsertSimulatedEmployment } from './store/request-store.ts'

/** Writes what the simulator of the employment service shall answer; in a demonstration only. */
export async function simulateEmployment(ctx: Ctx, rows: readonly { iin: string; regionKato: string; registeredFrom: Day; registeredUntil: Day | null }[]): Promise<void> {
  await tx(ctx, 'voucher.simulate', async (t) => {
    assertMay(t, policy, 'voucher.sweep', undefined as never)
    if (!t.demo) throw new Denial('not-found')
    await withSystemSight(t, async () => {
      for (const { iin, ...row } of rows) await upsertSimulatedEmployment(t.sql, { ...row, personKey: t.cipher.index(iin) })
    })
  })
}

import type { Tx } from '#platform/acts/ctx.ts'
import { withSystemSight } from '#platform/acts/tx.ts'
import { insertService, type UsedVoucher } from './store/works-store.ts'

/** Takes a used voucher among the services to be settled, in the transaction in which it is used: once per attempt, and of a voucher one first sitting and one retake. False: it stands already. */
export async function recordVoucherService(t: Tx, used: UsedVoucher): Promise<boolean> {
  return withSystemSight(t, async () => (await insertService(t.sql, { ...used, recordedAt: t.now })) === 1)
}

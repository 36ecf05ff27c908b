import type { Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { withSystemSight } from '#platform/acts/tx.ts'
import { insertService } from './store/works-store.ts'

/** A voucher that was used: the candidate has sat, passed or not. */
export interface UsedVoucher {
  voucherId: Uuid
  voucherNumber: string
  centreId: Uuid
  caseId: Uuid
  /** The attempt whose stage was really held: without one there is nothing to pay. */
  attemptId: Uuid
  professionCode: string
  level: number
  /** Day of the last stage held. */
  heldOn: Day
  /** Price of the contract, whole tenge above zero. */
  price: number
  /** The one retake that the voucher covers, where the norm says so. */
  isRetake: boolean
}

/** Takes a used voucher among the services to be settled, in the transaction in which it is used: once per attempt, and of a voucher one first sitting and one retake. False: it stands already. */
export async function recordVoucherService(t: Tx, used: UsedVoucher): Promise<boolean> {
  return withSystemSight(t, async () => (await insertService(t.sql, { ...used, recordedAt: t.now })) === 1)
}

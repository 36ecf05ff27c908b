import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import type { VoucherRow } from './domain/counts.ts'

/** Plan and fact of every year by region. The ledger of vouchers is not part of this instance yet: nothing is counted, so nothing is published. */
export async function countVouchers(_t: Tx, _asOf: Day): Promise<VoucherRow[]> {
  return []
}

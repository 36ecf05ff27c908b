import { yearOf, type Day } from '#kernel/day.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import * as vouchers from '#modules/vouchers/index.ts'
import type { VoucherRow } from './domain/counts.ts'

/** The first year that may have a plan. */
const FIRST_YEAR = 2024

/** Plan and fact of every year that has a plan or vouchers, by region. */
export async function countVouchers(t: Tx, asOf: Day): Promise<VoucherRow[]> {
  const rows: VoucherRow[] = []
  for (let year = FIRST_YEAR; year <= yearOf(asOf); year++) {
    const regions = await vouchers.planAndFact(t, { year, asOf })
    if (regions.every((row) => row.plan === 0 && row.issued === 0)) continue
    rows.push(...regions.map((row) => ({
      year, region: row.region, plan: row.plan, moved: row.moved, revised: row.revised, planInForce: row.planInForce, issued: row.issued, goneThrough: row.goneThrough, passed: row.passed, annulled: row.annulled, invented: row.invented, overPlan: Math.max(0, row.issued - row.planInForce),
    })))
  }
  return rows
}

import type { Day } from '#kernel/day.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import type { FigureKey } from './domain/tables.ts'
import { readSummary } from './summary.ts'

export interface Overview {
  asOf: Day
  /** By key; null where the number is withheld, absent where nothing can be counted or no norm was in force. */
  figures: Partial<Record<FigureKey, number | null>>
}

/** The figures of the nation as of a day. */
export async function readOverview(ctx: Ctx, asOf: Day): Promise<Overview> {
  const { tables } = await readSummary(ctx, asOf)
  return { asOf, figures: Object.fromEntries(tables.figures.map((row) => [row['key'], row['value']])) }
}

export interface VoucherTable {
  asOf: Day
  rows: { region: string; plan: number; fact: number }[]
  total: { plan: number; fact: number }
}
/** Initial plan and vouchers issued by region in a year. */
export async function readVouchers(ctx: Ctx, year: number, asOf: Day): Promise<VoucherTable> {
  const { tables } = await readSummary(ctx, asOf)
  const rows = tables.vouchers.filter((row) => row['year'] === year).map((row) => ({ region: String(row['region']), plan: Number(row['plan']), fact: Number(row['issued']) }))
  return { asOf, rows, total: { plan: rows.reduce((sum, row) => sum + row.plan, 0), fact: rows.reduce((sum, row) => sum + row.fact, 0) } }
}

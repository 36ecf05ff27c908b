import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Day } from '#kernel/day.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { readTable } from '#platform/tables/read-table.ts'
import { rebuild, type Difference, type OpenRow } from './domain/recomputing.ts'
import { FIGURE_KEYS, NORM_OF_FIGURE, TABLE_IDS, type TableId } from './domain/tables.ts'
import { openTable } from './table-files.ts'
import { readSummary } from './summary.ts'

export type { Difference } from './domain/recomputing.ts'

export interface Recomputed {
  asOf: Day
  checked: number
  differences: Difference[]
}

/**
 * Rebuilds every published number from the open files: from those this instance gives out, or from CSV files somebody took away into `folder`.
 * What the API publishes is compared with the file of figures too, so that a page cannot tell another number than the files.
 */
export async function recompute(ctx: Ctx, { asOf, folder }: { asOf: Day; folder?: string | undefined }): Promise<Recomputed> {
  const tables = new Map<TableId, OpenRow[]>()
  for (const id of TABLE_IDS) tables.set(id, await rowsOf(id, folder ? await readFile(join(folder, `${id}.csv`)) : await bytesOf(ctx, id, asOf)))
  const { tables: published } = await readSummary(ctx, asOf)
  const norms = await ctx.law.normsInForce(ctx.db, asOf).catch(() => undefined)
  const rebuilt = rebuild({
    table: (id) => tables.get(id as TableId) ?? [],
    norm: (key) => { const value = norms?.norms.find((each) => each.key === key)?.value; return value === undefined || value === null ? undefined : Number(value) },
  })
  const differences = [...rebuilt.differences]
  const filed = new Map(tables.get('figures')!.map((row) => [row['key']!, row['value']!]))
  for (const key of FIGURE_KEYS) {
    const row = published.figures.find((each) => each['key'] === key)
    const told = row ? String(row['value'] ?? '') : undefined
    if (told !== filed.get(key)) differences.push({ where: `figures/${key}${NORM_OF_FIGURE[key] ? ` (${NORM_OF_FIGURE[key]})` : ''}`, published: told ?? 'nothing', rebuilt: filed.get(key) ?? 'nothing' })
  }
  return { asOf, checked: rebuilt.checked + FIGURE_KEYS.length, differences }
}

async function bytesOf(ctx: Ctx, id: TableId, asOf: Day): Promise<Uint8Array> {
  const { body } = await openTable(ctx, id, 'csv', asOf)
  return Buffer.concat((await body.toArray()) as Buffer[])
}

async function rowsOf(id: TableId, bytes: Uint8Array): Promise<OpenRow[]> {
  const table = await readTable(bytes, { filename: `${id}.csv` })
  return table.rows.map((row) => row.cells)
}

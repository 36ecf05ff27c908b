import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#platform/db/migrate.ts'
import { readTable } from '#platform/tables/read-table.ts'

export type Row = Record<string, string>

/** The rows of one of the demonstration's tables. */
export async function rowsOf(name: string): Promise<Row[]> {
  const path = join(projectRoot(), 'demo/data', `${name}.csv`)
  return (await readTable(readFileSync(path), { filename: `${name}.csv` })).rows.map((row) => row.cells)
}

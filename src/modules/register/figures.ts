import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '#platform/db/migrate.ts'
import { readTable } from '#platform/tables/read-table.ts'

let kept: Promise<ReadonlyMap<string, number>> | undefined

/** The figures of the slides of the National body, March 2026: never counts of the platform. */
export function nationalFigures(): Promise<ReadonlyMap<string, number>> {
  kept ??= readFigures()
  return kept
}

async function readFigures(): Promise<ReadonlyMap<string, number>> {
  const path = 'data/slides-figures.csv'
  const table = await readTable(await readFile(join(projectRoot(), path)), { filename: path })
  return new Map(table.rows.filter(({ cells }) => cells['value'] !== '').map(({ cells }) => [cells['key']!, Number(cells['value'])]))
}

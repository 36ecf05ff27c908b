import { Readable } from 'node:stream'
import type { Day } from '#kernel/day.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { writeParquet } from '#platform/tables/write-parquet.ts'
import { writeCsv, writeXlsx, type OutCell } from '#platform/tables/write-table.ts'
import { COLUMN_NOTES, TABLE_COLUMNS, TABLE_IDS, type Cell, type TableId, type TableRow } from './domain/tables.ts'
import { filterRows, type TableFilter } from './domain/table-filter.ts'
import { readSummary } from './summary.ts'

/** What files a table comes in, by the ending of the name. */
export const TABLE_TYPES = {
  csv: 'text/csv', json: 'application/json', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', parquet: 'application/vnd.apache.parquet',
} as const
export type TableType = keyof typeof TABLE_TYPES

/** The table and type that a file name asks for: `recognised.parquet`, or `recognised.schema.json`. */
export function readTableName(name: string): { id: TableId; type: TableType | 'schema' } | undefined {
  const [, id, type] = /^([a-z]{1,20})\.(csv|json|xlsx|parquet|schema\.json)$/.exec(name) ?? []
  if (!TABLE_IDS.some((each) => each === id)) return undefined
  return { id: id as TableId, type: type === 'schema.json' ? 'schema' : (type as TableType) }
}

export interface TableFile {
  mediaType: string
  filename: string
  body: Readable
}

/** A published table as a file, the same bytes for the same day and counts. */
export async function openTable(ctx: Ctx, id: TableId, type: TableType | 'schema', asOf: Day, filter?: TableFilter): Promise<TableFile> {
  const filename = type === 'schema' ? `tanu-${id}.schema.json` : `tanu-${id}-${asOf}${filter ? `-${filter.by}-${filter.value.replaceAll(/[^A-Za-z0-9-]/g, '')}` : ''}.${type}`
  const answer = (mediaType: string, body: Uint8Array): TableFile => ({ mediaType, filename, body: Readable.from([Buffer.from(body)]) })
  const json = (value: unknown) => new TextEncoder().encode(`${JSON.stringify(value)}\n`)
  if (type === 'schema') return answer('application/json; charset=utf-8', json(schemaOf(id)))
  const { tables } = await readSummary(ctx, asOf)
  const rows = filterRows(id, tables[id], filter)
  const names = TABLE_COLUMNS[id].map((column) => column.name)
  switch (type) {
    case 'csv': return answer(`${TABLE_TYPES.csv}; charset=utf-8`, writeCsv(names, cellsOf(rows, names)))
    case 'xlsx': return answer(TABLE_TYPES.xlsx, await writeXlsx(names, cellsOf(rows, names), id))
    case 'json': return answer(`${TABLE_TYPES.json}; charset=utf-8`, json({ dataset: id, asOf, ...(filter ? { filter } : {}), items: rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name] ?? null]))) }))
    case 'parquet': return answer(TABLE_TYPES.parquet, await writeParquet(TABLE_COLUMNS[id].map(({ name, type: kind }) => ({ name, type: kind, values: rows.map((row): Cell => row[name] ?? null) }))))
  }
}

const cellsOf = (rows: readonly TableRow[], names: readonly string[]): OutCell[][] => rows.map((row) => names.map((name) => row[name] ?? undefined))

/** The columns of a table as a Table Schema. */
function schemaOf(id: TableId): Record<string, unknown> {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json', name: id,
    fields: TABLE_COLUMNS[id].map(({ name, type, withheld }) => ({
      name, type: type === 'text' ? 'string' : 'integer', ...(withheld ? { description: 'Persons or cases; empty where a number is withheld so that nobody can be singled out.' } : { constraints: { required: type === 'integer' } }),
      ...(COLUMN_NOTES[`${id}.${name}`] ? { description: COLUMN_NOTES[`${id}.${name}`] } : {}),
    })),
    missingValues: [''],
  }
}

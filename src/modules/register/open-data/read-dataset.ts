import { Readable } from 'node:stream'
import type { Day } from '#kernel/day.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { streamCsv } from '#platform/tables/write-table.ts'
import { todayOf } from '../reads.ts'
import { COLUMNS, FILE_TYPES, type DatasetId, type FileType } from './domain/datasets.ts'
import { ROWS, type Cell, type Row } from './rows.ts'

export interface DatasetFile {
  mediaType: string
  filename: string
  body: Readable
}

/**
 * A dataset as a file, written while it is read. CSV: UTF-8 with its mark (spreadsheets need it), commas, CRLF, an empty cell for what is not known,
 * an apostrophe before what a spreadsheet would run. JSON: `{dataset, asOf, items}`, every item with the columns of the CSV, null for what is not known.
 */
export async function openDataset(ctx: Ctx, id: DatasetId, type: FileType): Promise<DatasetFile> {
  const asOf = todayOf(ctx)
  const batches = ROWS[id](ctx)
  // The first batch is read before the answer begins, so that a fault is still told as one.
  const first = await batches.next()
  const all = chained(first.done ? [] : first.value, batches)
  const body = type === 'csv' ? streamCsv(COLUMNS[id], cellsOf(id, all)) : Readable.from(jsonOf(id, asOf, all))
  return { mediaType: `${FILE_TYPES[type]}; charset=utf-8`, filename: `tanu-${id}-${asOf}.${type}`, body }
}

async function* chained(first: Row[], rest: AsyncGenerator<Row[]>): AsyncGenerator<Row[]> {
  yield first
  yield* rest
}

async function* cellsOf(id: DatasetId, batches: AsyncIterable<Row[]>): AsyncGenerator<(string | number | undefined)[][]> {
  for await (const rows of batches) yield rows.map((row) => COLUMNS[id].map((column) => cellOf(row[column] ?? null)))
}
function cellOf(cell: Cell): string | number | undefined {
  return cell === null ? undefined : typeof cell === 'boolean' ? String(cell) : cell
}

async function* jsonOf(id: DatasetId, asOf: Day, batches: AsyncIterable<Row[]>): AsyncGenerator<string> {
  yield `{"dataset":"${id}","asOf":"${asOf}","items":[`
  let before = ''
  for await (const rows of batches) {
    if (rows.length === 0) continue
    yield before + rows.map((row) => JSON.stringify(row)).join(',\n')
    before = ',\n'
  }
  yield ']}\n'
}

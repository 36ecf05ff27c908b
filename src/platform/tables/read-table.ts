import { decodeText, parseCsv } from './parse-csv.ts'
import { parseXlsx } from './parse-xlsx.ts'
import { refuseTable } from './refuse-table.ts'
import { TABLE_LIMITS, type RawRecord, type Table, type TableLimits } from './table.ts'

const NAMES = /\.(?:csv|tsv|txt|xlsx)$/i

/** Reads a table from a CSV or XLSX file that a person brought, or refuses it with a Denial. */
export async function readTable(
  bytes: Uint8Array,
  { filename, limits = TABLE_LIMITS }: { filename: string; limits?: TableLimits },
): Promise<Table> {
  if (bytes.byteLength > limits.bytes) return refuseTable('table.too-large', { what: 'file', limit: limits.bytes })
  if (!NAMES.test(filename)) return refuseTable('table.not-a-table', { reason: 'file-name' })
  const records = isZip(bytes) ? await parseXlsx(bytes, limits) : parseCsv(decodeText(bytes), limits)
  return nameColumns(records)
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}

function nameColumns(records: readonly RawRecord[]): Table {
  const [first, ...rest] = records.filter((record) => record.values.some((value) => value.trim() !== ''))
  if (!first) return refuseTable('table.not-a-table', { reason: 'empty' })
  const header = first.values.map((value) => value.trim())
  while (header.at(-1) === '') header.pop()
  const nameless = header.indexOf('')
  if (nameless >= 0) return refuseTable('table.nameless-column', { column: nameless + 1 })
  const seen = new Set<string>()
  for (const name of header) {
    if (seen.has(name)) return refuseTable('table.duplicate-column', { name })
    seen.add(name)
  }
  const rows = rest.map((record) => {
    const stray = record.values.findIndex((value, index) => index >= header.length && value.trim() !== '')
    if (stray >= 0) return refuseTable('table.nameless-column', { column: stray + 1, line: record.line })
    return { line: record.line, cells: Object.fromEntries(header.map((name, index) => [name, (record.values[index] ?? '').trim()])) }
  })
  return { header, rows }
}

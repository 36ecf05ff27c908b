import { Readable } from 'node:stream'

export type OutCell = string | number | undefined

// A spreadsheet would run these as a formula, with the rights of whoever opens the file.
const FORMULA_START = /^[=+\-@\t\r]/
const NEEDS_QUOTES = /[",;\r\n]|^\s|\s$/
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** Writes a CSV file (UTF-8 with its mark, CRLF) whose cells no spreadsheet takes for a formula. */
export function writeCsv(header: readonly string[], rows: Iterable<readonly OutCell[]>): Uint8Array {
  const lines = [csvLine(header)]
  for (const row of rows) lines.push(csvLine(row))
  return new TextEncoder().encode(`\ufeff${lines.join('')}`)
}

/** The same file written while it is read, for tables of any length. */
export function streamCsv(header: readonly string[], batches: AsyncIterable<readonly (readonly OutCell[])[]>): Readable {
  return Readable.from((async function* () {
    yield `\ufeff${csvLine(header)}`
    for await (const rows of batches) if (rows.length > 0) yield rows.map(csvLine).join('')
  })())
}

/** Writes a workbook of one sheet; texts stay texts, so nothing in it is a formula. */
export async function writeXlsx(header: readonly string[], rows: Iterable<readonly OutCell[]>, sheetName = 'Tanu'): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  const sheet = workbook.addWorksheet(sheetName.replace(/[*?:\\/[\]]/g, ' ').slice(0, 31), { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.addRow(header.map(xlsxCell)).font = { bold: true }
  for (const row of rows) sheet.addRow(row.map(xlsxCell))
  header.forEach((name, index) => {
    sheet.getColumn(index + 1).width = Math.min(Math.max(name.length + 2, 12), 48)
  })
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function csvLine(cells: readonly OutCell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(cell: OutCell): string {
  if (cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  const guarded = FORMULA_START.test(cell) ? `'${cell}` : cell
  return NEEDS_QUOTES.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

function xlsxCell(cell: OutCell): OutCell {
  return typeof cell === 'string' ? cell.replace(NOT_XML, '') : cell
}

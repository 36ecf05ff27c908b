import { cellFormat, cellText, type CellFormat } from './cell-format.ts'
import { refuseTable } from './refuse-table.ts'
import { scanXml } from './scan-xml.ts'
import type { RawRecord, TableLimits } from './table.ts'
import { zipEntries, type ZipEntry } from './zip-entries.ts'

interface Workbook {
  readonly sheetPath: string
  readonly from1904: boolean
}

/**
 * Reads the first visible sheet of a workbook. Formulas are never evaluated, their stored result is taken.
 * We read the few parts we need ourselves: exceljs expands merged cells, named ranges and validations
 * cell by cell, so a workbook of a few kilobytes could stop the server.
 */
export async function parseXlsx(bytes: Uint8Array, limits: TableLimits): Promise<RawRecord[]> {
  const entries = zipEntries(bytes, limits.unpackedBytes)
  const workbook = readWorkbook(await part(entries, 'xl/workbook.xml'), await part(entries, 'xl/_rels/workbook.xml.rels'))
  const shared = readSharedStrings(await optionalPart(entries, 'xl/sharedStrings.xml'))
  const formats = readFormats(await optionalPart(entries, 'xl/styles.xml'))
  return readSheet(await part(entries, workbook.sheetPath), shared, formats, workbook.from1904, limits)
}

function readWorkbook(workbook: string, relations: string): Workbook {
  const targets = new Map<string, string>()
  scanXml(relations, {
    open: (name, attribute) => {
      if (name === 'Relationship') targets.set(attribute('Id') ?? '', attribute('Target') ?? '')
    },
    close: () => {},
    text: () => {},
  })
  let sheet: string | undefined
  let from1904 = false
  scanXml(workbook, {
    open: (name, attribute) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attribute('date1904') ?? '')
      if (name === 'sheet' && sheet === undefined && (attribute('state') ?? 'visible') === 'visible') {
        sheet = targets.get(attribute('r:id') ?? attribute('relationships:id') ?? '')
      }
    },
    close: () => {},
    text: () => {},
  })
  if (!sheet) return refuseTable('table.not-a-table', { reason: 'no-sheet' })
  return { sheetPath: sheet.startsWith('/') ? sheet.slice(1) : `xl/${sheet}`, from1904 }
}

function readSharedStrings(xml: string | undefined): string[] {
  const strings: string[] = []
  if (xml === undefined) return strings
  let current = ''
  let inText = false
  let inPhonetic = false
  scanXml(xml, {
    open: (name) => {
      if (name === 'si') current = ''
      if (name === 'rPh') inPhonetic = true
      if (name === 't') inText = true
    },
    close: (name) => {
      if (name === 'si') strings.push(unescapeExcel(current))
      if (name === 'rPh') inPhonetic = false
      if (name === 't') inText = false
    },
    text: (text) => {
      if (inText && !inPhonetic) current += text
    },
  })
  return strings
}

function readFormats(xml: string | undefined): CellFormat[] {
  const formats: CellFormat[] = []
  if (xml === undefined) return formats
  const codes = new Map<number, string>()
  let inCellFormats = false
  scanXml(xml, {
    open: (name, attribute) => {
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '')
      if (name === 'cellXfs') inCellFormats = true
      if (name === 'xf' && inCellFormats) {
        const id = Number(attribute('numFmtId') ?? '0')
        formats.push(cellFormat(id, codes.get(id)))
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false
    },
    text: () => {},
  })
  return formats
}

function readSheet(xml: string, shared: readonly string[], formats: readonly CellFormat[], from1904: boolean, limits: TableLimits): RawRecord[] {
  const records: RawRecord[] = []
  let values: string[] = []
  let line = 0
  let cells = 0
  let column = -1
  let type = ''
  let style = 0
  let stored = ''
  let listening = false
  let inPhonetic = false
  scanXml(xml, {
    open: (name, attribute) => {
      if (name === 'row') {
        const written = Number(attribute('r'))
        line = Number.isSafeInteger(written) ? written : line + 1
        values = []
        column = -1
      } else if (name === 'c') {
        column = columnOf(attribute('r')) ?? column + 1
        if (column >= limits.columns) return refuseTable('table.too-large', { what: 'columns', limit: limits.columns, line })
        type = attribute('t') ?? 'n'
        style = Number(attribute('s') ?? '0')
        stored = ''
      } else if (name === 'rPh') inPhonetic = true
      else if (name === 'v' || name === 't') listening = true
    },
    close: (name) => {
      if (name === 'v' || name === 't') listening = false
      else if (name === 'rPh') inPhonetic = false
      else if (name === 'c') {
        const text = textOf(type, stored, shared, formats[style] ?? { kind: 'plain' }, from1904)
        if (text.length > limits.cellLength) return refuseTable('table.too-large', { what: 'cell', limit: limits.cellLength, line })
        while (values.length < column) values.push('')
        values[column] = text
      } else if (name === 'row' && values.some((value) => value !== '')) {
        records.push({ line, values })
        cells += values.length
        if (cells > limits.cells) return refuseTable('table.too-large', { what: 'cells', limit: limits.cells })
        if (records.length > limits.rows + 1) return refuseTable('table.too-large', { what: 'rows', limit: limits.rows })
      }
    },
    text: (text) => {
      if (listening && !inPhonetic) stored += text
    },
  })
  return records
}

function textOf(type: string, stored: string, shared: readonly string[], format: CellFormat, from1904: boolean): string {
  switch (type) {
    case 's':
      return shared[Number(stored)] ?? refuseTable('table.not-a-table', { reason: 'damaged-sheet' })
    case 'b':
      return stored
    case 'n':
      return cellText(stored, format, from1904)
    default:
      return unescapeExcel(stored)
  }
}

function columnOf(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? '')?.[1]
  if (!letters) return undefined
  let number = 0
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64
  return number - 1
}

function unescapeExcel(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

async function part(entries: Map<string, ZipEntry>, name: string): Promise<string> {
  return (await optionalPart(entries, name)) ?? refuseTable('table.not-a-table', { reason: 'not-a-workbook' })
}

async function optionalPart(entries: Map<string, ZipEntry>, name: string): Promise<string | undefined> {
  const bytes = await entries.get(name)?.read()
  if (bytes === undefined) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuseTable('table.bad-encoding', { reason: 'workbook' })
  }
}

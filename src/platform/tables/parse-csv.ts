import { refuseTable } from './refuse-table.ts'
import type { RawRecord, TableLimits } from './table.ts'

const SEPARATORS = [',', ';', '\t'] as const
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/

/** Decodes the bytes of a text table: UTF-8 with or without its mark, or UTF-16 with it. */
export function decodeText(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    const binary = bytes.subarray(0, 4096).includes(0)
    return refuseTable(binary ? 'table.not-a-table' : 'table.bad-encoding', { reason: binary ? 'binary' : encoding })
  }
  if (CONTROL.test(text)) return refuseTable('table.not-a-table', { reason: 'binary' })
  return text
}

/** Splits a text into records by RFC 4180, with the separator found in its first line. */
export function parseCsv(text: string, limits: TableLimits): RawRecord[] {
  const hint = /^sep=(.)\r?\n/.exec(text)
  const separator = hint?.[1] ?? separatorOf(text)
  const records: RawRecord[] = []
  let at = hint ? hint[0].length : 0
  let line = hint ? 2 : 1
  let cells = 0

  while (at < text.length) {
    const startedAt = line
    const values: string[] = []
    for (;;) {
      let value = ''
      if (text[at] === '"') {
        at += 1
        for (;;) {
          const quote = text.indexOf('"', at)
          if (quote < 0) return refuseTable('table.not-a-table', { reason: 'open-quote', line: startedAt })
          value += text.slice(at, quote)
          at = quote + 1
          if (text[at] !== '"') break
          value += '"'
          at += 1
        }
        line += value.split('\n').length - 1
      }
      const from = at
      while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1
      value += text.slice(from, at)
      if (value.length > limits.cellLength) return refuseTable('table.too-large', { what: 'cell', limit: limits.cellLength, line: startedAt })
      values.push(value)
      if (values.length > limits.columns) return refuseTable('table.too-large', { what: 'columns', limit: limits.columns, line: startedAt })
      if (text[at] !== separator) break
      at += 1
    }
    if (text[at] === '\r') at += 1
    if (text[at] === '\n') at += 1
    line += 1
    records.push({ line: startedAt, values })
    cells += values.length
    if (cells > limits.cells) return refuseTable('table.too-large', { what: 'cells', limit: limits.cells })
    if (records.length > limits.rows + 1) return refuseTable('table.too-large', { what: 'rows', limit: limits.rows })
  }
  return records
}

function separatorOf(text: string): string {
  const counts = new Map<string, number>(SEPARATORS.map((separator) => [separator, 0]))
  let quoted = false
  for (const character of text.slice(0, 65_536)) {
    if (character === '"') quoted = !quoted
    else if (quoted) continue
    else if (character === '\n' || character === '\r') break
    else if (counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1)
  }
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0]
}

import { parseDay, type Day } from '#kernel/day.ts'
import { sameLetters } from '#kernel/latin-letters.ts'

/** Columns of a bank's statement as it is brought. */
export const STATEMENT_COLUMNS = ['reference', 'on', 'amount', 'purpose'] as const

/** One line; a sum below zero left the account. */
export interface StatementLine {
  line: number
  reference: string
  onDay: Day
  amount: number
  purpose: string
}
export interface StatementFault {
  line: number
  column: string
  reason: string
}

const SUM = /^-?\d{1,10}(?:[.,]0{1,2})?$/
const PURPOSE_LENGTH = 200

/** Reads the rows of a statement: whole tenge, days that have come, no reference twice. */
export function readStatement(rows: readonly { line: number; cells: Readonly<Record<string, string>> }[], header: readonly string[], today: Day): { lines: StatementLine[]; faults: StatementFault[] } {
  const faults: StatementFault[] = STATEMENT_COLUMNS.filter((column) => !header.includes(column)).map((column) => ({ line: 1, column, reason: 'statement.column-missing' }))
  const lines: StatementLine[] = []
  if (faults.length > 0) return { lines, faults }
  const seen = new Set<string>()
  for (const { line, cells } of rows) {
    const before = faults.length
    const fault = (column: string, reason: string) => faults.push({ line, column, reason })
    const [reference, on, typed, purpose] = STATEMENT_COLUMNS.map((column) => (cells[column] ?? '').trim()) as [string, string, string, string]
    const sum = typed.replace(/[ \u00a0\u202f]/g, '').replace('\u2212', '-')
    const onDay = parseDay(on)
    if (reference === '') fault('reference', 'statement.reference-missing')
    else if (seen.has(reference)) fault('reference', 'statement.reference-twice')
    if (!onDay) fault('on', 'statement.day-wrong')
    else if (onDay > today) fault('on', 'statement.day-in-future')
    if (!SUM.test(sum) || Number.parseInt(sum, 10) === 0) fault('amount', 'statement.amount-wrong')
    seen.add(reference)
    if (faults.length === before) lines.push({ line, reference: reference.slice(0, 100), onDay: onDay!, amount: Number.parseInt(sum, 10), purpose: withoutIdentifiers(purpose).slice(0, PURPOSE_LENGTH) })
  }
  return { lines, faults }
}

/** Twelve digits in a row are somebody's IIN, BIN or account: the statement is kept without them. */
export function withoutIdentifiers(text: string): string {
  return text.replace(/\d{12,}/g, (digits) => `••••${digits.slice(-4)}`)
}

const NUMBER = /\d{4}-\d{2,5}-\d{6}-[A-Z](?:-R?\d{1,2})/g

/** Numbers of invoices and refunds that a purpose names, each once; letters of either case and Cyrillic twins of the check letter are read. */
export function numbersIn(purpose: string): string[] {
  return [...new Set(sameLetters(purpose.toUpperCase()).match(NUMBER) ?? [])]
}

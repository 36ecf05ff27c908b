import { parseDay, type Day } from '#kernel/day.ts'
import { NO, YES } from './table-answers.ts'

/** What is wrong with one cell of a table; the line is the number people see in their own program. */
export interface RowFault {
  line: number
  column: string
  reason: string
}

/** One line of a table with its cells by column. */
export interface CellRow {
  line: number
  cells: Readonly<Record<string, string>>
}

/** Reads the cells of one row and gathers what is wrong with them. */
export function readCells({ line, cells }: CellRow) {
  const faults: RowFault[] = []
  const fault = (column: string, reason: string): void => void faults.push({ line, column, reason })
  const text = (column: string): string => (cells[column] ?? '').trim()
  return {
    faults, fault, text,
    optional: (column: string): string | null => text(column) || null,
    required(column: string): string {
      if (text(column) === '') fault(column, 'import.missing')
      return text(column)
    },
    oneOf<T extends string>(column: string, values: readonly T[]): T | null {
      const found = values.find((value) => value === text(column))
      if (text(column) !== '' && found === undefined) fault(column, 'import.not-one-of')
      return found ?? null
    },
    yesNo(column: string): boolean {
      const answer = text(column).toLowerCase()
      if (![...YES, ...NO].includes(answer)) fault(column, 'import.not-yes-or-no')
      return YES.includes(answer)
    },
    wholeNumber(column: string): number | null {
      if (text(column) === '') return null
      if (!/^\d{1,6}$/.test(text(column))) fault(column, 'import.not-a-number')
      return Number(text(column))
    },
    day(column: string): Day | null {
      if (text(column) === '') return null
      const found = parseDay(text(column))
      if (!found) fault(column, 'import.not-a-day')
      return found ?? null
    },
    list: (column: string): string[] => text(column).split(';').map((part) => part.trim()).filter(Boolean),
  }
}

/** Faults of the header: a required column that is missing, or one that nobody knows and whose data would be lost. */
export function headerFaults(header: readonly string[], required: readonly string[], known: readonly string[]): RowFault[] {
  return [
    ...required.filter((column) => !header.includes(column)).map((column) => ({ line: 1, column, reason: 'import.column-missing' })),
    ...header.filter((column) => !known.includes(column)).map((column) => ({ line: 1, column, reason: 'import.column-unknown' })),
  ]
}

/** Rows that repeat a key of an earlier row. */
export function repeatedKeys(rows: readonly CellRow[], column: string): RowFault[] {
  const seen = new Set<string>()
  return rows.flatMap((row) => {
    const key = (row.cells[column] ?? '').trim()
    if (key === '' || !seen.has(key)) {
      seen.add(key)
      return []
    }
    return [{ line: row.line, column, reason: 'import.twice' }]
  })
}

import { numberKey } from './number-key.ts'
import { OUTCOME_FIELDS, readOutcome, type Measure, type OutcomeFacts, type OutcomeTyped } from './outcome.ts'

/** What a table of outcomes cannot do without, and every column it may have. */
export const OUTCOME_COLUMNS_REQUIRED = ['number', 'profession', 'iin', 'surname', 'given_name', 'issued_on', 'ground'] as const
export const OUTCOME_COLUMNS: readonly string[] = OUTCOME_FIELDS

export interface TableFault {
  line: number
  column: string
  reason: string
}
export interface OutcomeLine {
  line: number
  outcome: OutcomeFacts
}

/** Reads the rows of a table; with any fault nothing of it may be entered. A number stands once in a table. */
export function readOutcomeTable(rows: readonly { line: number; cells: Readonly<Record<string, string>> }[], measure: Measure): { outcomes: OutcomeLine[]; faults: TableFault[] } {
  const outcomes: OutcomeLine[] = []
  const faults: TableFault[] = []
  const seen = new Set<string>()
  for (const { line, cells } of rows) {
    const typed = Object.fromEntries(OUTCOME_FIELDS.map((field) => [field, cells[field] ?? ''])) as unknown as OutcomeTyped
    const key = numberKey(typed.number)
    if (key !== '' && seen.has(key)) faults.push({ line, column: 'number', reason: 'import.twice' })
    seen.add(key)
    const read = readOutcome(typed, measure)
    if (read.ok) outcomes.push({ line, outcome: read.outcome })
    else faults.push(...read.faults.map((fault) => ({ line, column: fault.field, reason: fault.code })))
  }
  return { outcomes, faults }
}

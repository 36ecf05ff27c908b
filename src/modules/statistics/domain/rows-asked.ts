import type { Day } from '#kernel/day.ts'

/** What may stand behind a number. */
export const ROW_KINDS = ['documents', 'applications', 'decisions', 'terms', 'appeals', 'vouchers', 'waiting'] as const
export type RowKind = (typeof ROW_KINDS)[number]

/** Which rows: of a year or of all up to the day, of a region and a profession; the rest where the kind has it. Never a name or a number of a person. */
export interface RowsAsked {
  asOf: Day
  year?: number | undefined
  /** Of the centre; of a voucher the one that gave it. */
  region?: string | undefined
  profession?: string | undefined
  /** Of documents: who paid. */
  funding?: string | undefined
  /** Of terms. */
  rule?: string | undefined
  /** Of terms `kept` or `late`; of decisions and appeals what became of them. */
  outcome?: string | undefined
}
export interface RowPlace {
  on: Day
  id: string
}
/** A row as it is shown: the day by which it is counted, its number, and the columns of its kind. */
export interface RowBehind extends RowPlace {
  /** Of the document, the decision's case, the appeal, the voucher. */
  number: string
  professionCode: string | null
  level: number | null
  centreSerial: string
  region: string
  cells: Readonly<Record<string, string | number | boolean | null>>
}

/** The columns of a kind beside the common ones, in the order in which they are shown and written. */
export const ROW_COLUMNS: Readonly<Record<RowKind, readonly string[]>> = {
  documents: ['holder', 'valid_until', 'annulled_on', 'funding', 'historic'],
  applications: ['step'],
  decisions: ['decision', 'outcome', 'ground'],
  terms: ['rule', 'started_on', 'due_on', 'met_on', 'outcome'],
  appeals: ['outcome', 'decided_on'],
  vouchers: ['fate', 'imported', 'invented'],
  waiting: ['notify_by'],
}
/** By what a kind may be asked besides day, year, region and profession. */
export const ROW_FILTERS: Readonly<Record<RowKind, Readonly<Partial<Record<'funding' | 'rule' | 'outcome', readonly string[]>>>>> = {
  documents: { funding: ['own', 'employer', 'voucher', 'unknown'] },
  applications: {},
  decisions: { outcome: ['pass', 'fail'] },
  terms: { rule: ['T1', 'T2', 'T4', 'T5', 'T12', 'T14'], outcome: ['kept', 'late'] },
  appeals: { outcome: ['upheld-pass', 'upheld-again', 'rejected', 'withdrawn', 'open'] },
  vouchers: {},
  waiting: {},
}

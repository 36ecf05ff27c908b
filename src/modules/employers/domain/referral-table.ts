import { readReferral, REFERRAL_FIELDS, type ReferralFacts, type ReferralMeasure, type ReferralTyped } from './referral.ts'

/** What a file of referrals cannot do without, and every column it may have. */
export const REFERRAL_COLUMNS_REQUIRED = ['number', 'iin', 'surname', 'given_name', 'profession', 'level'] as const
export const REFERRAL_COLUMNS: readonly string[] = REFERRAL_FIELDS

export interface TableFault {
  line: number
  column: string
  reason: string
}
export interface ReferralLine {
  line: number
  referral: ReferralFacts
}

/** One person is referred once for one qualification: the key by which two lines are the same. */
export function samePerson({ iin, professionCode, level }: Pick<ReferralFacts, 'iin' | 'professionCode' | 'level'>): string {
  return `${iin.reveal()} ${professionCode} ${level}`
}

/** Reads the rows of a file; with any fault nothing of it may be entered. */
export function readReferralTable(rows: readonly { line: number; cells: Readonly<Record<string, string>> }[], measure: ReferralMeasure): { referrals: ReferralLine[]; faults: TableFault[] } {
  const referrals: ReferralLine[] = []
  const faults: TableFault[] = []
  const seen = new Set<string>()
  for (const { line, cells } of rows) {
    const typed = Object.fromEntries(REFERRAL_FIELDS.map((field) => [field, cells[field] ?? ''])) as unknown as ReferralTyped
    const read = readReferral(typed, measure)
    if (!read.ok) {
      faults.push(...read.faults.map((fault) => ({ line, column: fault.field, reason: fault.code })))
      continue
    }
    const key = samePerson(read.referral)
    if (seen.has(key)) faults.push({ line, column: 'iin', reason: 'import.twice' })
    seen.add(key)
    referrals.push({ line, referral: read.referral })
  }
  return { referrals, faults }
}

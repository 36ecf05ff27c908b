import { yearOf, type Day } from '#kernel/day.ts'
import { Iin } from '#kernel/iin.ts'
import type { RegionPlaces } from './places.ts'

/** A table of a year that is over: rows of its plan, and a row for each voucher. */
export const HISTORIC_VOUCHER_COLUMNS_REQUIRED = ['row', 'year', 'region'] as const
export const HISTORIC_VOUCHER_COLUMNS = [...HISTORIC_VOUCHER_COLUMNS_REQUIRED, 'places', 'iin', 'profession', 'level', 'issued_on', 'used_on', 'passed'] as const

interface CellReader {
  faults: { line: number; column: string; reason: string }[]
  fault(column: string, reason: string): void
  text(column: string): string
  required(column: string): string
  oneOf<T extends string>(column: string, values: readonly T[]): T | null
  yesNo(column: string): boolean
  wholeNumber(column: string): number | null
  day(column: string): Day | null
}

/** A voucher of a year before the platform, as the source says it. */
export interface HistoricVoucher {
  region: string
  /** Twelve digits; only their keyed index is kept. */
  iin: string
  professionCode: string
  level: number
  issuedOn: Day
  /** Null: not used. */
  usedOn: Day | null
  passed: boolean | null
}
export interface KnownToVouchers {
  regions: ReadonlySet<string>
  /** Codes of every profession that is or ever was in the register as voluntary. */
  professions: ReadonlySet<string>
  today: Day
  demo: boolean
}
export type HistoricVoucherRow = { year: number } & ({ plan: RegionPlaces } | { voucher: HistoricVoucher })

/** The first year that may have a plan. */
const FIRST_YEAR = 2024
const MOST_PLACES = 100_000

/** Reads one row; undefined when something is wrong with it, and the reader then has the faults. A year that is not over is ordered by acts, not imported. */
export function readHistoricVoucherRow(cells: CellReader, known: KnownToVouchers): HistoricVoucherRow | undefined {
  const kind = cells.required('row') === '' ? null : cells.oneOf('row', ['plan', 'voucher'] as const)
  const year = cells.required('year') === '' ? null : cells.wholeNumber('year')
  if (year !== null && (year < FIRST_YEAR || year >= yearOf(known.today))) cells.fault('year', 'voucher-year.not-over')
  const region = cells.required('region')
  if (region !== '' && !known.regions.has(region)) cells.fault('region', 'import.code-unknown')
  if (kind === null) return undefined
  if (kind === 'plan') {
    const places = cells.required('places') === '' ? null : cells.wholeNumber('places')
    if (places !== null && (places < 1 || places > MOST_PLACES)) cells.fault('places', 'import.not-one-of')
    return cells.faults.length > 0 || year === null || places === null ? undefined : { year, plan: { region, places } }
  }
  const voucher = readVoucher(cells, { region, year }, known)
  return cells.faults.length > 0 || year === null || !voucher ? undefined : { year, voucher }
}

function readVoucher(cells: CellReader, of: { region: string; year: number | null }, known: KnownToVouchers): HistoricVoucher | undefined {
  const typed = cells.required('iin')
  const iin = typed === '' ? undefined : Iin.parse(typed)
  if (iin && !iin.ok) cells.fault('iin', `iin.${iin.reason}`)
  else if (iin?.ok && iin.value.kind === 'demonstration' && !known.demo) cells.fault('iin', 'iin.demonstration')
  const professionCode = cells.required('profession')
  if (professionCode !== '' && !known.professions.has(professionCode)) cells.fault('profession', 'import.code-unknown')
  const level = cells.required('level') === '' ? null : cells.wholeNumber('level')
  if (level !== null && (level < 1 || level > 8)) cells.fault('level', 'import.not-one-of')
  cells.required('issued_on')
  const issuedOn = cells.day('issued_on')
  if (issuedOn && of.year !== null && yearOf(issuedOn) !== of.year) cells.fault('issued_on', 'voucher-year.another-year')
  const usedOn = cells.day('used_on')
  if (issuedOn && usedOn && (usedOn < issuedOn || usedOn > known.today)) cells.fault('used_on', 'import.dates-out-of-order')
  const said = cells.text('passed') !== ''
  if (cells.text('used_on') !== '' && !said) cells.fault('passed', 'import.missing')
  if (cells.text('used_on') === '' && said) cells.fault('used_on', 'import.missing')
  const passed = said ? cells.yesNo('passed') : null
  if (cells.faults.length > 0 || !iin?.ok || level === null || !issuedOn) return undefined
  return { region: of.region, iin: iin.value.reveal(), professionCode, level, issuedOn, usedOn, passed }
}

export interface RowFault {
  line: number
  column: string
  reason: string
}
/** What is wrong with rows that are right each by itself: one year at a time, a region has one plan, a person one voucher of the year. */
export function togetherFaults(rows: readonly { line: number; row: HistoricVoucherRow }[], planned: ReadonlySet<number>): RowFault[] {
  const faults: RowFault[] = []
  const seen = new Set<string>()
  for (const { line, row } of rows) {
    if (row.year !== rows[0]!.row.year) faults.push({ line, column: 'year', reason: 'voucher-year.one-at-a-time' })
    const key = 'plan' in row ? `plan ${row.plan.region}` : `iin ${row.voucher.iin}`
    if (seen.has(key)) faults.push({ line, column: 'plan' in row ? 'region' : 'iin', reason: 'import.twice' })
    seen.add(key)
  }
  const first = rows[0]
  if (first && planned.has(first.row.year)) faults.push({ line: first.line, column: 'year', reason: 'voucher-year.there-already' })
  if (first && !rows.some(({ row }) => 'plan' in row)) faults.push({ line: first.line, column: 'row', reason: 'voucher-year.no-plan' })
  return faults.sort((a, b) => a.line - b.line)
}

import type { Day } from '#kernel/day.ts'
import { Iin } from '#kernel/iin.ts'
import { sameLetters } from '#kernel/latin-letters.ts'

/** What a table of historic documents cannot do without, and every column it may have. */
export const HISTORIC_COLUMNS_REQUIRED = ['number', 'iin', 'surname', 'given_name', 'profession', 'level', 'centre', 'issued_on'] as const
export const HISTORIC_COLUMNS = [...HISTORIC_COLUMNS_REQUIRED, 'patronymic', 'valid_until', 'annulled_on', 'annulment_ground', 'funding'] as const

const FUNDINGS = ['own', 'employer', 'voucher'] as const

interface CellReader {
  faults: { line: number; column: string; reason: string }[]
  fault(column: string, reason: string): void
  text(column: string): string
  required(column: string): string
  optional(column: string): string | null
  oneOf<T extends string>(column: string, values: readonly T[]): T | null
  wholeNumber(column: string): number | null
  day(column: string): Day | null
}

/** A document from before Tanu as its paper says it. */
export interface HistoricFacts {
  line: number
  number: string
  numberKey: string
  iin: Iin
  surname: string
  givenName: string
  patronymic: string | null
  professionCode: string
  level: number
  centreId: string
  issuedOn: Day
  validUntil: Day | null
  annulledOn: Day | null
  annulmentGround: string | null
  /** Null: the paper does not say who paid. */
  funding: (typeof FUNDINGS)[number] | null
}

export interface KnownToHistory {
  /** Codes of every profession that is or ever was in the register as voluntary. */
  professions: ReadonlySet<string>
  /** Centres by their number in the register. */
  centres: ReadonlyMap<string, string>
  today: Day
  demo: boolean
}

/** How the number of a paper is compared: capital Latin letters, without blanks and dashes. */
export function historicKey(typed: string): string {
  return sameLetters(typed.normalize('NFKC').toUpperCase().replace(/[\s\-‐‑‒–—―−]/g, ''))
}

/** Reads one row; undefined when something is wrong with it, and the reader then has the faults. */
export function readHistoricRow(cells: CellReader, line: number, known: KnownToHistory): HistoricFacts | undefined {
  const number = cells.required('number')
  if (number.length > 60 || (number !== '' && historicKey(number) === '')) cells.fault('number', 'import.code-wrong')
  const iin = readIin(cells, known.demo)
  const professionCode = cells.required('profession')
  if (professionCode !== '' && !known.professions.has(professionCode)) cells.fault('profession', 'import.code-unknown')
  const level = cells.required('level') === '' ? null : cells.wholeNumber('level')
  if (level !== null && (level < 1 || level > 8)) cells.fault('level', 'import.not-one-of')
  const serial = cells.required('centre')
  const centreId = known.centres.get(serial)
  if (serial !== '' && centreId === undefined) cells.fault('centre', 'import.code-unknown')
  cells.required('issued_on')
  const issuedOn = cells.day('issued_on')
  if (issuedOn && issuedOn > known.today) cells.fault('issued_on', 'historic.in-future')
  const validUntil = cells.day('valid_until')
  if (issuedOn && validUntil && validUntil < issuedOn) cells.fault('valid_until', 'import.dates-out-of-order')
  const annulledOn = cells.day('annulled_on')
  const annulmentGround = cells.optional('annulment_ground')
  if (issuedOn && annulledOn && (annulledOn < issuedOn || annulledOn > known.today)) cells.fault('annulled_on', 'import.dates-out-of-order')
  if (cells.text('annulled_on') !== '' && annulmentGround === null) cells.fault('annulment_ground', 'import.missing')
  if (cells.text('annulled_on') === '' && annulmentGround !== null) cells.fault('annulled_on', 'import.missing')
  const facts = { surname: cells.required('surname'), givenName: cells.required('given_name'), patronymic: cells.optional('patronymic'), funding: cells.oneOf('funding', FUNDINGS) }
  if (iin && issuedOn && iin.birthDate >= issuedOn) cells.fault('issued_on', 'historic.before-birth')
  if (cells.faults.length > 0 || !iin || level === null || centreId === undefined || !issuedOn) return undefined
  return { line, number, numberKey: historicKey(number), iin, professionCode, level, centreId, issuedOn, validUntil, annulledOn, annulmentGround, ...facts }
}

function readIin(cells: CellReader, demo: boolean): Iin | undefined {
  const typed = cells.required('iin')
  if (typed === '') return undefined
  const parsed = Iin.parse(typed)
  if (!parsed.ok) {
    cells.fault('iin', `iin.${parsed.reason}`)
    return undefined
  }
  if (parsed.value.kind === 'demonstration' && !demo) cells.fault('iin', 'iin.demonstration')
  return parsed.value
}

import { Bin } from '#kernel/bin.ts'
import type { Day } from '#kernel/day.ts'
import type { CertificateFacts } from './certificate.ts'

interface RowFault {
  line: number
  column: string
  reason: string
}
interface CellReader {
  faults: RowFault[]
  fault(column: string, reason: string): void
  text(column: string): string
  required(column: string): string
  optional(column: string): string | null
  day(column: string): Day | null
  list(column: string): string[]
}

export const CENTRE_COLUMNS_REQUIRED = ['serial', 'bin', 'name_kk', 'name_ru', 'name_en', 'region_kato', 'address_kk', 'address_ru', 'phone', 'email', 'hours_kk', 'hours_ru', 'certificate_number', 'valid_from', 'valid_until', 'scope'] as const
export const CENTRE_COLUMNS = [...CENTRE_COLUMNS_REQUIRED, 'withdrawn_on', 'resumed_on', 'terminated_on', 'public_from', 'provenance'] as const

export interface CentreEntry {
  line: number
  serial: string
  bin: string
  nameKk: string
  nameRu: string
  nameEn: string
  regionKato: string
  addressKk: string
  addressRu: string
  phone: string
  email: string
  hoursKk: string
  hoursRu: string
  publicFrom: Day
  certificate: CertificateFacts & { number: string }
  scope: { professionCode: string; level: number }[]
}

export interface KnownToCentres {
  regions: ReadonlySet<string>
  /** Levels of every voluntary profession; a mandatory one is absent, because no centre may recognise it. */
  voluntaryLevels: ReadonlyMap<string, readonly number[]>
  demo: boolean
}

/** Reads one row of a table of centres. */
export function readCentreRow(cells: CellReader, line: number, known: KnownToCentres): CentreEntry | undefined {
  for (const column of CENTRE_COLUMNS_REQUIRED) cells.required(column)
  if (cells.text('serial') && !/^\d{2,5}$/.test(cells.text('serial'))) cells.fault('serial', 'import.code-wrong')
  const bin = Bin.parse(cells.text('bin'))
  if (cells.text('bin') && !bin.ok) cells.fault('bin', `import.bin-${bin.reason}`)
  if (bin.ok && bin.value.kind === 'demonstration' && !known.demo) cells.fault('bin', 'import.bin-demonstration')
  if (cells.text('region_kato') && !known.regions.has(cells.text('region_kato'))) cells.fault('region_kato', 'import.code-unknown')
  const [validFrom, validUntil] = [cells.day('valid_from'), cells.day('valid_until')]
  if (validFrom && validUntil && validUntil <= validFrom) cells.fault('valid_until', 'import.dates-out-of-order')
  const [withdrawnOn, resumedOn, terminatedOn] = [cells.day('withdrawn_on'), cells.day('resumed_on'), cells.day('terminated_on')]
  if (resumedOn && (!withdrawnOn || resumedOn < withdrawnOn)) cells.fault('resumed_on', 'import.dates-out-of-order')
  const scope = cells.list('scope').flatMap((part) => {
    const match = /^([A-Z0-9][A-Z0-9.-]{0,39}):(\d)$/.exec(part)
    const levels = match ? known.voluntaryLevels.get(match[1]!) : undefined
    if (!match) cells.fault('scope', 'import.scope-wrong')
    else if (!levels) cells.fault('scope', 'import.scope-profession-unknown')
    else if (!levels.includes(Number(match[2]))) cells.fault('scope', 'import.scope-level-unknown')
    return match ? [{ professionCode: match[1]!, level: Number(match[2]) }] : []
  })
  if (cells.faults.length > 0 || !validFrom || !validUntil || !bin.ok) return undefined
  return {
    line, serial: cells.text('serial'), bin: cells.text('bin'), nameKk: cells.text('name_kk'), nameRu: cells.text('name_ru'), nameEn: cells.text('name_en'), regionKato: cells.text('region_kato'),
    addressKk: cells.text('address_kk'), addressRu: cells.text('address_ru'), phone: cells.text('phone'), email: cells.text('email'), hoursKk: cells.text('hours_kk'), hoursRu: cells.text('hours_ru'),
    publicFrom: cells.day('public_from') ?? validFrom, certificate: { number: cells.text('certificate_number'), validFrom, validUntil, withdrawnOn, resumedOn, terminatedOn }, scope,
  }
}

import { createHash } from 'node:crypto'
import { dayOf, yearOf } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import type { Table } from '#platform/tables/table.ts'
import * as centres from '#modules/centres/index.ts'
import * as professions from '#modules/professions/index.ts'
import * as documents from '#modules/recognition-documents/index.ts'
import * as vouchers from '#modules/vouchers/index.ts'
import { HOLIDAY_COLUMNS, HOLIDAY_COLUMNS_REQUIRED, readHolidayTable } from './domain/holiday-table.ts'
import { policy } from './policy.ts'
import { hasCalendar, insertCalendar, selectDays } from './store/calendar-store.ts'
import { lockRegisters } from './store/long-work-store.ts'

export const IMPORT_KINDS = ['professions', 'centres', 'holidays', 'historic-documents', 'historic-vouchers'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

/** The columns of each table, and those it cannot do without. */
export const IMPORT_COLUMNS: Readonly<Record<ImportKind, { required: readonly string[]; all: readonly string[] }>> = {
  professions: { required: professions.PROFESSION_COLUMNS_REQUIRED, all: professions.PROFESSION_COLUMNS },
  centres: { required: centres.CENTRE_COLUMNS_REQUIRED, all: centres.CENTRE_COLUMNS },
  holidays: { required: HOLIDAY_COLUMNS_REQUIRED, all: HOLIDAY_COLUMNS },
  'historic-documents': { required: documents.HISTORIC_COLUMNS_REQUIRED, all: documents.HISTORIC_COLUMNS },
  'historic-vouchers': { required: vouchers.HISTORIC_VOUCHER_COLUMNS_REQUIRED, all: vouchers.HISTORIC_VOUCHER_COLUMNS },
}

export interface ImportOutcome {
  kind: ImportKind
  rows: number
  added: number
  changed: number
  unchanged: number
  faults: professions.RowFault[]
  applied: boolean
}

export interface ImportOptions {
  dryRun: boolean
  onProgress?: (done: number) => void
}

interface Examined {
  added: number
  changed: number
  unchanged: number
  faults: professions.RowFault[]
  enter(t: Tx, onRow: (done: number) => void): Promise<void>
}

/** Brings a table into a register: all of it or nothing. A dry run says what would happen and changes nothing. */
export async function importTable(ctx: Ctx, kind: ImportKind, table: Table, { dryRun, onProgress = () => {} }: ImportOptions): Promise<ImportOutcome> {
  const told = (examined: Examined, applied: boolean): ImportOutcome => ({
    kind, rows: table.rows.length, added: examined.added, changed: examined.changed, unchanged: examined.unchanged, faults: examined.faults, applied,
  })
  if (dryRun) {
    return read(ctx, 'register.import', async (t) => {
      assertMay(t, policy, 'register.import', undefined as never)
      return told(await examine(t, kind, table), false)
    })
  }
  const outcome = await tx(ctx, 'register.import', async (t) => {
    assertMay(t, policy, 'register.import', undefined as never)
    await lockRegisters(t.sql)
    const examined = await examine(t, kind, table)
    if (examined.faults.length > 0 || examined.added + examined.changed === 0) return told(examined, false)
    await examined.enter(t, onProgress)
    await record(t, `register:${kind}`, 'register-imported', { kind, added: examined.added, changed: examined.changed, unchanged: examined.unchanged })
    return told(examined, true)
  })
  if (outcome.applied) ctx.law.forget()
  return outcome
}

async function examine(t: Tx, kind: ImportKind, table: Table): Promise<Examined> {
  if (table.rows.length === 0) return { added: 0, changed: 0, unchanged: 0, faults: [{ line: 1, column: table.header[0] ?? '', reason: 'import.no-rows' }], enter: async () => {} }
  if (kind === 'professions') {
    const changes = await professions.examineProfessions(t.sql, table.header, table.rows, t.today)
    return { added: changes.added.length, changed: changes.changed.length, unchanged: changes.unchanged, faults: changes.faults, enter: (inner, onRow) => professions.enterProfessions(inner, changes, onRow) }
  }
  if (kind === 'centres') {
    const changes = await centres.examineCentres(t.sql, table.header, table.rows, { demo: t.demo, on: t.today })
    return { added: changes.added.length, changed: changes.changed.length, unchanged: 0, faults: changes.faults, enter: (inner, onRow) => centres.enterCentres(inner, changes, onRow) }
  }
  if (kind === 'historic-documents') {
    const changes = await documents.examineHistory(t, table.header, table.rows)
    return { added: changes.added.length, changed: 0, unchanged: changes.unchanged, faults: changes.faults, enter: (inner, onRow) => documents.enterHistory(inner, changes, onRow) }
  }
  if (kind === 'historic-vouchers') {
    const changes = await vouchers.examineVoucherYear(t, table.header, table.rows)
    return { added: changes.plan.length + changes.vouchers.length, changed: 0, unchanged: 0, faults: changes.faults, enter: (inner, onRow) => vouchers.enterVoucherYear(inner, changes, onRow) }
  }
  return examineHolidays(t, table)
}

/** A new version of the calendar: years of the table take the place of theirs, all other years stay as they are. */
async function examineHolidays(t: Tx, table: Table): Promise<Examined> {
  const header = professions.headerFaults(table.header, HOLIDAY_COLUMNS_REQUIRED, HOLIDAY_COLUMNS)
  const { entries, years, faults } = header.length > 0 ? { entries: [], years: [], faults: header } : readHolidayTable(table.rows)
  if (faults.length > 0 || years.length === 0) return { added: 0, changed: 0, unchanged: 0, faults, enter: async () => {} }
  const { calendar } = t
  const kept = await selectDays(t.sql, calendar.version, dayOf(calendar.years[0]!, 1, 1), dayOf(calendar.years.at(-1)!, 12, 31))
  const days = [...kept.filter((each) => !years.includes(yearOf(each.date))), ...entries].sort((a, b) => (a.date < b.date ? -1 : 1))
  const allYears = [...new Set([...calendar.years, ...years])].sort((a, b) => a - b)
  const digest = createHash('sha256').update(JSON.stringify(days)).digest('hex').slice(0, 8)
  const version = `${allYears[0]}-${allYears.at(-1)}-${digest}`
  const same = sameDays(kept, days) && allYears.length === calendar.years.length
  const added = same ? 0 : entries.filter((each) => !calendar.years.includes(yearOf(each.date))).length
  return {
    added, changed: same ? 0 : entries.length - added, unchanged: same ? entries.length : 0, faults,
    async enter(inner, onRow) {
      const fresh = (await hasCalendar(inner.sql, version)) ? `${version}-${inner.newId().slice(-6)}` : version
      await insertCalendar(inner.sql, { version: fresh, source: `import, ${inner.today}`, years: allYears, loadedAt: inner.now }, days, onRow)
    },
  }
}

function sameDays(a: readonly { date: string; day: string; status: string; nameKk: string; nameRu: string; nameEn: string }[], b: typeof a): boolean {
  const said = (days: typeof a) => JSON.stringify(days.map((each) => [each.date, each.day, each.status, each.nameKk, each.nameRu, each.nameEn]))
  return said(a) === said(b)
}

/** The kind of an import by its name; refuses a kind that does not exist. */
export function importKind(text: string): ImportKind {
  const found = IMPORT_KINDS.find((kind) => kind === text)
  if (!found) throw new Denial('import.kind-unknown', { data: { field: 'kind' } })
  return found
}

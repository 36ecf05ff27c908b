import { makeDocumentNumber } from '#kernel/document-number.ts'
import { addDays } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx, withSystemSight } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import * as professions from '#modules/professions/index.ts'
import { HISTORIC_VOUCHER_COLUMNS, HISTORIC_VOUCHER_COLUMNS_REQUIRED, readHistoricVoucherRow, togetherFaults, type HistoricVoucher, type HistoricVoucherRow, type RowFault } from '../domain/historic-voucher-table.ts'
import type { RegionPlaces } from '../domain/places.ts'
import { chainOfPlaces } from '../office.ts'
import { policy } from '../policy.ts'
import { decideOrderRow, insertOrder, isPlanned, openPlaces } from '../store/place-store.ts'
import { insertImported, seatImported } from '../store/voucher-store.ts'

export interface HistoricYear {
  year: number
  plan: readonly RegionPlaces[]
  vouchers: readonly HistoricVoucher[]
  /** What the journal says of where it comes from. */
  source: string
  /** Whether single vouchers are invented for a demonstration: their number is the source's, they themselves are not. */
  invented: boolean
}

const VALID_DAYS = 45

/** Imports a year as it stands in its source: plan and fact as printed, exempt from the cap, no transfer invented. One bulk act, one entry of the journal, no letters [rulings 29]. */
export async function importVoucherYear(ctx: Ctx, input: HistoricYear): Promise<number> {
  return tx(ctx, 'voucher-plan.import', async (t) => {
    assertMay(t, policy, 'voucher-plan.import', undefined as never)
    return enterYear(t, input)
  })
}

/** What a table of a year that is over would enter, and what is wrong with it. */
export interface VoucherYearChanges {
  year: number
  plan: RegionPlaces[]
  vouchers: HistoricVoucher[]
  faults: RowFault[]
}
export async function examineVoucherYear(t: Tx, header: readonly string[], rows: readonly professions.CellRow[]): Promise<VoucherYearChanges> {
  const none = { year: 0, plan: [], vouchers: [] }
  const ofHeader = professions.headerFaults(header, HISTORIC_VOUCHER_COLUMNS_REQUIRED, HISTORIC_VOUCHER_COLUMNS)
  if (ofHeader.length > 0) return { ...none, faults: ofHeader }
  const known = { regions: new Set((await professions.listRegions(t.sql)).map((region) => region.kato)), professions: await professions.listVoluntaryEver(t.sql), today: t.today, demo: t.demo }
  const read: { line: number; row: HistoricVoucherRow }[] = []
  const faults: RowFault[] = []
  for (const each of rows) {
    const cells = professions.readCells(each)
    const row = readHistoricVoucherRow(cells, known)
    faults.push(...cells.faults)
    if (row) read.push({ line: each.line, row })
  }
  const year = read[0]?.row.year
  faults.push(...togetherFaults(read, new Set(year !== undefined && (await isPlanned(t.sql, year)) ? [year] : [])))
  return {
    year: year ?? 0, plan: read.flatMap(({ row }) => ('plan' in row ? [row.plan] : [])), vouchers: read.flatMap(({ row }) => ('voucher' in row ? [row.voucher] : [])), faults: faults.sort((a, b) => a.line - b.line),
  }
}

/** Enters what was examined, in the transaction of the import: a year that is over, by whoever keeps the registers. */
export async function enterVoucherYear(t: Tx, changes: VoucherYearChanges, onRow: (done: number) => void): Promise<void> {
  assertMay(t, policy, 'voucher-year.enter', undefined as never)
  await enterYear(t, { year: changes.year, plan: changes.plan, vouchers: changes.vouchers, source: `import, ${t.today}`, invented: false })
  onRow(changes.plan.length + changes.vouchers.length)
}

async function enterYear(t: Tx, input: HistoricYear): Promise<number> {
  if (await isPlanned(t.sql, input.year)) throw new Denial('voucher-order.planned-already')
  return withSystemSight(t, async () => {
    const orderId = t.newId()
    const at = `${input.year}-01-01T00:00:00.000Z` as typeof t.now
    await insertOrder(t.sql, { id: orderId, year: input.year, kind: 'plan', ground: input.source, document: input.source, reverses: null, origin: 'imported', proposedBy: null, proposedAt: at }, input.plan)
    await decideOrderRow(t.sql, orderId, { accountId: null, approved: true, note: '', at })
    await openPlaces(t.sql, orderId, input.year, input.plan)
    await insertImported(t.sql, input.vouchers.map((voucher) => {
      const validUntil = addDays(voucher.issuedOn, VALID_DAYS)
      return {
        id: t.newId(), number: makeDocumentNumber(t.random(8)), year: input.year, region: voucher.region, personKey: t.cipher.index(voucher.iin), professionCode: voucher.professionCode, level: voucher.level,
        issuedOn: voucher.issuedOn, validUntil, state: voucher.usedOn === null ? 'annulled' as const : 'used' as const, usedOn: voucher.usedOn, passed: voucher.passed,
        annulledOn: voucher.usedOn === null ? addDays(validUntil, 1) : null, annulmentGround: voucher.usedOn === null ? 'unused' : null,
      }
    }), input.invented)
    await seatImported(t.sql, orderId, input.year)
    await record(t, chainOfPlaces(input.year), 'voucher-year-imported', { source: input.source, vouchers: input.vouchers.length, plan: input.plan.reduce((sum, line) => sum + line.places, 0), invented: input.invented })
    return input.vouchers.length
  })
}

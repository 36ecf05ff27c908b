import { addDays, momentAt, type Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import { dayBook, type DayBook } from './domain/reconciliation.ts'
import { policy } from './policy.ts'
import { providerOf } from './provider/simulator.ts'
import { selectBookkeepers, selectDay, sumDay, sumOfAll, sumReceivable, sumUnmatched, type EntryLine } from './store/ledger-store.ts'
import { selectOddNotices, type KeptNotice } from './store/provider-store.ts'

export interface DayBookOfCentre {
  book: DayBook
  lines: (EntryLine & { caseNumber: string | undefined })[]
  /** Notices of the provider that explain a difference. */
  odd: KeptNotice[]
  hasProvider: boolean
  /** The closing balance of the accounts themselves; it must be that of the book. */
  accounts: number
}
/** Movements shown for one day at most; the export of the day has the same. */
export const MOST_LINES = 2_000

async function bookOf(ctx: Ctx, t: Tx, centreId: string, on: Day): Promise<DayBook> {
  const provider = providerOf(ctx)
  const sums = await sumDay(t.sql, centreId, on)
  const unmatched = await sumUnmatched(t.sql, centreId, on)
  const providerTold = provider ? await provider.dayTotal(t, centreId, on) : 0
  return dayBook(await sumReceivable(t.sql, centreId, addDays(on, -1)), sums, { unmatched, providerTold })
}
const startOf = (on: Day) => momentAt(on, '00:00')

/** The book of one day of a centre, for its clerks and for oversight. */
export async function readDayBook(ctx: Ctx, centreId: Uuid, on: Day): Promise<DayBookOfCentre> {
  return read(ctx, 'book.read', async (t) => {
    assertMay(t, policy, 'book.read', { centreId })
    const lines = await selectDay(t.sql, centreId, on, MOST_LINES)
    const numbers = await casework.numbersOf(t, lines.flatMap((line) => (line.caseId ? [line.caseId] : [])))
    return {
      book: await bookOf(ctx, t, centreId, on), lines: lines.map((line) => ({ ...line, caseNumber: line.caseId ? numbers.get(line.caseId) : undefined })),
      odd: await selectOddNotices(t.sql, centreId, startOf(on), startOf(addDays(on, 1))), hasProvider: providerOf(ctx) !== undefined, accounts: await sumReceivable(t.sql, centreId, on),
    }
  })
}

/** The books of one day of all centres, the sum of the whole book (zero), and notices that belong to no centre. */
export async function readAllDayBooks(ctx: Ctx, on: Day): Promise<{ rows: { centre: centres.Centre; book: DayBook }[]; sum: number; odd: KeptNotice[] }> {
  return read(ctx, 'book.read-all', async (t) => {
    assertMay(t, policy, 'book.read-all', undefined)
    const rows: { centre: centres.Centre; book: DayBook }[] = []
    for (const id of await selectBookkeepers(t.sql)) rows.push({ centre: await centres.getCentre(t.sql, id), book: await bookOf(ctx, t, id, on) })
    return { rows, sum: await sumOfAll(t.sql), odd: (await selectOddNotices(t.sql, null, startOf(on), startOf(addDays(on, 1)))).filter((notice) => notice.outcome === 'unknown-order') }
  })
}

import { plusMs, type Day } from '#kernel/day.ts'
import type { DayCount, DayWeight } from '#kernel/day-count.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx, withSystemSight } from '#platform/acts/tx.ts'
import type { Sql } from '#platform/db/database.ts'
import { chainsSince, journalMark, newestEntryAt } from '#platform/journal/mark.ts'
import * as casework from '#modules/casework/index.ts'
import * as decisions from '#modules/decisions/index.ts'
import * as documents from '#modules/recognition-documents/index.ts'
import { policy } from './policy.ts'
import { dropDays, insertDays, keepProgress, mayCount, selectProgress, selectSums, waitToCount, type DaySum } from './store/day-store.ts'
import { planForDays, planForWholeTables } from './store/plan-store.ts'

/** Who counts what, and under which days a case has rows there. */
interface Source {
  themes: readonly string[]
  allDays(sql: Sql): Promise<DayWeight[]>
  daysOf(sql: Sql, caseIds: readonly string[]): Promise<Day[]>
  count(sql: Sql, days: readonly Day[]): Promise<DayCount[]>
}
const CASES: Source = { themes: ['applications', 'funnel', 'terms'], allDays: casework.daysOfAllCases, daysOf: casework.daysOfCases, count: casework.countCasesByDay }
const DECISIONS: Source = { themes: ['outcomes-centre', 'outcomes-profession'], allDays: decisions.decidedDays, daysOf: decisions.decidedDaysOf, count: decisions.countOutcomesByDay }
const DOCUMENTS: Source = { themes: ['recognised', 'holders', 'times'], allDays: documents.issuedDays, daysOf: documents.issuedDaysOf, count: documents.countDocumentsByDay }
const SOURCES = [CASES, DECISIONS, DOCUMENTS]

/** An entry bears the moment at which its act began: one that ended later may stand behind one that was already seen. */
const OVERLAP_MS = 300_000
/** More chains than this are not looked up one by one: everything is counted anew. */
const MOST_CHAINS = 50_000
/** Counted at once where cases are looked up by their keys, so many days; where whole tables are read, days with so many rows. */
const FEW_DAYS = 60
const MANY_ROWS = 200_000

/** What was done: nothing, the days of the cases that changed, or all of them. */
export interface Recounted {
  whole: boolean
  days: number
  /** Somebody else was counting: the days are as they were before he began. */
  busy: boolean
  /** Numbers that a recount of everything found otherwise than they were kept; more than none is a fault. */
  differences: number
}

/**
 * Counts anew what changed since the journal was last looked at: the cases that got an entry, by the days under which their rows were entered. The first time, and
 * when `whole` is asked for, every day; then what was kept before is compared.
 */
export async function bringDaysUpToDate(ctx: Ctx, { whole = false }: { whole?: boolean } = {}): Promise<Recounted> {
  return tx(ctx, 'statistics.count', async (t) => {
    assertMay(t, policy, 'statistics.count', undefined as never)
    // Nobody waits while everything is counted anew, for the waiting would hold connections that pages need; only the first count ever is waited for.
    if (!(await mayCount(t.sql))) {
      if (!whole && (await selectProgress(t.sql))) return { whole: false, days: 0, busy: true, differences: 0 }
      await waitToCount(t.sql)
    }
    const progress = await selectProgress(t.sql)
    const mark = await journalMark(t.sql)
    if (progress?.journalMark === mark && !whole) return { whole: false, days: 0, busy: false, differences: 0 }
    const journalAt = (await newestEntryAt(t.sql)) ?? t.now
    const batches = await documents.countBatches(t.sql)
    const chains = progress && !whole ? await chainsSince(t.sql, plusMs(progress.journalAt, -OVERLAP_MS), MOST_CHAINS) : undefined
    const done = await withSystemSight(t, () => (chains ? recountChanged(t, casework.casesOfChains(chains), progress!.batches !== batches) : recountWhole(t, progress !== undefined)))
    await keepProgress(t.sql, { journalMark: mark, journalAt, batches, wholeAt: done.whole ? t.now : progress!.wholeAt })
    return done
  })
}

async function recountChanged(t: Tx, caseIds: readonly string[], history: boolean): Promise<Recounted> {
  await planForDays(t.sql)
  const kin = caseIds.length > 0 ? await casework.kinOf(t.sql, caseIds) : []
  let counted = 0
  for (const source of SOURCES) {
    const every = source === DOCUMENTS && history
    const days = every ? (await source.allDays(t.sql)).map((each) => each.day) : kin.length > 0 ? await source.daysOf(t.sql, kin) : []
    for (let from = 0; from < days.length; from += FEW_DAYS) await recount(t, source, days.slice(from, from + FEW_DAYS))
    counted += days.length
  }
  return { whole: false, days: counted, busy: false, differences: 0 }
}

async function recountWhole(t: Tx, kept: boolean): Promise<Recounted> {
  const before = kept ? await selectSums(t.sql, LAST_DAY) : undefined
  await planForWholeTables(t.sql)
  let counted = 0
  for (const source of SOURCES) {
    await dropDays(t.sql, source.themes, undefined)
    const days = await source.allDays(t.sql)
    for (const some of inPieces(days, MANY_ROWS)) await recount(t, source, some)
    counted += days.length
  }
  return { whole: true, days: counted, busy: false, differences: before ? differencesOf(before, await selectSums(t.sql, LAST_DAY)) : 0 }
}

async function recount(t: Tx, source: Source, days: readonly Day[]): Promise<void> {
  await dropDays(t.sql, source.themes, days)
  const rows = await source.count(t.sql, days)
  if (rows.length > 0) await insertDays(t.sql, rows)
}

/** Days in pieces of at least one and of so many rows at most. */
function inPieces(days: readonly DayWeight[], most: number): Day[][] {
  const pieces: Day[][] = []
  let rows = Infinity
  for (const each of days) {
    if (rows + each.rows > most) {
      pieces.push([])
      rows = 0
    }
    pieces.at(-1)!.push(each.day)
    rows += each.rows
  }
  return pieces
}

const LAST_DAY = '9999-12-31' as Day
function differencesOf(before: readonly DaySum[], after: readonly DaySum[]): number {
  const told = (row: DaySum): string => [row.theme, row.year, row.by, row.value, row.n].join('|')
  const [was, is] = [new Set(before.map(told)), new Set(after.map(told))]
  return [...was].filter((each) => !is.has(each)).length + [...is].filter((each) => !was.has(each)).length
}

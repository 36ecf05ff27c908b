import { legalDay, parseDay, type Day, type Moment } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import { SYSTEM } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import type { Database } from '#platform/db/database.ts'
import { journalMark } from '#platform/journal/mark.ts'
import { countSummary, type Summary } from './count.ts'
import { bringDaysUpToDate } from './days.ts'
import { policy } from './policy.ts'
import { keepSummary, selectSummary } from './store/summary-store.ts'

/** A count that took longer is not made while somebody waits for his page: he gets the one before, which is a minute old at most. */
const DEAR_MS = 400
/** A dear count is made anew at most so often. */
const PAUSE_MS = 15_000
/** Days kept in the process. */
const MOST_DAYS = 60
/** The first day that is answered: the Law was signed on 4 July 2023, but documents are older. */
const FIRST_DAY = '2000-01-01' as Day

export interface SummaryRead extends Summary {
  countedAt: Moment
}
interface Kept {
  summary: Summary
  countedAt: Moment
  mark: string
  tookMs: number
  /** By real time, for a demonstration's clock may stand. */
  madeAt: number
}
interface Shelf {
  days: Map<Day, Kept>
  running: Map<Day, Promise<Kept>>
}
const shelves = new WeakMap<Database, Shelf>()
function shelfOf(ctx: Ctx): Shelf {
  let shelf = shelves.get(ctx.db)
  if (!shelf) shelves.set(ctx.db, (shelf = { days: new Map(), running: new Map() }))
  return shelf
}

/** The day a question is about: today when none is named. Refuses what is no day and a day to come. */
export function dayAsked(ctx: Pick<Ctx, 'clock'>, typed: string | null | undefined): Day {
  const today = legalDay(ctx.clock.now())
  if (!typed) return today
  const day = parseDay(typed)
  if (!day || day < FIRST_DAY) throw new Denial('statistics.day-wrong', { data: { field: 'asOf' } })
  if (day > today) throw new Denial('statistics.day-to-come', { data: { field: 'asOf' } })
  return day
}

/**
 * The published numbers as of a day. Counted at once when the journal has moved since the last count; where counting is dear, the count
 * before is given and a new one begun, so that a change is seen within a minute.
 */
export async function readSummary(ctx: Ctx, asOf: Day): Promise<SummaryRead> {
  const shelf = shelfOf(ctx)
  const mark = await journalMark(ctx.db)
  const kept = shelf.days.get(asOf) ?? (await fromTable(ctx, asOf))
  if (kept?.mark === mark) return told(kept)
  if (kept && kept.tookMs > DEAR_MS) {
    if (realNow(ctx) - kept.madeAt > PAUSE_MS) refresh(ctx, asOf).catch(() => {})
    return told(kept)
  }
  return told(await refresh(ctx, asOf))
}

/** Counts today anew when the journal has moved; answers how many days were counted. */
export async function refreshToday(ctx: Ctx): Promise<number> {
  const today = legalDay(ctx.clock.now())
  const kept = shelfOf(ctx).days.get(today) ?? (await fromTable(ctx, today))
  if (kept && kept.mark === (await journalMark(ctx.db))) return 0
  await refresh(ctx, today)
  // One is enough for this round: a busy journal would keep the chore counting without a pause.
  return 0
}

const told = (kept: Kept): SummaryRead => ({ ...kept.summary, countedAt: kept.countedAt })
const realNow = (ctx: Ctx): number => Date.parse(ctx.clock.realNow())

async function fromTable(ctx: Ctx, asOf: Day): Promise<Kept | undefined> {
  const row = await selectSummary(ctx.db, asOf)
  if (!row) return undefined
  const kept: Kept = { summary: row.content as Summary, countedAt: row.countedAt, mark: row.journalMark, tookMs: row.tookMs, madeAt: 0 }
  keep(ctx, asOf, kept)
  return kept
}

function keep(ctx: Ctx, asOf: Day, kept: Kept): void {
  const { days } = shelfOf(ctx)
  if (days.size >= MOST_DAYS) days.clear()
  days.set(asOf, kept)
}

/** One count of a day at a time, however many ask. */
function refresh(ctx: Ctx, asOf: Day): Promise<Kept> {
  const { running } = shelfOf(ctx)
  let work = running.get(asOf)
  if (!work) running.set(asOf, (work = count(ctx, asOf).finally(() => running.delete(asOf))))
  return work
}

async function count(asked: Ctx, asOf: Day): Promise<Kept> {
  const { requestKey: _, ...plain } = asked
  const ctx: Ctx = { ...plain, actor: SYSTEM }
  const began = realNow(ctx)
  // Read before the count: what comes in meanwhile is looked at by the next one.
  const seen = await journalMark(ctx.db)
  const { busy } = await bringDaysUpToDate(ctx)
  // Counted from days that somebody is just counting anew: the next look counts again.
  const mark = busy ? `${seen}…` : seen
  const summary = await countSummary(ctx, asOf)
  const tookMs = realNow(ctx) - began
  const countedAt = ctx.clock.now()
  await tx(ctx, 'statistics.count', async (t) => {
    assertMay(t, policy, 'statistics.count', undefined as never)
    await keepSummary(t.sql, { asOf, countedAt, journalMark: mark, tookMs, content: summary })
  })
  const kept: Kept = { summary, countedAt, mark, tookMs, madeAt: realNow(ctx) }
  keep(ctx, asOf, kept)
  return kept
}

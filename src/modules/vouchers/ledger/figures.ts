import { addDays, daysBetween, dayOf, type Day } from '#kernel/day.ts'
import { deadlineRule, findNorm, normNumber, type NormEdition } from '#kernel/norms.ts'
import { dueOn } from '#kernel/deadline-rule.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, withSystemSight } from '#platform/acts/tx.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import { forecastOf, proposeReallocations, type Forecast, type Promised, type Reallocation, type RegionFigures } from '../domain/places.ts'
import { policy } from '../policy.ts'
import * as store from '../store/place-store.ts'

/** Plan and fact of every region in a year, as of a day; each number counted from orders and vouchers. For reads of any module, since they are published. */
export async function planAndFact(t: Tx, { year, asOf }: { year: number; asOf: Day }): Promise<RegionFigures[]> {
  const regions = await katosOf(t)
  const rows = await withSystemSight(t, () => store.selectFigures(t.sql, year, asOf, regions))
  return rows.map((row) => ({ ...row, planInForce: row.plan + row.moved + row.revised, overPlan: row.issued > row.plan + row.moved + row.revised }))
}

/** Years of which there is a plan in force, the newest first. */
export async function listYears(t: Tx): Promise<number[]> {
  return store.selectYears(t.sql)
}

const katosOf = async (t: Tx): Promise<string[]> => (await professions.listRegions(t.sql)).map((region) => region.kato)

/**
 * The last day on which a request is taken in a year (T8). News say "until 1 November" and not whether that day is one of them: it is, as in every term of the Civil Code that ends on a
 * day [D]; where the norm says no, the day before it is the last.
 */
export function lastFilingDay(norms: NormEdition, year: number, calendar: Tx['calendar']): Day {
  const named = dueOn(deadlineRule(norms, 'T8'), dayOf(year, 1, 1), calendar)!
  return findNorm(norms, 'voucher.lastFilingDayInclusive')?.value === false ? addDays(named, -1) : named
}

export interface Pace {
  windowDays: number
  /** Days from today to the last day of filing of the year; none when it is over. */
  daysLeft: number
  lastDay: Day
  regions: { region: string; left: number; lately: number; forecast: Forecast }[]
}
/** The pace of a running year in every region and what it foretells, as of today: free and reserved places, and requests of the last days. For reads of any module, since it is published. */
export async function readPace(t: Tx, year: number): Promise<Pace> {
  const norms = await t.law.normsInForce(t.sql, t.today)
  const windowDays = normNumber(norms, 'statistics.forecastDays')
  const lastDay = lastFilingDay(norms, year, t.calendar)
  const daysLeft = year === Number(t.today.slice(0, 4)) ? Math.max(0, daysBetween(t.today, lastDay)) : 0
  if (daysLeft === 0) return { windowDays, daysLeft, lastDay, regions: [] }
  const regions = await katosOf(t)
  const pace = await withSystemSight(t, () => store.selectPace(t.sql, year, addDays(t.today, -windowDays), regions))
  return { windowDays, daysLeft, lastDay, regions: pace.map((each) => ({ ...each, forecast: forecastOf({ ...each, windowDays, daysLeft, dayAfter: (days) => addDays(t.today, days) }) })) }
}

export interface OrderShown extends store.OrderRow {
  lines: { region: string; places: number }[]
  proposer: string | undefined
  decider: string | undefined
}
export interface PlanDesk {
  year: number
  years: number[]
  planned: boolean
  figures: (RegionFigures & Promised)[]
  orders: OrderShown[]
  forecasts: Forecast[]
  reallocations: Reallocation[]
  imported: boolean
  windowDays: number
  today: Day
}

/** The ministry's table of a year: plan, moved, in force, three counters, orders, and what the pace of the last weeks foretells. */
export async function readPlanDesk(ctx: Ctx, asked: number | undefined): Promise<PlanDesk> {
  return read(ctx, 'voucher-plan.read', async (t) => {
    assertMay(t, policy, 'voucher-plan.read', undefined as never)
    const thisYear = Number(t.today.slice(0, 4))
    const years = await store.selectYears(t.sql)
    // The plan of a year may be ordered before the year begins.
    const year = asked !== undefined && (years.includes(asked) || asked === thisYear || asked === thisYear + 1) ? asked : thisYear
    const orders = await store.selectOrders(t.sql, year)
    const lines = await store.selectLines(t.sql, orders.map((order) => order.id))
    const names = await people.namesOf(t, orders.flatMap((order) => [order.proposedBy, order.decidedBy]))
    const nameOf = (id: string | null) => (id ? names.get(id) : undefined)
    const { windowDays, regions } = await readPace(t, year)
    const forecasts = regions.map((each) => each.forecast)
    const katos = await katosOf(t)
    const promised = await withSystemSight(t, () => store.selectPromised(t.sql, year, katos))
    const promisedOf = (region: string): Promised => promised.find((each) => each.region === region) ?? { region, reserved: 0, waiting: 0 }
    return {
      year, years: [...new Set([thisYear, thisYear + 1, ...years])].sort((a, b) => b - a), planned: await store.isPlanned(t.sql, year), figures: (await planAndFact(t, { year, asOf: t.today })).map((row) => ({ ...row, ...promisedOf(row.region) })),
      orders: orders.map((order) => ({ ...order, lines: lines.filter((line) => line.orderId === order.id), proposer: nameOf(order.proposedBy), decider: nameOf(order.decidedBy) })),
      forecasts, reallocations: proposeReallocations(forecasts, promised), imported: orders.some((order) => order.origin === 'imported'), windowDays, today: t.today,
    }
  })
}

/** What ledger and places do not agree about; empty, or a fault. */
export async function findLedgerDifferences(ctx: Ctx): Promise<Awaited<ReturnType<typeof store.selectLedgerDifferences>>> {
  return read(ctx, 'voucher-plan.read', async (t) => {
    assertMay(t, policy, 'voucher-plan.read', undefined as never)
    return withSystemSight(t, () => store.selectLedgerDifferences(t.sql))
  })
}

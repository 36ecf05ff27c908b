import { addDays, yearOf, type Day } from '#kernel/day.ts'
import { normNumber, type NormEdition } from '#kernel/norms.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, withSystemSight } from '#platform/acts/tx.ts'
import * as accreditation from '#modules/accreditation/index.ts'
import * as appeals from '#modules/appeals/index.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as decisions from '#modules/decisions/index.ts'
import * as professions from '#modules/professions/index.ts'
import * as documents from '#modules/recognition-documents/index.ts'
import * as scheduling from '#modules/scheduling/index.ts'
import * as vouchers from '#modules/vouchers/index.ts'
import { buildTables } from './domain/build-tables.ts'
import type { CaseCounts, Counts, ForecastFacts } from './domain/counts.ts'
import { countsOf, toldApart } from './domain/day-sums.ts'
import { NORM_OF_FIGURE, type Tables } from './domain/tables.ts'
import { placeOf } from './domain/place.ts'
import { policy } from './policy.ts'
import { selectApplicationsBetween, selectSums } from './store/day-store.ts'
import { planForWholeTables } from './store/plan-store.ts'
import { countVouchers } from './vouchers.ts'

/** What is kept of a day: k as it was then, and every table with what must be withheld withheld. */
export interface Summary {
  asOf: Day
  k: number
  tables: Tables
}

/** The numbers as of a day: cases and people by what is kept by day, the few other rows through the doors of the modules that own them. */
export async function countSummary(ctx: Ctx, asOf: Day): Promise<Summary> {
  return read(ctx, 'statistics.count', async (t) => {
    assertMay(t, policy, 'statistics.count', undefined as never)
    const today = await ctx.law.normsInForce(t.sql, t.today)
    const k = normNumber(today, 'statistics.suppressUnder')
    const counts = await withSystemSight(t, async () => ({ ...(await gather(t, asOf)), ...(await keptCounts(t, asOf)) }))
    return { asOf, k, tables: buildTables(counts, k) }
  })
}

/** Cases and people by what is kept by day. */
export async function keptCounts(t: Tx, asOf: Day): Promise<CaseCounts> {
  return countsOf(await selectSums(t.sql, asOf))
}
/** The same from every row, by statements that share nothing with what is kept by day: the check. Takes as long as reading all cases takes; needs the sight of the system. */
export async function countEveryRow({ sql }: Tx, asOf: Day): Promise<CaseCounts> {
  await planForWholeTables(sql)
  return {
    cohorts: await documents.countCohorts(sql, asOf), recognised: await documents.countRecognised(sql, asOf), times: await documents.countTimes(sql, asOf),
    funnels: await casework.countFunnels(sql, asOf), terms: await casework.countTermsByYear(sql, asOf), applications: toldApart(await casework.countApplications(sql, asOf)),
    outcomes: toldApart(await decisions.countOutcomesOfNation(sql, asOf)),
  }
}

async function gather(t: Tx, asOf: Day): Promise<Omit<Counts, keyof CaseCounts>> {
  const { sql } = t
  const current = await professions.listCurrentProfessions(sql, asOf)
  const voluntary = new Set(current.filter((each) => each.track === 'voluntary').map((each) => each.code))
  const states = await centres.certificateStates(sql, asOf)
  const all = await centres.listAllCentres(sql)
  const scope = Map.groupBy((await centres.listAllOffers(sql, asOf)).filter((each) => voluntary.has(each.professionCode)), (each) => each.centreId as string)
  const norms = await normsOn(t, asOf)
  return {
    asOf, bodies: (await professions.listSectorBodies(sql)).map((each) => each.code), professions: current.map((each) => ({ code: each.code, track: each.track, direction: each.fieldCode })),
    directionOf: await directions(t),
    centres: all.filter((each) => states.get(each.id)?.state === 'valid').map((each) => ({
      id: each.id, serial: each.serial, region: each.regionKato, placeKk: placeOf(each.address.kk), placeRu: placeOf(each.address.ru), scope: [...new Set((scope.get(each.id) ?? []).map((line) => line.professionCode))].sort(),
    })),
    regionOf: new Map(all.map((each) => [each.id as string, each.regionKato])), vouchers: await countVouchers(t, asOf),
    seats: await scheduling.countSeats(sql, asOf), forecast: await forecastFacts(t, asOf), appeals: await appeals.countAppealsByYear(sql, asOf),
    norms: new Map(Object.values(NORM_OF_FIGURE).flatMap((key) => {
      const norm = norms?.norms.find((each) => each.key === key)
      return norm && norm.value !== null ? [[key, { value: Number(norm.value), mark: norm.mark }] as const] : []
    })),
    accreditationDocuments: accreditation.PAPER_KINDS.length, accreditationStages: norms?.norms.filter(({ key }) => /^accreditation\.stage\d+\.term$/.test(key)).length ?? 0,
  }
}

/** What the forecast is made of. Of vouchers only as of today: how many requests waited on another day is kept nowhere. */
async function forecastFacts(t: Tx, asOf: Day): Promise<ForecastFacts> {
  const days = normNumber(await t.law.normsInForce(t.sql, t.today), 'statistics.forecastDays')
  const until = addDays(asOf, days)
  const lately = await selectApplicationsBetween(t.sql, addDays(asOf, -days), asOf)
  const pace = asOf === t.today ? await vouchers.readPace(t, yearOf(asOf)) : undefined
  return {
    days, until, lately: lately.map((row) => ({ by: row.by as 'centre', value: row.value, applications: row.n })), seats: await scheduling.countSeatsAhead(t.sql, asOf, until),
    vouchers: pace && pace.daysLeft > 0 ? { until: pace.lastDay, daysAhead: pace.daysLeft, regions: pace.regions.map(({ region, left, lately: n, forecast }) => ({ region, left, lately: n, runsOutOn: forecast.runsOutOn })) } : undefined,
  }
}

/** The norms of the day; undefined for a day before the first edition. */
async function normsOn(t: Tx, asOf: Day): Promise<NormEdition | undefined> {
  const first = (await t.law.normsInForce(t.sql, t.today)).validFrom
  if (asOf >= first) return t.law.normsInForce(t.sql, asOf)
  return t.law.normsInForce(t.sql, asOf).catch(() => undefined)
}

/** Direction of every profession that ever was in the register, by its newest version. */
async function directions({ sql }: Tx): Promise<Map<string, string | null>> {
  const found = new Map<string, string | null>()
  let after = { code: '', versionNo: 0 }
  for (;;) {
    const batch = await professions.listVersionsAfter(sql, after, 1_000)
    for (const each of batch) found.set(each.code, each.fieldCode)
    if (batch.length < 1_000) return found
    after = batch.at(-1)!
  }
}

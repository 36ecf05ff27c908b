import { addMonths, type Day } from '#kernel/day.ts'
import { firstLawfulDay, type NoticeReading } from '#kernel/deadline-rule.ts'
import { isDenial } from '#kernel/denial.ts'
import { normNumber, normText } from '#kernel/norms.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, withSystemSight } from '#platform/acts/tx.ts'
import * as centres from '#modules/centres/index.ts'
import * as programmes from '#modules/programmes/index.ts'
import * as scheduling from '#modules/scheduling/index.ts'
import { keptAnswers } from '../kept-answers.ts'
import { policy } from '../policy.ts'
import { recognisedByCentres, todayOf } from '../reads.ts'
import type { CentreFacts, CentreLine } from './domain/centre-filter.ts'

export interface CentreOnBoard extends CentreFacts {
  centre: centres.Centre
  certificate: centres.CertificateShown | undefined
}

/** How far ahead free seats are looked for. */
const MONTHS_AHEAD = 12

/** The first day on which a person notified today could be examined; undefined while the calendar does not reach so far. */
export async function firstExamDay(ctx: Ctx): Promise<Day | undefined> {
  const today = todayOf(ctx)
  const norms = await ctx.law.normsInForce(ctx.db, today)
  try {
    return firstLawfulDay(today, normNumber(norms, 'notice.wholeDays'), normText(norms, 'notice.reading') as NoticeReading, await ctx.law.calendar(ctx.db))
  } catch (error) {
    if (isDenial(error, 'calendar.year-missing')) return undefined
    throw error
  }
}

/** Every public centre with what it offers today: certificate, lines with price, language and nearest free date, ways in. Holds nothing of any person. */
export async function readBoard(ctx: Ctx): Promise<CentreOnBoard[]> {
  const today = todayOf(ctx)
  const [shown, states] = [await centres.listPublicCentres(ctx.db, today), await centres.certificateStates(ctx.db, today)]
  const taught = new Set((await programmes.listApprovedKeys(ctx.db)).map(keyOf))
  const nearest = new Map((await freeDays(ctx)).map((each) => [keyOf(each), each.onDay]))
  const lines = new Map<string, CentreLine[]>()
  const ours = await recognisedByCentres(ctx)
  for (const offer of (await centres.listAllOffers(ctx.db, today)).filter((each) => ours.has(each.professionCode))) {
    const line = {
      professionCode: offer.professionCode, level: offer.level, price: offer.price?.amount,
      languages: taught.has(keyOf(offer)) ? programmes.PROGRAMME_LANGUAGES : [], nearestOn: nearest.get(keyOf(offer)),
    }
    const own = lines.get(offer.centreId)
    if (own) own.push(line)
    else lines.set(offer.centreId, [line])
  }
  const features = Map.groupBy(await centres.listAvailable(ctx.db), (each) => each.centreId)
  return shown.map((centre) => ({
    centre, certificate: states.get(centre.id), serial: centre.serial, regionKato: centre.regionKato, features: (features.get(centre.id) ?? []).map((each) => each.feature), lines: lines.get(centre.id) ?? [],
  }))
}

/** Seats change all day and a count over all centres is dear: half a minute old is good enough for a list. */
const keep = keptAnswers<scheduling.FreeDay[]>({ freshMs: 30_000, keepMs: 300_000 })

async function freeDays(ctx: Ctx): Promise<scheduling.FreeDay[]> {
  const from = await firstExamDay(ctx)
  return from ? keep(ctx, from, () => countFreeDays(ctx, from)) : []
}

async function countFreeDays(ctx: Ctx, from: Day): Promise<scheduling.FreeDay[]> {
  return read(ctx, 'register.read', async (t) => {
    assertMay(t, policy, 'register.read', undefined as never)
    return withSystemSight(t, () => scheduling.listFirstFreeDays(t.sql, { from, until: addMonths(from, MONTHS_AHEAD) }))
  })
}

/** The next sittings of one centre with free seats that the notice still allows. */
export async function readFreeSittings(ctx: Ctx, centreId: string, limit: number): Promise<scheduling.FreeSitting[]> {
  const from = await firstExamDay(ctx)
  if (!from) return []
  return read(ctx, 'register.read', async (t) => {
    assertMay(t, policy, 'register.read', undefined as never)
    return withSystemSight(t, () => scheduling.listFreeSittings(t.sql, { centreId, from, until: addMonths(from, MONTHS_AHEAD), limit }))
  })
}

function keyOf(row: { centreId: string; professionCode: string; level: number }): string {
  return `${row.centreId}/${row.professionCode}/${row.level}`
}

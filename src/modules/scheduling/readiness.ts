import { addDays, daysBetween, type Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import { findNorm, normList } from '#kernel/norms.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import * as programmes from '#modules/programmes/index.ts'
import { isCompetenceRequired } from './plan-facts.ts'
import { readinessOf, type Readiness } from './domain/readiness.ts'
import { policy } from './policy.ts'
import { selectSittings, type Sitting } from './store/sitting-store.ts'

const SITTINGS_AHEAD_DAYS = 120

export interface QualificationReadiness extends Readiness {
  professionCode: string
  level: number
  certificate: { number: string; state: centres.CertificateState; validUntil: Day; daysLeft: number }
  programme: { id: Uuid; versionNo: number } | undefined
  price: { amount: number; priceListId: Uuid } | undefined
  assessors: (people.Holder & { competent: boolean })[]
  sittings: Sitting[]
}

/** Every qualification on the centre's certificates with what the centre has for it and what is missing to examine it. */
export async function readReadiness(ctx: Ctx, centreId: Uuid): Promise<QualificationReadiness[]> {
  return read(ctx, 'sitting.read', async (t) => {
    assertMay(t, policy, 'sitting.read', { centreId })
    const norms = await t.law.normsInForce(t.sql, t.today)
    const warnDays = findNorm(norms, 'accreditation.remindDaysBefore') ? Math.max(0, ...normList(norms, 'accreditation.remindDaysBefore').map(Number)) : 0
    const assessors = await centres.listStaff(t.sql, centreId, t.today, 'assessor')
    const rooms = (await centres.listRooms(t.sql, centreId)).length
    const sittings = await selectSittings(t.sql, { centreId, from: t.today, to: addDays(t.today, SITTINGS_AHEAD_DAYS) })
    const incompetentFor = await centres.competenceOf(t.sql, centreId)
    const competenceRequired = await isCompetenceRequired(t)
    const found: QualificationReadiness[] = []
    for (const line of await centres.listOwnScope(t.sql, centreId, t.today)) {
      const key = { centreId, professionCode: line.professionCode, level: line.level }
      const programme = await programmes.findApprovedProgramme(t.sql, key)
      const price = await centres.findPrice(t.sql, { ...key, on: t.today })
      const lacking = incompetentFor(assessors.map((each) => each.accountId), { professionCode: line.professionCode, level: line.level, on: t.today })
      const competent = assessors.filter((each) => !lacking.includes(each.accountId))
      const of = sittings.filter((each) => each.professionCode === line.professionCode && each.level === line.level)
      found.push({
        professionCode: line.professionCode, level: line.level, assessors: assessors.map((each) => ({ ...each, competent: competent.includes(each) })), sittings: of,
        certificate: { number: line.number, state: line.state, validUntil: line.validUntil, daysLeft: daysBetween(t.today, line.validUntil) },
        programme: programme && { id: programme.id, versionNo: programme.versionNo }, price: price && { amount: price.amount, priceListId: price.priceListId },
        ...readinessOf({
          today: t.today, certificate: line, warnDays, hasProgramme: programme !== undefined, hasPrice: price !== undefined, rooms,
          assessors: assessors.length, competent: competent.length, competenceRequired,
        }),
      })
    }
    return found
  })
}

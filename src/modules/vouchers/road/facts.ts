import { deadlineRule, normNumber, normText, type NormEdition } from '#kernel/norms.ts'
import type { Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import * as centres from '#modules/centres/index.ts'
import * as professions from '#modules/professions/index.ts'
import * as scheduling from '#modules/scheduling/index.ts'
import { lastDayOf } from '../domain/validity.ts'
import { findFits, type Fit, type RoadTerms } from '../domain/road-fits.ts'

/** What the register says of a choice on a day. */
export async function choiceFacts(t: Tx, choice: { professionCode: string; level: number; centreId: string | null }) {
  const found = await professions.findProfession(t.sql, choice.professionCode, t.today)
  const scope = choice.centreId ? await centres.findScope(t.sql, { centreId: choice.centreId, professionCode: choice.professionCode, level: choice.level, on: t.today }) : undefined
  return {
    profession: found === undefined ? 'unknown' as const : found.track, levelKnown: found?.levels.includes(choice.level) ?? false, inScope: choice.centreId ? scope !== undefined : undefined,
    papersAsked: [...(found?.educationRequired ? ['education' as const] : []), ...(found?.experienceRequired ? ['work' as const] : [])], name: found?.name ?? {},
  }
}

export function roadTerms(norms: NormEdition): RoadTerms {
  return {
    checkDays: deadlineRule(norms, 'T1').length ?? 0, notifyDays: deadlineRule(norms, 'T2').length ?? 0, noticeWholeDays: normNumber(norms, 'notice.wholeDays'),
    noticeReading: normText(norms, 'notice.reading') as RoadTerms['noticeReading'],
  }
}

export interface FitShown extends Fit {
  centre: { id: Uuid; serial: string; name: { kk: string; ru: string; en: string }; regionKato: string }
}
/** Where and when the road fits into a voucher granted today, from the free sittings of every centre that may recognise it. Needs the sight of the system. */
export async function fitsOf(t: Tx, choice: { professionCode: string; level: number; centreId: string | null }, validUntil?: Day): Promise<{ fits: FitShown[]; validUntil: Day }> {
  const norms = await t.law.normsInForce(t.sql, t.today)
  const until = validUntil ?? lastDayOf(t.today, norms, t.calendar)
  const offers = (await centres.listCentresFor(t.sql, { professionCode: choice.professionCode, level: choice.level, on: t.today })).filter((each) => choice.centreId === null || each.centre.id === choice.centreId)
  const places = new Map(offers.map((each) => [each.centre.id as string, each.centre]))
  const sittings = await scheduling.listFreeStageDays(t.sql, { centreIds: [...places.keys()], professionCode: choice.professionCode, level: choice.level, from: t.today, until })
  const fits = findFits({ grantedOn: t.today, validUntil: until, terms: roadTerms(norms), calendar: t.calendar, sittings })
  return { validUntil: until, fits: fits.map((fit) => { const centre = places.get(fit.centreId)!; return { ...fit, centre: { id: centre.id, serial: centre.serial, name: centre.name, regionKato: centre.regionKato } } }) }
}

import type { WorkingCalendar } from '#kernel/calendar.ts'
import { addDays, dayOf, legalDay, weekday, yearOf, type Day } from '#kernel/day.ts'
import { Denial, isDenial } from '#kernel/denial.ts'
import type { NormEdition } from '#kernel/norms.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import * as centres from '#modules/centres/index.ts'
import * as professions from '#modules/professions/index.ts'
import { procedureDates, type ProcedureDates } from './domain/procedure-dates.ts'
import type { CalendarDay } from './domain/holiday-table.ts'
import { selectDays } from './store/calendar-store.ts'

/** The legal day of today. */
export function todayOf(ctx: Pick<Ctx, 'clock'>): Day {
  return legalDay(ctx.clock.now())
}

export interface Road {
  norms: NormEdition
  today: Day
  /** Undefined while the calendar of a year on the way is not loaded, or a term is not set. */
  dates: ProcedureDates | undefined
  /** Days of the week that are not worked on the way. */
  feasts: CalendarDay[]
}

/** How long the procedure takes from today by the norms and the calendar in force. */
export async function readRoad(ctx: Ctx): Promise<Road> {
  const today = todayOf(ctx)
  const norms = await ctx.law.normsInForce(ctx.db, today)
  const calendar = await ctx.law.calendar(ctx.db)
  let dates: ProcedureDates | undefined
  try {
    dates = procedureDates(today, norms, calendar)
  } catch (error) {
    if (!isDenial(error, 'calendar.year-missing')) throw error
  }
  const days = dates ? await selectDays(ctx.db, calendar.version, addDays(today, 1), dates.resultBy) : []
  return { norms, today, dates, feasts: days.filter((each) => each.day === 'off' && weekday(each.date) <= 5) }
}

export interface ProfessionListed {
  profession: professions.Profession
  centres: number
}
export interface ProfessionList {
  items: ProfessionListed[]
  total: number
  onlyAlike: boolean
}
export interface ProfessionFilter {
  q?: string | undefined
  track?: professions.Track | undefined
  fieldCode?: string | undefined
  regionKato?: string | undefined
  page: number
  pageSize: number
  lang: 'kk' | 'ru' | 'en'
}

/** Codes of the professions that centres recognise today: voluntary ones in force. A scope may still hold one that was moved to mandatory or struck, and nobody may be sent there. */
export async function recognisedByCentres(ctx: Pick<Ctx, 'db' | 'clock'>): Promise<Set<string>> {
  return new Set((await professions.listCurrentProfessions(ctx.db, todayOf(ctx))).filter((each) => each.track === 'voluntary').map((each) => each.code))
}

/** A page of the register of professions with the number of centres of each; a region keeps those that its centres may recognise. */
export async function listProfessions(ctx: Ctx, filter: ProfessionFilter): Promise<ProfessionList> {
  const ours = await recognisedByCentres(ctx)
  const counts = new Map([...(await centres.countCentresByProfession(ctx.db, todayOf(ctx), filter.regionKato))].filter(([code]) => ours.has(code)))
  const found = await professions.searchProfessions(ctx.db, {
    on: todayOf(ctx),
    page: filter.page, pageSize: filter.pageSize, lang: filter.lang,
    ...(filter.q ? { q: filter.q } : {}), ...(filter.track ? { track: filter.track } : {}), ...(filter.fieldCode ? { fieldCode: filter.fieldCode } : {}),
    ...(filter.regionKato ? { among: new Set(counts.keys()) } : {}),
  })
  return { items: found.items.map((profession) => ({ profession, centres: counts.get(profession.code) ?? 0 })), total: found.total, onlyAlike: found.matched === 'typo' }
}

export interface ProfessionSeen {
  /** The version in force today; of a struck entry the last one. */
  profession: professions.Profession
  struckOn: Day | null
  /** The day on which this version ends, when that is decided already. */
  endsOn: Day | null
  /** The version that will take its place, when it is published already. */
  next: professions.Profession | undefined
  offers: centres.CentreOffer[]
  interest: number
}

/** Everything a person asks of one profession: what it needs, which centres, how many wait for one. */
export async function readProfession(ctx: Ctx, code: string, regionKato?: string): Promise<ProfessionSeen> {
  const on = todayOf(ctx)
  const profession = await professions.getProfessionOrStruck(ctx.db, code, on)
  const struckOn = professions.struckOn(profession, on)
  const next = (await professions.listVersionsOf(ctx.db, code)).findLast((each) => each.validFrom > on && each.validFrom !== each.validUntil)
  const offers = profession.track === 'voluntary' && !struckOn ? await centres.listCentresFor(ctx.db, { professionCode: code, regionKato, on }) : []
  return { profession, struckOn, endsOn: struckOn ? null : profession.validUntil, next, offers, interest: await professions.countInterest(ctx.db, code) }
}

export interface CentreListed {
  centre: centres.Centre
  certificate: centres.CertificateShown | undefined
  offers: centres.Offer[]
}

/** Centres shown to everybody; asked for a profession, only those that may recognise it today. */
export async function listCentres(ctx: Ctx, { regionKato, professionCode }: { regionKato?: string | undefined; professionCode?: string | undefined }): Promise<CentreListed[]> {
  const on = todayOf(ctx)
  const states = await centres.certificateStates(ctx.db, on)
  if (professionCode) {
    const found = (await recognisedByCentres(ctx)).has(professionCode) ? await centres.listCentresFor(ctx.db, { professionCode, regionKato, on }) : []
    return found.map(({ centre, offers }) => ({ centre, offers, certificate: states.get(centre.id) }))
  }
  const all = await centres.listPublicCentres(ctx.db, on)
  return all.filter((centre) => !regionKato || centre.regionKato === regionKato).map((centre) => ({ centre, offers: [], certificate: states.get(centre.id) }))
}

export interface CentreSeen {
  centre: centres.Centre
  certificate: centres.CertificateShown | undefined
  /** A line may be withdrawn alone: what it is today. What left the register or was moved to mandatory is no line any more. */
  scope: (centres.ScopeLine & { profession: professions.Profession; state: centres.CertificateState })[]
  priceLists: centres.PriceList[]
  accessibility: centres.AccessibilityFeature[]
}

/** A centre with its certificate, scope, prices and accessibility passport, by its id or its number. */
export async function readCentre(ctx: Ctx, { id, serial }: { id?: string; serial?: string }): Promise<CentreSeen> {
  const on = todayOf(ctx)
  const centre = id ? await centres.getCentre(ctx.db, id) : await centres.findCentreBySerial(ctx.db, serial ?? '')
  if (!centre || centre.publicFrom === null || centre.publicFrom > on) throw new Denial('not-found')
  const certificate = (await centres.certificateStates(ctx.db, on)).get(centre.id)
  const lines = certificate ? await centres.listScope(ctx.db, centre.id, certificate.id, on) : []
  const states = new Map(certificate ? (await centres.scopeStates(ctx.db, centre.id, certificate.id, on)).map((each) => [`${each.professionCode} ${each.level}`, each.state]) : [])
  const known = new Map((await professions.listCurrentProfessions(ctx.db, on)).filter((each) => each.track === 'voluntary').map((each) => [each.code, each]))
  return {
    centre: { ...centre, hours: (await centres.findHoursInWords(ctx.db, centre.id, on)) ?? centre.hours }, certificate,
    scope: lines.flatMap((line) => {
      const profession = known.get(line.professionCode)
      return certificate && profession?.levels.includes(line.level) ? [{ ...line, profession, state: states.get(`${line.professionCode} ${line.level}`) ?? certificate.state }] : []
    }),
    priceLists: await centres.listPriceLists(ctx.db, centre.id),
    accessibility: await centres.listAccessibility(ctx.db, centre.id),
  }
}

export interface CalendarYear {
  year: number
  calendar: WorkingCalendar
  days: CalendarDay[]
  workingDays: number
}

/** One year of the working calendar; refuses a year that is not loaded. */
export async function readCalendarYear(ctx: Ctx, year: number): Promise<CalendarYear> {
  const calendar = await ctx.law.calendar(ctx.db)
  if (!calendar.years.includes(year)) throw new Denial('calendar.year-missing', { data: { year } })
  const days = await selectDays(ctx.db, calendar.version, dayOf(year, 1, 1), dayOf(year, 12, 31))
  return { year, calendar, days, workingDays: calendar.workingDays.filter((each) => yearOf(each) === year).length }
}

import type { Day } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Role } from '#platform/acts/actor.ts'
import type { Sql } from '#platform/db/database.ts'
import * as people from '#modules/people/index.ts'
import { certificateState, isCertificateValid, type CertificateState } from './domain/certificate.ts'
import { selectCentre, selectCentreBySerial, selectCentres, type Centre } from './store/centre-store.ts'
import { selectAllCertificates, selectCertificate, selectCertificateByNumber, selectCertificates, selectEverInScope, selectPricesInForce, selectScope, type Certificate, type Price } from './store/scope-store.ts'

/** The centre of this id; refuses with 404 what is none. */
export async function getCentre(sql: Sql, id: string): Promise<Centre> {
  const found = await selectCentre(sql, id)
  if (!found) throw new Denial('not-found')
  return found
}

/** The centre of this number, as it stands in case numbers and addresses. */
export async function findCentreBySerial(sql: Sql, serial: string): Promise<Centre | undefined> {
  return selectCentreBySerial(sql, serial)
}

export interface Scope {
  certificateId: Uuid
  number: string
  validFrom: Day
  validUntil: Day
}
export interface ScopeQuestion {
  centreId: string
  professionCode: string
  level: number
  on: Day
}

/** The certificate by which the centre may recognise this qualification on that day, if it may. */
export async function findScope(sql: Sql, { centreId, professionCode, level, on }: ScopeQuestion): Promise<Scope | undefined> {
  const rows = await selectScope(sql, { centreId, professionCode, level })
  const row = rows.find((each) => isCertificateValid(each, on))
  return row && { certificateId: row.certificateId, number: row.number, validFrom: row.validFrom, validUntil: row.validUntil }
}

/** What each certificate that names this qualification is on that day, for this qualification; empty where none names it. */
export async function findScopeStates(sql: Sql, { centreId, professionCode, level, on }: ScopeQuestion): Promise<CertificateState[]> {
  return (await selectScope(sql, { centreId, professionCode, level })).map((row) => certificateState(row, on))
}

/** Whether the centre could once recognise this qualification, whatever became of its certificate. */
export async function wasEverInScope(sql: Sql, question: ScopeQuestion): Promise<boolean> {
  return selectEverInScope(sql, question)
}

/** The price in the list in force on that day; undefined where no list has begun or it lacks the line. */
export async function findPrice(sql: Sql, { centreId, professionCode, level, on }: ScopeQuestion): Promise<Omit<Price, 'professionCode' | 'level'> | undefined> {
  const row = (await selectPricesInForce(sql, { centreId, professionCode, on })).find((each) => each.level === level)
  return row && { priceListId: row.priceListId, amount: row.amount, retakeTheory: row.retakeTheory, retakePractice: row.retakePractice, retakeBoth: row.retakeBoth }
}

export interface Offer {
  level: number
  certificateId: Uuid
  certificateNumber: string
  validUntil: Day
  /** Undefined: the centre has published no price for it yet. */
  price: number | undefined
  priceFrom: Day | undefined
}
export interface CentreOffer {
  centre: Centre
  offers: Offer[]
}

/** Centres that may recognise the profession on that day, the cheapest first; those without a price last. */
export async function listCentresFor(sql: Sql, { professionCode, level, regionKato, on }: { professionCode: string; level?: number | undefined; regionKato?: string | undefined; on: Day }): Promise<CentreOffer[]> {
  const scope = (await selectScope(sql, { professionCode, level })).filter((row) => isCertificateValid(row, on))
  const prices = await selectPricesInForce(sql, { professionCode, on })
  const byCentre = new Map<string, Offer[]>()
  for (const row of scope) {
    const offers = byCentre.get(row.centreId) ?? []
    byCentre.set(row.centreId, offers)
    if (offers.some((each) => each.level === row.level)) continue
    const price = prices.find((each) => each.centreId === row.centreId && each.level === row.level)
    offers.push({ level: row.level, certificateId: row.certificateId, certificateNumber: row.number, validUntil: row.validUntil, price: price?.amount, priceFrom: price?.inForceFrom })
  }
  const found = (await listPublicCentres(sql, on)).filter((centre) => byCentre.has(centre.id) && (!regionKato || centre.regionKato === regionKato))
    .map((centre) => ({ centre, offers: byCentre.get(centre.id)! }))
  const cheapest = (each: CentreOffer) => Math.min(...each.offers.map((offer) => offer.price ?? Number.MAX_SAFE_INTEGER))
  return found.sort((a, b) => cheapest(a) - cheapest(b) || (a.centre.serial < b.centre.serial ? -1 : 1))
}

/** Centres that are shown to everybody on that day. */
export async function listPublicCentres(sql: Sql, on: Day): Promise<Centre[]> {
  return (await selectCentres(sql)).filter((centre) => centre.publicFrom !== null && centre.publicFrom <= on)
}

/** How many centres may recognise each profession on that day. */
export async function countCentresByProfession(sql: Sql, on: Day, regionKato?: string): Promise<Map<string, number>> {
  const shown = new Set((await listPublicCentres(sql, on)).filter((centre) => !regionKato || centre.regionKato === regionKato).map((centre) => centre.id))
  const found = new Map<string, Set<string>>()
  for (const row of await selectScope(sql, {})) {
    if (!shown.has(row.centreId) || !isCertificateValid(row, on)) continue
    found.set(row.professionCode, (found.get(row.professionCode) ?? new Set()).add(row.centreId))
  }
  return new Map([...found].map(([code, centres]) => [code, centres.size]))
}

export interface CertificateShown extends Certificate {
  state: CertificateState
}
/** The certificates of a centre with what they are on that day, the newest first. */
export async function listCertificates(sql: Sql, centreId: string, on: Day): Promise<CertificateShown[]> {
  return (await selectCertificates(sql, centreId)).map((each) => ({ ...each, state: certificateState(each, on) }))
}

/** What each centre's certificate is on that day, by the id of the centre: the one in force, else the newest that has begun, else the one to come. */
export async function certificateStates(sql: Sql, on: Day): Promise<Map<string, CertificateShown>> {
  const states = new Map<string, CertificateShown>()
  for (const each of await selectAllCertificates(sql)) {
    const state = certificateState(each, on)
    const before = states.get(each.centreId)
    if (!before || (before.state !== 'valid' && (state === 'valid' || (before.state === 'not-yet' && each.validFrom <= on)))) states.set(each.centreId, { ...each, state })
  }
  return states
}

export interface ScopeLine {
  professionCode: string
  level: number
  price: Omit<Price, 'professionCode' | 'level'> | undefined
}
/** What a certificate covers, with the prices in force on that day. */
export async function listScope(sql: Sql, centreId: string, certificateId: string, on: Day): Promise<ScopeLine[]> {
  const prices = await selectPricesInForce(sql, { centreId, on })
  return (await selectScope(sql, { centreId })).filter((row) => row.certificateId === certificateId).map((row) => ({
    professionCode: row.professionCode, level: row.level,
    price: prices.find((each) => each.professionCode === row.professionCode && each.level === row.level),
  }))
}

/** What each line of a certificate is on that day, for one profession may be withdrawn alone. */
export async function scopeStates(sql: Sql, centreId: string, certificateId: string, on: Day): Promise<{ professionCode: string; level: number; state: CertificateState }[]> {
  return (await selectScope(sql, { centreId })).filter((row) => row.certificateId === certificateId).map((row) => ({ professionCode: row.professionCode, level: row.level, state: certificateState(row, on) }))
}

/** Who works at the centre on that day, with the roles held there; all roles are given even when one is asked for. */
export async function listStaff(sql: Sql, centreId: string, on: Day, role?: Role): Promise<people.Holder[]> {
  return people.listHolders(sql, centreId, on, role)
}

/** A certificate with what it is on that day. */
export async function findCertificate(sql: Sql, id: string, on: Day): Promise<CertificateShown | undefined> {
  const found = await selectCertificate(sql, id)
  return found && { ...found, state: certificateState(found, on) }
}
export async function findCertificateByNumber(sql: Sql, number: string, on: Day): Promise<CertificateShown | undefined> {
  const found = await selectCertificateByNumber(sql, number)
  return found && { ...found, state: certificateState(found, on) }
}

/** The certificate that a paper of this day names: the one in force, else the newest that has begun. */
export async function findCertificateOfDay(sql: Sql, centreId: string, on: Day): Promise<CertificateShown | undefined> {
  const begun = (await listCertificates(sql, centreId, on)).filter((each) => each.validFrom <= on)
  return begun.find((each) => each.state === 'valid') ?? begun[0]
}

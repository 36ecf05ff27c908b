import type { Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Localized } from '#kernel/localized.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx, withSystemSight } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import * as centres from '#modules/centres/index.ts'
import * as employers from '#modules/employers/index.ts'
import * as mandatoryOutcomes from '#modules/mandatory-outcomes/index.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import { statusOn, type DocumentStatus } from '../domain/document.ts'
import { policy } from '../policy.ts'
import { selectHistoricOfHolders } from '../history/store/historic-store.ts'
import { selectDocumentsOfPersons } from './store/holding-store.ts'

/** Where a document comes from: issued through Tanu, brought in from before it, or of mandatory recognition, entered by a sector body. */
export type HoldingKind = 'voluntary' | 'historic' | 'mandatory'

/** One document of one of the employer's people who let it see them. */
export interface Holding {
  documentId: Uuid
  kind: HoldingKind
  surname: string
  givenName: string
  patronymic: string | null
  iinLastFour: string
  number: string
  profession: { code: string; name: Partial<Localized> }
  /** None where the recognition is mandatory: its documents name no level. */
  level: number | null
  /** The centre that examined, or the sector body. */
  centre: Partial<Localized>
  issuedOn: Day
  validUntil: Day | null
  status: DocumentStatus
}
export interface Holdings {
  employer: employers.Employer
  items: Holding[]
  /** How many documents there are on all pages. */
  total: number
  /** How many people let the employer see their documents, with or without any. */
  people: number
  today: Day
}

/** Documents of people, in words: by name, of one person the newest first; all of them, or one page of them. */
export async function holdingsOf(t: Tx, of: readonly employers.ConsentedPerson[], page?: { limit: number; offset: number }): Promise<Holding[]> {
  return (await pageOf(t, of, page)).items
}

/** A document before it is put into words. */
interface Found {
  person: employers.ConsentedPerson
  kind: HoldingKind
  id: Uuid
  number: string
  professionCode: string
  level: number | null
  issuedOn: Day
  validUntil: Day | null
  annulledOn: Day | null
  /** The centre by its id, or the body by its name. */
  from: { centreId: Uuid } | { body: Partial<Localized> }
}

/**
 * Everything these people hold. What was issued through Tanu is known by the person; the registers of other papers know an IIN alone, so of somebody whose IIN is only claimed nothing of
 * them is shown: else whoever claims another's IIN would let an employer see that other's documents.
 */
async function allOf(t: Tx, consented: readonly employers.ConsentedPerson[]): Promise<Found[]> {
  const byId = new Map(consented.map((person) => [person.personId as string, person]))
  const indexes = await people.listVerifiedIndexes(t.sql, [...byId.keys()])
  const byKey = new Map([...indexes].map(([personId, index]) => [Buffer.from(index).toString('hex'), byId.get(personId)!]))
  const keys = [...indexes.values()]
  const own = (await selectDocumentsOfPersons(t.sql, [...byId.keys()])).map((row): Found => ({ ...row, person: byId.get(row.personId)!, kind: 'voluntary', from: { centreId: row.centreId } }))
  const historic = (await selectHistoricOfHolders(t.sql, keys)).map((row): Found => ({ ...row, person: byKey.get(Buffer.from(row.holderKey).toString('hex'))!, kind: 'historic', from: { centreId: row.centreId } }))
  const mandatory = [...await mandatoryOutcomes.findOutcomesOfPeople(t, keys)].flatMap(([key, outcomes]) => outcomes.map((each): Found => ({
    person: byKey.get(key)!, kind: 'mandatory', id: each.outcomeId, number: each.number, professionCode: each.professionCode, level: null, issuedOn: each.issuedOn, validUntil: each.validUntil, annulledOn: each.annulledOn, from: { body: each.bodyName },
  })))
  return [...own, ...historic, ...mandatory]
}

async function pageOf(t: Tx, of: readonly employers.ConsentedPerson[], page?: { limit: number; offset: number }): Promise<{ items: Holding[]; total: number; shown: Set<string> }> {
  const rows = await allOf(t, of)
  rows.sort((a, b) => a.person.surname.localeCompare(b.person.surname, 'kk') || a.person.givenName.localeCompare(b.person.givenName, 'kk') || (a.issuedOn < b.issuedOn ? 1 : a.issuedOn > b.issuedOn ? -1 : a.id < b.id ? 1 : -1))
  const asked = page ? rows.slice(page.offset, page.offset + page.limit) : rows
  const names = await professions.namesOfProfessions(t.sql, asked.map((row) => row.professionCode), t.today)
  const places = new Map((asked.length > 0 ? await centres.listAllCentres(t.sql) : []).map((centre) => [centre.id as string, centre.name]))
  const items = asked.map(({ person: { surname, givenName, patronymic, iinLastFour }, ...row }): Holding => ({
    documentId: row.id, kind: row.kind, surname, givenName, patronymic, iinLastFour, number: row.number, profession: { code: row.professionCode, name: names.get(row.professionCode) ?? {} }, level: row.level,
    centre: 'body' in row.from ? row.from.body : places.get(row.from.centreId) ?? {}, issuedOn: row.issuedOn, validUntil: row.validUntil, status: statusOn(row, t.today),
  }))
  return { items, total: rows.length, shown: new Set(asked.map(({ person }) => person.personId as string)) }
}

/**
 * Who of an employer's people holds what, for the declaration of its activity [L Art. 27]: only of those who let it see, and each reading is written down with those whom it showed.
 * Without a page everything, for a table.
 */
export async function listHoldings(ctx: Ctx, page?: { page: number; pageSize: number }): Promise<Holdings> {
  const { requestKey: _, ...unkeyed } = ctx
  return tx(unkeyed, 'holdings.read', async (t) => {
    const { employer, people: consented } = await employers.listConsented(t)
    assertMay(t, policy, 'holdings.read', employer)
    return withSystemSight(t, async () => {
      const { items, total, shown } = await pageOf(t, consented, page && { limit: page.pageSize, offset: (page.page - 1) * page.pageSize })
      // A whole reading shows also who holds nothing.
      const seen = consented.filter((person) => !page || shown.has(person.personId)).map((person) => person.by)
      const [referralIds, consentIds] = [seen.flatMap((by) => ('referralId' in by ? by.referralId : [])), seen.flatMap((by) => ('consentId' in by ? by.consentId : []))]
      if (seen.length > 0) await record(t, employers.employerChainOf(employer.organisationId), 'documents-viewed', { referralIds, ...(consentIds.length > 0 ? { consentIds } : {}), documents: items.length })
      return { employer, items, total, people: consented.length, today: t.today }
    })
  })
}

/** One's own documents, as an employer would see them. */
export async function listOwnHoldings(ctx: Ctx): Promise<Holding[]> {
  return read(ctx, 'holdings.read-own', async (t) => {
    assertMay(t, policy, 'holdings.read-own', undefined as never)
    if (t.actor.kind !== 'person') return []
    const { personId, accountId } = t.actor
    return withSystemSight(t, async () => {
      const { surname, givenName, patronymic, iinLastFour } = await people.getPerson(t, personId)
      return holdingsOf(t, [{ by: { consentId: accountId }, personId, surname, givenName, patronymic, iinLastFour }])
    })
  })
}

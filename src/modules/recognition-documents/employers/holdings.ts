import type { Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Localized } from '#kernel/localized.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx, withSystemSight } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import * as centres from '#modules/centres/index.ts'
import * as employers from '#modules/employers/index.ts'
import * as professions from '#modules/professions/index.ts'
import { statusOn, type DocumentStatus } from '../domain/document.ts'
import { policy } from '../policy.ts'
import { selectDocumentsOfPersons } from './store/holding-store.ts'

/** One document of one of the employer's people who let it see them. */
export interface Holding {
  documentId: Uuid
  surname: string
  givenName: string
  patronymic: string | null
  iinLastFour: string
  number: string
  profession: { code: string; name: Partial<Localized> }
  level: number
  centre: Localized
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
export async function holdingsOf(t: Tx, people: readonly employers.ConsentedPerson[], page?: { limit: number; offset: number }): Promise<Holding[]> {
  return (await pageOf(t, people, page)).items
}

async function pageOf(t: Tx, people: readonly employers.ConsentedPerson[], page?: { limit: number; offset: number }): Promise<{ items: Holding[]; total: number; shown: Set<string> }> {
  const byId = new Map(people.map((person) => [person.personId as string, person]))
  const rows = (await selectDocumentsOfPersons(t.sql, [...byId.keys()])).map((row) => ({ row, person: byId.get(row.personId)! }))
  rows.sort((a, b) => a.person.surname.localeCompare(b.person.surname, 'kk') || a.person.givenName.localeCompare(b.person.givenName, 'kk') || (a.row.issuedOn < b.row.issuedOn ? 1 : a.row.issuedOn > b.row.issuedOn ? -1 : a.row.id < b.row.id ? 1 : -1))
  const asked = page ? rows.slice(page.offset, page.offset + page.limit) : rows
  const names = await professions.namesOfProfessions(t.sql, asked.map(({ row }) => row.professionCode), t.today)
  const places = new Map((asked.length > 0 ? await centres.listAllCentres(t.sql) : []).map((centre) => [centre.id as string, centre.name]))
  const items = asked.map(({ row, person: { surname, givenName, patronymic, iinLastFour } }) => ({
    documentId: row.id, surname, givenName, patronymic, iinLastFour, number: row.number, profession: { code: row.professionCode, name: names.get(row.professionCode) ?? {} }, level: row.level,
    centre: places.get(row.centreId) ?? { kk: '', ru: '', en: '' }, issuedOn: row.issuedOn, validUntil: row.validUntil, status: statusOn(row, t.today),
  }))
  return { items, total: rows.length, shown: new Set(asked.map(({ person }) => person.referralId as string)) }
}

/**
 * Who of an employer's people holds what, for the declaration of its activity [L Art. 27]: only of those who let it see, and each reading is written down with those whom it showed.
 * Without a page everything, for a table.
 */
export async function listHoldings(ctx: Ctx, page?: { page: number; pageSize: number }): Promise<Holdings> {
  const { requestKey: _, ...unkeyed } = ctx
  return tx(unkeyed, 'holdings.read', async (t) => {
    const { employer, people } = await employers.listConsented(t)
    assertMay(t, policy, 'holdings.read', employer)
    return withSystemSight(t, async () => {
      const { items, total, shown } = await pageOf(t, people, page && { limit: page.pageSize, offset: (page.page - 1) * page.pageSize })
      // A whole reading shows also who holds nothing.
      const seen = people.map((person) => person.referralId).filter((id) => !page || shown.has(id))
      if (seen.length > 0) await record(t, employers.employerChainOf(employer.organisationId), 'documents-viewed', { referralIds: seen, documents: items.length })
      return { employer, items, total, people: people.length, today: t.today }
    })
  })
}

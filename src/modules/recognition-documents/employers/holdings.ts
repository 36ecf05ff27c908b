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
  /** How many people let the employer see their documents, with or without any. */
  people: number
  today: Day
}

/** Documents of people, in words. */
export async function holdingsOf(t: Tx, people: readonly employers.ConsentedPerson[]): Promise<Holding[]> {
  const byId = new Map(people.map((person) => [person.personId as string, person]))
  const names = new Map<string, Partial<Localized>>()
  const places = new Map<string, Localized>()
  const found: Holding[] = []
  for (const row of await selectDocumentsOfPersons(t.sql, [...byId.keys()])) {
    if (!names.has(row.professionCode)) names.set(row.professionCode, (await professions.findProfessionOrStruck(t.sql, row.professionCode, t.today))?.name ?? {})
    if (!places.has(row.centreId)) places.set(row.centreId, (await centres.getCentre(t.sql, row.centreId)).name)
    const { surname, givenName, patronymic, iinLastFour } = byId.get(row.personId)!
    found.push({
      documentId: row.id, surname, givenName, patronymic, iinLastFour, number: row.number, profession: { code: row.professionCode, name: names.get(row.professionCode)! }, level: row.level,
      centre: places.get(row.centreId)!, issuedOn: row.issuedOn, validUntil: row.validUntil, status: statusOn(row, t.today),
    })
  }
  return found.sort((a, b) => a.surname.localeCompare(b.surname, 'kk') || a.givenName.localeCompare(b.givenName, 'kk') || (a.issuedOn < b.issuedOn ? 1 : -1))
}

/** Who of an employer's people holds what, for the declaration of its activity [L Art. 27]: only of those who let it see, and each reading is written down. */
export async function listHoldings(ctx: Ctx): Promise<Holdings> {
  const { requestKey: _, ...unkeyed } = ctx
  return tx(unkeyed, 'holdings.read', async (t) => {
    const { employer, people } = await employers.listConsented(t)
    assertMay(t, policy, 'holdings.read', employer)
    return withSystemSight(t, async () => {
      const items = await holdingsOf(t, people)
      if (people.length > 0) await record(t, employers.employerChainOf(employer.organisationId), 'documents-viewed', { referralIds: people.map((person) => person.referralId), documents: items.length })
      return { employer, items, people: people.length, today: t.today }
    })
  })
}

import { Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import type { Localized } from '#kernel/localized.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx, withSystemSight } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import { isDocumentsSeen, type ConsentScope } from './domain/consent.ts'
import { stateOf, type ReferralState } from './domain/referral.ts'
import { listedProof } from './listed.ts'
import { chainOf, ownEmployer, type Employer } from './office.ts'
import { policy } from './policy.ts'
import { CODE_PLACE } from './send-referrals.ts'
import { selectConsentedEmployers, selectConsentsTo } from './store/document-consent-store.ts'
import * as store from './store/referral-store.ts'
import type { ReferralRow } from './store/referral-store.ts'

/** What an employer sees of one referral: the worker as it named him, and of the road only what he lets it see. */
export interface ReferralShown {
  id: Uuid
  state: ReferralState
  number: string
  referredOn: string
  surname: string
  givenName: string
  patronymic: string | null
  iinLastFour: string
  profession: { code: string; name: Partial<Localized> }
  level: number
  centre: { serial: string; name: Localized } | undefined
  pays: boolean
  payLimit: number | null
  sentAt: string
  validUntil: string
  endedAt: string | null
  withdrawalGround: string
  consents: readonly ConsentScope[]
  /** The step of the case and its next day; undefined without the consent to the road. */
  road: { step: string; closed: boolean; dueOn: string | null; openedOn: string } | undefined
}
export interface ReferralPage {
  employer: Employer
  items: ReferralShown[]
  total: number
}

async function show(t: Tx, rows: readonly ReferralRow[]): Promise<ReferralShown[]> {
  const consents = new Map<string, ConsentScope[]>()
  for (const each of await store.selectConsents(t.sql, rows.map((row) => row.id))) if (each.given) consents.set(each.referralId, [...(consents.get(each.referralId) ?? []), each.scope])
  const seesRoad = (row: ReferralRow) => row.caseId !== null && (consents.get(row.id) ?? []).includes('road')
  const cases = new Map((await casework.listCases(t.sql, rows.filter(seesRoad).map((row) => row.caseId!))).map((kase) => [kase.id as string, kase]))
  const names = await professions.namesOfProfessions(t.sql, rows.map((row) => row.professionCode), t.today)
  const places = new Map((rows.some((row) => row.centreId) ? await centres.listAllCentres(t.sql) : []).map((centre) => [centre.id as string, { serial: centre.serial, name: centre.name }]))
  const found: ReferralShown[] = []
  for (const row of rows) {
    const own = consents.get(row.id) ?? []
    const kase = seesRoad(row) ? cases.get(row.caseId!) : undefined
    found.push({
      id: row.id, state: stateOf(row, t.today), number: row.number, referredOn: row.referredOn, surname: row.surname, givenName: row.givenName, patronymic: row.patronymic, iinLastFour: row.iinLastFour,
      profession: { code: row.professionCode, name: names.get(row.professionCode) ?? {} }, level: row.level, centre: row.centreId ? places.get(row.centreId) : undefined, pays: row.pays, payLimit: row.payLimit,
      sentAt: row.sentAt, validUntil: row.validUntil, endedAt: row.takenAt ?? row.declinedAt ?? row.withdrawnAt, withdrawalGround: row.withdrawalGround, consents: own,
      road: kase && { step: kase.step, closed: kase.closedAt !== null, dueOn: kase.nextDueOn, openedOn: kase.openedOn },
    })
  }
  return found
}

/** That an employer looked at the roads of people is itself written down. */
async function noteViews(t: Tx, employer: Employer, items: readonly ReferralShown[]): Promise<void> {
  const seen = items.filter((item) => item.road)
  if (seen.length > 0) await record(t, chainOf(employer.organisationId), 'roads-viewed', { referralIds: seen.map((item) => item.id) })
}

/** A page of an employer's referrals, the newest first, by state and by what was typed. */
export async function listReferrals(ctx: Ctx, filter: { state?: ReferralState | undefined; q?: string; page: number; pageSize: number }): Promise<ReferralPage> {
  return tx(unkeyed(ctx), 'referral.read', async (t) => {
    const employer = await ownEmployer(t)
    assertMay(t, policy, 'referral.read', employer)
    return withSystemSight(t, async () => {
      const asked = { organisationId: employer.organisationId, state: filter.state, q: (filter.q ?? '').slice(0, 100), today: t.today }
      const items = await show(t, await store.selectReferrals(t.sql, asked, filter.pageSize, (filter.page - 1) * filter.pageSize))
      await noteViews(t, employer, items)
      return { employer, items, total: await store.countReferrals(t.sql, asked) }
    })
  })
}

/** One referral with the code that its paper carries. */
export async function getReferral(ctx: Ctx, id: string): Promise<{ employer: Employer; referral: ReferralShown; code: string }> {
  return tx(unkeyed(ctx), 'referral.read', async (t) => {
    const employer = await ownEmployer(t)
    assertMay(t, policy, 'referral.read', employer)
    return withSystemSight(t, async () => {
      const row = parseUuid(id) ? await store.selectReferral(t.sql, id) : undefined
      if (!row || row.organisationId !== employer.organisationId) throw new Denial('not-found')
      const [referral] = await show(t, [row])
      await noteViews(t, employer, [referral!])
      return { employer, referral: referral!, code: t.cipher.open(row.codeCipher, CODE_PLACE) }
    })
  })
}

/** Open referrals of an employer with the codes that their papers carry, the newest first: all of them, read page by page. */
export async function listCodes(ctx: Ctx): Promise<{ referral: ReferralShown; code: string }[]> {
  return tx(unkeyed(ctx), 'referral.read', async (t) => {
    const employer = await ownEmployer(t)
    assertMay(t, policy, 'referral.read', employer)
    const next = (sql: Tx['sql'], after: number) => store.selectReferrals(sql, { organisationId: employer.organisationId, state: 'sent', q: '', today: t.today }, CODES_AT_ONCE, after)
    return withSystemSight(t, async () => {
      const rows: Awaited<ReturnType<typeof store.selectReferrals>> = []
      for (let page = await next(t.sql, 0); page.length > 0; page = await next(t.sql, rows.length)) rows.push(...page)
      const shown = await show(t, rows)
      if (rows.length > 0) await record(t, chainOf(employer.organisationId), 'codes-listed', listedProof(rows.map((row) => row.id)))
      return rows.map((row, place) => ({ referral: shown[place]!, code: t.cipher.open(row.codeCipher, CODE_PLACE) }))
    })
  })
}
const CODES_AT_ONCE = 1_000

/** A person whose documents an employer may read, since he let it: beside a referral, or by his own word. */
export interface ConsentedPerson {
  by: { referralId: Uuid } | { consentId: Uuid }
  personId: Uuid
  surname: string
  givenName: string
  patronymic: string | null
  iinLastFour: string
}

/** Those of an employer's people who let it see their documents; each person once. For reads of modules above, which ask their own policy too. */
export async function listConsented(t: Tx): Promise<{ employer: Employer; people: ConsentedPerson[] }> {
  const employer = await ownEmployer(t)
  assertMay(t, policy, 'referral.read', employer)
  return withSystemSight(t, async () => ({ employer, people: await consentedOf(t, employer.organisationId) }))
}

/** The same of a named employer, for the system's own reminders. Whose a consent is says the account that gave it. */
export async function consentedOf(t: Tx, organisationId: string): Promise<ConsentedPerson[]> {
  const rows = (await store.selectWithConsents(t.sql, organisationId)).filter((row) => isDocumentsSeen(row, t.today))
  const beside = new Map((await store.selectConsents(t.sql, rows.map((row) => row.id))).filter((each) => each.scope === 'documents' && each.given).map((each) => [each.referralId as string, each]))
  const own = await selectConsentsTo(t.sql, organisationId)
  const owners = await people.listPeopleOfAccounts(t.sql, [...[...beside.values()], ...own].map((each) => each.accountId))
  const found = new Map<string, ConsentedPerson>()
  for (const { id: referralId, surname, givenName, patronymic, iinLastFour } of rows) {
    const consent = beside.get(referralId)
    const personId = consent && owners.get(consent.accountId)?.personId
    if (personId && !found.has(personId)) found.set(personId, { by: { referralId }, personId, surname, givenName, patronymic, iinLastFour })
  }
  const said = new Set<string>()
  for (const { id: consentId, accountId, given } of own) {
    const owner = owners.get(accountId)
    if (!owner || said.has(owner.personId)) continue
    said.add(owner.personId)
    const { personId, surname, givenName, patronymic, iinLastFour } = owner
    if (given && !found.has(personId)) found.set(personId, { by: { consentId }, personId, surname, givenName, patronymic, iinLastFour })
  }
  return [...found.values()]
}

/** The workers of cases by the id of the case, as their employers named them. */
export async function listWorkersOfCases(t: Tx, caseIds: readonly string[]): Promise<Map<string, { surname: string; givenName: string; patronymic: string | null }>> {
  const rows = await withSystemSight(t, () => store.selectWorkersOfCases(t.sql, caseIds))
  return new Map(rows.map(({ caseId, ...worker }) => [caseId, worker]))
}

/** Every employer to whom anybody ever gave a consent, for the system's own reminders. */
export async function listEmployersWithPeople(t: Tx): Promise<Uuid[]> {
  return withSystemSight(t, async () => [...new Set([...(await store.selectEmployersWithPeople(t.sql)), ...(await selectConsentedEmployers(t.sql))].map((row) => row.organisationId))])
}

/** Reading writes only that it was read, so that a form sent twice needs no key. */
function unkeyed({ requestKey: _, ...ctx }: Ctx): Ctx {
  return ctx
}

/** The desk of the actor, for its header and its empty states. */
export async function readEmployerDesk(ctx: Ctx): Promise<Employer> {
  return read(ctx, 'employer-desk.open', async (t) => {
    assertMay(t, policy, 'employer-desk.open', undefined as never)
    return ownEmployer(t)
  })
}

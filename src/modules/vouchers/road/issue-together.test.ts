import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Denial } from '#kernel/denial.ts'
import type { Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { entriesOf, firstBreak } from '#platform/journal/journal.ts'
import { violatedConstraint, type Sql } from '#platform/db/database.ts'
import * as casework from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import { codesOf } from '../../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import * as vouchers from '../index.ts'
import { reservePlace } from '../store/place-store.ts'
import { issueTogether } from './issue-together.ts'

const REGION = '330000000'
let world: TestWorld
let specialists: PersonActor[]
let professionCode: string
beforeAll(async () => {
  world = await openTestWorld()
  world.at('2026-03-02 09:00')
  const [one, other] = [await world.anOfficial('ministry'), await world.anOfficial('ministry')]
  await vouchers.decideOrder(world.as(other), { id: await vouchers.proposePlan(world.as(one), { year: 2026, lines: [{ region: REGION, places: 500 }], ground: 'Бюджет', document: '№ 1' }), approve: true, note: '' })
  const organisationId = await tx(world.system(), 'organisation.create', (t) => people.createOrganisation(t, { kind: 'career-centre', bin: null, nameKk: 'Мансап орталығы', nameRu: 'Карьерный центр', nameEn: 'Career centre', demonstration: true }))
  await vouchers.enterCareerCentre(world.system(), { organisationId, regionKato: REGION })
  specialists = [await world.aStaffMember(organisationId, ['career-centre-specialist']), await world.aStaffMember(organisationId, ['career-centre-specialist'])]
  professionCode = await world.aProfession()
})
afterAll(() => world.drop())

const looking = <T>(fn: (sql: Sql) => Promise<T>) => tx(world.system(), 'case.read', async (t) => {
  assertMay(t, casework.policy, 'case.read', { centreId: '', accountId: null })
  return fn(t.sql)
})
/** Requests under review of as many people, each with its place, or all of one person's key. */
async function requests(count: number, how: { key?: string; places?: number } = {}): Promise<Uuid[]> {
  const holder = await world.aPerson()
  const ids = Array.from({ length: count }, () => crypto.randomUUID() as Uuid)
  await looking(async (sql) => {
    for (const [at, id] of ids.entries()) {
      await sql.run(
        `insert into voucher_request (id, year, region_kato, person_id, account_id, person_key, profession_code, level, statement, signature, checks, filed_at, filed_on, due_on, step)
         values ($1, $2, $3, $4, $5, $6, $7, 4, 'x', '{}', '{}', $8, '2026-03-02', '2026-03-05', 'review')`, [id, 2026, REGION, holder.personId, holder.accountId, Buffer.from(how.key ?? id), professionCode, world.clock.now()])
      if (at < (how.places ?? count) && !(await reservePlace(sql, 2026, REGION, id))) throw new Error('no place')
    }
  })
  return ids
}
const grant = (id: string, by: PersonActor, key?: string) => vouchers.grantVoucher(world.as(by, key), { id, note: 'Орталық сеанс ашады', identitySeen: true })

describe('vouchers that are granted at the same moment go together', () => {
  it('two hundred requests pressed by two specialists at once: each is issued once, told once and recorded once; the other hears that it is decided', async () => {
    const ids = await requests(200)
    const before = await looking((sql) => sql.one<{ postings: number; letters: number }>("select (select count(*)::int from voucher_posting) as postings, (select count(*)::int from letter where kind = 'voucher-issued') as letters"))
    const outcomes = await Promise.all(ids.flatMap((id) => specialists.map((by) => codesOf(grant(id, by)))))
    expect(outcomes.filter(([code]) => code === 'done')).toHaveLength(200)
    expect(outcomes.filter(([code]) => code === 'voucher.decided-already')).toHaveLength(200)
    const after = await looking((sql) => sql.one<{ postings: number; letters: number; issued: number; taken: number }>(
      `select (select count(*)::int from voucher_posting) as postings, (select count(*)::int from letter where kind = 'voucher-issued') as letters,
         (select count(*)::int from voucher where request_id = any ($1::uuid[]) and state = 'issued') as issued, (select count(*)::int from voucher_place p join voucher v on v.id = p.voucher_id where v.request_id = any ($1::uuid[])) as taken`, [ids]))
    expect([after.issued, after.taken, after.postings - before.postings, after.letters - before.letters]).toEqual([200, 200, 200, 200])
    for (const id of ids.slice(0, 20)) {
      const entries = await looking((sql) => entriesOf(sql, `voucher-request:${id}`))
      expect([entries.map((each) => each.kind), firstBreak(entries)]).toEqual([['voucher-issued'], undefined])
    }
    expect(await vouchers.findLedgerDifferences(world.system())).toEqual([])
  }, 120_000)

  it('one that may not be issued refuses itself alone: without a place, of a stranger, decided before', async () => {
    const ids = await requests(6, { places: 5 })
    await vouchers.refuseVoucher(world.as(specialists[0]!), { id: ids[0]!, ground: 'DOCUMENTS_MISSING', reason: 'Көшірме жоқ', remedy: 'Әкеліңіз' })
    // The place that came free was given to the one who waited: it is taken back for this test.
    await looking((sql) => sql.run('update voucher_place set request_id = null where request_id = $1', [ids[5]]))
    const stranger = await world.aPerson()
    const outcomes = await Promise.all([...ids.map((id) => codesOf(grant(id, specialists[0]!))), codesOf(grant(ids[1]!, stranger))])
    expect(outcomes).toEqual([['voucher.decided-already'], ['done'], ['done'], ['done'], ['done'], ['voucher.no-place'], ['not-found']])
    expect(await vouchers.findLedgerDifferences(world.system())).toEqual([])
  })

  it('the same press sent a hundred times at once is one voucher, and all are answered alike; sent again later too', async () => {
    const [id] = await requests(1)
    const found = await Promise.all(Array.from({ length: 100 }, () => grant(id!, specialists[0]!, 'one-press').catch((error: { code: string }) => error.code)))
    const issued = new Set(found.filter((each) => each !== 'request-key.still-running'))
    expect(issued.size).toBe(1)
    expect(await grant(id!, specialists[0]!, 'one-press')).toBe([...issued][0])
    expect(await looking((sql) => sql.one('select count(*)::int as n from voucher where request_id = $1', [id]))).toEqual({ n: 1 })
  })

  it('who has the voucher of the year gets no second one, whoever is granted beside him', async () => {
    const [first] = await requests(1, { key: 'one-person' })
    expect(await codesOf(grant(first!, specialists[0]!))).toEqual(['done'])
    const [second] = await requests(1, { key: 'one-person' })
    const outcomes = await Promise.all([...await requests(10), second!].map((id, at) => codesOf(grant(id, specialists[at % 2]!))))
    expect(outcomes.flat()).toEqual([...Array.from({ length: 10 }, () => 'done'), 'voucher.issued-this-year'])
    // Though everybody had looked too early: the key of person and year stands behind the look, and undoes nobody else's.
    const others = await requests(3)
    const found = { accountId: specialists[1]!.accountId, faces: { careerCentres: specialists[0]!.roles.map((held) => held.organisationId) }, profession: {}, validUntil: '2026-04-16' as Day, note: 'x', identitySeen: true }
    const late = await Promise.all([second!, ...others].map((id) => codesOf(issueTogether(world.as(specialists[0]!), { ...found, requestId: id }).catch((error: unknown) => { throw new Denial(violatedConstraint(error) ?? 'another-fault') }))))
    expect(late.flat()).toEqual(['one_voucher_per_person_and_year', 'done', 'done', 'done'])
    expect(await vouchers.findLedgerDifferences(world.system())).toEqual([])
  })
})

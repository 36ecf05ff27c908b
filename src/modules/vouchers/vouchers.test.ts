import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Day } from '#kernel/day.ts'
import { makeDemonstrationIin } from '#kernel/iin.ts'
import type { Uuid } from '#kernel/id.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import type { Sql } from '#platform/db/database.ts'
import * as casework from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import { aNormEdition } from '../../../test/support/norm-edition.ts'
import { codeOf } from '../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import * as vouchers from './index.ts'

const ZHETYSU = '330000000'
const AKMOLA = '110000000'

let world: TestWorld
let ministry: PersonActor
let colleague: PersonActor
let specialist: PersonActor
let professionCode: string
beforeAll(async () => {
  world = await openTestWorld()
  world.at('2026-03-02 09:00')
  ministry = await world.anOfficial('ministry')
  colleague = await world.anOfficial('ministry')
  professionCode = await world.aProfession()
  await world.aCentre({ professionCode })
  specialist = await aSpecialist(ZHETYSU)
})
afterAll(() => world.drop())
beforeEach(() => world.at('2026-03-02 09:00'))

async function aSpecialist(regionKato: string): Promise<PersonActor> {
  const organisationId = await tx(world.system(), 'organisation.create', (t) => people.createOrganisation(t, { kind: 'career-centre', bin: null, nameKk: 'Мансап орталығы', nameRu: 'Карьерный центр', nameEn: 'Career centre', demonstration: true }))
  await vouchers.enterCareerCentre(world.system(), { organisationId, regionKato })
  return world.aStaffMember(organisationId, ['career-centre-specialist'])
}
const looking = <T>(fn: (sql: Sql) => Promise<T>) => tx(world.system(), 'case.read', async (t) => {
  assertMay(t, casework.policy, 'case.read', { centreId: '', accountId: null })
  return fn(t.sql)
})
async function iinOf(person: PersonActor): Promise<string> {
  const row = await world.db.one<{ iinCipher: Uint8Array }>('select iin_cipher from person where id = $1', [person.personId])
  return world.system().cipher.open(row.iinCipher, 'person.iin')
}
async function anUnemployed(regionKato = ZHETYSU): Promise<PersonActor> {
  const person = await world.aPerson()
  await vouchers.simulateEmployment(world.system(), [{ iin: await iinOf(person), regionKato, registeredFrom: '2025-01-01' as Day, registeredUntil: null }])
  return person
}
let year = 2030
/** A year of its own for each test, planned and approved, with the clock in it. */
async function aPlannedYear(lines: vouchers.RegionPlaces[], on = '03-02 09:00'): Promise<number> {
  world.at(`2026-${on}`)
  const planned = year++
  await vouchers.decideOrder(world.as(colleague), { id: await vouchers.proposePlan(world.as(ministry), { year: planned, lines, ground: 'Бюджет', document: '№ 1' }), approve: true, note: '' })
  return planned
}
let planned2026 = false
async function planned(): Promise<void> {
  if (planned2026) return
  planned2026 = true
  await vouchers.decideOrder(world.as(colleague), { id: await vouchers.proposePlan(world.as(ministry), { year: 2026, lines: [{ region: ZHETYSU, places: 40 }, { region: AKMOLA, places: 3 }], ground: 'Бюджет', document: '№ 1' }), approve: true, note: '' })
}
const ask = (person: PersonActor, change: object = {}) => vouchers.requestVoucher(world.as(person), { professionCode, level: 4, centreId: null, regionKato: ZHETYSU, ...change })
const grant = (id: Uuid, by = specialist) => vouchers.grantVoucher(world.as(by), { id, note: 'Орталық сеанс ашады', identitySeen: true })
const figures = (of = 2026) => read(world.as(ministry), 'voucher-plan.read', async (t) => {
  assertMay(t, vouchers.policy, 'voucher-plan.read', undefined as never)
  return new Map((await vouchers.planAndFact(t, { year: of, asOf: t.today })).map((each) => [each.region, each]))
})
const differences = () => vouchers.findLedgerDifferences(world.system())

describe('places of a year', () => {
  it('come by an order of two people; the plan is never edited; a second plan is refused', async () => {
    const of = year
    const id = await vouchers.proposePlan(world.as(ministry), { year: year++, lines: [{ region: ZHETYSU, places: 5 }], ground: 'Бюджет', document: '№ 1' })
    expect((await figures(of)).get(ZHETYSU)).toMatchObject({ plan: 0 })
    expect(await codeOf(vouchers.decideOrder(world.as(ministry), { id, approve: true, note: '' }))).toBe('voucher-order.own-proposal')
    await vouchers.decideOrder(world.as(colleague), { id, approve: true, note: '' })
    expect((await figures(of)).get(ZHETYSU)).toMatchObject({ plan: 5, moved: 0, planInForce: 5, issued: 0, overPlan: false })
    expect(await codeOf(vouchers.proposePlan(world.as(colleague), { year: of, lines: [{ region: ZHETYSU, places: 9 }], ground: 'x', document: 'x' }))).toBe('voucher-order.planned-already')
    await expect(looking((sql) => sql.run('update voucher_order_line set places = 99 where order_id = $1', [id]))).rejects.toThrow()
    await expect(looking((sql) => sql.run('delete from voucher_place where year = $1', [of]))).rejects.toThrow()
    await expect(looking((sql) => sql.run('delete from voucher_posting where year = $1', [of]))).rejects.toThrow()
  })

  it('move between regions by an order, never more than are free; the mirror undoes it, once', async () => {
    const of = await aPlannedYear([{ region: ZHETYSU, places: 5 }, { region: AKMOLA, places: 3 }])
    const move = (places: number) => vouchers.proposeTransfer(world.as(ministry), { year: of, from: AKMOLA, to: ZHETYSU, places, ground: 'Сұраныс', document: '№ 7' })
    expect(await codeOf(move(4))).toBe('voucher-order.not-so-many-free')
    const id = await move(2)
    const rival = await move(2)
    await vouchers.decideOrder(world.as(colleague), { id, approve: true, note: '' })
    expect(await codeOf(vouchers.decideOrder(world.as(colleague), { id: rival, approve: true, note: '' }))).toBe('voucher-order.not-so-many-free')
    expect([(await figures(of)).get(ZHETYSU), (await figures(of)).get(AKMOLA)]).toMatchObject([{ plan: 5, moved: 2, planInForce: 7 }, { plan: 3, moved: -2, planInForce: 1 }])
    const back = await vouchers.reverseTransfer(world.as(colleague), { orderId: id, ground: 'Қате', document: '№ 8' })
    expect(await codeOf(vouchers.reverseTransfer(world.as(colleague), { orderId: id, ground: 'Қате', document: '№ 8' }))).toBe('voucher-order.reversed-already')
    await vouchers.decideOrder(world.as(ministry), { id: back, approve: true, note: '' })
    expect([(await figures(of)).get(ZHETYSU), (await figures(of)).get(AKMOLA)]).toMatchObject([{ moved: 0, planInForce: 5 }, { moved: 0, planInForce: 3 }])
    expect(await differences()).toEqual([])
  })

  it('a year before the platform stands as printed: over plan where it was, no transfer invented, no voucher over the cap afterwards', async () => {
    const of = year++
    const iin = (n: number) => makeDemonstrationIin('1991-01-01' as Day, 2000 + n).reveal()
    const used = { usedOn: `${of}-03-01` as Day, passed: true }
    await vouchers.importVoucherYear(world.system(), {
      year: of, source: 'slides', invented: true, plan: [{ region: ZHETYSU, places: 2 }, { region: AKMOLA, places: 4 }],
      vouchers: Array.from({ length: 4 }, (_, n) => ({ region: n < 3 ? ZHETYSU : AKMOLA, iin: iin(n), professionCode, level: 4, issuedOn: `${of}-02-01` as Day, ...(n === 0 ? used : { usedOn: null, passed: null }) })),
    })
    const found = await read(world.as(ministry), 'voucher-plan.read', async (t) => {
      assertMay(t, vouchers.policy, 'voucher-plan.read', undefined as never)
      return vouchers.planAndFact(t, { year: of, asOf: `${of}-12-31` as Day })
    })
    expect(found.filter((each) => each.plan > 0)).toMatchObject([
      { region: AKMOLA, plan: 4, issued: 1, goneThrough: 0, annulled: 1, overPlan: false }, { region: ZHETYSU, plan: 2, moved: 0, issued: 3, goneThrough: 1, passed: 1, annulled: 2, overPlan: true },
    ])
    expect(await codeOf(vouchers.importVoucherYear(world.system(), { year: of, source: 'slides', invented: true, plan: [], vouchers: [] }))).toBe('voucher-order.planned-already')
    expect(await differences()).toEqual([])
  })
})

describe('the road of a voucher', () => {
  it('request, automatic check, place kept, granted for forty-five calendar days; the holder sees it and it is counted as issued alone', async () => {
    await planned()
    const person = await anUnemployed()
    const before = (await figures()).get(ZHETYSU)!
    const id = await ask(person)
    const file = await vouchers.readVoucherRequest(world.as(specialist), id)
    expect(file).toMatchObject({ signatureRight: true, fit: 'nowhere', inLine: undefined, request: { step: 'review', dueOn: '2026-03-05', reserved: true, checks: { unemployed: 'yes', 'none-this-year': 'yes', 'in-time': 'yes', profession: 'yes', documents: 'yes', place: 'yes' } } })
    expect(await codeOf(vouchers.grantVoucher(world.as(specialist), { id, note: '', identitySeen: true }))).toBe('voucher.note-missing')
    const voucherId = await grant(id)
    const own = await vouchers.listOwnVouchers(world.as(person))
    expect([own.mayRequest, own.vouchers[0]]).toMatchObject([false, { id: voucherId, state: 'issued', validUntil: '2026-04-16' }])
    const after = (await figures()).get(ZHETYSU)!
    expect([after.issued - before.issued, after.goneThrough - before.goneThrough, after.passed - before.passed]).toEqual([1, 0, 0])
    expect(await codeOf(ask(person))).toBe('voucher.issued-this-year')
    expect(await codeOf(grant(id))).toBe('voucher.decided-already')
    expect(await differences()).toEqual([])
  })

  it('what nobody could grant is not filed: after the last day, a mandatory profession, a second request', async () => {
    await planned()
    const person = await anUnemployed()
    const mandatory = await world.aProfession({ track: 'mandatory' })
    expect(await codeOf(ask(person, { professionCode: mandatory }))).toBe('voucher.mandatory-profession')
    expect(await codeOf(ask(person, { professionCode: 'K-NONE' }))).toBe('voucher.not-in-register')
    world.at('2026-11-02 00:01')
    expect(await codeOf(ask(person))).toBe('voucher.after-deadline')
    world.at('2026-11-01 23:59')
    await ask(person)
    expect(await codeOf(ask(person))).toBe('voucher.under-review')
    // Where the norm of the day leaves the named day out, the one before it is the last, and the page says so.
    await aNormEdition(world, { 'voucher.lastFilingDayInclusive': false }, '2026-10-01' as Day)
    const late = await anUnemployed()
    await expect(ask(late)).rejects.toMatchObject({ blockers: [{ code: 'voucher.after-deadline', data: { lastDay: '2026-10-31' } }] })
    expect(await vouchers.listOwnVouchers(world.as(late))).toMatchObject({ lastDay: '2026-10-31', mayRequest: false })
    world.at('2026-10-31 23:59')
    expect(await vouchers.listOwnVouchers(world.as(late))).toMatchObject({ lastDay: '2026-10-31', mayRequest: true })
    await ask(late)
  })

  it('a refusal has its ground, reason and remedy, gives the place to who waits, and leaves the right of the year', async () => {
    await planned()
    const [first, second, third, fourth] = [await anUnemployed(AKMOLA), await anUnemployed(AKMOLA), await anUnemployed(AKMOLA), await anUnemployed(AKMOLA)]
    const akmola = await aSpecialist(AKMOLA)
    const ids = [await ask(first), await ask(second), await ask(third), await ask(fourth)]
    const place = async (id: Uuid) => (await vouchers.readVoucherRequest(world.as(akmola), id)).inLine
    expect([await place(ids[2]!), await place(ids[3]!)]).toEqual([undefined, 1])
    const told = async () => { const row = (await vouchers.readPlanDesk(world.as(ministry), 2026)).figures.find((each) => each.region === AKMOLA)!; return [row.planInForce, row.issued, row.reserved, row.waiting] }
    expect(await told()).toEqual([3, 0, 3, 1])
    expect(await codeOf(grant(ids[3]!, akmola))).toBe('voucher.no-place')
    expect(await codeOf(vouchers.refuseVoucher(world.as(akmola), { id: ids[0]!, ground: 'QUOTA_EXHAUSTED', reason: 'x', remedy: 'y' }))).toBe('voucher.place-is-reserved')
    await vouchers.refuseVoucher(world.as(akmola), { id: ids[0]!, ground: 'NOT_REGISTERED_UNEMPLOYED', reason: 'Тіркеуден шыққан', remedy: 'Қайта тіркеліңіз' })
    expect(await place(ids[3]!)).toBeUndefined()
    await grant(ids[3]!, akmola)
    expect(await told()).toEqual([3, 1, 2, 0])
    await ask(first)
    expect(await told()).toEqual([3, 1, 2, 1])
    expect(await differences()).toEqual([])
    expect(await codeOf(grant(ids[1]!, specialist))).toBe('not-found')
    expect(await codeOf(vouchers.readVoucherRequest(world.as(specialist), ids[1]!))).toBe('not-found')
    expect(await codeOf(vouchers.readVoucherRequest(world.as(first), ids[1]!))).toBe('not-found')
  })

  it('is extended by a paper of incapacity, annulled when unused after its last day, and gives no place back', async () => {
    await planned()
    const person = await anUnemployed()
    const id = await grant(await ask(person))
    await vouchers.extendVoucher(world.as(specialist), { id, ground: 'incapacity', days: 10, paper: 'Еңбекке жарамсыздық парағы № 12' })
    world.at('2026-04-26 23:30')
    await vouchers.annulLapsed(world.system(), async () => {})
    expect((await vouchers.listOwnVouchers(world.as(person))).vouchers[0]).toMatchObject({ state: 'issued', validUntil: '2026-04-26' })
    world.at('2026-04-27 00:10')
    const before = (await figures()).get(ZHETYSU)!
    expect(await vouchers.annulLapsed(world.system(), async () => {})).toBeGreaterThan(0)
    const after = (await figures()).get(ZHETYSU)!
    expect([after.annulled > before.annulled, after.issued === before.issued]).toEqual([true, true])
    expect((await vouchers.listOwnVouchers(world.as(person))).vouchers[0]).toMatchObject({ state: 'annulled', annulmentGround: 'unused' })
    expect(await codeOf(ask(person))).toBe('voucher.issued-this-year')
    expect(await differences()).toEqual([])
  })

  it('another profession may be chosen before the application; a status that ended ends it', async () => {
    await planned()
    const person = await anUnemployed()
    const id = await grant(await ask(person))
    const other = await world.aProfession()
    await world.aCentre({ professionCode: other })
    await vouchers.changeChoice(world.as(person), { id, professionCode: other, level: 4, centreId: null })
    expect(await codeOf(vouchers.changeChoice(world.as(await world.aPerson()), { id, professionCode, level: 4, centreId: null }))).toBe('not-found')
    expect(await codeOf(vouchers.annulVoucher(world.as(specialist), { id, ground: ' ' }))).toBe('voucher.reason-missing')
    await vouchers.annulVoucher(world.as(specialist), { id, ground: 'Жұмысқа орналасты' })
    await vouchers.annulVoucher(world.as(specialist), { id, ground: 'Жұмысқа орналасты' })
    expect((await vouchers.listOwnVouchers(world.as(person))).vouchers[0]).toMatchObject({ professionCode: other, state: 'annulled', annulledOn: '2026-03-02' })
    await expect(looking((sql) => sql.run("update voucher set state = 'issued', annulled_on = null, annulment_ground = null where id = $1", [id]))).rejects.toThrow()
  })
})

describe('many at once', () => {
  it('a thousand requests of one person become one; two specialists who press together issue one', async () => {
    await planned()
    const person = await anUnemployed()
    const outcomes = await Promise.all(Array.from({ length: 1_000 }, () => codeOf(ask(person))))
    expect(outcomes.filter((each) => each === 'done')).toHaveLength(1)
    expect([...new Set(outcomes)].sort()).toEqual(['done', 'voucher.under-review'])
    const { id } = (await vouchers.listOwnVouchers(world.as(person))).requests[0]!
    const granted = await Promise.all(Array.from({ length: 50 }, () => codeOf(grant(id))))
    expect(granted.filter((each) => each === 'done')).toHaveLength(1)
    expect(await differences()).toEqual([])
  }, 120_000)

  it('a thousand takers of three hundred places: exactly three hundred are kept, whatever the order', async () => {
    const of = await aPlannedYear([{ region: ZHETYSU, places: 300 }])
    const taker = await world.aPerson()
    const ids = Array.from({ length: 1_000 }, () => crypto.randomUUID())
    await looking(async (sql) => {
      for (const id of ids) {
        await sql.run(
          `insert into voucher_request (id, year, region_kato, person_id, account_id, person_key, profession_code, level, statement, signature, checks, filed_at, filed_on, due_on, step)
           values ($1, $2, $3, $4, $5, $6, $7, 4, 'x', '{}', '{}', $8, '2026-03-02', '2026-03-05', 'review')`, [id, of, ZHETYSU, taker.personId, taker.accountId, Buffer.from(id), professionCode, world.clock.now()])
      }
    })
    const { reservePlace } = await import('./store/place-store.ts')
    const taken = await Promise.all(ids.map((id) => looking((sql) => reservePlace(sql, of, ZHETYSU, id))))
    // Places that others were just taking were passed over: whoever came away with nothing asks again while any is free.
    for (const [at, id] of ids.entries()) if (!taken[at] && (await looking((sql) => reservePlace(sql, of, ZHETYSU, id)))) taken[at] = true
    expect(taken.filter(Boolean)).toHaveLength(300)
    expect(await looking((sql) => sql.one('select count(*)::int as n from voucher_place where year = $1 and request_id is not null', [of]))).toEqual({ n: 300 })
    expect(await differences()).toEqual([])
  }, 120_000)
})

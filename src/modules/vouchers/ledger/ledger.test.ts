import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeDocumentNumber } from '#kernel/document-number.ts'
import { addDays, type Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { inventVouchers, PASSED_2025, slidesOf2025 } from '../../../../demo/vouchers-2025.ts'
import { codeOf } from '../../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import * as vouchers from '../index.ts'
import { policy } from '../policy.ts'
import * as places from '../store/place-store.ts'
import { insertRequest } from '../store/request-store.ts'
import { issueVoucherRows, markAnnulled } from '../store/voucher-store.ts'

let world: TestWorld
let one: PersonActor
let other: PersonActor
let holder: PersonActor
let profession: string
beforeAll(async () => {
  world = await openTestWorld()
  ;[one, other, holder] = [await world.anOfficial('ministry'), await world.anOfficial('ministry'), await world.aPerson()]
  profession = await world.aProfession()
})
afterAll(() => world.drop())
beforeEach(() => world.at('2026-04-01 09:00'))

const ORDER = { ground: 'бұйрық', document: '№ 12, 2026-01-15' }
const [ZHETYSU, AKMOLA] = ['330000000', '110000000']

/** In the system's sight, as an act of the module would be. */
const inside = <T>(fn: (t: Tx) => Promise<T>) => tx(world.system(), 'voucher.sweep', async (t) => {
  assertMay(t, policy, 'voucher.sweep', undefined as never)
  return fn(t)
})
async function planned(year: number, lines: { region: string; places: number }[]): Promise<void> {
  const id = await vouchers.proposePlan(world.as(one), { ...ORDER, year, lines })
  await vouchers.decideOrder(world.as(other), { id, approve: true, note: '' })
}
async function moved(year: number, from: string, to: string, n: number): Promise<void> {
  const id = await vouchers.proposeTransfer(world.as(one), { ...ORDER, year, from, to, places: n })
  await vouchers.decideOrder(world.as(other), { id, approve: true, note: '' })
}
const figuresOf = async (year: number, region: string) => inside(async (t) => (await vouchers.planAndFact(t, { year, asOf: '2099-12-31' as Day })).find((row) => row.region === region)!)
const differences = () => vouchers.findLedgerDifferences(world.system())
const balances = (year: number) => inside((t) => t.sql.many<{ account: string; places: number }>('select account, sum(places)::int as places from voucher_balance where year = $1 group by account', [year]))
  .then((rows) => Object.fromEntries(rows.map((row) => [row.account, row.places])))

/** A request with its key, as the cabinet writes it; a place is not reserved. */
async function request(t: Tx, year: number, region: string, key: string): Promise<Uuid> {
  const id = t.newId()
  await insertRequest(t.sql, {
    id, year, regionKato: region, personId: holder.personId, accountId: holder.accountId, personKey: t.cipher.index(key), professionCode: profession, level: 4, centreId: null, statement: '{}',
    signature: {} as never, checks: {} as never, filedAt: t.now, filedOn: t.today, dueOn: t.today, step: 'review',
  })
  return id
}
async function issued(t: Tx, requestId: Uuid): Promise<Uuid> {
  const id = t.newId()
  await issueVoucherRows(t.sql, [{ id, number: makeDocumentNumber(t.random(8)), requestId, issuedOn: t.today, issuedAt: t.now, issuedBy: one.accountId, validUntil: '2026-05-16' as Day, note: '' }])
  return id
}
/** A request, its place and its voucher in one transaction; undefined where no place is free. */
const oneVoucher = (year: number, region: string, key: string) => inside(async (t) => {
  const requestId = await request(t, year, region, key)
  if (!(await places.reservePlace(t.sql, year, region, requestId))) return undefined
  return issued(t, requestId)
})

describe('the plan of a year', () => {
  it('says every fault at once; regions that do not add up to the national total are one', async () => {
    await expect(vouchers.proposePlan(world.as(one), { year: 2033, total: 7, ground: '', document: ' ', lines: [{ region: '999', places: 0 }] })).rejects.toMatchObject({
      blockers: [{ code: 'voucher-order.ground-missing' }, { code: 'voucher-order.document-missing' }, { code: 'voucher-order.region-unknown' }, { code: 'voucher-order.places-wrong' }, { code: 'voucher-order.total-differs' }],
    })
  })
  it.each(['national-body', 'accreditor', 'auditor'] as const)('is not for %s to propose', async (role) => {
    expect(await codeOf(vouchers.proposePlan(world.as(await world.anOfficial(role)), { ...ORDER, year: 2034, lines: [{ region: ZHETYSU, places: 1 }] }))).toBe('not-found')
  })
})

describe('a transfer between two regions', () => {
  it('goes through the account between regions, whose balance over the nation is zero', async () => {
    await planned(2035, [{ region: ZHETYSU, places: 95 }, { region: AKMOLA, places: 96 }])
    await moved(2035, AKMOLA, ZHETYSU, 40)
    expect(await figuresOf(2035, AKMOLA)).toMatchObject({ plan: 96, moved: -40, planInForce: 56 })
    expect(await figuresOf(2035, ZHETYSU)).toMatchObject({ plan: 95, moved: 40, planInForce: 135 })
    expect(await balances(2035)).toMatchObject({ nation: -191, transferred: 0, plan: 191 })
    expect(await differences()).toEqual([])
  })
  it('gives its places to those who wait, in order of arrival', async () => {
    await planned(2037, [{ region: ZHETYSU, places: 1 }, { region: AKMOLA, places: 5 }])
    await oneVoucher(2037, ZHETYSU, 'first')
    const waiting: Uuid[] = []
    for (const key of ['second', 'third', 'fourth']) {
      world.at(`2026-04-01 1${waiting.length}:00`)
      waiting.push(await inside((t) => request(t, 2037, ZHETYSU, key)))
    }
    await moved(2037, AKMOLA, ZHETYSU, 2)
    const has = await Promise.all(waiting.map((id) => inside((t) => places.hasReservedPlace(t.sql, id))))
    expect(has).toEqual([true, true, false])
    expect(await balances(2037)).toMatchObject({ reserved: 2, issued: 1, plan: 3 })
  })
})

describe('a revision of the national plan', () => {
  const revise = (year: number, lines: { region: string; places: number }[]) => vouchers.proposeRevision(world.as(one), { ...ORDER, year, lines })
  it('changes the sum of the nation by an order of two people, told apart from what was moved, and gives new places to who waits', async () => {
    await planned(2051, [{ region: ZHETYSU, places: 1 }, { region: AKMOLA, places: 5 }])
    await moved(2051, AKMOLA, ZHETYSU, 1)
    for (const key of ['rev-1', 'rev-2']) await oneVoucher(2051, ZHETYSU, key)
    const waits = await inside((t) => request(t, 2051, ZHETYSU, 'rev-3'))
    const id = await revise(2051, [{ region: ZHETYSU, places: 3 }, { region: AKMOLA, places: -2 }])
    expect(await figuresOf(2051, ZHETYSU)).toMatchObject({ revised: 0, planInForce: 2 })
    expect(await codeOf(vouchers.decideOrder(world.as(one), { id, approve: true, note: '' }))).toBe('voucher-order.own-proposal')
    await vouchers.decideOrder(world.as(other), { id, approve: true, note: '' })
    expect(await figuresOf(2051, ZHETYSU)).toMatchObject({ plan: 1, moved: 1, revised: 3, planInForce: 5, issued: 2 })
    expect(await figuresOf(2051, AKMOLA)).toMatchObject({ plan: 5, moved: -1, revised: -2, planInForce: 2 })
    expect(await inside((t) => places.hasReservedPlace(t.sql, waits))).toBe(true)
    expect(await balances(2051)).toMatchObject({ nation: -7, transferred: 0, reserved: 1, issued: 2, plan: 4 })
    expect(await differences()).toEqual([])
  })
  it('takes no place that is reserved or issued, not even when it became so before the second person approved', async () => {
    await planned(2052, [{ region: ZHETYSU, places: 2 }])
    await expect(revise(2052, [{ region: ZHETYSU, places: -3 }])).rejects.toMatchObject({ blockers: [{ code: 'voucher-order.would-keep-fewer', data: { field: `change-${ZHETYSU}`, free: 2 } }] })
    const id = await revise(2052, [{ region: ZHETYSU, places: -2 }])
    await oneVoucher(2052, ZHETYSU, 'rev-4')
    expect(await codeOf(vouchers.decideOrder(world.as(other), { id, approve: true, note: '' }))).toBe('voucher-order.not-so-many-free')
    expect(await figuresOf(2052, ZHETYSU)).toMatchObject({ revised: 0, planInForce: 2, issued: 1 })
    expect(await codeOf(vouchers.reverseTransfer(world.as(one), { orderId: id, ...ORDER }))).toBe('voucher-order.not-reversible')
  })
  it.each(['national-body', 'accreditor', 'auditor'] as const)('is not for %s to propose', async (role) => {
    expect(await codeOf(vouchers.proposeRevision(world.as(await world.anOfficial(role)), { ...ORDER, year: 2052, lines: [{ region: ZHETYSU, places: 1 }] }))).toBe('not-found')
  })
})

describe('nothing is oversold', () => {
  it('a thousand people on three hundred places: exactly three hundred vouchers', async () => {
    await planned(2040, [{ region: ZHETYSU, places: 300 }])
    const got = await Promise.all(Array.from({ length: 1_000 }, (_, n) => oneVoucher(2040, ZHETYSU, `person ${n}`)))
    expect(got.filter(Boolean)).toHaveLength(300)
    expect(await figuresOf(2040, ZHETYSU)).toMatchObject({ planInForce: 300, issued: 300, overPlan: false })
    expect(await balances(2040)).toMatchObject({ issued: 300, plan: 0 })
    expect(await differences()).toEqual([])
  }, 120_000)
  it('a voucher without a place of its year and region is not committed', async () => {
    await planned(2042, [{ region: ZHETYSU, places: 1 }])
    const [asked, id] = await inside(async (t) => [await request(t, 2042, AKMOLA, 'x'), t.newId()])
    // The statement that issues leaves it out; whatever else would write it is not committed.
    expect(await inside(async (t) => { await issued(t, asked); return t.sql.one('select count(*)::int as n from voucher where request_id = $1', [asked]) })).toEqual({ n: 0 })
    await expect(inside((t) => t.sql.run(
      `insert into voucher (id, number, year, region_kato, origin, request_id, person_id, account_id, person_key, profession_code, level, issued_on, issued_at, valid_until, state)
       select $1::uuid, 'without-a-place', year, region_kato, 'issued', id, person_id, account_id, person_key, profession_code, level, filed_on, filed_at, filed_on, 'issued' from voucher_request where id = $2`, [id, asked]))).rejects.toMatchObject({ constraint: 'a_voucher_has_its_place' })
  })
  it('a voucher stays in the year and region of its place, and a place where it was opened', async () => {
    await planned(2044, [{ region: ZHETYSU, places: 1 }, { region: AKMOLA, places: 1 }])
    const id = (await oneVoucher(2044, ZHETYSU, 'stays'))!
    await expect(inside((t) => t.sql.run('update voucher set region_kato = $2 where id = $1', [id, AKMOLA]))).rejects.toMatchObject({ constraint: 'a_voucher_has_its_place' })
    await expect(inside((t) => t.sql.run('update voucher set year = 2043 where id = $1', [id]))).rejects.toMatchObject({ constraint: 'a_voucher_has_its_place' })
    await expect(inside((t) => t.sql.run('update voucher_place set region_kato = $2 where voucher_id = $1', [id, AKMOLA]))).rejects.toThrow('stays in its year and region')
  })
  it('a voucher is for the person who asked: with no request, of another person or under another account it is not written', async () => {
    await planned(2045, [{ region: ZHETYSU, places: 1 }])
    const id = (await oneVoucher(2045, ZHETYSU, 'his own'))!
    await expect(inside((t) => t.sql.run('update voucher set person_id = $2 where id = $1', [id, one.personId]))).rejects.toMatchObject({ constraint: 'a_voucher_is_for_who_asked' })
    await expect(inside((t) => t.sql.run('update voucher set account_id = $2 where id = $1', [id, one.accountId]))).rejects.toMatchObject({ constraint: 'a_voucher_is_for_who_asked' })
    await expect(inside((t) => t.sql.run('update voucher set request_id = null where id = $1', [id]))).rejects.toMatchObject({ constraint: 'an_issued_voucher_was_asked_for' })
  })
  it('an annulled voucher stays annulled and does not give its place back', async () => {
    await planned(2043, [{ region: ZHETYSU, places: 2 }])
    const [gone, back] = [(await oneVoucher(2043, ZHETYSU, 'a'))!, (await oneVoucher(2043, ZHETYSU, 'b'))!]
    await inside((t) => markAnnulled(t.sql, gone, t.today, 'unused'))
    expect(await oneVoucher(2043, ZHETYSU, 'c')).toBeUndefined()
    await expect(inside((t) => t.sql.run("update voucher set state = 'used', used_on = issued_on, annulled_on = null, annulment_ground = null where id = $1", [gone]))).rejects.toThrow('stays so')
    expect(await balances(2043)).toMatchObject({ annulled: 1, issued: 1, plan: 0 })
    expect(back).toBeDefined()
  })
})

describe('2025, imported as the slides print it', () => {
  it('has 2,000 places and 442 vouchers, of which 228 passed; two regions stand over plan and nothing was moved', async () => {
    const slides = await slidesOf2025()
    const rows = inventVouchers(slides, [{ code: profession, level: 4 }])
    expect(rows).toEqual(inventVouchers(slides, [{ code: profession, level: 4 }]))
    expect(rows.every((row) => row.issuedOn.startsWith('2025-') && (row.usedOn === null || (row.usedOn.startsWith('2025-') && row.usedOn <= addDays(row.issuedOn, 45))))).toBe(true)
    expect(rows.every((row) => row.iin[6] === '9') && new Set(rows.map((row) => row.iin)).size === rows.length).toBe(true)
    const year = { year: 2025, source: 'slides', plan: slides.map(({ region, plan }) => ({ region, places: plan })), vouchers: rows, invented: true }
    expect(await vouchers.importVoucherYear(world.system(), year)).toBe(442)
    expect(await codeOf(vouchers.importVoucherYear(world.system(), year))).toBe('voucher-order.planned-already')
    const figures = await inside((t) => vouchers.planAndFact(t, { year: 2025, asOf: '2026-03-31' as Day }))
    expect(figures.map((row) => [row.region, row.plan, row.issued])).toEqual(slides.map((row) => [row.region, row.plan, row.fact]).sort())
    const sum = (pick: (row: (typeof figures)[number]) => number) => figures.reduce((all, row) => all + pick(row), 0)
    expect([sum((row) => row.plan), sum((row) => row.moved), sum((row) => row.issued), sum((row) => row.passed)]).toEqual([2_000, 0, 442, PASSED_2025])
    expect(sum((row) => row.goneThrough) + sum((row) => row.annulled)).toBe(442)
    expect(figures.filter((row) => row.overPlan).map((row) => row.region)).toEqual(['350000000', '790000000'])
    expect(await differences()).toEqual([])
    expect(sum((row) => row.issued)).toBeGreaterThan(sum((row) => row.goneThrough))
  })
  it('is entered by the platform only', async () => {
    expect(await codeOf(vouchers.importVoucherYear(world.as(one), { year: 2024, source: 'x', plan: [], vouchers: [], invented: true }))).toBe('not-found')
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { newUuid } from '#platform/acts/ctx.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { tx } from '#platform/acts/tx.ts'
import * as billing from '#modules/billing/index.ts'
import * as people from '#modules/people/index.ts'
import { anInvoicedCase, type InvoicedCase } from '../../../../test/support/invoiced-case.ts'
import { codesOf } from '../../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import { actState, lateDays, monthOf, payUntil, worksLines } from './domain/act-of-works.ts'

let world: TestWorld
let officer: PersonActor
beforeAll(async () => {
  world = await openTestWorld()
  const payer = await tx(world.system(), 'organisation.create', (t) => people.createOrganisation(t, { kind: 'voucher-payer', bin: null, nameKk: 'Төлеуші', nameRu: 'Плательщик', nameEn: 'Payer', demonstration: true }))
  officer = await world.aStaffMember(payer, ['voucher-payer-officer'])
})
afterAll(() => world.drop())

/** A voucher used in a case whose attempt was really held. */
async function used(kase: InvoicedCase, heldOn = '2026-03-26', change: Partial<billing.UsedVoucher> = {}): Promise<billing.UsedVoucher> {
  const attemptId = newUuid(world.clock.now())
  await world.db.begin((t) => t.run(`insert into attempt (id, case_id, number, contract_id, programme_version_id, stages, opened_at) values ($1, $2, 1, $3, $4, '{theory,practice}', $5)`,
    [attemptId, kase.caseId, kase.contractId, kase.versionId, world.clock.now()]), { 'tanu.scope': 'system' })
  const voucher = { voucherId: newUuid(world.clock.now()), voucherNumber: `V-${attemptId.slice(-8)}`, centreId: kase.centre.id, caseId: kase.caseId as never, attemptId, professionCode: kase.professionCode, level: 4, heldOn: day(heldOn), price: 45_000, isRetake: false, ...change }
  await record(voucher)
  return voucher
}
const record = (voucher: billing.UsedVoucher) => tx(world.system(), 'works.make', async (t) => {
  t.authorised = 'works.make'
  return billing.recordVoucherService(t, voucher)
})
async function aSettledMonth() {
  const kase = await anInvoicedCase(world)
  const head = await world.aStaffMember(kase.centre.id, ['centre-head'])
  const voucher = await used(kase)
  world.at('2026-04-01 08:00')
  await billing.makeActsOfWorks(world.system())
  const number = (await billing.listActs(world.as(head), kase.centre.id))[0]!.number
  return { kase, head, voucher, number, view: () => billing.readAct(world.as(head), number) }
}

describe('law of the act of works', () => {
  it('counts 30 calendar days from the second signature; the last day is in time', () => {
    const dueOn = payUntil(day('2026-04-02'), 30)
    expect(dueOn).toBe('2026-05-02')
    expect([lateDays(dueOn, null, day('2026-05-02')), lateDays(dueOn, null, day('2026-05-03')), lateDays(dueOn, day('2026-05-05'), day('2026-06-30')), lateDays(null, null, day('2027-01-01'))]).toEqual([0, 1, 3, 0])
    expect(payUntil(day('2026-04-02'), undefined)).toBe(null)
  })
  it('gathers the same service at the same price into one line', () => {
    const of = (professionCode: string, heldOn: string, price: number) => ({ professionCode, level: 4, heldOn: day(heldOn), price })
    expect(worksLines([of('B', '2026-03-05', 10), of('A', '2026-03-09', 20), of('A', '2026-03-02', 20), of('A', '2026-03-03', 30)])).toEqual([
      { professionCode: 'A', level: 4, from: '2026-03-02', to: '2026-03-09', count: 2, price: 20, total: 40 }, { professionCode: 'A', level: 4, from: '2026-03-03', to: '2026-03-03', count: 1, price: 30, total: 30 },
      { professionCode: 'B', level: 4, from: '2026-03-05', to: '2026-03-05', count: 1, price: 10, total: 10 },
    ])
    expect(monthOf(day('2026-03-31'))).toBe('2026-03-01')
  })
  it.each([[{}, 'made'], [{ signedAt: 'x' }, 'signed'], [{ signedAt: 'x', acceptedAt: 'x' }, 'accepted'], [{ signedAt: 'x', refusedAt: 'x' }, 'refused'], [{ signedAt: 'x', acceptedAt: 'x', paidAt: 'x' }, 'paid']] as const)('%j is %s', (facts, state) => {
    expect(actState({ signedAt: null, acceptedAt: null, refusedAt: null, paidAt: null, ...facts })).toBe(state)
  })
})

describe('a voucher', () => {
  it('is a service once, and one attempt is paid once, whatever is told', async () => {
    const voucher = await used(await anInvoicedCase(world))
    expect(await Promise.all(Array.from({ length: 20 }, () => record(voucher)))).toEqual(Array(20).fill(false))
    expect(await record({ ...voucher, voucherId: newUuid(world.clock.now()) })).toBe(false)
  })

  it('and a retake that the norm covers is a second one, in an act of its own month; a third is none', async () => {
    const kase = await anInvoicedCase(world)
    const first = await used(kase)
    const attempt = async (number: number) => {
      const id = newUuid(world.clock.now())
      await world.db.begin((t) => t.run(`insert into attempt (id, case_id, number, contract_id, programme_version_id, stages, opened_at) values ($1, $2, $3, $4, $5, '{theory}', $6)`, [id, kase.caseId, number, kase.contractId, kase.versionId, world.clock.now()]), { 'tanu.scope': 'system' })
      return id
    }
    const retake = { ...first, attemptId: await attempt(2), heldOn: day('2026-04-10'), price: 12_000, isRetake: true }
    expect(await record(retake)).toBe(true)
    expect(await record({ ...retake, attemptId: await attempt(3) })).toBe(false)
    world.at('2026-05-01 08:00')
    await billing.makeActsOfWorks(world.system())
    const head = await world.aStaffMember(kase.centre.id, ['centre-head'])
    const totals = (await billing.listActs(world.as(head), kase.centre.id)).map((act) => act.total)
    expect(totals.reduce((sum, each) => sum + each, 0)).toBe(57_000)
  })

  it('without a real sitting is no service: the database itself refuses it', async () => {
    const kase = await anInvoicedCase(world)
    await expect(record({ voucherId: newUuid(world.clock.now()), voucherNumber: 'V-1', centreId: kase.centre.id, caseId: kase.caseId as never, attemptId: newUuid(world.clock.now()), professionCode: kase.professionCode, level: 4, heldOn: day('2026-03-26'), price: 1, isRetake: false })).rejects.toMatchObject({ code: '23503' })
  })
})

describe('the act of works of a month', () => {
  it('is made by the system once the month is over, once, however often it looks', async () => {
    world.at('2026-03-31 23:00')
    const kase = await anInvoicedCase(world)
    const head = await world.aStaffMember(kase.centre.id, ['centre-head'])
    await used(kase)
    world.at('2026-03-31 23:30')
    await billing.makeActsOfWorks(world.system())
    expect(await billing.listActs(world.as(head), kase.centre.id)).toEqual([])
    world.at('2026-04-01 00:10')
    await Promise.all([1, 2, 3].map(() => billing.makeActsOfWorks(world.system())))
    expect(await billing.listActs(world.as(head), kase.centre.id)).toMatchObject([{ month: '2026-03-01', total: 45_000, state: 'made' }])
  })

  it('is signed by the head, accepted by the payer, and paid once; late days are counted', async () => {
    const { kase, head, number, view } = await aSettledMonth()
    expect(await codesOf(billing.acceptAct(world.as(officer), { number }))).toEqual(['not-found'])
    expect(await codesOf(billing.signAct(world.as(kase.clerk), { number }))).toEqual(['not-found'])
    await billing.signAct(world.as(head), { number })
    expect(await codesOf(billing.signAct(world.as(head), { number }))).toEqual(['works.signed-already'])
    expect((await billing.listActsToPay(world.as(officer))).map((act) => act.number)).toContain(number)
    expect(await codesOf(billing.markActAsPaid(world.as(officer), { number, on: '2026-04-01', reference: 'T-1' }))).toEqual(['works.not-accepted'])
    const presses = await Promise.all([1, 2].map(() => codesOf(billing.acceptAct(world.as(officer), { number }))))
    expect(presses.flat().sort()).toEqual(['done', 'works.answered-already'])
    expect((await view()).act).toMatchObject({ state: 'accepted', dueOn: '2026-05-01', late: 0 })
    world.at('2026-05-04 10:00')
    expect((await view()).act.late).toBe(3)
    expect(await codesOf(billing.markActAsPaid(world.as(officer), { number, on: '2026-05-05', reference: 'T-1' }))).toEqual(['works.day-wrong'])
    const paid = await Promise.all([1, 2].map(() => codesOf(billing.markActAsPaid(world.as(officer), { number, on: '2026-05-04', reference: 'T-1' }))))
    expect(paid.flat().sort()).toEqual(['done', 'works.paid-already'])
    expect((await view()).act).toMatchObject({ state: 'paid', late: 3 })
    const day = await billing.readDayBook(world.as(kase.clerk), kase.centre.id, '2026-05-04' as never)
    expect(day.book.paid.bank).toBe(45_000)
  })

  it('is refused with reasons: what is contested stays out of the next act, the rest is in it', async () => {
    world.at('2026-03-27 10:00')
    const kase = await anInvoicedCase(world)
    const head = await world.aStaffMember(kase.centre.id, ['centre-head'])
    const contested = await used(kase)
    await used(await anInvoicedCase(world, { beside: kase }))
    world.at('2026-04-01 08:00')
    await billing.makeActsOfWorks(world.system())
    const [first] = await billing.listActs(world.as(head), kase.centre.id)
    expect(first!.total).toBe(90_000)
    await billing.signAct(world.as(head), { number: first!.number })
    expect(await codesOf(billing.refuseAct(world.as(officer), { number: first!.number, reason: ' ', contested: [] }))).toEqual(['works.reason-missing'])
    expect(await codesOf(billing.refuseAct(world.as(officer), { number: first!.number, reason: 'x', contested: [newUuid(world.clock.now())] }))).toEqual(['not-found'])
    await billing.refuseAct(world.as(officer), { number: first!.number, reason: 'Емтихан хаттамасы жоқ', contested: [contested.attemptId] })
    await billing.makeActsOfWorks(world.system())
    const acts = await billing.listActs(world.as(head), kase.centre.id)
    expect(acts.map((act) => [act.state, act.total]).sort()).toEqual([['made', 45_000], ['refused', 90_000]])
  })

  it('gives the centre a word against a contest: the service goes into a new act with the answer, once; contested anew it waits for a new one', async () => {
    const { kase, head, voucher, number } = await aSettledMonth()
    const refuse = async (of: string) => {
      await billing.signAct(world.as(head), { number: of })
      await billing.refuseAct(world.as(officer), { number: of, reason: 'Емтихан хаттамасы жоқ', contested: [voucher.attemptId] })
    }
    const present = (by: PersonActor, of: string, answer = 'Хаттама іс құжаттарында', services = [voucher.attemptId]) => codesOf(billing.presentAgain(world.as(by), { number: of, services, answer }))
    const newActs = async () => {
      await billing.makeActsOfWorks(world.system())
      return (await billing.listActs(world.as(head), kase.centre.id)).filter((act) => act.state === 'made').map((act) => act.number)
    }
    const waiting = (by: PersonActor) => billing.countActsWaiting(world.as(by), kase.centre.id)
    expect([await waiting(head), await waiting(kase.clerk)]).toEqual([1, 0])
    expect(await present(head, number)).toEqual(['works.presented-already'])
    await refuse(number)
    expect(await newActs()).toEqual([])
    expect([(await billing.readAct(world.as(head), number)).mayPresent, await waiting(head)]).toEqual([true, 1])
    expect([...await present(head, number, ' '), ...await present(head, number, 'x', [])]).toEqual(['works.answer-missing', 'works.service-missing'])
    const stranger = await world.aStaffMember((await anInvoicedCase(world)).centre.id, ['centre-head'])
    world.at('2026-04-02 08:00')
    for (const other of [stranger, officer, kase.clerk, kase.candidate]) expect((await present(other, number))[0]).not.toBe('done')
    expect((await Promise.all([1, 2].map(() => present(head, number)))).flat().sort()).toEqual(['done', 'works.presented-already'])
    expect(await waiting(head)).toBe(0)
    const [second] = await newActs()
    await billing.signAct(world.as(head), { number: second! })
    expect(await waiting(head)).toBe(0)
    expect((await billing.readAct(world.as(officer), second!)).services).toMatchObject([{ contestedWhy: 'Емтихан хаттамасы жоқ', answer: 'Хаттама іс құжаттарында' }])
    await billing.refuseAct(world.as(officer), { number: second!, reason: 'Хаттамада қол жоқ', contested: [voucher.attemptId] })
    expect([await newActs(), await waiting(head)]).toEqual([[], 1])
    expect(await present(head, second!, 'Қол қойылды')).toEqual(['done'])
    expect(await newActs()).toHaveLength(1)
  })

  it('does not exist for another centre, another payer or a candidate', async () => {
    const { kase, head, number } = await aSettledMonth()
    await billing.signAct(world.as(head), { number })
    const other = await anInvoicedCase(world)
    const stranger = await world.aStaffMember(other.centre.id, ['centre-head'])
    const foreignPayer = await tx(world.system(), 'organisation.create', (t) => people.createOrganisation(t, { kind: 'voucher-payer', bin: null, nameKk: 'Басқа', nameRu: 'Другой', nameEn: 'Other', demonstration: true }))
    const foreign = await world.aStaffMember(foreignPayer, ['voucher-payer-officer'])
    for (const actor of [stranger, foreign, kase.candidate]) expect(await codesOf(billing.readAct(world.as(actor), number))).toEqual(['not-found'])
    for (const actor of [stranger, foreign, kase.candidate, head]) expect(await codesOf(billing.acceptAct(world.as(actor), { number }))).toEqual(['not-found'])
  })

  it('is paid by the payer’s table, all or nothing, or by the API; told again nothing changes', async () => {
    const [one, two] = [await aSettledMonth(), await aSettledMonth()]
    for (const each of [one, two]) {
      await billing.signAct(world.as(each.head), { number: each.number })
      await billing.acceptAct(world.as(officer), { number: each.number })
    }
    const row = (line: number, act: string, on = '2026-04-01', reference = 'T-9') => ({ line, cells: { act, on, reference } })
    const enter = (rows: ReturnType<typeof row>[], dryRun = false) => billing.enterActPayments(world.as(officer), { rows, dryRun })
    expect((await enter([row(2, one.number), row(3, 'W-none'), row(4, one.number)])).faults).toEqual([{ line: 3, reason: 'works.act-unknown' }, { line: 4, reason: 'works.act-twice' }])
    expect((await one.view()).act.state).toBe('accepted')
    expect(await enter([row(2, one.number)], true)).toMatchObject({ faults: [], paid: 1 })
    expect((await one.view()).act.state).toBe('accepted')
    expect(await enter([row(2, one.number)])).toMatchObject({ faults: [], paid: 1, known: 0 })
    expect(await enter([row(2, one.number)])).toMatchObject({ faults: [], paid: 0, known: 1 })
    expect((await one.view()).act).toMatchObject({ state: 'paid', paidReference: 'T-9' })
    const payer = officer.roles[0]!.organisationId
    const partner = (organisationId: string) => world.context({ kind: 'partner', keyId: newUuid(world.clock.now()), organisationId: organisationId as never, scopes: ['settlements.write'], mayAssertIdentity: false }, 'kk')
    const paid = { number: two.number, on: '2026-04-01', reference: 'T-10' }
    expect(await codesOf(billing.reportActPayment(partner(two.kase.centre.id), paid))).toEqual(['not-found'])
    expect(await billing.reportActPayment(partner(payer), paid)).toMatchObject({ repeated: false })
    expect(await billing.reportActPayment(partner(payer), paid)).toMatchObject({ repeated: true })
  })
})

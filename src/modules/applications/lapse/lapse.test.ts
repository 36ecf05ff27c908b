import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Day } from '#kernel/day.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as billing from '#modules/billing/index.ts'
import * as casework from '#modules/casework/index.ts'
import * as exams from '#modules/exams/index.ts'
import * as people from '#modules/people/index.ts'
import * as vouchers from '#modules/vouchers/index.ts'
import { rows } from '../../../../test/support/lost-scope.ts'
import { codesOf } from '../../../../test/support/refusal.ts'
import { aNormEdition } from '../../../../test/support/norm-edition.ts'
import { openTestWorld, type CentreMade, type TestWorld } from '../../../../test/support/world.ts'
import * as applications from '../index.ts'

const REGION = '330000000'
let world: TestWorld
let specialist: PersonActor
let professionCode: string
let centre: CentreMade
let clerk: PersonActor
beforeAll(async () => {
  world = await openTestWorld()
  world.at('2026-03-02 09:00')
  const [one, other] = [await world.anOfficial('ministry'), await world.anOfficial('ministry')]
  await vouchers.decideOrder(world.as(other), { id: await vouchers.proposePlan(world.as(one), { year: 2026, lines: [{ region: REGION, places: 50 }], ground: 'Бюджет', document: '№ 1' }), approve: true, note: '' })
  const organisationId = await tx(world.system(), 'organisation.create', (t) => people.createOrganisation(t, { kind: 'career-centre', bin: null, nameKk: 'Мансап орталығы', nameRu: 'Карьерный центр', nameEn: 'Career centre', demonstration: true }))
  await vouchers.enterCareerCentre(world.system(), { organisationId, regionKato: REGION })
  specialist = await world.aStaffMember(organisationId, ['career-centre-specialist'])
  professionCode = await world.aProfession()
  centre = await world.aCentre({ professionCode })
  await world.aProgramme(centre.id, professionCode, 4)
  clerk = await world.aStaffMember(centre.id, ['centre-operator'])
})
afterAll(() => world.drop())

interface OnVoucher {
  person: PersonActor
  number: string
  version(): Promise<number>
}
/** Granted on Monday 2 March (to Thursday 16 April) and applied for the same day; the contract is sent and accepted on the 3rd, as far as asked. */
async function aCaseOnVoucher(upTo: 'registered' | 'contract-sent' | 'contract-signed'): Promise<OnVoucher> {
  world.at('2026-03-02 10:00')
  const person = await world.aPerson()
  const request = await vouchers.requestVoucher(world.as(person), { professionCode, level: 4, centreId: null, regionKato: REGION })
  await vouchers.grantVoucher(world.as(specialist), { id: request, note: 'Орталық сеанс ашады', identitySeen: true })
  await applications.openDraft(world.as(person), professionCode)
  await applications.saveDraft(world.as(person), { professionCode, data: { level: 4, centreId: centre.id, phone: '+7 700 000 00 01', address: 'Талдықорған', wayLearnt: 'informal', examLanguage: 'kk' } })
  const draft = await applications.openDraft(world.as(person), professionCode)
  const number = await applications.submitApplication(world.as(person), { professionCode, draftId: draft.id, consentVersion: applications.CONSENT_VERSION })
  const self = { person, number, version: async () => (await stand(number)).version }
  world.at('2026-03-03 10:00')
  if (upTo === 'registered') return self
  const { list } = await applications.readStanding(world.as(clerk), number)
  await applications.checkItems(world.as(clerk), { number, version: await self.version(), checks: list.map((item) => ({ item, verdict: 'right' as const, note: '' })) })
  await applications.sendContract(world.as(clerk), { number, version: await self.version() })
  if (upTo === 'contract-signed') await applications.acceptContract(world.as(person), { number, version: await self.version() })
  return self
}
const stand = (number: string) => tx(world.system(), 'case.read', async (t) => {
  assertMay(t, casework.policy, 'case.read', { centreId: centre.id, accountId: null })
  return casework.getCaseByNumber(t, number)
})
const lapse = () => vouchers.annulLapsed(world.system(), applications.noteLapse)
const lettersOf = async (number: string) => (await rows<{ kind: string }>(world, "select kind from letter where case_id = $1 and kind like '%lapse%' order by id", [(await stand(number)).id])).map((row) => row.kind)
const answer = async (of: OnVoucher, by = of.person, agrees = true) => codesOf(applications.payAfterLapse(world.as(by), { number: of.number, version: await of.version(), agrees }))
const contracts = async (number: string) => rows<{ payer: string; price: number; closedGround: string | null; accepted: boolean }>(world, 'select payer, price, closed_ground, accepted_at is not null as accepted from contract where case_id = $1 order by sent_at, id', [(await stand(number)).id])

describe('a signed contract on a voucher that lapsed', () => {
  it('waits for the candidate: nothing is sent or begun before he agrees; then he is the payer, at the same price, with an invoice', async () => {
    const of = await aCaseOnVoucher('contract-signed')
    world.at('2026-04-16 23:50')
    await lapse()
    expect(await applications.readLapse(world.as(of.person), of.number)).toBeUndefined()
    expect(await answer(of)).toEqual(['voucher-lapse.not-asked'])
    world.at('2026-04-17 00:20')
    await lapse()
    expect(await applications.readLapse(world.as(of.person), of.number)).toMatchObject({ lapse: { who: 'candidate', answerBy: '2026-04-27' }, price: 45_000, isSigned: true, mayAnswer: true })
    expect(await stand(of.number)).toMatchObject({ step: 'contract-signed', whoseMove: 'candidate', nextDueOn: null })
    expect(await lettersOf(of.number)).toEqual(['voucher-lapsed-who-pays'])
    expect(await codesOf(exams.sendNotification(world.as(clerk), { number: of.number, version: await of.version(), sittings: {} }))).toContain('voucher-lapse.unanswered')
    // Only the candidate himself, and only by saying so.
    for (const stranger of [clerk, await world.aPerson()]) expect(await answer(of, stranger)).toEqual(['not-found'])
    expect(await answer(of, of.person, false)).toEqual(['voucher-lapse.agree-missing'])
    expect(await contracts(of.number)).toMatchObject([{ payer: 'budget', closedGround: null }])

    world.at('2026-04-27 18:00')
    expect(await answer(of)).toEqual(['done'])
    expect(await answer(of)).toEqual(['voucher-lapse.not-asked'])
    expect(await contracts(of.number)).toEqual([{ payer: 'budget', price: 45_000, closedGround: 'voucher-lapsed', accepted: true }, { payer: 'candidate', price: 45_000, closedGround: null, accepted: true }])
    expect((await billing.readCaseMoney(world.as(of.person), of.number)).invoices).toMatchObject([{ payer: 'candidate', amount: 45_000 }])
    expect(await stand(of.number)).toMatchObject({ step: 'contract-signed', whoseMove: 'centre' })
    expect(await applications.readLapse(world.as(of.person), of.number)).toBeUndefined()
    expect(await codesOf(exams.sendNotification(world.as(clerk), { number: of.number, version: await of.version(), sittings: {} }))).not.toContain('voucher-lapse.unanswered')
    expect((await lettersOf(of.number)).at(-1)).toBe('voucher-lapse-agreed')
    // Nothing to close any more, and the voucher stays what it is.
    world.at('2026-04-28 08:00')
    await applications.closeUnanswered(world.system())
    expect((await stand(of.number)).step).toBe('contract-signed')
    expect((await vouchers.listOwnVouchers(world.as(of.person))).vouchers[0]).toMatchObject({ state: 'annulled', annulmentGround: 'unused' })
  })

  it('ends by itself on the day after the last one of the answer: nobody owes anything, and a new application is free', async () => {
    const of = await aCaseOnVoucher('contract-signed')
    world.at('2026-04-17 00:20')
    await lapse()
    world.at('2026-04-27 23:50')
    await applications.closeUnanswered(world.system())
    expect((await stand(of.number)).step).toBe('contract-signed')
    world.at('2026-04-28 00:10')
    expect(await answer(of)).toEqual(['voucher-lapse.too-late'])
    expect(await applications.closeUnanswered(world.system())).toBe(1)
    expect(await applications.closeUnanswered(world.system())).toBe(0)
    expect((await stand(of.number)).step).toBe('closed')
    expect(await contracts(of.number)).toMatchObject([{ payer: 'budget', closedGround: 'voucher-lapsed' }])
    expect((await billing.readCaseMoney(world.as(of.person), of.number)).invoices).toEqual([])
    expect((await lettersOf(of.number)).at(-1)).toBe('closed-after-lapse')
  })

  it('is withdrawn by him instead, as any application before the exam', async () => {
    const of = await aCaseOnVoucher('contract-signed')
    world.at('2026-04-17 00:20')
    await lapse()
    await applications.withdrawApplication(world.as(of.person), { number: of.number, version: await of.version(), note: '' })
    expect((await stand(of.number)).step).toBe('withdrawn')
    expect((await vouchers.listOwnVouchers(world.as(of.person))).vouchers[0]).toMatchObject({ state: 'annulled' })
  })
})

describe('before the contract is signed', () => {
  it('one that names the budget cannot be accepted any more; he asks for one that names him, reads it, and accepts that', async () => {
    const of = await aCaseOnVoucher('contract-sent')
    world.at('2026-04-17 00:20')
    await lapse()
    const accept = async () => codesOf(applications.acceptContract(world.as(of.person), { number: of.number, version: await of.version() }))
    expect(await accept()).toEqual(['voucher-lapse.unanswered'])
    expect(await answer(of)).toEqual(['done'])
    expect(await contracts(of.number)).toMatchObject([{ payer: 'budget', closedGround: 'voucher-lapsed', accepted: false }, { payer: 'candidate', accepted: false }])
    expect((await billing.readCaseMoney(world.as(of.person), of.number)).invoices).toEqual([])
    expect(await accept()).toEqual(['done'])
    expect((await billing.readCaseMoney(world.as(of.person), of.number)).invoices).toMatchObject([{ amount: 45_000 }])
  })

  it('where none was sent he is told, and the one that comes names him', async () => {
    const of = await aCaseOnVoucher('registered')
    world.at('2026-04-17 00:20')
    await lapse()
    expect([await lettersOf(of.number), await applications.readLapse(world.as(of.person), of.number)]).toEqual([['voucher-lapsed-before-contract'], undefined])
    const { list } = await applications.readStanding(world.as(clerk), of.number)
    await applications.checkItems(world.as(clerk), { number: of.number, version: await of.version(), checks: list.map((item) => ({ item, verdict: 'right' as const, note: '' })) })
    await applications.sendContract(world.as(clerk), { number: of.number, version: await of.version() })
    expect(await contracts(of.number)).toMatchObject([{ payer: 'candidate' }])
  })
})

describe('the status of an unemployed person ends', () => {
  const annul = async (of: OnVoucher, by = specialist) => codesOf(vouchers.annulVoucher(world.as(by), { id: (await vouchers.listOwnVouchers(world.as(of.person))).vouchers[0]!.id, ground: 'Жұмысқа орналасты' }))

  it('before a contract was sent the bound voucher ends too: the case goes on, its contract names the candidate, and whoever sent it with the old version is told', async () => {
    const of = await aCaseOnVoucher('registered')
    const stale = await of.version()
    expect(await annul(of, await world.aPerson())).toEqual(['not-found'])
    expect([await annul(of), await annul(of)]).toEqual([['done'], ['done']])
    expect((await vouchers.listOwnVouchers(world.as(of.person))).vouchers[0]).toMatchObject({ state: 'annulled', annulmentGround: 'Жұмысқа орналасты' })
    expect(await stand(of.number)).toMatchObject({ step: 'registered', whoseMove: 'centre' })
    expect(await applications.readLapse(world.as(of.person), of.number)).toBeUndefined()
    const { list } = await applications.readStanding(world.as(clerk), of.number)
    const checks = list.map((item) => ({ item, verdict: 'right' as const, note: '' }))
    expect(await codesOf(applications.checkItems(world.as(clerk), { number: of.number, version: stale, checks }))).not.toEqual(['done'])
    await applications.checkItems(world.as(clerk), { number: of.number, version: await of.version(), checks })
    await applications.sendContract(world.as(clerk), { number: of.number, version: await of.version() })
    expect(await contracts(of.number)).toMatchObject([{ payer: 'candidate' }])
    expect(await vouchers.findLedgerDifferences(world.system())).toEqual([])
  })

  it('once a contract was sent that names the budget, the voucher stays', async () => {
    const of = await aCaseOnVoucher('contract-sent')
    expect(await annul(of)).toEqual(['voucher.contract-sent'])
    expect((await vouchers.listOwnVouchers(world.as(of.person))).vouchers[0]).toMatchObject({ state: 'bound' })
  })
})

it('where the norm leaves it to the centre nobody is asked and nothing stops', async () => {
  const of = await aCaseOnVoucher('contract-signed')
  world.at('2026-04-17 00:20')
  await aNormEdition(world, { 'voucher.lapsedPayer': 'at-centre-cost' }, '2026-04-10' as Day)
  await lapse()
  expect([await lettersOf(of.number), (await stand(of.number)).whoseMove]).toEqual([['voucher-lapsed-centre-pays'], 'centre'])
  expect(await applications.readLapse(world.as(of.person), of.number)).toMatchObject({ lapse: { who: 'centre' }, mayAnswer: false })
  expect(await answer(of)).toEqual(['voucher-lapse.not-asked'])
  expect(await codesOf(exams.sendNotification(world.as(clerk), { number: of.number, version: await of.version(), sittings: {} }))).not.toContain('voucher-lapse.unanswered')
})

describe('a sweep of vouchers past their last day', () => {
  it('goes beyond a page of those whose exam is still to be judged: who waits at its head hides nobody behind him', async () => {
    const waiting = [await aCaseOnVoucher('contract-signed'), await aCaseOnVoucher('contract-signed')]
    const behind = await aCaseOnVoucher('registered')
    // Their exams are under way on the last day; the voucher of the third is simply unused.
    for (const each of waiting) await rows(world, "update case_file set step = 'practice-running' where id = $1 returning id", [(await stand(each.number)).id])
    const states = async () => Promise.all([...waiting, behind].map(async (each) => (await vouchers.listOwnVouchers(world.as(each.person))).vouchers[0]!.state))
    world.at('2026-04-17 00:20')
    expect(await vouchers.annulLapsed(world.system(), applications.noteLapse, 1)).toBeGreaterThan(0)
    expect(await states()).toEqual(['bound', 'bound', 'annulled'])
    // Where the two stand first in line, a page of two shows nobody else.
    const line = await rows<{ state: string }>(world, "select state from voucher where valid_until < '2026-04-17' and state in ('issued', 'bound') order by valid_until, id limit 2", [])
    expect(line.map((each) => each.state)).toEqual(['bound', 'bound'])
    expect(await vouchers.annulLapsed(world.system(), applications.noteLapse, 1)).toBe(0)
  })
})

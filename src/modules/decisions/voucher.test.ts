import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, type Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import { newUuid } from '#platform/acts/ctx.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as applications from '#modules/applications/index.ts'
import * as casework from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import * as exams from '#modules/exams/index.ts'
import * as employers from '#modules/employers/index.ts'
import { sendFailNotice } from '#modules/recognition-documents/index.ts'
import * as vouchers from '#modules/vouchers/index.ts'
import { aHeldCase, withPanel, type DecidedCase } from '../../../test/support/decided-case.ts'
import { anExamCase } from '../../../test/support/exam-case.ts'
import { aNormEdition, pinNorms } from '../../../test/support/norm-edition.ts'
import { reasonsOf } from '../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import * as decisions from './index.ts'

const ZHETYSU = '330000000'
let world: TestWorld
let specialist: PersonActor
beforeAll(async () => {
  world = await openTestWorld()
  const [one, other] = [await world.anOfficial('ministry'), await world.anOfficial('ministry')]
  await vouchers.decideOrder(world.as(other), { id: await vouchers.proposePlan(world.as(one), { year: 2026, lines: [{ region: ZHETYSU, places: 20 }], ground: 'Бюджет', document: '№ 1' }), approve: true, note: '' })
  const organisationId = await tx(world.system(), 'organisation.create', (t) => people.createOrganisation(t, { kind: 'career-centre', bin: null, nameKk: 'Мансап орталығы', nameRu: 'Карьерный центр', nameEn: 'Career centre', demonstration: true }))
  await vouchers.enterCareerCentre(world.system(), { organisationId, regionKato: ZHETYSU, from: '2026-01-01' as Day })
  specialist = await world.aStaffMember(organisationId, ['career-centre-specialist'])
})
afterAll(() => world.drop())

async function granted(person: PersonActor, professionCode: string, on = '2026-03-02'): Promise<Uuid> {
  world.at(`${on} 09:00`)
  const id = await vouchers.requestVoucher(world.as(person), { professionCode, level: 4, centreId: null, regionKato: ZHETYSU })
  return vouchers.grantVoucher(world.as(specialist), { id, note: 'Орталық сеанс ашады', identitySeen: true })
}
const inSystem = <T>(fn: Parameters<typeof tx<T>>[2]) => tx(world.system(), 'case.read', async (t) => {
  assertMay(t, casework.policy, 'case.read', { centreId: '', accountId: null })
  return fn(t)
})
/** A held case that goes on a voucher: bound, and the contract names the budget. */
async function heldOnVoucher(outcome: 'pass' | 'fail', grantedOn?: string): Promise<{ exam: DecidedCase; voucherId: Uuid }> {
  return onVoucher(await aHeldCase(world, outcome), grantedOn)
}
async function onVoucher(exam: DecidedCase, grantedOn?: string): Promise<{ exam: DecidedCase; voucherId: Uuid }> {
  const voucherId = await granted(exam.candidate, exam.professionCode, grantedOn)
  await tx(world.as(exam.candidate), 'application.submit', async (t) => {
    assertMay(t, applications.policy, 'application.submit', undefined as never)
    await vouchers.bindVoucher(t, { voucherId, caseId: exam.caseId as Uuid, centreId: exam.centre.id, professionCode: exam.professionCode, level: 4 })
  })
  await inSystem((t) => t.sql.run("update contract set payer = 'budget' where case_id = $1", [exam.caseId]))
  return { exam, voucherId }
}
async function decide(exam: DecidedCase, outcome: 'pass' | 'fail'): Promise<void> {
  world.at('2026-03-26 17:00')
  await decisions.callPanel(world.as(exam.clerk), { number: exam.number, version: await exam.version(), memberIds: exam.panel.map((each) => each.accountId), chairId: exam.head.accountId })
  for (const member of exam.panel) await decisions.castVote(world.as(member), { number: exam.number, choice: outcome, note: '' })
  await decisions.takeDecision(world.as(exam.clerk), { number: exam.number, version: await exam.version() })
}
const voucherOf = async (person: PersonActor) => (await vouchers.listOwnVouchers(world.as(person))).vouchers[0]!
const figures = () => inSystem(async (t) => (await vouchers.planAndFact(t, { year: 2026, asOf: '2026-12-31' as Day })).find((row) => row.region === ZHETYSU)!)

describe('a voucher and the decision', () => {
  it.each(['fail', 'pass'] as const)('it is used when the procedure was gone through: %s; the settlement finds attempt and price', async (outcome) => {
    const { exam } = await heldOnVoucher(outcome)
    const before = await figures()
    await decide(exam, outcome)
    expect(await voucherOf(exam.candidate)).toMatchObject({ state: 'used', usedOn: '2026-03-26', passed: outcome === 'pass' })
    const after = await figures()
    expect([after.issued - before.issued, after.goneThrough - before.goneThrough, after.passed - before.passed]).toEqual([0, 1, outcome === 'pass' ? 1 : 0])
    const used = await inSystem((t) => vouchers.listUsedAt(t.sql, { centreId: exam.centre.id, from: '2026-03-01' as Day, until: '2026-03-31' as Day }))
    const [contract] = await inSystem((t) => t.sql.many<{ price: number }>('select price from contract where case_id = $1', [exam.caseId]))
    expect(used).toMatchObject([{ caseId: exam.caseId, personId: exam.candidate.personId, professionCode: exam.professionCode, usedOn: '2026-03-26', price: contract!.price }])
    expect(used[0]!.attemptId).toBeTruthy()
    expect(await inSystem((t) => t.sql.many('select price, held_on from voucher_service where voucher_id = $1', [used[0]!.voucherId]))).toEqual([{ price: contract!.price, heldOn: '2026-03-26' }])
    expect(await vouchers.findLedgerDifferences(world.system())).toEqual([])
  })

  it('the last stage a day after its last day does not use it: annulled as unused', async () => {
    const { exam } = await heldOnVoucher('pass', '2026-02-08')
    await decide(exam, 'pass')
    expect(await voucherOf(exam.candidate)).toMatchObject({ validUntil: addDays('2026-02-08' as Day, 45), state: 'annulled', annulmentGround: 'unused' })
  })

  it('coming and not being let in is no use of it, as an absence is none: nothing was examined', async () => {
    const { exam } = await onVoucher(await withPanel(world, await anExamCase(world)))
    await exam.briefed()
    await pinNorms(world, exam.caseId, { 'admission.anotherDayTimes': 0 })
    await exams.refuseAdmission(world.as(exam.invigilator), { number: exam.number, stage: 'theory', ground: 'document', note: 'Срок документа истёк.' })
    world.at('2026-03-26 12:10')
    await exams.recordNoShow(world.as(exam.invigilator), { number: exam.number, stage: 'theory' })
    await decide(exam, 'fail')
    expect((await voucherOf(exam.candidate)).state).toBe('bound')
  })

  it('where somebody else pays the contract, as for a retake, nothing is redeemed', async () => {
    const { exam } = await heldOnVoucher('fail')
    await inSystem((t) => t.sql.run("update contract set payer = 'candidate' where case_id = $1", [exam.caseId]))
    await decide(exam, 'fail')
    expect((await voucherOf(exam.candidate)).state).toBe('bound')
  })
})

describe('a voucher and a retake', () => {
  const failed = async (covers: boolean) => {
    const { exam, voucherId } = await heldOnVoucher('fail')
    await pinNorms(world, exam.caseId, { 'voucher.coversRetake': covers })
    await decide(exam, 'fail')
    await sendFailNotice(world.as(exam.clerk), { number: exam.number, version: await exam.version(), recommendations: 'Оқу керек' })
    const offer = await applications.readRetakeOffer(world.as(exam.candidate), exam.number)
    const contractId = await applications.requestRetake(world.as(exam.candidate), { number: exam.number, version: await exam.version() })
    const contract = await inSystem((t) => t.sql.one<{ payer: string; programmeVersionId: Uuid }>('select payer, programme_version_id from contract where id = $1', [contractId]))
    const invoices = await inSystem((t) => t.sql.many('select number from invoice where contract_id = $1', [contractId]))
    return { exam, voucherId, offer, contractId, contract, invoices }
  }

  it('by the norm as it is the candidate pays it, and has its invoice', async () => {
    const { offer, contract, invoices } = await failed(false)
    expect([offer.byVoucher, contract.payer, invoices.length]).toEqual([false, 'candidate', 1])
  })

  it('where the norm covers it the budget pays one: no invoice, a service of its own once it was sat, and a pass counts', async () => {
    const { exam, voucherId, offer, contractId, contract, invoices } = await failed(true)
    expect([offer.byVoucher, contract.payer, invoices]).toEqual([true, 'budget', []])
    const attemptId = newUuid(world.clock.now())
    await inSystem((t) => t.sql.run("insert into attempt (id, case_id, number, contract_id, programme_version_id, stages, opened_at) values ($1, $2, 2, $3, $4, '{theory,practice}', $5)", [attemptId, exam.caseId, contractId, contract.programmeVersionId, world.clock.now()]))
    const use = { caseId: exam.caseId, centreId: exam.centre.id, attemptId, lastStageOn: '2026-04-12' as Day, passed: true, cameToIt: true, price: offer.amount! }
    await inSystem((t) => vouchers.redeemVoucher(t, { ...use, cameToIt: false }))
    await inSystem((t) => vouchers.redeemVoucher(t, use))
    await inSystem((t) => vouchers.redeemVoucher(t, use))
    expect(await inSystem((t) => t.sql.many('select price, is_retake from voucher_service where voucher_id = $1 order by is_retake', [voucherId]))).toMatchObject([{ isRetake: false }, { isRetake: true, price: offer.amount }])
    expect(await voucherOf(exam.candidate)).toMatchObject({ state: 'used', usedOn: '2026-03-26', passed: true })
    expect(await vouchers.findLedgerDifferences(world.system())).toEqual([])
  })
})

describe('a voucher and the application', () => {
  it('is bound when the application is registered, names the budget as payer, and returns to the holder when he withdraws', async () => {
    world.at('2026-03-02 09:00')
    const professionCode = await world.aProfession()
    const centre = await world.aCentre({ professionCode })
    const person = await world.aPerson()
    const voucherId = await granted(person, professionCode)
    const ctx = world.as(person)
    await applications.openDraft(ctx, professionCode)
    expect((await applications.seeTerms(ctx, professionCode)).voucher?.id).toBe(voucherId)
    await applications.saveDraft(ctx, { professionCode, data: { level: 4, centreId: centre.id, phone: '+7 700 000 00 01', address: 'Талдықорған', wayLearnt: 'informal', examLanguage: 'kk' } })
    const draft = await applications.openDraft(ctx, professionCode)
    const number = await applications.submitApplication(ctx, { professionCode, draftId: draft.id, consentVersion: applications.CONSENT_VERSION })
    expect(await voucherOf(person)).toMatchObject({ state: 'bound', caseNumber: number })
    // The same form sent twice answers the same case and leaves no second draft.
    expect(await applications.submitApplication(ctx, { professionCode, draftId: draft.id, consentVersion: applications.CONSENT_VERSION })).toBe(number)
    expect(await applications.listDrafts(ctx)).toEqual([])
    expect((await inSystem((t) => t.sql.one<{ funding: string }>('select a.funding from application a join case_file c on c.id = a.case_id where c.number = $1', [number]))).funding).toBe('voucher')
    await expect(vouchers.changeChoice(ctx, { id: voucherId, professionCode, level: 3, centreId: null })).rejects.toMatchObject({ code: 'voucher.bound-already' })
    const { version } = await inSystem((t) => casework.getCaseByNumber(t, number))
    await applications.withdrawApplication(ctx, { number, version, note: 'Уақытым болмай қалды' })
    expect(await voucherOf(person)).toMatchObject({ state: 'issued', caseNumber: undefined })
    expect(await vouchers.findLedgerDifferences(world.system())).toEqual([])
  })
  it.each([['no', 'employer', 'voucher'], ['yes', 'employer', 'employer']] as const)('where an employer refers and says %s to paying, the initiative is the %s’s and what pays is the %s', async (pays, initiative, funding) => {
    world.at('2026-03-02 09:00')
    const professionCode = await world.aProfession()
    const centre = await world.aCentre({ professionCode })
    const person = await world.aPerson()
    await granted(person, professionCode)
    const organisationId = await tx(world.system(), 'organisation.create', (t) => people.createOrganisation(t, { kind: 'employer', bin: null, nameKk: 'Зауыт', nameRu: 'Завод', nameEn: 'Plant', demonstration: true }))
    const representative = world.as(await world.aStaffMember(organisationId, ['employer-representative']))
    const { iinCipher } = await world.db.one<{ iinCipher: Uint8Array }>('select iin_cipher from person where id = $1', [person.personId])
    const sent = await employers.refer(representative, {
      number: '1', referred_on: '', iin: world.system().cipher.open(iinCipher, 'person.iin'), surname: 'Сейітқали', given_name: 'Нұрлан', patronymic: '', email: '', profession: professionCode, level: '4', centre: '', pays, pay_limit: '',
    })
    const ctx = world.as(person)
    const id = await employers.openReferral(ctx, (await employers.getReferral(representative, sent)).code)
    await applications.beginFromReferral(ctx, id)
    await applications.saveDraft(ctx, { professionCode, data: { centreId: centre.id, phone: '+7 700 000 00 01', address: 'Талдықорған', wayLearnt: 'informal', examLanguage: 'kk' } })
    const number = await applications.submitApplication(ctx, { professionCode, draftId: (await applications.openDraft(ctx, professionCode)).id, consentVersion: applications.CONSENT_VERSION })
    expect(await inSystem((t) => t.sql.one('select a.initiative, a.funding from application a join case_file c on c.id = a.case_id where c.number = $1', [number]))).toEqual({ initiative, funding })
    expect(await voucherOf(person)).toMatchObject({ state: funding === 'voucher' ? 'bound' : 'issued' })
  })
  it('another person’s voucher is not there', async () => {
    world.at('2026-03-02 09:00')
    const professionCode = await world.aProfession()
    const id = await granted(await world.aPerson(), professionCode)
    const stranger = await world.aPerson()
    await expect(vouchers.changeChoice(world.as(stranger), { id, professionCode, level: 4, centreId: null })).rejects.toMatchObject({ code: 'not-found' })
    expect((await vouchers.listOwnVouchers(world.as(stranger))).vouchers).toEqual([])
  })
  it('granted under norms that move a term off a day off, it ends on the working day, and an extension does too', async () => {
    await aNormEdition(world, { 'deadline.moveOffDayOff': true }, '2026-10-01' as Day)
    const professionCode = await world.aProfession()
    const person = await world.aPerson()
    // Forty-five days end on Sunday 13 December; ten more than the Monday after it on Thursday 24 December, and two more on a Saturday.
    const id = await granted(person, professionCode, '2026-10-29')
    expect((await voucherOf(person)).validUntil).toBe('2026-12-14')
    await vouchers.extendVoucher(world.as(specialist), { id, ground: 'incapacity', days: 10, paper: '№ 5' })
    expect((await voucherOf(person)).validUntil).toBe('2026-12-24')
    await vouchers.extendVoucher(world.as(specialist), { id, ground: 'incapacity', days: 2, paper: '№ 6' })
    expect((await voucherOf(person)).validUntil).toBe('2026-12-28')
  })
  it('is asked for to the hour of the norm on the last day, and a request of the evening is one of the next day', async () => {
    await aNormEdition(world, { 'deadline.electronicActsUntil': '18:00' }, '2026-10-30' as Day)
    const professionCode = await world.aProfession()
    const ask = (person: PersonActor) => vouchers.requestVoucher(world.as(person), { professionCode, level: 4, centreId: null, regionKato: ZHETYSU })
    const [late, last, early] = [await world.aPerson(), await world.aPerson(), await world.aPerson()]
    world.at('2026-10-30 18:00')
    const id = await ask(early)
    expect(await inSystem((t) => t.sql.one('select filed_on, due_on from voucher_request where id = $1', [id]))).toEqual({ filedOn: '2026-10-31', dueOn: '2026-11-04' })
    world.at('2026-11-01 18:00')
    expect([await reasonsOf(ask(late)), (await vouchers.listOwnVouchers(world.as(late))).mayRequest]).toEqual([['voucher.after-deadline'], false])
    world.at('2026-11-01 17:59')
    expect(await inSystem(async (t) => t.sql.one('select filed_on from voucher_request where id = $1', [await ask(last)]))).toEqual({ filedOn: '2026-11-01' })
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import * as applications from '#modules/applications/index.ts'
import * as decisions from '#modules/decisions/index.ts'
import * as exams from '#modules/exams/index.ts'
import * as documents from '#modules/recognition-documents/index.ts'
import * as scheduling from '#modules/scheduling/index.ts'
import { aDecidedCase, makePaperCase, type DecidedCase } from '../../../test/support/decided-case.ts'
import { anExamCase, answerRightly } from '../../../test/support/exam-case.ts'
import { PNG } from '../../../test/support/files.ts'
import { aReceivingCentre, certificateEvent, decide, rows, withApplication } from '../../../test/support/lost-scope.ts'
import { codesOf } from '../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import { askRetakeElsewhere, askRetakeElsewhereOnPaper, readLoss } from './index.ts'

let world: TestWorld
let official: PersonActor
beforeAll(async () => {
  world = await openTestWorld()
  official = await world.anOfficial('ministry')
})
afterAll(() => world.drop())

const lossOf = (exam: DecidedCase, eventId: string) => ({ certificateId: exam.centre.certificateId, eventId: eventId as never })
const ask = async (exam: DecidedCase, by = exam.candidate) => codesOf(askRetakeElsewhere(world.as(by), { number: exam.number, version: await exam.version() }))
const letters = async (exam: DecidedCase, kind: string) => rows<{ body: string }>(world, 'select body from letter where case_id = $1 and kind = $2', [exam.caseId, kind])

/** Theory passed, practice failed, the notice sent on Thursday 26 March in the evening. */
async function failedInPractice(): Promise<DecidedCase> {
  const exam = await anExamCase(world)
  await withApplication(world, exam)
  const head = await world.aStaffMember(exam.centre.id, ['centre-head'])
  const panel = [head, await world.aStaffMember(exam.centre.id, ['panel-member']), await world.aStaffMember(exam.centre.id, ['panel-member'])]
  await answerRightly(exam, await exam.writing(), 20)
  await exams.handInTheory(world.as(exam.candidate), { number: exam.number })
  world.at('2026-03-26 13:00')
  await exams.admitToPractice(world.as(exam.invigilator), { number: exam.number, identitySeen: true })
  for (const step of [1, 2, 3]) await exams.markStep(world.as(exam.assessor), { number: exam.number, step, done: step !== 1, note: step === 1 ? 'Орындамады.' : '' })
  await exams.endPractice(world.as(exam.assessor), { number: exam.number })
  world.at('2026-03-26 17:00')
  await decisions.callPanel(world.as(exam.clerk), { number: exam.number, version: await exam.version(), memberIds: panel.map((each) => each.accountId), chairId: head.accountId })
  for (const member of panel) await decisions.castVote(world.as(member), { number: exam.number, choice: 'fail', note: '' })
  await decisions.takeDecision(world.as(exam.clerk), { number: exam.number, version: await exam.version() })
  await documents.sendFailNotice(world.as(exam.clerk), { number: exam.number, version: await exam.version(), recommendations: 'Практиканы қайталаңыз.' })
  return { ...exam, head, panel }
}

describe('a retake asked for at a centre that lost its scope', () => {
  it('is held by another centre: the passed theory stays credited, the price is that of its list for the practice, and it sends its own contract', async () => {
    const exam = await failedInPractice()
    await applications.recordPayment(world.as(exam.clerk), { number: exam.number, version: await exam.version(), amount: 45_000, paidOn: '2026-03-26', receipt: 'R-1' })
    const receiver = await aReceivingCentre(world, exam.professionCode)
    world.at('2026-04-06 10:00')
    expect(await ask(exam)).toEqual(['retake.possible-here'])
    const eventId = await certificateEvent(world, exam.centre, 'withdrawal')
    expect(await exam.step()).toBe('fail-notice-sent')
    const offer = await applications.readRetakeOffer(world.as(exam.candidate), exam.number)
    expect([offer.elsewhere, offer.blockers.map((each) => each.code), offer.stages]).toEqual([true, ['retake.centre-not-in-scope'], ['practice']])

    for (const stranger of [exam.clerk, official, await world.aPerson()]) expect(await ask(exam, stranger)).toEqual(['not-found'])
    expect(await ask(exam)).toEqual(['done'])
    expect(await ask(exam)).toEqual(['case.waits-for-ministry'])
    expect([await exam.step(), (await letters(exam, 'retake-waits')).length]).toEqual(['waiting', 1])
    expect((await readLoss(world.as(official), lossOf(exam, eventId))).cases).toMatchObject([{
      number: exam.number, stepBefore: 'fail-notice-sent', proposed: { fate: 'move', toCentreId: receiver.id }, destinations: [{ price: 20_000 }],
      options: [{ fate: 'finish', blockers: [{ code: 'continuation.finish-retake' }] }, { fate: 'move', blockers: [] }, { fate: 'close', blockers: [] }],
    }])
    await decide(world, official, lossOf(exam, eventId), [{ exam, fate: 'move', to: receiver.id }])

    // Nothing is owed between the centres: the exam that was paid for was held.
    expect(await rows(world, 'select 1 from settlement where case_id = $1', [exam.caseId])).toEqual([])
    expect(await exam.step()).toBe('registered')
    expect((await letters(exam, 'case-moved-for-retake'))[0]!.body).toContain('есепке алынады')
    expect(await codesOf(applications.readStanding(world.as(exam.clerk), exam.number))).toEqual(['not-found'])
    expect(await codesOf(applications.refuseContract(world.as(receiver.clerk), { number: exam.number, version: await exam.version(), ground: 'wrong-application', reason: 'x', remedy: 'y' }))).toEqual(['refusal.contracted-before'])
    await contractAt(receiver, exam)
    expect((await applications.readContract(world.as(exam.candidate), exam.number)).contract).toMatchObject({ kind: 'retake', price: 20_000, carried: 0, stages: ['practice'] })
    await applications.acceptContract(world.as(exam.candidate), { number: exam.number, version: await exam.version() })
    expect(await exam.step()).toBe('contract-signed')

    await practiceAt(receiver, exam)
    expect(await exam.step()).toBe('held')
    const panel = [receiver.head, await world.aStaffMember(receiver.id, ['panel-member']), await world.aStaffMember(receiver.id, ['panel-member'])]
    await decisions.callPanel(world.as(receiver.clerk), { number: exam.number, version: await exam.version(), memberIds: panel.map((each) => each.accountId), chairId: receiver.head.accountId })
    for (const member of panel) await decisions.castVote(world.as(member), { number: exam.number, choice: 'pass', note: '' })
    await decisions.takeDecision(world.as(receiver.clerk), { number: exam.number, version: await exam.version() })
    await documents.issueDocument(world.as(receiver.head), { number: exam.number, version: await exam.version() })
    expect(await rows(world, 'select centre_id, certificate_id from recognition_document where case_id = $1', [exam.caseId])).toEqual([{ centreId: receiver.id, certificateId: receiver.certificateId }])
  })

  it('offered and not accepted yet, it goes with the case to the next centre: the same stages, at the price of a retake there', async () => {
    const exam = await failedInPractice()
    const receiver = await aReceivingCentre(world, exam.professionCode)
    const eventId = await certificateEvent(world, exam.centre, 'withdrawal')
    await ask(exam)
    await decide(world, official, lossOf(exam, eventId), [{ exam, fate: 'move', to: receiver.id }])
    await contractAt(receiver, exam)
    const third = await aReceivingCentre(world, exam.professionCode)
    const again = await certificateEvent(world, receiver, 'withdrawal')
    const loss = { certificateId: receiver.certificateId, eventId: again }
    expect((await readLoss(world.as(official), loss)).cases).toMatchObject([{ number: exam.number, stepBefore: 'contract-sent', destinations: [{ price: 20_000 }] }])
    await decide(world, official, loss, [{ exam, fate: 'move', to: third.id }])
    await contractAt(third, exam)
    expect((await applications.readContract(world.as(exam.candidate), exam.number)).contract).toMatchObject({ kind: 'retake', price: 20_000, carried: 0, stages: ['practice'] })
  })

  it('whoever does not accept the contract of the new centre is owed nothing, for nothing was carried there', async () => {
    const exam = await failedInPractice()
    await applications.recordPayment(world.as(exam.clerk), { number: exam.number, version: await exam.version(), amount: 45_000, paidOn: '2026-03-26', receipt: 'R-1' })
    const receiver = await aReceivingCentre(world, exam.professionCode)
    const eventId = await certificateEvent(world, exam.centre, 'withdrawal')
    await ask(exam)
    await decide(world, official, lossOf(exam, eventId), [{ exam, fate: 'move', to: receiver.id }])
    await applications.withdrawApplication(world.as(exam.candidate), { number: exam.number, version: await exam.version(), note: '' })
    expect([await exam.step(), await rows(world, 'select 1 from settlement where case_id = $1', [exam.caseId])]).toEqual(['withdrawn', []])
  })

  it('closed by the ministry returns nothing, for the exam was held, and a new application is free', async () => {
    const exam = await failedInPractice()
    await applications.recordPayment(world.as(exam.clerk), { number: exam.number, version: await exam.version(), amount: 45_000, paidOn: '2026-03-26', receipt: 'R-1' })
    const eventId = await certificateEvent(world, exam.centre, 'withdrawal')
    await ask(exam)
    expect((await readLoss(world.as(official), lossOf(exam, eventId))).cases[0]!.proposed).toBeUndefined()
    await decide(world, official, lossOf(exam, eventId), [{ exam, fate: 'close' }])
    expect([await exam.step(), await rows(world, 'select 1 from settlement where case_id = $1', [exam.caseId])]).toEqual(['closed', []])
    expect((await letters(exam, 'case-closed-by-ministry'))[0]!.body).toContain('Емтихан өткізілді')
  })

  it('comes back when the scope is in force again: it is asked for there, and the days of waiting are added to its term', async () => {
    const exam = await aDecidedCase(world, 'fail')
    world.at('2026-09-20 10:00')
    await certificateEvent(world, exam.centre, 'withdrawal')
    expect(await ask(exam)).toEqual(['done'])
    world.at('2026-09-30 10:00')
    await certificateEvent(world, exam.centre, 'resumption', { ground: 'breaches-remedied' })
    expect([await exam.step(), (await letters(exam, 'retake-possible-again')).length]).toEqual(['fail-notice-sent', 1])
    const retake = async () => codesOf(applications.requestRetake(world.as(exam.candidate), { number: exam.number, version: await exam.version() }))
    world.at('2026-10-07 10:00')
    expect(await retake()).toEqual(['retake.too-late'])
    world.at('2026-10-06 10:00')
    expect(await retake()).toEqual(['done'])
  })

  it('is asked for within the term of any retake, and not while an appeal is open', async () => {
    const exam = await aDecidedCase(world, 'fail')
    await certificateEvent(world, exam.centre, 'withdrawal')
    world.at('2026-09-27 10:00')
    expect(await ask(exam)).toEqual(['retake.too-late'])
  })

  it('of somebody without an account is entered with the scan of what he signed, before a second person', async () => {
    const exam = await failedInPractice()
    await makePaperCase(world, exam)
    await certificateEvent(world, exam.centre, 'withdrawal')
    const enter = async (overrides: Partial<applications.PaperSignature> = {}, by = exam.clerk) => codesOf(askRetakeElsewhereOnPaper(world.as(by), { number: exam.number, version: await exam.version(), witnessId: exam.head.accountId, scan: { name: 'a.png', bytes: PNG }, ...overrides }))
    expect(await enter({ scan: undefined })).toEqual(['retake.scan-missing'])
    expect(await enter({ witnessId: exam.clerk.accountId })).toEqual(['contract.witness-is-clerk'])
    expect(await enter({}, await world.aStaffMember((await aReceivingCentre(world, exam.professionCode)).id, ['centre-operator']))).toEqual(['not-found'])
    expect(await enter()).toEqual(['done'])
    expect([await exam.step(), (await exam.kinds()).slice(-2)]).toEqual(['waiting', ['retake-asked-elsewhere', 'retake-elsewhere-signed']])
  })
})

type Receiver = Awaited<ReturnType<typeof aReceivingCentre>>
async function contractAt(receiver: Receiver, exam: DecidedCase): Promise<void> {
  const { kase, list } = await applications.readStanding(world.as(receiver.clerk), exam.number)
  await applications.checkItems(world.as(receiver.clerk), { number: exam.number, version: kase.version, checks: list.map((item) => ({ item: item as never, verdict: 'right' as const, note: '' })) })
  await applications.sendContract(world.as(receiver.clerk), { number: exam.number, version: await exam.version() })
}
async function practiceAt(receiver: Receiver, exam: DecidedCase): Promise<void> {
  const roomId = (await rows<{ id: never }>(world, "insert into room (id, centre_id, name_kk, name_ru, seats) values (gen_random_uuid(), $1, 'Зал', 'Зал', 5) returning id", [receiver.id]))[0]!.id
  const [assessor, invigilator] = [await world.aStaffMember(receiver.id, ['assessor']), await world.aStaffMember(receiver.id, ['invigilator'])]
  const practice = await scheduling.createSitting(world.as(receiver.clerk), { centreId: receiver.id, stage: 'practice', professionCode: exam.professionCode, level: 4, roomId, onDay: day('2026-04-28'), start: '10:00', end: '13:00', seats: 2, invigilatorId: invigilator.accountId, assessorIds: [assessor.accountId] })
  await exams.sendNotification(world.as(receiver.clerk), { number: exam.number, version: await exam.version(), sittings: { practice } })
  world.at('2026-04-28 09:50')
  await exams.holdBriefing(world.as(invigilator), { number: exam.number, kinds: ['familiarisation', 'briefing'] })
  await exams.confirmBriefing(world.as(exam.candidate), { number: exam.number, kinds: ['familiarisation', 'briefing'] })
  await exams.admitToPractice(world.as(invigilator), { number: exam.number, identitySeen: true })
  for (const { no } of (await exams.readMarking(world.as(assessor), exam.number)).steps) await exams.markStep(world.as(assessor), { number: exam.number, step: no, done: true })
  await exams.endPractice(world.as(assessor), { number: exam.number })
}

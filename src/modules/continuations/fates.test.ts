import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
import { day } from '#kernel/day.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as applications from '#modules/applications/index.ts'
import * as billing from '#modules/billing/index.ts'
import * as casework from '#modules/casework/index.ts'
import * as decisions from '#modules/decisions/index.ts'
import * as exams from '#modules/exams/index.ts'
import * as documents from '#modules/recognition-documents/index.ts'
import * as scheduling from '#modules/scheduling/index.ts'
import { aHeldCase, type DecidedCase } from '../../../test/support/decided-case.ts'
import { anExamCase, answerRightly, type ExamCase } from '../../../test/support/exam-case.ts'
import { aReceivingCentre, certificateEvent, decide, rows, withApplication } from '../../../test/support/lost-scope.ts'
import { codesOf } from '../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'

let world: TestWorld
let official: PersonActor
beforeAll(async () => {
  world = await openTestWorld()
  official = await world.anOfficial('ministry')
})
afterAll(() => world.drop())

type Receiver = Awaited<ReturnType<typeof aReceivingCentre>>
const lossOf = (exam: ExamCase, eventId: string) => ({ certificateId: exam.centre.certificateId, eventId })
const letter = async (exam: ExamCase, kind: string) => (await rows<{ body: string; email: string }>(world, 'select body, email from letter where case_id = $1 and kind = $2', [exam.caseId, kind]))[0]
const caseRow = async (exam: ExamCase) => (await rows<{ centreId: string; step: string; nextDueOn: string | null; assignedTo: string | null; number: string; normEdition: string }>(world, 'select centre_id, step, next_due_on, assigned_to, number, norm_edition from case_file where id = $1', [exam.caseId]))[0]!
const settlements = (exam: ExamCase) => rows<{ owedBy: string; owedTo: string | null; amount: number }>(world, 'select owed_by, owed_to, amount from settlement where case_id = $1', [exam.caseId])
const pay = async (exam: ExamCase, amount: number) => applications.recordPayment(world.as(exam.clerk), { number: exam.number, version: await exam.version(), amount, paidOn: '2026-03-02', receipt: 'R-7' })

async function judge(exam: DecidedCase, clerk: PersonActor, head: PersonActor, panel: PersonActor[]): Promise<void> {
  await decisions.callPanel(world.as(clerk), { number: exam.number, version: await exam.version(), memberIds: panel.map((each) => each.accountId), chairId: head.accountId })
  for (const member of panel) await decisions.castVote(world.as(member), { number: exam.number, choice: 'pass', note: '' })
  await decisions.takeDecision(world.as(clerk), { number: exam.number, version: await exam.version() })
}
const panelOf = async (receiver: Receiver) => [receiver.head, await world.aStaffMember(receiver.id, ['panel-member']), await world.aStaffMember(receiver.id, ['panel-member'])]
const documentOf = async (exam: ExamCase) => (await rows<{ number: string; centreId: string; certificateId: string }>(world, 'select number, centre_id, certificate_id from recognition_document where case_id = $1', [exam.caseId]))[0]!

/** The new centre checks nothing anew that was right: it judges what is open, and sends its contract. */
async function contractAt(receiver: Receiver, exam: ExamCase): Promise<void> {
  const standing = await applications.readStanding(world.as(receiver.clerk), exam.number)
  await applications.checkItems(world.as(receiver.clerk), { number: exam.number, version: standing.kase.version, checks: standing.list.map((item) => ({ item: item as never, verdict: 'right' as const, note: '' })) })
  await applications.sendContract(world.as(receiver.clerk), { number: exam.number, version: await exam.version() })
}

describe('finish: the old centre goes on under the scope of the day of registration', () => {
  it('to the document, with the certificate that was withdrawn since, and the document is valid', async () => {
    const exam = await aHeldCase(world, 'pass')
    world.at('2026-03-27 10:00')
    const eventId = await certificateEvent(world, exam.centre, 'withdrawal')
    expect(await decide(world, official, lossOf(exam, eventId), [{ exam, fate: 'finish' }])).toEqual({ cases: 1 })
    expect(await exam.step()).toBe('held')
    await judge(exam, exam.clerk, exam.head, exam.panel)
    const { documentNumber } = await documents.issueDocument(world.as(exam.head), { number: exam.number, version: await exam.version() })
    expect((await documentOf(exam)).certificateId).toBe(exam.centre.certificateId)
    expect((await documents.verifyDocument(world.system(), documentNumber)).status).toBe('valid')
    expect((await letter(exam, 'case-may-finish'))?.body).toContain('кері қайтарылды')
  })

  it('and needs a sitting for it, which it may plan though its scope is lost; for others it may not', async () => {
    const exam = await anExamCase(world)
    const eventId = await certificateEvent(world, exam.centre, 'withdrawal')
    const plan = (on: string) => scheduling.createSitting(world.as(exam.clerk), { centreId: exam.centre.id, stage: 'theory', professionCode: exam.professionCode, level: 4, roomId: exam.rooms[0] as never, onDay: day(on), start: '10:00', end: '11:00', seats: 4, invigilatorId: exam.invigilator.accountId, assessorIds: [] })
    expect(await codesOf(plan('2026-04-08'))).toEqual(['sitting.out-of-scope'])
    await decide(world, official, lossOf(exam, eventId), [{ exam, fate: 'finish' }])
    expect(await codesOf(plan('2026-04-08'))).toEqual(['done'])
  })

  it('another event afterwards makes the case wait anew', async () => {
    const exam = await aHeldCase(world, 'pass')
    const eventId = await certificateEvent(world, exam.centre, 'withdrawal')
    await decide(world, official, lossOf(exam, eventId), [{ exam, fate: 'finish' }])
    expect(await exam.step()).toBe('held')
    const final = await certificateEvent(world, exam.centre, 'termination', { ground: 'organisation-wound-up' })
    expect(await exam.step()).toBe('waiting')
    expect(await codesOf(decide(world, official, lossOf(exam, final), [{ exam, fate: 'finish' }]))).toEqual(['continuation.finish-wound-up'])
  })
})

describe('move: another centre goes on with everything done', () => {
  it('the old centre sees nothing of it any more, the new one all; exam ahead and contract are off, price and payment stay', async () => {
    const exam = await anExamCase(world)
    await withApplication(world, exam)
    const sittings = await exam.notified()
    await pay(exam, 45_000)
    const receiver = await aReceivingCentre(world, exam.professionCode)
    world.at('2026-03-10 10:00')
    const eventId = await certificateEvent(world, exam.centre, 'withdrawal')
    const before = await caseRow(exam)
    await decide(world, official, lossOf(exam, eventId), [{ exam, fate: 'move', to: receiver.id }])
    expect(await caseRow(exam)).toEqual({ ...before, centreId: receiver.id, step: 'registered', nextDueOn: '2026-03-13', assignedTo: null })
    expect(await codesOf(applications.readStanding(world.as(exam.clerk), exam.number))).toEqual(['not-found'])
    expect(await codesOf(applications.sendContract(world.as(exam.clerk), { number: exam.number, version: await exam.version() }))).toEqual(['not-found'])
    expect(await codesOf(exams.sendNotification(world.as(exam.clerk), { number: exam.number, version: await exam.version(), sittings }))).toEqual(['not-found'])
    expect((await scheduling.getSitting(world.db, sittings.theory)).taken).toBe(0)
    expect(await settlements(exam)).toEqual([{ owedBy: exam.centre.id, owedTo: receiver.id, amount: 45_000 }])
    const archive = await applications.readHandedOver(world.as(exam.clerk), exam.centre.id)
    expect(archive.moves.map((move) => [move.caseNumber, move.toCentreId])).toEqual([[exam.number, receiver.id]])
    // What the old centre kept in time stays its own figure; nothing of it is the new one's.
    const termsOf = (centreId: string) => tx(world.system(), 'case.read', async (t) => {
      assertMay(t, casework.policy, 'case.read', { centreId, accountId: null })
      return casework.countTerms(t.sql, { centreId, from: day('2026-01-01'), until: day('2026-03-12') })
    })
    expect([await termsOf(exam.centre.id), await termsOf(receiver.id)]).toEqual([{ cases: 1, terms: 1, kept: 1 }, { cases: 0, terms: 0, kept: 0 }])
    await contractAt(receiver, exam)
    const { contract } = await applications.readContract(world.as(exam.candidate), exam.number)
    expect(contract).toMatchObject({ price: 45_000, carried: 45_000, stages: ['theory', 'practice'], acceptedAt: null })
    await applications.acceptContract(world.as(exam.candidate), { number: exam.number, version: await exam.version() })
    expect(await exam.step()).toBe('contract-signed')
    // Nothing was left to be invoiced here, yet what was carried is what the candidate paid: by this centre's fault it goes back.
    const enter = async (ground: string) => codesOf(billing.enterRefund(world.as(receiver.clerk), { number: exam.number, version: await exam.version(), ground, note: 'Станок істен шықты' }, applications.contractToRefund))
    expect([await enter('overpaid'), await enter('centre-fault'), await enter('centre-fault')]).toEqual([['refund.nothing-to-give-back'], ['done'], ['refund.entered-before']])
    expect((await billing.readCaseMoney(world.as(receiver.clerk), exam.number)).refunds).toMatchObject([{ ground: 'centre-fault', amount: 45_000, centreId: receiver.id }])
    expect((await billing.readAllDayBooks(world.system(), '2026-03-02' as never)).sum).toBe(0)
    expect((await letter(exam, 'case-moved'))?.body).toContain('Келісілген баға өзгермейді')
    expect((await exam.kinds()).filter((kind) => ['case-waits', 'attempt-broken-off', 'case-moved'].includes(kind))).toEqual(['case-waits', 'attempt-broken-off', 'case-moved'])
  })

  it('a theory passed is credited, and the new centre issues the document with its own certificate', async () => {
    const exam = await anExamCase(world)
    await withApplication(world, exam)
    const runId = await exam.writing()
    await answerRightly(exam, runId, 20)
    await exams.handInTheory(world.as(exam.candidate), { number: exam.number })
    const receiver = await aReceivingCentre(world, exam.professionCode)
    const eventId = await certificateEvent(world, exam.centre, 'withdrawal')
    await decide(world, official, lossOf(exam, eventId), [{ exam, fate: 'move', to: receiver.id }])
    expect((await letter(exam, 'case-moved'))?.body).toContain('есепке алынады')
    await contractAt(receiver, exam)
    expect((await applications.readContract(world.as(exam.candidate), exam.number)).contract).toMatchObject({ stages: ['practice'], price: 45_000 })
    await applications.acceptContract(world.as(exam.candidate), { number: exam.number, version: await exam.version() })
    const room = (await rows<{ id: string }>(world, "insert into room (id, centre_id, name_kk, name_ru, seats) values (gen_random_uuid(), $1, 'Зал', 'Зал', 5) returning id", [receiver.id]))[0]!.id
    const assessor = await world.aStaffMember(receiver.id, ['assessor'])
    const invigilator = await world.aStaffMember(receiver.id, ['invigilator'])
    const practice = await scheduling.createSitting(world.as(receiver.clerk), { centreId: receiver.id, stage: 'practice', professionCode: exam.professionCode, level: 4, roomId: room as never, onDay: day('2026-04-15'), start: '10:00', end: '13:00', seats: 2, invigilatorId: invigilator.accountId, assessorIds: [assessor.accountId] })
    await exams.sendNotification(world.as(receiver.clerk), { number: exam.number, version: await exam.version(), sittings: { practice } })
    world.at('2026-04-15 09:50')
    await exams.holdBriefing(world.as(invigilator), { number: exam.number, kinds: ['familiarisation', 'briefing'] })
    await exams.confirmBriefing(world.as(exam.candidate), { number: exam.number, kinds: ['familiarisation', 'briefing'] })
    await exams.admitToPractice(world.as(invigilator), { number: exam.number, identitySeen: true })
    const { content } = await exams.readMarking(world.as(assessor), exam.number).then(async (view) => ({ content: view }))
    for (const step of content.steps) await exams.markStep(world.as(assessor), { number: exam.number, step: step.no, done: true })
    await exams.endPractice(world.as(assessor), { number: exam.number })
    expect(await exam.step()).toBe('held')
    await judge(exam as DecidedCase, receiver.clerk, receiver.head, await panelOf(receiver))
    await documents.issueDocument(world.as(receiver.head), { number: exam.number, version: await exam.version() })
    expect(await documentOf(exam)).toMatchObject({ centreId: receiver.id, certificateId: receiver.certificateId })
  })

  it('a held case goes as it stands: no new contract, nothing owed, the panel called is dissolved, and the new centre decides and issues', async () => {
    const exam = await aHeldCase(world, 'pass')
    await decisions.callPanel(world.as(exam.clerk), { number: exam.number, version: await exam.version(), memberIds: exam.panel.map((each) => each.accountId), chairId: exam.head.accountId })
    await decisions.castVote(world.as(exam.panel[0]!), { number: exam.number, choice: 'pass', note: '' })
    const receiver = await aReceivingCentre(world, exam.professionCode)
    const eventId = await certificateEvent(world, exam.centre, 'withdrawal')
    await decide(world, official, lossOf(exam, eventId), [{ exam, fate: 'move', to: receiver.id }])
    expect(await caseRow(exam)).toMatchObject({ centreId: receiver.id, step: 'held' })
    expect(await settlements(exam)).toEqual([])
    expect(await codesOf(decisions.castVote(world.as(exam.panel[1]!), { number: exam.number, choice: 'pass', note: '' }))).toEqual(['not-found'])
    await judge(exam, receiver.clerk, receiver.head, await panelOf(receiver))
    const { documentNumber } = await documents.issueDocument(world.as(receiver.head), { number: exam.number, version: await exam.version() })
    expect(await documentOf(exam)).toMatchObject({ number: documentNumber, centreId: receiver.id, certificateId: receiver.certificateId })
    // A resumption of the old certificate changes nothing for it.
    await certificateEvent(world, exam.centre, 'resumption')
    expect(await caseRow(exam)).toMatchObject({ centreId: receiver.id, step: 'document-issued' })
  })

  it('a candidate who does not go on at the new centre gets his money back from whoever has it; the new centre does not refuse him', async () => {
    for (const passedOn of [false, true]) {
      const exam = await anExamCase(world)
      await withApplication(world, exam)
      await pay(exam, 45_000)
      const receiver = await aReceivingCentre(world, exam.professionCode)
      const eventId = await certificateEvent(world, exam.centre, 'withdrawal')
      await decide(world, official, lossOf(exam, eventId), [{ exam, fate: 'move', to: receiver.id }])
      expect(await codesOf(applications.refuseContract(world.as(receiver.clerk), { number: exam.number, version: await exam.version(), ground: 'wrong-application', reason: 'x', remedy: 'y' }))).toEqual(['refusal.contracted-before'])
      if (passedOn) {
        const { settlements: open } = await applications.readHandedOver(world.as(exam.clerk), exam.centre.id)
        await applications.settle(world.as(exam.clerk), { id: open[0]!.id, centreId: exam.centre.id, settledOn: '2026-03-02', receipt: 'P-2' })
      } else await contractAt(receiver, exam)
      await applications.withdrawApplication(world.as(exam.candidate), { number: exam.number, version: await exam.version(), note: '' })
      const owed = await settlements(exam)
      expect(owed.filter((each) => each.owedTo === null)).toEqual([{ owedBy: passedOn ? receiver.id : exam.centre.id, owedTo: null, amount: 45_000 }])
      expect(owed).toHaveLength(passedOn ? 2 : 1)
      expect(await exam.kinds()).toContain('refund-due')
    }
  })

  it('an unsigned case takes the price of the new centre', async () => {
    const exam = await anExamCase(world)
    await withApplication(world, exam)
    await rows(world, "update case_file set step = 'registered' where id = $1 returning id", [exam.caseId])
    await rows(world, 'delete from contract where case_id = $1 returning id', [exam.caseId])
    const receiver = await aReceivingCentre(world, exam.professionCode)
    const eventId = await certificateEvent(world, exam.centre, 'withdrawal')
    await decide(world, official, lossOf(exam, eventId), [{ exam, fate: 'move', to: receiver.id }])
    await contractAt(receiver, exam)
    expect((await applications.readContract(world.as(exam.candidate), exam.number)).contract).toMatchObject({ price: 60_000, carried: 0 })
  })

  it('only a centre with scope, price and programme takes it, and not that at which the candidate works', async () => {
    const exam = await anExamCase(world)
    const bare = await aReceivingCentre(world, exam.professionCode, { programme: false })
    const receiver = await aReceivingCentre(world, exam.professionCode)
    const eventId = await certificateEvent(world, exam.centre, 'withdrawal')
    const move = (to: string) => codesOf(decide(world, official, lossOf(exam, eventId), [{ exam, fate: 'move', to }]))
    expect(await move(bare.id)).toEqual(['continuation.destination-no-programme'])
    expect(await move(exam.centre.id)).toEqual(['continuation.destination-out-of-scope'])
    expect(await move('')).toEqual(['continuation.destination-missing'])
    await rows(world, "insert into role_grant (id, account_id, role, organisation_id, valid_from, granted_by, granted_at) values (gen_random_uuid(), $1, 'assessor', $2, '2026-01-01', $3, now()) returning id", [exam.candidate.accountId, receiver.id, official.accountId])
    expect(await move(receiver.id)).toEqual(['continuation.destination-is-candidates'])
    expect(await exam.step()).toBe('waiting')
  })
})

describe('close: the case ends, and what was paid is owed back', () => {
  it('to the candidate, whole, with the day; a new application is free', async () => {
    const exam = await anExamCase(world)
    await withApplication(world, exam)
    const sittings = await exam.notified()
    await pay(exam, 45_000)
    const eventId = await certificateEvent(world, exam.centre, 'withdrawal')
    await decide(world, official, lossOf(exam, eventId), [{ exam, fate: 'close' }])
    expect(await exam.step()).toBe('closed')
    expect(await settlements(exam)).toEqual([{ owedBy: exam.centre.id, owedTo: null, amount: 45_000 }])
    expect((await scheduling.getSitting(world.db, sittings.theory)).taken).toBe(0)
    expect((await letter(exam, 'case-closed-by-ministry'))?.body).toMatch(/45\s000/)
    const { settlements: open } = await applications.readHandedOver(world.as(exam.clerk), exam.centre.id)
    expect(await codesOf(applications.settle(world.as(exam.clerk), { id: open[0]!.id, centreId: exam.centre.id, settledOn: '2026-03-05', receipt: 'P-1' }))).toEqual(['settlement.by-refund'])
    const { refunds } = await billing.readCaseMoney(world.as(exam.candidate), exam.number)
    expect(refunds).toMatchObject([{ ground: 'case-closed', amount: 45_000, state: 'due', centreId: exam.centre.id }])
    const second = await world.aStaffMember(exam.centre.id, ['centre-operator'])
    const id = refunds[0]!.id
    await billing.prepareRefund(world.as(exam.clerk), { id, way: 'bank' })
    await billing.sendRefund(world.as(second), { id })
    const paid = (on: string, reference = 'P-1') => codesOf(billing.markRefundPaid(world.as(exam.clerk), { id, on, reference }))
    expect(await paid('2026-03-01')).toEqual(['refund.day-wrong'])
    expect(await paid('2026-03-05', ' ')).toEqual(['refund.reference-missing'])
    expect(await paid('2026-03-05')).toEqual(['done'])
    expect(await paid('2026-03-05')).toEqual(['refund.paid-already'])
  })

  it('not after the panel has decided', async () => {
    const exam = await aHeldCase(world, 'pass')
    world.at('2026-03-26 17:00')
    await judge(exam, exam.clerk, exam.head, exam.panel)
    const eventId = await certificateEvent(world, exam.centre, 'withdrawal')
    expect(await codesOf(decide(world, official, lossOf(exam, eventId), [{ exam, fate: 'close' }]))).toEqual(['continuation.close-after-decision'])
    await decide(world, official, lossOf(exam, eventId), [{ exam, fate: 'finish' }])
    expect(await exam.step()).toBe('decided-pass')
  })
})

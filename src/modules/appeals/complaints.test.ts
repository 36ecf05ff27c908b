import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Day } from '#kernel/day.ts'
import { makeDemonstrationIin } from '#kernel/iin.ts'
import { makePaperCase } from '../../../test/support/decided-case.ts'
import { anExamCase, type ExamCase } from '../../../test/support/exam-case.ts'
import { PNG } from '../../../test/support/files.ts'
import { codesOf } from '../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import * as appeals from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

const lodged = (exam: ExamCase, change: Partial<appeals.NewComplaint> = {}) =>
  appeals.lodgeComplaint(world.as(exam.candidate), { about: { caseNumber: exam.number, person: null }, subject: 'conduct', body: 'Залда шу болды.', ...change })
async function answered(exam: ExamCase, number: string, as = exam.clerk, change = {}) {
  const version = (await appeals.readComplaint(world.as(as), number)).kase.version
  await appeals.answerComplaint(world.as(as), { number, version, finding: 'justified', answer: 'Шағым негізді, кешірім сұраймыз.', measures: 'Зал ауыстырылды.', ...change })
}

describe('a complaint', () => {
  it('may be lodged at any time and on anything; it only has to say something', async () => {
    const exam = await anExamCase(world)
    expect(await codesOf(lodged(exam, { subject: 'weather', body: ' ' }))).toEqual(['complaint.subject-missing', 'complaint.body-missing'])
    expect(await codesOf(lodged(exam, { body: 'x'.repeat(8001) }))).toEqual(['complaint.body-too-long'])
    const number = await lodged(exam)
    const view = await appeals.readComplaint(world.as(exam.candidate), number)
    expect([view.kase.kind, view.kase.step, view.kase.whoseMove, view.parentNumber, view.complaint.subject]).toEqual(['complaint', 'lodged', 'centre', exam.number, 'conduct'])
    expect(await exam.kinds()).toContain('complaint-lodged')
    expect(await codesOf(lodged(exam))).toEqual(['done'])
  })

  it('is open to anybody with an account about a centre, and about a case only to its own candidate', async () => {
    const exam = await anExamCase(world)
    const stranger = await world.aPerson()
    const about = (await appeals.lodgeComplaint(world.as(stranger), { about: { centreSerial: exam.centre.serial }, subject: 'price', body: 'Баға тізбесі жоқ.' }))
    expect((await appeals.readComplaint(world.as(exam.clerk), about)).kase.centreId).toBe(exam.centre.id)
    expect(await codesOf(appeals.lodgeComplaint(world.as(stranger), { about: { centreSerial: '99' }, subject: 'price', body: 'x' }))).toEqual(['complaint.centre-missing'])
    expect(await codesOf(appeals.lodgeComplaint(world.as(stranger), { about: { caseNumber: exam.number, person: null }, subject: 'price', body: 'x' }))).toEqual(['not-found'])
  })

  it('may name a person who dealt with the case, and nobody else', async () => {
    const exam = await anExamCase(world)
    await exam.notified()
    const { people } = await appeals.readComplaintForm(world.as(exam.candidate), exam.number)
    expect(people.map((each) => each.accountId)).toEqual([exam.clerk.accountId])
    expect(await codesOf(lodged(exam, { about: { caseNumber: exam.number, person: exam.second.accountId } }))).toEqual(['complaint.about-stranger'])
    const number = await lodged(exam, { about: { caseNumber: exam.number, person: exam.clerk.accountId } })
    expect(await codesOf(answered(exam, number))).toEqual(['complaint.own-matter'])
    await answered(exam, number, await world.aStaffMember(exam.centre.id, ['centre-head']))
    expect((await appeals.readComplaint(world.as(exam.candidate), number)).complaint.finding).toBe('justified')
  })

  it('is answered once, in words, with what was found and done; the answer is a paper', async () => {
    const exam = await anExamCase(world)
    const number = await lodged(exam)
    expect(await codesOf(answered(exam, number, exam.clerk, { finding: 'maybe', answer: ' ' }))).toEqual(['complaint.finding-missing', 'complaint.answer-missing'])
    expect(await codesOf(answered(exam, number, exam.assessor))).toEqual(['not-found'])
    await answered(exam, number)
    expect(await codesOf(answered(exam, number))).toEqual(['complaint.answered-already'])
    const view = await appeals.readComplaint(world.as(exam.candidate), number)
    expect([view.kase.step, view.kase.closedAt !== null, view.complaint.measures, view.papers.map((paper) => paper.kind)]).toEqual(['answered', true, 'Зал ауыстырылды.', ['complaint-answer']])
  })

  it('is rated once, after its answer, by its complainant', async () => {
    const exam = await anExamCase(world)
    const number = await lodged(exam)
    expect(await codesOf(appeals.rateAnswer(world.as(exam.candidate), { number, satisfied: true }))).toEqual(['complaint.rated-already'])
    await answered(exam, number)
    expect(await codesOf(appeals.rateAnswer(world.as(exam.clerk), { number, satisfied: true }))).toEqual(['not-found'])
    await appeals.rateAnswer(world.as(exam.candidate), { number, satisfied: false })
    expect((await appeals.readComplaint(world.as(exam.clerk), number)).complaint.satisfied).toBe(false)
    expect(await codesOf(appeals.rateAnswer(world.as(exam.candidate), { number, satisfied: true }))).toEqual(['complaint.rated-already'])
  })

  it('of somebody without an account is entered by a clerk with its scan, at any time, and the chamber sees it', async () => {
    const exam = await anExamCase(world)
    const enter = (change: Partial<appeals.PaperComplaint> = {}, as = exam.clerk) =>
      appeals.enterPaperComplaint(world.as(as), { number: exam.number, receivedOn: '2026-03-02', subject: 'conduct', body: 'Залда шу болды.', person: null, scan: { name: 'scan.png', bytes: PNG }, ...change })
    expect(await codesOf(enter())).toEqual(['not-found'])
    await makePaperCase(world, exam)
    expect(await codesOf(enter({}, exam.assessor))).toEqual(['not-found'])
    expect(await codesOf(enter({ receivedOn: '', subject: '', body: '', scan: undefined }))).toEqual(['complaint.received-wrong', 'complaint.scan-missing', 'complaint.subject-missing', 'complaint.body-missing'])
    expect(await codesOf(enter({ receivedOn: '2027-01-01' }))).toEqual(['complaint.received-in-future'])
    const number = await enter()
    const view = await appeals.readComplaint(world.as(await world.anOfficial('accreditor')), number)
    expect([view.kase.accountId, view.kase.openedOn, view.complaint.subject]).toEqual([null, '2026-03-02', 'conduct'])
    const own = await appeals.readComplaint(world.as(exam.clerk), number)
    expect([own.parentNumber, own.files.map((file) => file.name)]).toEqual([exam.number, ['scan.png']])
    await answered(exam, number)
    expect((await appeals.readComplaint(world.as(exam.clerk), number)).kase.step).toBe('answered')
  })

  it('of somebody without an account: its answer is handed over under signature, once, by a clerk before a second person', async () => {
    const exam = await anExamCase(world)
    await makePaperCase(world, exam)
    const number = await appeals.enterPaperComplaint(world.as(exam.clerk), { number: exam.number, receivedOn: '2026-03-02', subject: 'conduct', body: 'Залда шу болды.', person: null, scan: { name: 'scan.png', bytes: PNG } })
    const version = async () => (await appeals.readComplaint(world.as(exam.clerk), number)).kase.version
    const give = async (change: Partial<Parameters<typeof appeals.deliverComplaintAnswer>[1]> = {}, as = exam.clerk) =>
      appeals.deliverComplaintAnswer(world.as(as), { number, version: await version(), deliveredOn: '2026-03-02', witnessId: exam.assessor.accountId, scan: { name: 'қол.png', bytes: PNG }, ...change })
    expect(await codesOf(give())).toEqual(['complaint.no-answer-yet'])
    await answered(exam, number)
    expect(await codesOf(give({}, exam.assessor))).toEqual(['not-found'])
    expect(await codesOf(give({ scan: undefined, witnessId: exam.clerk.accountId }))).toEqual(['delivery.scan-missing', 'delivery.witness-is-clerk'])
    expect((await appeals.readComplaint(world.as(exam.clerk), number)).mayDeliver).toBe(true)
    await give()
    const after = await appeals.readComplaint(world.as(exam.clerk), number)
    expect([after.mayDeliver, after.deliveredOn, after.timeline.some((line) => line.kind === 'complaint-answer-delivered')]).toEqual([false, '2026-03-02', true])
    expect(await codesOf(give())).toEqual(['delivery.already'])
  })

  it('of somebody with neither an account nor a case is entered by a clerk of the centre it is about', async () => {
    const exam = await anExamCase(world)
    const person = { iin: makeDemonstrationIin('1980-03-04' as Day, 77).reveal(), surname: 'Ким', givenName: 'Анна', birthOn: '1980-03-04' }
    const enter = (change: Partial<appeals.StrangersComplaint> = {}, as = exam.clerk) =>
      appeals.enterStrangersComplaint(world.as(as), { centreId: exam.centre.id, person, receivedOn: '2026-03-02', subject: 'refusal', body: 'Өтінішім қайтарылды.', scan: { name: 'scan.png', bytes: PNG }, ...change })
    expect(await codesOf(enter({}, exam.assessor))).toEqual(['not-found'])
    expect(await codesOf(enter({ centreId: (await world.aCentre()).id }))).toEqual(['not-found'])
    expect(await codesOf(enter({ person: { ...person, iin: '1', surname: '' }, scan: undefined }))).toEqual(['person.surname-missing', 'iin.twelve-digits', 'complaint.scan-missing'])
    const number = await enter()
    const view = await appeals.readComplaint(world.as(exam.clerk), number)
    expect([view.complainant.surname, view.parentNumber, view.kase.accountId, view.files.length]).toEqual(['Ким', undefined, null, 1])
  })

  it('is seen by the chamber and the ministry, the answer too, and by no other centre', async () => {
    const exam = await anExamCase(world)
    const number = await lodged(exam)
    const [accreditor, officer] = [await world.anOfficial('accreditor'), await world.anOfficial('ministry')]
    expect((await appeals.listAllComplaints(world.as(officer), 1, 100)).rows.map((row) => row.number)).toContain(number)
    expect((await appeals.listAllComplaints(world.as(accreditor), 1, 100)).rows.map((row) => row.number)).toContain(number)
    expect((await appeals.readComplaint(world.as(accreditor), number)).mayAnswer).toBe(false)
    const elsewhere = await world.aCentre()
    const foreign = await world.aStaffMember(elsewhere.id, ['centre-operator'])
    expect(await codesOf(appeals.readComplaint(world.as(foreign), number))).toEqual(['not-found'])
    expect(await codesOf(appeals.listComplaints(world.as(foreign), exam.centre.id, 1, 10))).toEqual(['not-found'])
    expect(await codesOf(appeals.listAllComplaints(world.as(foreign), 1, 10))).toEqual(['not-found'])
  })
})

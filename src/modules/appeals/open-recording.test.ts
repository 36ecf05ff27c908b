import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
import * as decisions from '#modules/decisions/index.ts'
import * as exams from '#modules/exams/index.ts'
import * as proctoring from '#modules/proctoring/index.ts'
import * as documents from '#modules/recognition-documents/index.ts'
import { anOnlineExam, type OnlineExamCase } from '../../../test/support/online-exam.ts'
import { codesOf } from '../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import * as appeals from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

const three = (exam: OnlineExamCase): Promise<PersonActor[]> => Promise.all([1, 2, 3].map(() => world.aStaffMember(exam.centre.id, ['panel-member'])))
const generic = (who: PersonActor, exam: OnlineExamCase, purpose: string) => codesOf(proctoring.openRecording(world.as(who), { number: exam.number, purpose }))
const seen = async (exam: OnlineExamCase) => (await proctoring.readOwnAttempt(world.as(exam.candidate), exam.number)).views.map((view) => view.purpose)

/** A theory on line of which one piece was recorded, handed in without an answer: not passed. */
async function held(): Promise<OnlineExamCase> {
  const exam = await anOnlineExam(world)
  await exam.watched()
  await exam.chunk(0)
  await exams.handInTheory(world.as(exam.candidate), { number: exam.number })
  world.at('2026-03-26 14:00')
  return exam
}
async function decided(exam: OnlineExamCase, panel: PersonActor[]): Promise<void> {
  await decisions.callPanel(world.as(exam.clerk), { number: exam.number, version: await exam.version(), memberIds: panel.map((each) => each.accountId), chairId: panel[0]!.accountId })
  for (const member of panel) await decisions.castVote(world.as(member), { number: exam.number, choice: 'fail', note: '' })
  await decisions.takeDecision(world.as(exam.clerk), { number: exam.number, version: await exam.version() })
  await documents.sendFailNotice(world.as(exam.clerk), { number: exam.number, version: await exam.version(), recommendations: 'Тақырыпты қайталаңыз.' })
}

describe('the recording of an exam on line', () => {
  it('is opened for the decision by those who sit on the panel, while it decides, and the candidate sees it', async () => {
    const exam = await held()
    const panel = await three(exam)
    const [member, stranger] = [panel[0]!, await world.aStaffMember(exam.centre.id, ['panel-member'])]
    const open = (who: PersonActor) => decisions.openRecordingToDecide(world.as(who), { number: exam.number, stage: 'theory' })
    // No panel is called: there is nothing to open it for, and the general door knows no such purpose.
    for (const who of [member, exam.head]) expect(await codesOf(open(who))).toEqual(['not-found'])
    for (const purpose of ['decision', 'appeal', 'complaint']) expect(await generic(exam.head, exam, purpose)).toEqual(['recording.purpose-missing'])
    await decisions.callPanel(world.as(exam.clerk), { number: exam.number, version: await exam.version(), memberIds: panel.map((each) => each.accountId), chairId: member.accountId })
    for (const who of [stranger, exam.head, exam.clerk, exam.candidate, exam.proctor]) expect(await codesOf(open(who))).toEqual(['not-found'])
    expect((await decisions.readPanel(world.as(exam.clerk), exam.number)).recorded).toEqual([])
    expect((await decisions.readPanel(world.as(member), exam.number)).recorded).toEqual(['theory'])
    const viewId = await open(member)
    expect(await proctoring.readOpenedAttempt(world.as(member), { number: exam.number, viewId })).toMatchObject({ purpose: 'decision', attempt: { number: exam.number, flags: [] } })
    expect((await proctoring.readClip(world.as(member), { number: exam.number, viewId, track: 'camera' })).mediaType).toBe('video/webm')
    expect(await codesOf(proctoring.readOpenedAttempt(world.as(panel[1]!), { number: exam.number, viewId }))).toEqual(['not-found'])
    expect(await seen(exam)).toEqual(['decision'])
    // What was decided is not looked at any more.
    for (const each of panel) await decisions.castVote(world.as(each), { number: exam.number, choice: 'fail', note: '' })
    await decisions.takeDecision(world.as(exam.clerk), { number: exam.number, version: await exam.version() })
    expect(await codesOf(proctoring.readClip(world.as(member), { number: exam.number, viewId, track: 'camera' }))).toEqual(['not-found'])
    expect(await codesOf(open(member))).toEqual(['not-found'])
  })

  it('is opened for an appeal by those who hear it, and by nobody before one is lodged', async () => {
    const exam = await held()
    const first = await three(exam)
    await decided(exam, first)
    const [member, ...others] = await three(exam)
    const number = await appeals.lodgeAppeal(world.as(exam.candidate), { number: exam.number, version: await exam.version(), ground: 'Жазбада бәрі көрінеді.' })
    const open = (who: PersonActor) => appeals.openRecordingOfAppeal(world.as(who), { number, stage: 'theory' })
    expect(await codesOf(open(member!))).toEqual(['not-found'])
    const { version } = (await appeals.readAppeal(world.as(exam.clerk), number)).kase
    await appeals.callAppealPanel(world.as(exam.clerk), { number, version, members: [member!, ...others].map((each) => each.accountId), chair: member!.accountId })
    for (const who of [first[0]!, exam.head, exam.candidate]) expect(await codesOf(open(who))).toEqual(['not-found'])
    expect((await appeals.readAppeal(world.as(member!), number)).recorded).toEqual(['theory'])
    const viewId = await open(member!)
    expect(await proctoring.readOpenedAttempt(world.as(member!), { number: exam.number, viewId })).toMatchObject({ purpose: 'appeal' })
    expect(await seen(exam)).toEqual(['appeal'])
  })

  it('is opened for a complaint by the head or by who oversees the centre, until the answer, and never in his own matter', async () => {
    const exam = await held()
    const official = await world.anOfficial('national-body')
    const number = await appeals.lodgeComplaint(world.as(exam.candidate), { about: { caseNumber: exam.number, person: null }, subject: 'conduct', body: 'Проктор кедергі жасады.' })
    const open = (who: PersonActor) => appeals.openRecordingOfComplaint(world.as(who), { number, stage: 'theory' })
    for (const who of [exam.clerk, exam.proctor, exam.candidate]) expect(await codesOf(open(who))).toEqual(['not-found'])
    for (const who of [exam.head, official]) expect(await proctoring.readOpenedAttempt(world.as(who), { number: exam.number, viewId: await open(who) })).toMatchObject({ purpose: 'complaint' })
    const { version } = (await appeals.readComplaint(world.as(exam.head), number)).kase
    await appeals.answerComplaint(world.as(exam.head), { number, version, finding: 'unjustified', answer: 'Жазба қаралды, кедергі байқалмады.', measures: '' })
    expect(await codesOf(open(exam.head))).toEqual(['not-found'])
    expect((await appeals.readComplaint(world.as(exam.head), number)).recorded).toEqual([])
    // A complaint about the head himself is no matter of his, and an answered one no door to it.
    await appeals.lodgeComplaint(world.as(exam.candidate), { about: { caseNumber: exam.number, person: exam.head.accountId }, subject: 'conduct', body: 'Орталық басшысы кедергі жасады.' })
    expect(await codesOf(open(exam.head))).toEqual(['not-found'])
  })

  it('is closed to a member of a panel with the seat that he gives up, and to all of a panel that is dissolved', async () => {
    const exam = await held()
    const panel = await three(exam)
    const [leaving, staying] = [panel[0]!, panel[1]!]
    await decisions.callPanel(world.as(exam.clerk), { number: exam.number, version: await exam.version(), memberIds: panel.map((each) => each.accountId), chairId: staying.accountId })
    const open = (who: PersonActor) => decisions.openRecordingToDecide(world.as(who), { number: exam.number, stage: 'theory' })
    const clip = (who: PersonActor, viewId: string) => codesOf(proctoring.readClip(world.as(who), { number: exam.number, viewId, track: 'camera' }))
    const views = { leaving: await open(leaving), staying: await open(staying) }
    const successor = await world.aStaffMember(exam.centre.id, ['panel-member'])
    await decisions.replaceMember(world.as(exam.clerk), { number: exam.number, version: await exam.version(), memberId: leaving.accountId, successorId: successor.accountId, ground: 'conflict', note: 'Туысы.' })
    expect([await clip(leaving, views.leaving), await codesOf(proctoring.readOpenedAttempt(world.as(leaving), { number: exam.number, viewId: views.leaving })), await clip(staying, views.staying)]).toEqual([['not-found'], ['not-found'], ['done']])
    await decisions.dissolvePanel(world.as(exam.clerk), { number: exam.number, version: await exam.version(), ground: 'other', note: 'Жаңа құрам.' })
    expect(await clip(staying, views.staying)).toEqual(['not-found'])
  })

  it('is closed to a member of the panel of an appeal with his seat too', async () => {
    const exam = await held()
    await decided(exam, await three(exam))
    const panel = await three(exam)
    const number = await appeals.lodgeAppeal(world.as(exam.candidate), { number: exam.number, version: await exam.version(), ground: 'Жазбада бәрі көрінеді.' })
    const versionNow = async () => (await appeals.readAppeal(world.as(exam.clerk), number)).kase.version
    await appeals.callAppealPanel(world.as(exam.clerk), { number, version: await versionNow(), members: panel.map((each) => each.accountId), chair: panel[1]!.accountId })
    const viewId = await appeals.openRecordingOfAppeal(world.as(panel[0]!), { number, stage: 'theory' })
    const successor = await world.aStaffMember(exam.centre.id, ['panel-member'])
    await appeals.replaceAppealMember(world.as(exam.clerk), { number, version: await versionNow(), memberId: panel[0]!.accountId, successorId: successor.accountId, ground: 'conflict', note: 'Туысы.' })
    expect(await codesOf(proctoring.readOpenedAttempt(world.as(panel[0]!), { number: exam.number, viewId }))).toEqual(['not-found'])
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day, legalDay } from '#kernel/day.ts'
import * as applications from '#modules/applications/index.ts'
import * as decisions from '#modules/decisions/index.ts'
import * as exams from '#modules/exams/index.ts'
import * as documents from '#modules/recognition-documents/index.ts'
import { aHeldCase } from '../../../test/support/decided-case.ts'
import { anExamCase, answerRightly, type ExamCase } from '../../../test/support/exam-case.ts'
import { certificateEvent, rows } from '../../../test/support/lost-scope.ts'
import { codesOf } from '../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import { holdCasesWithoutScope } from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

const letters = (exam: ExamCase, kind: string) => rows<{ accountId: string | null }>(world, 'select account_id from letter where case_id = $1 and kind = $2', [exam.caseId, kind])
const clock = async (exam: ExamCase, rule: string) => (await rows<{ dueOn: string; pausedOn: string | null }>(world, 'select due_on, paused_on from deadline where case_id = $1 and rule = $2 order by started_on desc limit 1', [exam.caseId, rule]))[0]!

describe('from the instant at which the scope is lost', () => {
  it('a running case waits for the ministry, its clock stands still, and both sides are told once', async () => {
    const exam = await anExamCase(world)
    world.at('2026-03-03 15:00')
    await certificateEvent(world, exam.centre, 'withdrawal')
    expect(await exam.step()).toBe('waiting')
    expect(await clock(exam, 'T2')).toEqual({ dueOn: '2026-03-05', pausedOn: '2026-03-03' })
    expect((await letters(exam, 'case-waits')).map((letter) => letter.accountId)).toEqual([exam.candidate.accountId])
    expect(await letters(exam, 'centre-waits')).toHaveLength(1)
    await holdCasesWithoutScope(world.system())
    expect((await exam.kinds()).filter((kind) => kind === 'case-waits')).toHaveLength(1)
  })

  it('a case of another profession of the same centre goes on', async () => {
    const exam = await anExamCase(world)
    const other = await world.aProfession()
    await world.db.run('insert into centre_scope (certificate_id, profession_code, level) values ($1, $2, 4)', [exam.centre.certificateId, other])
    await certificateEvent(world, exam.centre, 'withdrawal', { professions: [other] })
    expect(await exam.step()).toBe('contract-signed')
    await certificateEvent(world, exam.centre, 'withdrawal', { professions: [exam.professionCode] })
    expect(await exam.step()).toBe('waiting')
  })

  it('an event of a later day holds the case on that day, and not before', async () => {
    const exam = await anExamCase(world)
    await certificateEvent(world, exam.centre, 'withdrawal', { from: day('2026-03-04') })
    world.at('2026-03-03 23:59')
    await holdCasesWithoutScope(world.system())
    expect(await exam.step()).toBe('contract-signed')
    world.at('2026-03-04 00:01')
    expect(await holdCasesWithoutScope(world.system())).toBe(1)
    expect(await holdCasesWithoutScope(world.system())).toBe(0)
    expect(await exam.step()).toBe('waiting')
  })

  it('an exam under way is finished; the case waits afterwards', async () => {
    const exam = await anExamCase(world)
    const runId = await exam.writing()
    await certificateEvent(world, exam.centre, 'withdrawal')
    expect(await exam.step()).toBe('theory-running')
    await answerRightly(exam, runId, 20)
    await exams.handInTheory(world.as(exam.candidate), { number: exam.number })
    expect(await exam.step()).toBe('theory-passed')
    await holdCasesWithoutScope(world.system())
    expect(await exam.step()).toBe('waiting')
  })

  it('a case whose result was made known does not wait, and its right of appeal runs', async () => {
    const exam = await aHeldCase(world, 'fail')
    world.at('2026-03-26 17:00')
    await decisions.callPanel(world.as(exam.clerk), { number: exam.number, version: await exam.version(), memberIds: exam.panel.map((each) => each.accountId), chairId: exam.head.accountId })
    for (const member of exam.panel) await decisions.castVote(world.as(member), { number: exam.number, choice: 'fail', note: '' })
    await decisions.takeDecision(world.as(exam.clerk), { number: exam.number, version: await exam.version() })
    await documents.sendFailNotice(world.as(exam.clerk), { number: exam.number, version: await exam.version(), recommendations: 'Қайталаңыз.' })
    await certificateEvent(world, exam.centre, 'withdrawal')
    expect(await exam.step()).toBe('fail-notice-sent')
    expect((await clock(exam, 'T6')).pausedOn).toBeNull()
  })
})

describe('a clerk of the centre that lost its scope is told why', () => {
  const WAITS = ['case.waits-for-ministry']

  it('pressing "send the notification" on a page opened before, and on a fresh one', async () => {
    const exam = await anExamCase(world)
    const before = await exam.version()
    await certificateEvent(world, exam.centre, 'withdrawal')
    for (const version of [before, await exam.version()]) {
      await expect(exams.sendNotification(world.as(exam.clerk), { number: exam.number, version, sittings: {} })).rejects.toMatchObject({ code: WAITS[0], data: { since: legalDay(world.clock.now()) } })
    }
    expect(await codesOf(applications.sendContract(world.as(exam.clerk), { number: exam.number, version: before }))).toEqual(WAITS)
    // A payment is a fact and may be written down.
    expect(await codesOf(applications.recordPayment(world.as(exam.clerk), { number: exam.number, version: await exam.version(), amount: 45_000, paidOn: '2026-03-02', receipt: 'R-1' }))).toEqual(['done'])
  })

  it('pressing "call the panel", "vote", "decide" and "issue"', async () => {
    const exam = await aHeldCase(world, 'pass')
    world.at('2026-03-26 17:00')
    const call = async (version: number) => decisions.callPanel(world.as(exam.clerk), { number: exam.number, version, memberIds: exam.panel.map((each) => each.accountId), chairId: exam.head.accountId })
    const stale = await exam.version()
    await call(stale)
    const called = await exam.version()
    await certificateEvent(world, exam.centre, 'withdrawal')
    expect(await codesOf(call(stale))).toEqual(WAITS)
    expect(await codesOf(decisions.castVote(world.as(exam.panel[0]!), { number: exam.number, choice: 'pass', note: '' }))).toEqual(WAITS)
    expect(await codesOf(decisions.takeDecision(world.as(exam.clerk), { number: exam.number, version: called }))).toEqual(WAITS)
    expect(await codesOf(documents.issueDocument(world.as(exam.head), { number: exam.number, version: called }))).toEqual(WAITS)
    expect(await exam.step()).toBe('waiting')
  })
})

describe('a resumption gives the cases back', () => {
  it('each goes on where it stood, with the days its clock had left', async () => {
    const exam = await anExamCase(world)
    world.at('2026-03-04 10:00')
    await certificateEvent(world, exam.centre, 'withdrawal')
    world.at('2026-03-16 10:00')
    await certificateEvent(world, exam.centre, 'resumption', { ground: 'breaches-remedied' })
    expect(await exam.step()).toBe('contract-signed')
    // One working day was left on Wednesday 4 March: it is Tuesday 17 March now.
    expect(await clock(exam, 'T2')).toEqual({ dueOn: '2026-03-17', pausedOn: null })
    expect(await letters(exam, 'case-goes-on')).toHaveLength(1)
    expect((await exam.kinds()).slice(-2)).toEqual(['case-waits', 'case-goes-on'])
    const { theory, practice } = { theory: await exam.sitting('theory', '2026-04-08'), practice: await exam.sitting('practice', '2026-04-08', '13:00', '16:00') }
    await exams.sendNotification(world.as(exam.clerk), { number: exam.number, version: await exam.version(), sittings: { theory, practice } })
    expect(await exam.step()).toBe('notified')
  })

  it('of the professions resumed only', async () => {
    const one = await anExamCase(world)
    const other = await world.aProfession()
    await world.db.run('insert into centre_scope (certificate_id, profession_code, level) values ($1, $2, 4)', [one.centre.certificateId, other])
    await certificateEvent(world, one.centre, 'withdrawal', { professions: [one.professionCode, other] })
    await certificateEvent(world, one.centre, 'resumption', { professions: [other] })
    expect(await one.step()).toBe('waiting')
    await certificateEvent(world, one.centre, 'resumption', { professions: [one.professionCode] })
    expect(await one.step()).toBe('contract-signed')
  })

  it('a waiting case may be withdrawn by its candidate, and after the exam it may not', async () => {
    const exam = await anExamCase(world)
    await rows(world, `insert into application (case_id, channel, submitted_at, received_on, language, exam_language, way_learnt, initiative, funding, surname, given_name, birth_on, citizenship, phone, address, consent_version)
      values ($1, 'online', now(), '2026-03-02', 'kk', 'kk', 'informal', 'candidate', 'own', 'А', 'Б', '1990-05-17', 'KZ', '1', '1', '1') returning case_id`, [exam.caseId])
    await certificateEvent(world, exam.centre, 'withdrawal')
    await applications.withdrawApplication(world.as(exam.candidate), { number: exam.number, version: await exam.version(), note: '' })
    expect(await exam.step()).toBe('withdrawn')
    await certificateEvent(world, exam.centre, 'resumption')
    expect(await exam.step()).toBe('withdrawn')
    const held = await aHeldCase(world, 'pass')
    await certificateEvent(world, held.centre, 'withdrawal')
    expect(await codesOf(applications.withdrawApplication(world.as(held.candidate), { number: held.number, version: await held.version(), note: '' }))).toEqual(['case.waits-for-ministry'])
  })

  it('an expired certificate holds cases too, without an event', async () => {
    const exam = await anExamCase(world)
    await world.db.run('update accreditation_certificate set valid_until = $2 where id = $1', [exam.centre.certificateId, '2026-03-03'])
    world.at('2026-03-03 23:59')
    await holdCasesWithoutScope(world.system())
    expect(await exam.step()).toBe('contract-signed')
    world.at('2026-03-04 00:00')
    await holdCasesWithoutScope(world.system())
    expect(await exam.step()).toBe('waiting')
    expect((await rows<{ eventId: string | null }>(world, 'select event_id from case_hold where case_id = $1', [exam.caseId]))[0]!.eventId).toBeNull()
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anExamCase, answerRightly, type ExamCase } from '../../../../test/support/exam-case.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import { callOffSitting, confirmBriefing, admitToPractice, handInTheory, holdBriefing, postponeExam, readNotice, readPostponement, sendNotification } from '../index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

const postpone = async (exam: ExamCase, by: ExamCase['candidate'], change: Partial<Parameters<typeof postponeExam>[1]> = {}) =>
  postponeExam(world.as(by), { number: exam.number, version: await exam.version(), kind: 'candidate', note: 'Іссапар', paper: '', ...change })
const clock = (exam: ExamCase) => world.db.begin((t) => t.many("select rule, due_on, started_on from deadline where case_id = $1 and met_at is null and cancelled_at is null and lapsed_at is null", [exam.caseId]), { 'tanu.scope': 'system' })
const attempts = (exam: ExamCase) => world.db.begin((t) => t.many<{ number: number }>('select number from attempt where case_id = $1', [exam.caseId]), { 'tanu.scope': 'system' })

describe('the candidate asks for another day', () => {
  it('and the centre names one within its term, in the same attempt, with the briefing that was held', async () => {
    const exam = await anExamCase(world)
    await exam.notified()
    world.at('2026-03-19 10:00')
    await holdBriefing(world.as(exam.invigilator), { number: exam.number, kinds: ['familiarisation', 'briefing'] })
    await confirmBriefing(world.as(exam.candidate), { number: exam.number, kinds: ['familiarisation', 'briefing'] })
    expect(await readPostponement(world.as(exam.candidate), exam.number)).toMatchObject({ mayAsk: true, mayEnterIllness: false, timesLeft: 1 })
    await postpone(exam, exam.candidate)
    expect([await exam.step(), await clock(exam)]).toEqual(['contract-signed', [{ rule: 'T2', startedOn: '2026-03-19', dueOn: '2026-03-27' }]])
    await expect(readNotice(world.as(exam.candidate), exam.number)).rejects.toMatchObject({ code: 'notice.none-yet' })
    const sittings = { theory: await exam.sitting('theory', '2026-04-10'), practice: await exam.sitting('practice', '2026-04-10', '13:00', '16:00') }
    expect(await sendNotification(world.as(exam.clerk), { number: exam.number, version: await exam.version(), sittings })).toMatchObject({ notificationNumber: 2 })
    expect([await exam.step(), (await attempts(exam)).length]).toEqual(['briefed', 1])
    world.at('2026-03-30 10:00')
    await expect(postpone(exam, exam.candidate)).rejects.toMatchObject({ blockers: [{ code: 'postponement.too-often' }] })
  })

  it('not on the eve, not without a reason, and not for somebody else', async () => {
    const exam = await anExamCase(world)
    await exam.notified()
    world.at('2026-03-25 10:00')
    await expect(postpone(exam, exam.candidate)).rejects.toMatchObject({ blockers: [{ code: 'postponement.too-late' }] })
    world.at('2026-03-19 10:00')
    await expect(postpone(exam, exam.candidate, { note: ' ' })).rejects.toMatchObject({ blockers: [{ code: 'postponement.note-missing' }] })
    await expect(postpone(exam, await world.aPerson())).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('an illness', () => {
  it('is written down by a clerk who saw its paper, on the day itself too; a stage that was passed is kept', async () => {
    const exam = await anExamCase(world)
    const runId = await exam.writing()
    await answerRightly(exam, runId, 20)
    await handInTheory(world.as(exam.candidate), { number: exam.number, runId } as never)
    expect(await exam.step()).toBe('theory-passed')
    await expect(postpone(exam, exam.candidate, { kind: 'illness', paper: '№ 7' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(postpone(exam, exam.clerk, { kind: 'illness', note: '' })).rejects.toMatchObject({ blockers: [{ code: 'postponement.paper-missing' }] })
    await postpone(exam, exam.clerk, { kind: 'illness', note: '', paper: '№ 7, 26.03.2026' })
    expect(await exam.step()).toBe('contract-signed')
    const practice = await exam.sitting('practice', '2026-04-14', '13:00', '16:00')
    await sendNotification(world.as(exam.clerk), { number: exam.number, version: await exam.version(), sittings: { practice } })
    expect(await exam.step()).toBe('briefed')
    world.at('2026-04-14 13:00')
    await admitToPractice(world.as(exam.assessor), { number: exam.number, identitySeen: true })
    expect([await exam.step(), (await attempts(exam)).length]).toEqual(['practice-running', 1])
  })
})

describe('the centre calls a sitting off', () => {
  it('for everybody called to it, once, and it leaves the schedule', async () => {
    const exam = await anExamCase(world)
    const beside = await anExamCase(world, { beside: exam })
    const { theory } = await exam.notified()
    await sendNotification(world.as(exam.clerk), { number: beside.number, version: await beside.version(), sittings: { theory, practice: await beside.sitting('practice', '2026-03-26', '16:00', '18:00') } })
    world.at('2026-03-26 09:00')
    const off = { sittingId: theory, ground: 'equipment', note: '' }
    await expect(callOffSitting(world.as(exam.invigilator), off)).rejects.toMatchObject({ code: 'not-found' })
    await expect(callOffSitting(world.as(exam.clerk), { ...off, ground: 'other' })).rejects.toMatchObject({ blockers: [{ code: 'postponement.note-missing' }] })
    const outcomes = await Promise.allSettled([callOffSitting(world.as(exam.clerk), off), callOffSitting(world.as(exam.clerk), off)])
    expect(outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value.calledOff] : []))).toEqual([2])
    expect([await exam.step(), await beside.step()]).toEqual(['contract-signed', 'contract-signed'])
    expect((await beside.kinds()).at(-1)).toBe('exam-postponed-centre')
    expect(await world.db.many("select 1 from sitting where id = $1 and cancelled_at is null", [theory])).toEqual([])
    expect((await world.db.many("select 1 from letter where account_id = $1 and kind = 'exam-postponed'", [beside.candidate.accountId])).length).toBe(1)
  })

  it('but not while somebody writes: that is stopped', async () => {
    const exam = await anExamCase(world)
    await exam.writing()
    const [{ id }] = await world.db.begin((t) => t.many<{ id: string }>('select sitting_id as id from theory_run where case_id = $1', [exam.caseId]), { 'tanu.scope': 'system' }) as [{ id: string }]
    await expect(callOffSitting(world.as(exam.clerk), { sittingId: id, ground: 'emergency', note: '' })).rejects.toMatchObject({ blockers: [{ code: 'postponement.somebody-runs' }] })
  })
})

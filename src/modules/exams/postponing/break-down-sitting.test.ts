import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Stage } from '#kernel/exam-stage.ts'
import { anExamCase, answerRightly, type ExamCase } from '../../../../test/support/exam-case.ts'
import { pinNorms } from '../../../../test/support/norm-edition.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import { admitToPractice, admitToTheory, breakDownSitting, haltSitting, handInTheory, holdBriefing, confirmBriefing, postponeExam, readConsole, readExamRoom, recordNoShow, resumeSitting, sendNotification, startTheory } from '../index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

const rows = <T>(sql: string, values: readonly unknown[]) => world.db.begin((t) => t.many<T>(sql, values), { 'tanu.scope': 'system' })
const sittingOf = async (exam: ExamCase, stage: Stage) => (await rows<{ id: string }>(`select sitting_id as id from ${stage}_run where case_id = $1 order by admitted_by limit 1`, [exam.caseId]))[0]!.id
async function stopped(exam: ExamCase, sittingId: string): Promise<string> {
  await haltSitting(world.as(exam.invigilator), { sittingId, ground: 'power-cut', note: '' })
  return (await readConsole(world.as(exam.invigilator), sittingId)).halt!.id
}
const newDay = async (exam: ExamCase, stages: Stage[] = ['theory', 'practice']) => {
  const made = { theory: await exam.sitting('theory', '2026-04-14'), practice: await exam.sitting('practice', '2026-04-14', '13:00', '16:00') }
  await sendNotification(world.as(exam.clerk), { number: exam.number, version: await exam.version(), sittings: Object.fromEntries(stages.map((stage) => [stage, made[stage]])) })
}
const withNorm = (exam: ExamCase, value: string) => pinNorms(world, exam.caseId, { 'breakdown.theory': value })

describe('a sitting that a failure broke off', () => {
  it('goes on another day with the time that was left and the answers that were given', async () => {
    const exam = await anExamCase(world)
    const runId = await exam.writing()
    await answerRightly(exam, runId, 5)
    const theory = await sittingOf(exam, 'theory')
    world.at('2026-03-26 10:25')
    const haltId = await stopped(exam, theory)
    world.at('2026-03-26 11:00')
    await expect(breakDownSitting(world.as(exam.clerk), { sittingId: theory, haltId, note: 'Жарық жоқ' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(breakDownSitting(world.as(exam.invigilator), { sittingId: theory, haltId, note: ' ' })).rejects.toMatchObject({ blockers: [{ code: 'breakdown.note-missing' }] })
    const both = await Promise.allSettled([0, 1].map(() => breakDownSitting(world.as(exam.invigilator), { sittingId: theory, haltId, note: 'Жарық жоқ' })))
    expect(both.flatMap((each) => (each.status === 'fulfilled' ? [each.value.movedOn] : []))).toEqual([1])
    expect([await exam.step(), (await exam.kinds()).at(-1)]).toEqual(['contract-signed', 'exam-broken-down-goes-on'])
    expect((await readConsole(world.as(exam.invigilator), theory)).record.at(-1)).toMatchObject({ entry: 'exam-broken-down', note: 'Жарық жоқ' })
    await expect(resumeSitting(world.as(exam.invigilator), { sittingId: theory, haltId })).rejects.toMatchObject({ code: 'halt.none' })
    await newDay(exam)
    expect([await exam.step(), (await readExamRoom(world.as(exam.candidate), { number: exam.number })).state]).toEqual(['briefed', 'not-admitted'])
    world.at('2026-04-14 10:00')
    await expect(startTheory(world.as(exam.candidate), { number: exam.number })).rejects.toMatchObject({ code: 'theory.not-admitted' })
    await admitToTheory(world.as(exam.invigilator), { number: exam.number, identitySeen: true })
    expect(await readExamRoom(world.as(exam.candidate), { number: exam.number })).toMatchObject({ state: 'admitted', minutes: 15, haltedAt: null })
    const { endsAt } = await startTheory(world.as(exam.candidate), { number: exam.number })
    const room = await readExamRoom(world.as(exam.candidate), { number: exam.number })
    expect([endsAt, room.state, room.leftMs, Object.keys(room.answers).length, room.runId]).toEqual(['2026-04-14T05:15:00.000Z', 'running', 15 * 60_000, 20, runId])
    await answerRightly(exam, runId, 20)
    expect(await handInTheory(world.as(exam.candidate), { number: exam.number })).toMatchObject({ passed: true, correct: 20 })
    expect([await exam.step(), (await rows('select 1 from attempt where case_id = $1', [exam.caseId])).length, (await rows("select 1 from contract where case_id = $1", [exam.caseId])).length]).toEqual(['theory-passed', 1, 1])
  })

  it('or is begun anew with another form, where the norm says so; the first counts for nothing', async () => {
    const exam = await anExamCase(world)
    const runId = await exam.writing()
    await withNorm(exam, 'anew')
    const theory = await sittingOf(exam, 'theory')
    const haltId = await stopped(exam, theory)
    await breakDownSitting(world.as(exam.invigilator), { sittingId: theory, haltId, note: 'Жарық жоқ' })
    expect((await exam.kinds()).at(-1)).toBe('exam-broken-down-anew')
    await newDay(exam)
    world.at('2026-04-14 10:00')
    await admitToTheory(world.as(exam.invigilator), { number: exam.number, identitySeen: true })
    await startTheory(world.as(exam.candidate), { number: exam.number })
    const room = await readExamRoom(world.as(exam.candidate), { number: exam.number })
    expect([room.state, room.leftMs, room.runId === runId]).toEqual(['running', 40 * 60_000, false])
    expect(await rows('select end_kind, passed from theory_run where id = $1', [runId])).toEqual([{ endKind: 'broken-down', passed: false }])
  })

  it('a practice is begun anew, and the theory that was passed is kept', async () => {
    const exam = await anExamCase(world)
    const runId = await exam.writing()
    await answerRightly(exam, runId, 20)
    await handInTheory(world.as(exam.candidate), { number: exam.number })
    world.at('2026-03-26 13:00')
    await admitToPractice(world.as(exam.assessor), { number: exam.number, identitySeen: true })
    const practice = await sittingOf(exam, 'practice')
    const haltId = await stopped(exam, practice)
    await breakDownSitting(world.as(exam.assessor), { sittingId: practice, haltId, note: 'Газ жоқ' })
    expect([await exam.step(), (await exam.kinds()).at(-1)]).toEqual(['contract-signed', 'exam-broken-down-anew'])
    await newDay(exam, ['practice'])
    expect(await exam.step()).toBe('briefed')
    world.at('2026-04-14 13:00')
    await admitToPractice(world.as(exam.assessor), { number: exam.number, identitySeen: true })
    expect([await exam.step(), (await rows<{ endKind: string | null }>('select end_kind from practice_run where case_id = $1 order by started_at', [exam.caseId])).map((each) => each.endKind)]).toEqual(['practice-running', ['broken-down', null]])
  })

  it('takes along whoever was called and had not begun, leaves whose time was over, and asks for a stop first', async () => {
    const exam = await anExamCase(world)
    const beside = await anExamCase(world, { beside: exam })
    await exam.writing()
    const theory = await sittingOf(exam, 'theory')
    world.at('2026-03-05 12:00')
    await sendNotification(world.as(exam.clerk), { number: beside.number, version: await beside.version(), sittings: { theory, practice: await beside.sitting('practice', '2026-03-26', '16:00', '18:00') } })
    world.at('2026-03-26 10:10')
    await holdBriefing(world.as(exam.invigilator), { number: beside.number, kinds: ['familiarisation', 'briefing'] })
    await confirmBriefing(world.as(beside.candidate), { number: beside.number, kinds: ['familiarisation', 'briefing'] })
    await admitToTheory(world.as(exam.invigilator), { number: beside.number, identitySeen: true })
    await expect(breakDownSitting(world.as(exam.invigilator), { sittingId: theory, haltId: theory, note: 'Жарық жоқ' })).rejects.toMatchObject({ blockers: [{ code: 'breakdown.not-stopped' }] })
    const haltId = await stopped(exam, theory)
    expect(await breakDownSitting(world.as(exam.invigilator), { sittingId: theory, haltId, note: 'Жарық жоқ' })).toEqual({ movedOn: 2 })
    expect([await exam.step(), await beside.step(), (await beside.kinds()).at(-1)]).toEqual(['contract-signed', 'contract-signed', 'exam-postponed-centre'])
    // On the new day he may ask for another one, or stay away, as anybody.
    await newDay(exam)
    await newDay(beside)
    world.at('2026-04-14 12:30')
    await recordNoShow(world.as(exam.invigilator), { number: exam.number, stage: 'theory' })
    expect(await exam.step()).toBe('held')
    world.at('2026-04-01 10:00')
    await postponeExam(world.as(beside.candidate), { number: beside.number, version: await beside.version(), kind: 'candidate', note: 'Іссапар', paper: '' })
  })
})

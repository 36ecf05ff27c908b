import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Stage } from '#kernel/exam-stage.ts'
import * as exams from '#modules/exams/index.ts'
import { answerRightly } from '../../../test/support/exam-case.ts'
import { anOnlineExam, type OnlineExamCase } from '../../../test/support/online-exam.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import * as proctoring from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

const codesOf = (promise: Promise<unknown>) => promise.then(() => [], (error: { code: string; blockers?: { code: string }[] }) => (error.blockers?.length ? error.blockers.map((each) => each.code) : [error.code]))
const lineLost = { ground: 'line-lost', note: 'Байланыс жоқ', minutes: 0 } as const
const stateOf = async (exam: OnlineExamCase, stage?: Stage) => (await proctoring.readOwnState(world.as(exam.candidate), exam.number, stage)).state
const letters = (exam: OnlineExamCase) => exam.sql<{ subject: string }>("select subject from letter where case_id = $1 and kind = 'exam-postponed'", [exam.caseId])
async function withNorm(exam: OnlineExamCase, value: string): Promise<void> {
  await exam.sql(`insert into norm_edition (edition, valid_from, norms, ground, created_at)
    select 'on-line-' || $1, '2026-01-02', jsonb_set(norms, '{norms}', (select jsonb_agg(case when n ->> 'key' = 'breakdown.theory' then jsonb_set(n, '{value}', to_jsonb($1::text)) else n end) from jsonb_array_elements(norms -> 'norms') n)), 'test', $2
    from norm_edition where edition = '2026-01' returning edition`, [value, world.clock.now()])
  await exam.sql("update case_file set norm_edition = 'on-line-' || $2 where id = $1 returning id", [exam.caseId, value])
}

describe('a theory on line that a failure broke off', () => {
  it('goes on within its sitting with what was left, under the same consent, from another computer too', async () => {
    const exam = await anOnlineExam(world)
    const runId = await exam.watched()
    await exam.signals([])
    await exams.saveAnswers(world.as(exam.candidate), { runId, device: exam.device, changes: [{ seq: 1, itemNo: 1, chosen: ['a'] }] })
    await exam.chunk(0)
    world.at('2026-03-26 10:20')
    expect(await codesOf(proctoring.breakDownExam(world.as(exam.head), { number: exam.number, ...lineLost }))).toEqual(['not-found'])
    expect(await codesOf(proctoring.breakDownExam(world.as(exam.candidate), { number: exam.number, ...lineLost }))).toEqual(['not-found'])
    expect(await codesOf(proctoring.letGoOn(world.as(exam.proctor), { number: exam.number }))).toEqual(['breakdown.none'])
    expect(await codesOf(proctoring.putOffExam(world.as(exam.proctor), { number: exam.number }))).toEqual(['breakdown.none'])
    const both = await Promise.allSettled([0, 1].map(() => proctoring.breakDownExam(world.as(exam.proctor), { number: exam.number, ...lineLost, minutes: 5 })))
    expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect([await stateOf(exam), await exam.step(), (await exam.kinds()).slice(-2)]).toEqual(['broken-down', 'theory-running', ['minutes-given', 'exam-broke-down-on-line']])

    // Nothing is taken and nothing held against him while it stands, and the time does not hand it in.
    world.at('2026-03-26 11:00')
    expect(await codesOf(exams.saveAnswers(world.as(exam.candidate), { runId, device: exam.device, changes: [{ seq: 2, itemNo: 2, chosen: ['a'] }] }))).toEqual(['theory.halted'])
    expect(await codesOf(exams.handInTheory(world.as(exam.candidate), { number: exam.number }))).toEqual(['theory.halted'])
    expect(await codesOf(exams.startTheory(world.as(exam.candidate), { number: exam.number }))).toEqual(['theory.not-admitted'])
    expect(await codesOf(proctoring.recordOnlineViolation(world.as(exam.proctor), { number: exam.number, ground: 'other', note: 'x', wanted: 'warning', seen: 0 }))).toEqual(['violation.not-running'])
    await exam.signals([{ kind: 'several-faces' }])
    await exam.signals([], { device: randomUUID() })
    expect([await exams.endDueTheoryRuns(world.system()), await exams.moveOnBrokenDown(world.system()), await proctoring.noteSilence(world.system())]).toEqual([0, 0, 0])
    const room = await exams.readExamRoom(world.as(exam.candidate), { number: exam.number })
    expect(room).toMatchObject({ state: 'not-admitted', broken: { ground: 'line-lost', note: 'Байланыс жоқ' }, leftMs: 25 * 60_000, questions: [] })
    const seen = await proctoring.readAttempt(world.as(exam.proctor), exam.number)
    expect([seen.state, seen.flags, seen.violations, seen.broken]).toMatchObject(['broken-down', [], [], { leftMs: 25 * 60_000, mayGoOn: true }])
    expect((await proctoring.readDesk(world.as(exam.proctor), seen.sitting.id)).seats).toMatchObject([{ state: 'broken-down', brokenGround: 'line-lost', letOn: false, risk: 4, waitsForAdmission: false, leftMs: 25 * 60_000 }])
    expect((await exams.readConsole(world.as(exam.head), seen.sitting.id)).seats).toMatchObject([{ state: 'broken-down' }])

    await proctoring.letGoOn(world.as(exam.proctor), { number: exam.number })
    expect(await codesOf(proctoring.letGoOn(world.as(exam.proctor), { number: exam.number }))).toEqual(['breakdown.let-on-already'])
    expect([await stateOf(exam), (await exams.readExamRoom(world.as(exam.candidate), { number: exam.number })).state]).toEqual(['admitted', 'admitted'])
    world.at('2026-03-26 11:10')
    const { endsAt } = await exams.startTheory(world.as(exam.candidate), { number: exam.number })
    expect([endsAt, await stateOf(exam), await exam.step(), (await exam.kinds()).at(-1)]).toEqual(['2026-03-26T06:35:00.000Z', 'running', 'theory-running', 'theory-went-on'])
    expect((await exams.readConsole(world.as(exam.head), seen.sitting.id)).record.map((each) => each.entry)).toEqual(['theory-admitted', 'theory-started', 'minutes-given', 'exam-broke-down-on-line', 'exam-let-go-on', 'theory-went-on'])
    // From another computer: it is his first now, and the former is a second one.
    const other = randomUUID()
    expect(await exam.signals([], { device: other })).toMatchObject({ secondComputer: false, state: 'running' })
    expect(await codesOf(exams.saveAnswers(world.as(exam.candidate), { runId, device: exam.device, changes: [{ seq: 2, itemNo: 2, chosen: ['a'] }] }))).toEqual(['proctoring.second-computer'])
    expect((await exams.saveAnswers(world.as(exam.candidate), { runId, device: other, changes: [{ seq: 2, itemNo: 2, chosen: ['a'] }] })).lastSeq).toBe(2)
    expect(await exam.chunk(1)).toBe('stored')
    expect((await proctoring.readAttempt(world.as(exam.proctor), exam.number)).flags).toEqual([])
    expect((await exam.kinds()).filter((kind) => kind === 'watch-consented' || kind === 'watch-admitted').length).toBe(2)
    expect([await exams.handInTheory(world.as(exam.candidate), { number: exam.number }), await letters(exam)]).toMatchObject([{ total: 10 }, []])
    expect(await exam.sql('select ended_how, recorded_by, let_on_by from online_breakdown where case_id = $1', [exam.caseId])).toEqual([{ endedHow: 'went-on', recordedBy: exam.proctor.accountId, letOnBy: exam.proctor.accountId }])
  })

  it('gets another day from his proctor, goes on there with his answers, and is consented to and compared anew', async () => {
    const exam = await anOnlineExam(world)
    const runId = await exam.watched()
    await exams.saveAnswers(world.as(exam.candidate), { runId, changes: [{ seq: 1, itemNo: 1, chosen: ['a'] }] })
    world.at('2026-03-26 10:25')
    await proctoring.breakDownExam(world.as(exam.proctor), { number: exam.number, ...lineLost })
    await proctoring.putOffExam(world.as(exam.proctor), { number: exam.number })
    expect([await exam.step(), (await exam.kinds()).at(-1), (await letters(exam)).length]).toEqual(['contract-signed', 'exam-broken-down-goes-on', 1])
    expect(await codesOf(proctoring.readOwnState(world.as(exam.candidate), exam.number))).toEqual(['not-found'])
    expect(await exams.readExamRoom(world.as(exam.candidate), { number: exam.number })).toMatchObject({ state: 'not-admitted', broken: null, brokenOff: true, minutes: 15 })
    const theory = await exam.onLine('theory', '2026-04-14', '10:00', '12:00')
    await exams.sendNotification(world.as(exam.clerk), { number: exam.number, version: await exam.version(), sittings: { theory } })
    world.at('2026-04-14 09:40')
    if ((await exam.step()) === 'notified') {
      await exams.holdBriefing(world.as(exam.invigilator), { number: exam.number, kinds: ['familiarisation', 'briefing'] })
      await exams.confirmBriefing(world.as(exam.candidate), { number: exam.number, kinds: ['familiarisation', 'briefing'] })
    }
    expect(await stateOf(exam)).toBe('checking')
    expect(await codesOf(proctoring.admitCandidate(world.as(exam.proctor), { number: exam.number, faceIsHis: true, roomIsEmpty: true }))).toEqual(['proctoring.no-consent'])
    await exam.agree('theory')
    expect([await stateOf(exam), await codesOf(exams.startTheory(world.as(exam.candidate), { number: exam.number }))]).toEqual(['consented', ['theory.not-admitted']])
    await proctoring.admitCandidate(world.as(exam.proctor), { number: exam.number, faceIsHis: true, roomIsEmpty: true })
    expect(await stateOf(exam)).toBe('admitted')
    world.at('2026-04-14 10:00')
    const { endsAt } = await exams.startTheory(world.as(exam.candidate), { number: exam.number })
    const room = await exams.readExamRoom(world.as(exam.candidate), { number: exam.number })
    expect([endsAt, room.runId, room.answers, await stateOf(exam), await exam.step()]).toEqual(['2026-04-14T05:15:00.000Z', runId, { 1: ['a'] }, 'running', 'theory-running'])
    await answerRightly(exam, runId, 10)
    expect(await exams.handInTheory(world.as(exam.candidate), { number: exam.number })).toMatchObject({ passed: true })
  })

  it('is begun anew on another day where the norm says so, and does not go on in its sitting', async () => {
    const exam = await anOnlineExam(world)
    await exam.watched()
    await withNorm(exam, 'anew')
    world.at('2026-03-26 10:25')
    await proctoring.breakDownExam(world.as(exam.proctor), { number: exam.number, ...lineLost })
    expect(await codesOf(proctoring.letGoOn(world.as(exam.proctor), { number: exam.number }))).toEqual(['breakdown.only-anew'])
    await proctoring.putOffExam(world.as(exam.proctor), { number: exam.number })
    expect([await exam.step(), (await exam.kinds()).at(-1), await exam.sql('select end_kind from theory_run where case_id = $1', [exam.caseId])]).toEqual(['contract-signed', 'exam-broken-down-anew', [{ endKind: 'broken-down' }]])
  })

  it('is put off by the platform when the sitting has ended and nobody let him go on, or he did not come back', async () => {
    const [waits, letOn] = [await anOnlineExam(world), await anOnlineExam(world)]
    for (const exam of [waits, letOn]) {
      await exam.watched()
      world.at('2026-03-26 10:25')
      await proctoring.breakDownExam(world.as(exam.proctor), { number: exam.number, ...lineLost })
    }
    await proctoring.letGoOn(world.as(letOn.proctor), { number: letOn.number })
    world.at('2026-03-26 12:00')
    expect(await codesOf(proctoring.letGoOn(world.as(waits.proctor), { number: waits.number }))).toEqual(['breakdown.sitting-over'])
    expect(await codesOf(exams.startTheory(world.as(letOn.candidate), { number: letOn.number }))).toEqual(['admission.too-late'])
    const done = await Promise.all([exams.moveOnBrokenDown(world.system()), exams.moveOnBrokenDown(world.system())])
    expect([done[0]! + done[1]!, await exams.moveOnBrokenDown(world.system())]).toEqual([2, 0])
    for (const exam of [waits, letOn]) expect([await exam.step(), (await exam.kinds()).at(-1), (await letters(exam)).length]).toEqual(['contract-signed', 'exam-broken-down-goes-on', 1])
  })

  it('goes with all others when the whole sitting is given up', async () => {
    const exam = await anOnlineExam(world)
    await exam.watched()
    const { sitting } = await proctoring.readAttempt(world.as(exam.proctor), exam.number)
    world.at('2026-03-26 10:10')
    await exams.haltSitting(world.as(exam.head), { sittingId: sitting.id, ground: 'power-cut', note: '' })
    expect(await codesOf(proctoring.breakDownExam(world.as(exam.proctor), { number: exam.number, ...lineLost }))).toEqual(['breakdown.everybody-stopped'])
    const { halt } = await exams.readConsole(world.as(exam.head), sitting.id)
    expect(await exams.breakDownSitting(world.as(exam.head), { sittingId: sitting.id, haltId: halt!.id, note: 'Сервер жоқ' })).toEqual({ movedOn: 1 })
    expect([await exam.step(), (await exam.kinds()).at(-1)]).toEqual(['contract-signed', 'exam-broken-down-goes-on'])
  })
})

describe('a practice on line that a failure broke off', () => {
  it('goes on within its sitting with its files and exactly the time that was left, and a stop of all does not count twice', async () => {
    const exam = await anOnlineExam(world, { stages: ['theory', 'practice'] })
    await exam.working()
    await exam.signals([], { stage: 'practice' })
    world.at('2026-03-26 13:20')
    await proctoring.breakDownExam(world.as(exam.proctor), { number: exam.number, stage: 'practice', ground: 'equipment', note: 'Компьютер істен шықты', minutes: 2 })
    const room = () => exams.findPracticeRoom(world.as(exam.candidate), exam.number, { always: true })
    expect([await stateOf(exam, 'practice'), await room()]).toMatchObject(['broken-down', { state: 'running', leftMs: 42 * 60_000, broken: { ground: 'equipment', letOn: false } }])
    expect(await codesOf(exams.handInWork(world.as(exam.candidate), { number: exam.number }))).toEqual(['practice.work-halted'])
    expect(await codesOf(proctoring.beginPractice(world.as(exam.candidate), { number: exam.number }))).toEqual(['breakdown.not-let-on'])
    const { sitting } = await proctoring.readAttempt(world.as(exam.proctor), exam.number, 'practice')
    world.at('2026-03-26 13:30')
    await exams.haltSitting(world.as(exam.head), { sittingId: sitting.id, ground: 'fire-alarm', note: '' })
    world.at('2026-03-26 13:40')
    const { halt } = await exams.readConsole(world.as(exam.head), sitting.id)
    await exams.resumeSitting(world.as(exam.head), { sittingId: sitting.id, haltId: halt!.id })
    world.at('2026-03-26 15:00')
    expect(await exams.endDueWork(world.system())).toBe(0)
    await proctoring.letGoOn(world.as(exam.proctor), { number: exam.number, stage: 'practice' })
    await proctoring.beginPractice(world.as(exam.candidate), { number: exam.number })
    await proctoring.beginPractice(world.as(exam.candidate), { number: exam.number })
    expect([await stateOf(exam, 'practice'), await room(), (await exam.kinds()).filter((kind) => kind === 'work-went-on').length]).toMatchObject(['running', { state: 'running', leftMs: 42 * 60_000, broken: null, endsAt: '2026-03-26T10:42:00.000Z' }, 1])
    expect(await exam.signals([], { stage: 'practice', device: randomUUID() })).toMatchObject({ secondComputer: false })
    expect([await exams.handInWork(world.as(exam.candidate), { number: exam.number }), await exam.step()]).toEqual([{ kind: 'handed-in' }, 'practice-running'])
    expect((await exams.readConsole(world.as(exam.head), sitting.id)).record.map((each) => each.entry).slice(-3).sort()).toEqual(['exam-let-go-on', 'work-handed-in', 'work-went-on'])
    expect(await codesOf(proctoring.breakDownExam(world.as(exam.proctor), { number: exam.number, stage: 'practice', ...lineLost }))).toEqual(['breakdown.not-running'])
    // What was handed in is whole: a breakdown of the sitting leaves it to be marked.
    expect(await codesOf(exams.haltSitting(world.as(exam.head), { sittingId: sitting.id, ground: 'power-cut', note: '' }))).toEqual(['halt.nobody-runs'])
  })

  it('is held anew on another day, with the theory that was passed', async () => {
    const exam = await anOnlineExam(world, { stages: ['theory', 'practice'] })
    await exam.working()
    world.at('2026-03-26 13:20')
    await proctoring.breakDownExam(world.as(exam.proctor), { number: exam.number, stage: 'practice', ...lineLost })
    await proctoring.putOffExam(world.as(exam.proctor), { number: exam.number, stage: 'practice' })
    expect([await exam.step(), (await exam.kinds()).at(-1), (await letters(exam)).length]).toEqual(['contract-signed', 'exam-broken-down-anew', 1])
    const practice = await exam.onLine('practice', '2026-04-14', '13:00', '16:00')
    await exams.sendNotification(world.as(exam.clerk), { number: exam.number, version: await exam.version(), sittings: { practice } })
    expect(await stateOf(exam, 'practice')).toBe('checking')
  })

  it('whose exam ended otherwise meanwhile is left as it ended', async () => {
    const exam = await anOnlineExam(world, { stages: ['theory', 'practice'] })
    await exam.working()
    world.at('2026-03-26 13:20')
    await proctoring.breakDownExam(world.as(exam.proctor), { number: exam.number, stage: 'practice', ...lineLost })
    await exams.stopPractice(world.as(exam.assessor), { number: exam.number, step: 1, ground: 'Қауіпсіздік' })
    world.at('2026-03-26 16:00')
    expect([await exams.moveOnBrokenDown(world.system()), await exam.step()]).toEqual([1, 'held'])
    expect(await exam.sql('select ended_how from online_breakdown where case_id = $1', [exam.caseId])).toEqual([{ endedHow: 'otherwise' }])
  })
})

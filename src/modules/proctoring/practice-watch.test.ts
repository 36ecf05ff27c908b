import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Stage } from '#kernel/exam-stage.ts'
import { accountOf } from '#platform/acts/actor.ts'
import * as decisions from '#modules/decisions/index.ts'
import * as exams from '#modules/exams/index.ts'
import { answerRightly } from '../../../test/support/exam-case.ts'
import { anOnlineExam, aPicture, type OnlineExamCase } from '../../../test/support/online-exam.ts'
import { pinNorms } from '../../../test/support/norm-edition.ts'
import { reasonsOf } from '../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import * as proctoring from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

const BOTH = { stages: ['theory', 'practice'] }
const stateOf = async (exam: OnlineExamCase, stage?: Stage) => (await proctoring.readOwnState(world.as(exam.candidate), exam.number, stage)).state
const warn = (exam: OnlineExamCase, seen: number, change: { stage?: Stage } = {}) =>
  proctoring.recordOnlineViolation(world.as(exam.proctor), { number: exam.number, stage: 'practice', ground: 'forbidden-item', note: 'телефон', seen, wanted: seen === 0 ? 'warning' : 'removal', ...change })

describe('the watch over a practice on line', () => {
  it('begins anew after that of the theory: consent, pictures and the look of the proctor of its own, and he himself begins his work', async () => {
    const exam = await anOnlineExam(world, BOTH)
    await exam.watched()
    // While the theory is written, the practice is only ahead: what is sent of now is of the theory.
    expect([await stateOf(exam), await stateOf(exam, 'practice')]).toEqual(['running', 'checking'])
    const other = await anOnlineExam(world, BOTH)
    await other.practiceChecked()
    expect([await stateOf(other), await stateOf(other, 'theory'), await stateOf(other, 'practice')]).toEqual(['consented', 'ended', 'consented'])
    expect(await reasonsOf(proctoring.beginPractice(world.as(other.candidate), { number: other.number }))).toEqual(['proctoring.not-admitted'])
    // A practice is marked from its recording, and he has read that before he agreed.
    const texts = await other.sql<{ points: string[] }>("select consent_text->'points' as points from proctoring_session where case_id = $1 order by stage", [other.caseId])
    expect(texts.map(({ points }) => points.includes(proctoring.consentText('kk', 'practice').points[1]!))).toEqual([true, false])
    const admit = { number: other.number, stage: 'practice' as const, faceIsHis: true, roomIsEmpty: true }
    world.at('2026-03-26 12:20')
    expect(await reasonsOf(proctoring.admitCandidate(world.as(other.proctor), admit))).toEqual(['admission.too-early'])
    world.at('2026-03-26 12:50')
    expect(await reasonsOf(exams.admitToPractice(world.as(other.assessor), { number: other.number, identitySeen: true }))).toEqual(['admission.by-proctor'])
    await proctoring.admitCandidate(world.as(other.proctor), admit)
    expect([await stateOf(other), await other.step()]).toEqual(['admitted', 'theory-passed'])
    world.at('2026-03-26 13:00')
    expect(await reasonsOf(proctoring.beginPractice(world.as(exam.candidate), { number: other.number }))).toEqual(['not-found'])
    for (let n = 0; n < 2; n++) await proctoring.beginPractice(world.as(other.candidate), { number: other.number })
    expect([await stateOf(other), await other.step()]).toEqual(['running', 'practice-running'])
    expect(await other.sql('select admitted_by, identity_checked_at, started_at from practice_run where case_id = $1', [other.caseId])).toEqual([{ admittedBy: accountOf(other.proctor), identityCheckedAt: '2026-03-26T07:50:00.000Z', startedAt: '2026-03-26T08:00:00.000Z' }])
    expect(await other.sql('select stage from proctoring_session where case_id = $1 order by stage', [other.caseId])).toEqual([{ stage: 'practice' }, { stage: 'theory' }])
  })

  it('has a recording of its own: the last pieces of the theory still come to the theory', async () => {
    const exam = await anOnlineExam(world, BOTH)
    const runId = await exam.watched()
    await exam.chunk(0, { stage: 'theory' })
    await answerRightly(exam, runId, 10)
    await exams.handInTheory(world.as(exam.candidate), { number: exam.number })
    expect(await exam.chunk(1, { stage: 'theory' })).toBe('stored')
    const worked = await anOnlineExam(world, BOTH)
    await worked.working()
    expect(await worked.chunk(0, { stage: 'practice' })).toBe('stored')
    expect(await reasonsOf(worked.chunk(0, { stage: 'theory' }))).toEqual(['proctoring.ended'])
    const own = await proctoring.readOwnAttempt(world.as(worked.candidate), worked.number, 'practice')
    expect([own.stages, own.recording.map((each) => each.chunks), own.pictures.length]).toEqual([['theory', 'practice'], [1], 3])
    expect((await proctoring.readOwnAttempt(world.as(worked.candidate), worked.number, 'theory')).recording).toEqual([])
  })

  it('that is held on another day is begun anew: nobody is let in by what a proctor saw before', async () => {
    const exam = await anOnlineExam(world, BOTH)
    await exam.practiceChecked()
    world.at('2026-03-26 12:50')
    const admit = () => proctoring.admitCandidate(world.as(exam.proctor), { number: exam.number, stage: 'practice', faceIsHis: true, roomIsEmpty: true })
    await admit()
    const [first] = await exam.sql<{ id: string }>("select sitting_id as id from proctoring_session where case_id = $1 and stage = 'practice'", [exam.caseId])
    const later = await exam.onLine('practice', '2026-04-09', '13:00', '16:00')
    await exam.sql('update notification_sitting set sitting_id = $2 where sitting_id = $1', [first!.id, later])
    world.at('2026-04-09 12:50')
    expect(await stateOf(exam)).toBe('checking')
    expect(await reasonsOf(proctoring.beginPractice(world.as(exam.candidate), { number: exam.number }))).toEqual(['proctoring.no-consent'])
    expect(await reasonsOf(admit())).toEqual(['proctoring.no-consent'])
    await proctoring.giveConsent(world.as(exam.candidate), { number: exam.number, stage: 'practice', version: proctoring.WATCH_CONSENT_VERSION, recording: true, rules: true })
    expect(await reasonsOf(admit())).toEqual(['proctoring.pictures-missing'])
    for (const kind of ['face', 'document', 'room-1']) await proctoring.keepPicture(world.as(exam.candidate), { number: exam.number, stage: 'practice', kind, bytes: await aPicture() })
    expect((await proctoring.readDesk(world.as(exam.proctor), later)).seats[0]).toMatchObject({ state: 'consented', waitsForAdmission: true })
    await admit()
    world.at('2026-04-09 13:00')
    await proctoring.beginPractice(world.as(exam.candidate), { number: exam.number })
    expect(await stateOf(exam)).toBe('running')
  })

  it('counts violations of theory and practice together; an annulled end gives the practice again and leaves the theory passed', async () => {
    const other = await anOnlineExam(world, BOTH)
    const runId = await other.watched()
    await warn(other, 0, { stage: 'theory' })
    await exams.acknowledgeWarning(world.as(other.candidate), { number: other.number })
    await other.working(runId)
    await other.signals([{ kind: 'phone-in-view', peak: 0.8 }], { stage: 'practice' })
    // Who marks tells the proctor: past the watch nobody is removed, for nobody would review it.
    expect(await reasonsOf(exams.recordViolation(world.as(other.assessor), { number: other.number, stage: 'practice', ground: 'other', note: 'x' }))).toEqual(['violation.by-proctor'])
    await warn(other, 1)
    expect([await stateOf(other), await other.step()]).toEqual(['ended', 'held'])
    expect(await reasonsOf(decisions.callPanel(world.as(other.clerk), { number: other.number, version: await other.version(), memberIds: [], chairId: '' }))).toEqual(['decision.waits-for-review'])
    const verdict = { number: other.number, stage: 'practice' as const, verdict: 'annulled', reasons: 'На записи видно, что это пульт.' }
    expect(await reasonsOf(proctoring.reviewEnding(world.as(other.proctor), verdict))).toEqual(['review.took-part'])
    await proctoring.reviewEnding(world.as(other.head), verdict)
    expect(await other.sql('select price::int as price, stages from contract where case_id = $1 order by sent_at desc limit 1', [other.caseId])).toEqual([{ price: 0, stages: ['practice'] }])
    expect((await proctoring.readProctorHome(world.as(other.head), { limit: 10, offset: 0 })).reviews.map((each) => [each.number, each.stage])).toContainEqual([other.number, 'practice'])
  })

  it('counts each stage by itself where the norm says so: after a warning in the theory the practice begins with a warning, by a person and by the closed list', async () => {
    const [warned, found] = [await anOnlineExam(world, BOTH), await anOnlineExam(world, BOTH)]
    for (const exam of [warned, found]) {
      const runId = await exam.watched()
      await pinNorms(world, exam.caseId, { 'violation.scope': 'stage' })
      await warn(exam, 0, { stage: 'theory' })
      await exams.acknowledgeWarning(world.as(exam.candidate), { number: exam.number })
      await exam.working(runId)
      await exam.signals([], { stage: 'practice' })
    }
    const seen = async () => { const view = await proctoring.readAttempt(world.as(warned.proctor), warned.number); return [view.violations.length, view.counted, view.countsByStage] }
    expect(await seen()).toEqual([1, 0, true])
    expect((await exams.findPracticeRoom(world.as(warned.candidate), warned.number))!.warnings).toEqual([])
    await warn(warned, 0)
    expect([await stateOf(warned), ...await seen()]).toEqual(['warned', 2, 1, true])
    expect((await exams.findPracticeRoom(world.as(warned.candidate), warned.number))!.warnings.map((each) => [each.ordinal, each.counts])).toEqual([[1, true]])
    await warn(warned, 1)
    expect([await stateOf(warned), await warned.step()]).toEqual(['ended', 'held'])
    expect(await found.signals([], { stage: 'practice', device: randomUUID() })).toMatchObject({ secondComputer: true, state: 'warned' })
    expect(await found.sql('select stage, ordinal, counted_in from violation where case_id = $1 order by recorded_at', [found.caseId])).toEqual([{ stage: 'theory', ordinal: 1, countedIn: 'theory' }, { stage: 'practice', ordinal: 1, countedIn: 'practice' }])
  })

  it('finds a second computer by the closed list in the practice too', async () => {
    const exam = await anOnlineExam(world, BOTH)
    await exam.working()
    await exam.signals([], { stage: 'practice' })
    expect(await exam.signals([], { stage: 'practice', device: randomUUID() })).toMatchObject({ secondComputer: true, state: 'warned' })
    expect(await exam.sql('select stage, by_norm from violation where case_id = $1', [exam.caseId])).toEqual([{ stage: 'practice', byNorm: 'violation.automaticKinds:second-workstation' }])
    world.at('2026-03-26 13:05')
    expect(await proctoring.noteSilence(world.system())).toBeGreaterThan(0)
  })

  it('gives minutes back to the work that runs', async () => {
    const exam = await anOnlineExam(world, BOTH)
    await exam.working()
    await proctoring.giveMinutesBack(world.as(exam.proctor), { number: exam.number, stage: 'practice', kind: 'power-cut', note: 'свет', minutes: 7 })
    expect((await proctoring.readAttempt(world.as(exam.proctor), exam.number)).run?.endsAt).toBe('2026-03-26T09:07:00.000Z')
    expect(await reasonsOf(proctoring.giveMinutesBack(world.as(exam.proctor), { number: exam.number, stage: 'theory', kind: 'power-cut', note: 'свет', minutes: 7 }))).toEqual(['proctoring.ended'])
  })

  it('is over with the work of the candidate: nothing more is recorded, no violation written, and it is still marked', async () => {
    const exam = await anOnlineExam(world, BOTH)
    await exam.working()
    await exam.sql("update practice_run set work_ended_at = $2, work_end_kind = 'handed-in' where case_id = $1", [exam.caseId, '2026-03-26T08:30:00.000Z'])
    world.at('2026-03-26 13:35')
    expect(await stateOf(exam)).toBe('ended')
    expect(await reasonsOf(exam.chunk(0, { stage: 'practice' }))).toEqual(['proctoring.ended'])
    expect(await reasonsOf(warn(exam, 0))).toEqual(['violation.not-running'])
    expect(await exam.step()).toBe('practice-running')
  })

  it('stands on the table of the proctor as that of the theory does', async () => {
    const exam = await anOnlineExam(world, BOTH)
    await exam.practiceChecked()
    const { sittingId } = (await exam.sql<{ sittingId: string }>("select sitting_id from proctoring_session where case_id = $1 and stage = 'practice'", [exam.caseId]))[0]!
    const seat = async () => (await proctoring.readDesk(world.as(exam.proctor), sittingId)).seats[0]!
    expect(await seat()).toMatchObject({ state: 'consented', waitsForAdmission: true, total: null })
    world.at('2026-03-26 12:50')
    await proctoring.admitCandidate(world.as(exam.proctor), { number: exam.number, stage: 'practice', faceIsHis: true, roomIsEmpty: true })
    expect(await seat()).toMatchObject({ state: 'admitted', waitsForAdmission: false })
    world.at('2026-03-26 13:00')
    await proctoring.beginPractice(world.as(exam.candidate), { number: exam.number })
    world.at('2026-03-26 13:10')
    expect(await seat()).toMatchObject({ state: 'running', leftMs: 50 * 60_000 })
    await proctoring.giveMinutesBack(world.as(exam.proctor), { number: exam.number, stage: 'practice', kind: 'equipment', note: 'камера', minutes: 5 })
    expect((await seat()).leftMs).toBe(55 * 60_000)
  })
})

describe('the recording of a practice', () => {
  it('is opened by whoever marks it, from the beginning of the work until it is closed; the candidate sees that', async () => {
    const exam = await anOnlineExam(world, BOTH)
    await exam.practiceChecked()
    const open = (who: typeof exam.assessor, stage: Stage = 'practice') => proctoring.openRecording(world.as(who), { number: exam.number, stage, purpose: 'marking' })
    expect(await reasonsOf(open(exam.assessor))).toEqual(['not-found'])
    world.at('2026-03-26 12:50')
    await proctoring.admitCandidate(world.as(exam.proctor), { number: exam.number, stage: 'practice', faceIsHis: true, roomIsEmpty: true })
    world.at('2026-03-26 13:00')
    await proctoring.beginPractice(world.as(exam.candidate), { number: exam.number })
    await exam.chunk(0, { stage: 'practice' })
    expect(await proctoring.findRecordingToMark(world.as(exam.assessor), exam.number)).toMatchObject({ viewId: null, recording: [{ chunks: 1 }] })
    const view = await open(exam.assessor)
    const clip = await proctoring.readClip(world.as(exam.assessor), { viewId: view, number: exam.number, track: 'camera' })
    const read: Buffer[] = []
    for await (const piece of clip.body) read.push(Buffer.from(piece as Uint8Array))
    expect(Buffer.concat(read).toString('latin1')).toContain('piece 0')
    expect(await proctoring.findRecordingToMark(world.as(exam.assessor), exam.number)).toMatchObject({ viewId: view })
    // Neither another assessor of the centre, nor who only watches, nor that of the theory.
    for (const [who, stage] of [[exam.second, 'practice'], [exam.head, 'practice'], [exam.proctor, 'practice'], [exam.candidate, 'practice'], [exam.assessor, 'theory']] as const) expect(await reasonsOf(open(who, stage))).toEqual(['not-found'])
    expect((await proctoring.readOwnAttempt(world.as(exam.candidate), exam.number, 'practice')).views.map((each) => each.purpose)).toEqual(['marking'])
    // Once he is set aside another marks, and he sees it no more.
    await exams.setAsideSheet(world.as(exam.head), { number: exam.number, assessorId: accountOf(exam.assessor)!, ground: 'illness', note: 'болен', successorId: accountOf(exam.second)! })
    expect(await reasonsOf(proctoring.readClip(world.as(exam.assessor), { viewId: view, number: exam.number, track: 'camera' }))).toEqual(['not-found'])
    const another = await open(exam.second)
    // A day later it is still marked from the recording, and after the close the recording is no more his.
    world.at('2026-03-27 10:00')
    expect((await exams.listMarking(world.as(exam.assessor))).sittings.map(({ candidates }) => candidates.map((each) => each.number))).toEqual([[exam.number]])
    await exam.sql("update practice_run set work_ended_at = $2, work_end_kind = 'handed-in' where case_id = $1", [exam.caseId, '2026-03-26T08:30:00.000Z'])
    for (const step of [1, 2, 3]) await exams.markStep(world.as(exam.second), { number: exam.number, step, done: true })
    await exams.endPractice(world.as(exam.second), { number: exam.number })
    expect(await reasonsOf(open(exam.second))).toEqual(['not-found'])
    expect(await reasonsOf(proctoring.readClip(world.as(exam.second), { viewId: another, number: exam.number, track: 'camera' }))).toEqual(['not-found'])
    expect(await proctoring.findRecordingToMark(world.as(exam.second), exam.number)).toBeUndefined()
  })
})

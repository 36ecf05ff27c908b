import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
import { anExamCase, type ExamCase } from '../../../../test/support/exam-case.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import * as exams from '../index.ts'

let world: TestWorld
let exam: ExamCase
let sittingId: string
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

const codeOf = (promise: Promise<unknown>) => promise.then(() => undefined, (error: { code: string }) => error.code)
const iso = (time: string) => `2026-03-26T${String(Number(time.slice(0, 2)) - 5).padStart(2, '0')}${time.slice(2)}:00.000Z`
type Word = exams.SentWord
const word = (seq: number, step = 1, more: Partial<Extract<Word, { kind: 'mark' }>> = {}): Word => ({ seq, kind: 'mark', step, done: true, note: '', seconds: null, writtenAt: iso('13:10'), ...more })
const stop = (seq: number, step = 1): Word => ({ seq, kind: 'stop', step, ground: 'Қорғаныш көзілдірігінсіз', writtenAt: iso('13:10') })
const deliver = (words: Word[], who: PersonActor = exam.assessor, more: { device?: string; sentAt?: string; sittingId?: string } = {}) =>
  exams.deliverWords(world.as(who), { sittingId, number: exam.number, device: 'tablet-one', sentAt: iso('14:00'), words, ...more })
const outcomes = async (...given: Parameters<typeof deliver>) => (await deliver(...given)).outcomes.map((each) => (each.code ? [each.seq, each.outcome, each.code] : [each.seq, each.outcome]))
const log = () => world.db.begin((sql) => sql.many<{ device: string; seq: number; stepNo: number; refused: string | null; writtenAt: string }>(
  'select e.device, e.seq, e.step_no, e.refused, e.written_at from mark_entry e join practice_run r on r.id = e.run_id where r.case_id = $1 order by e.received_at, e.device, e.seq', [exam.caseId]), { 'tanu.scope': 'system' })
const counted = async () => (await exams.readMarking(world.as(exam.assessor), exam.number)).steps.map((step) => step.own?.done)
const admit = () => exams.admitToPractice(world.as(exam.invigilator), { number: exam.number, identitySeen: true })

/** Admitted at one o'clock; the line comes back at two. */
beforeEach(async () => {
  exam = await anExamCase(world, { stages: ['practice'] })
  await exam.briefed()
  sittingId = (await world.db.one<{ id: string }>("select id from sitting where centre_id = $1 and stage = 'practice'", [exam.centre.id])).id
  await world.db.run('insert into sitting_assessor (sitting_id, account_id) values ($1, $2)', [sittingId, exam.second.accountId])
  world.at('2026-03-26 13:00')
})

describe('words of a tablet', () => {
  beforeEach(async () => {
    await admit()
    world.at('2026-03-26 14:00')
  })

  it('are kept once, in their order, with the time at which they were written, however often they come', async () => {
    expect(await outcomes([word(2, 2), word(1, 1, { done: false, note: 'Жоқ', seconds: 95 }), word(3, 1)])).toEqual([[1, 'saved'], [2, 'saved'], [3, 'saved']])
    expect(await outcomes([word(1, 1, { done: false, note: 'Жоқ', seconds: 95 }), word(2, 2), word(3, 1), word(4, 3)])).toEqual([[1, 'repeated'], [2, 'repeated'], [3, 'repeated'], [4, 'saved']])
    expect((await log()).map((entry) => [entry.seq, entry.stepNo, entry.writtenAt])).toEqual([[1, 1, iso('13:10')], [2, 2, iso('13:10')], [3, 1, iso('13:10')], [4, 3, iso('13:10')]])
    expect(await counted()).toEqual([true, true, true])
    expect((await exam.kinds()).filter((kind) => kind === 'step-marked')).toHaveLength(4)
  })

  it('leave no hole, and one number never means two things', async () => {
    expect(await outcomes([word(1), word(3)])).toEqual([[1, 'saved'], [3, 'gap']])
    expect(await outcomes([word(1, 2)])).toEqual([[1, 'taken']])
    expect((await deliver([])).lastSeq).toBe(1)
    expect(await log()).toHaveLength(1)
  })

  it('come from two devices of one assessor: the later one counts, the earlier is kept with its reason', async () => {
    await deliver([word(1, 1, { done: false, note: 'Жоқ', writtenAt: iso('13:40') })], exam.assessor, { device: 'tablet-two' })
    expect(await outcomes([word(1, 1), word(2, 2)])).toEqual([[1, 'refused', 'practice.marked-later-elsewhere'], [2, 'saved']])
    expect(await outcomes([word(1, 1), word(2, 2)])).toEqual([[1, 'refused', 'practice.marked-later-elsewhere'], [2, 'repeated']])
    expect(await counted()).toEqual([false, true, undefined])
    const [sheet] = (await exams.readTablet(world.as(exam.assessor), sittingId)).sheets
    expect([sheet!.refused.map((each) => [each.stepNo, each.refused]), sheet!.marks.map((mark) => mark.stepNo)]).toEqual([[[1, 'practice.marked-later-elsewhere']], [1, 2]])
  })

  it('do not count after the sheet was accepted, and are kept', async () => {
    await deliver([word(1, 1), word(2, 2), word(3, 3)])
    await exams.acceptSheet(world.as(exam.assessor), { number: exam.number })
    expect(await outcomes([word(4, 1, { done: false, note: 'Жоқ' })])).toEqual([[4, 'refused', 'practice.sheet-accepted']])
    expect([(await log()).map((entry) => entry.refused), await counted()]).toEqual([[null, null, null, 'practice.sheet-accepted'], [true, true, true]])
  })

  it('stop the practice, and what the other writes after it does not count', async () => {
    expect(await outcomes([word(1, 2), stop(2, 2), stop(3, 1), word(4, 3)])).toEqual([[1, 'saved'], [2, 'refused', 'practice.step-not-critical'], [3, 'saved'], [4, 'refused', 'practice.stopped-meanwhile']])
    expect(await outcomes([word(1, 1)], exam.second)).toEqual([[1, 'refused', 'practice.stopped-meanwhile']])
    expect(await exam.step()).not.toBe('practice-started')
    expect((await exam.kinds()).filter((kind) => kind === 'practice-stopped')).toHaveLength(1)
  })

  it('are taken from nobody but the assessors of this sitting, and for nobody but its candidates', async () => {
    const elsewhere = await world.aStaffMember((await world.aCentre()).id, ['assessor'])
    for (const who of [exam.invigilator, exam.clerk, exam.candidate, elsewhere, await world.aStaffMember(exam.centre.id, ['assessor'])]) {
      expect(await codeOf(deliver([word(1)], who))).toBe('not-found')
      expect(await codeOf(exams.readTablet(world.as(who), sittingId))).toBe('not-found')
    }
    const other = await exam.sitting('practice', '2026-03-27')
    expect(await codeOf(deliver([word(1)], exam.assessor, { sittingId: other }))).toBe('practice.not-of-sitting')
    expect(await log()).toEqual([])
  })

  it('have a time between the admission and now, whatever the clock of the device says', async () => {
    await deliver([
      word(1, 1, { writtenAt: '1999-01-01T00:00:00.000Z' }), word(2, 2, { writtenAt: '2031-01-01T00:00:00.000Z' }), word(3, 3, { writtenAt: 'yesterday' }),
    ])
    expect((await log()).map((entry) => entry.writtenAt)).toEqual([iso('13:00'), iso('14:00'), iso('14:00')])
    await deliver([word(1, 2, { writtenAt: '2031-05-05T10:00:00.000Z' })], exam.second, { device: 'tablet-two', sentAt: '2031-05-05T10:30:00.000Z' })
    expect((await log()).at(-1)!.writtenAt).toBe(iso('13:30'))
  })
})

it('what is written before the admission waits on the tablet, and counts when the candidate is admitted', async () => {
  world.at('2026-03-26 13:05')
  expect(await deliver([word(1)])).toEqual({ lastSeq: 0, outcomes: [{ seq: 1, outcome: 'waiting' }] })
  expect((await exams.readTablet(world.as(exam.assessor), sittingId)).sheets[0]!.state).toBe('waiting')
  await admit()
  expect(await outcomes([word(1)])).toEqual([[1, 'saved']])
  expect((await exams.readTablet(world.as(exam.assessor), sittingId)).sheets[0]!.state).toBe('running')
})

it('the tablet holds the whole sitting and nothing of the other assessor', async () => {
  const beside = await anExamCase(world, { stages: ['practice'], beside: exam })
  world.at('2026-03-05 11:00')
  await exams.sendNotification(world.as(exam.clerk), { number: beside.number, version: await beside.version(), sittings: { practice: sittingId } })
  world.at('2026-03-26 13:00')
  await admit()
  await exams.markStep(world.as(exam.second), { number: exam.number, step: 1, done: true })
  const view = await exams.readTablet(world.as(exam.assessor), sittingId)
  expect(view.sheets.map((sheet) => sheet.number).sort()).toEqual([exam.number, beside.number].sort())
  expect(view.sheets.map((sheet) => sheet.map.steps.length)).toEqual([3, 3])
  expect(view.sheets.flatMap((sheet) => [...sheet.marks, ...sheet.refused])).toEqual([])
})

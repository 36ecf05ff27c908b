import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
import { anExamCase, type ExamCase } from '../../../../test/support/exam-case.ts'
import { pinNorms } from '../../../../test/support/norm-edition.ts'
import { reasonsOf } from '../../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import * as exams from '../index.ts'

let world: TestWorld
let exam: ExamCase
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

const sheetOf = (who: PersonActor) => exams.readMarking(world.as(who), exam.number)
const mark = (who: PersonActor, step: number, done = true) => exams.markStep(world.as(who), { number: exam.number, step, done, ...(done ? {} : { note: 'Өлшемшарт орындалмады' }) })
const markAll = async (who: PersonActor, ...not: number[]) => { for (const step of [1, 2, 3]) await mark(who, step, !not.includes(step)) }
const accept = (who: PersonActor) => exams.acceptSheet(world.as(who), { number: exam.number })
const end = (who: PersonActor) => exams.endPractice(world.as(who), { number: exam.number })
const decide = (who: PersonActor, done: boolean, step = 2, reason = 'Жазбаны қайта қарадық') => exams.decideDispute(world.as(who), { number: exam.number, step, done, reason })
const rows = <T>(sql: string) => world.db.begin((each) => each.many<T>(sql, [exam.caseId]), { 'tanu.scope': 'system' })

const edition = (values: Record<string, string | number | boolean>) => pinNorms(world, exam.caseId, values)

/** A candidate at his practical task since one o'clock, with two assessors named to it. */
beforeEach(async () => {
  exam = await anExamCase(world, { stages: ['practice'] })
  await exam.briefed()
  await world.db.run('insert into sitting_assessor (sitting_id, account_id) select id, $2 from sitting where centre_id = $1 and stage = $3', [exam.centre.id, exam.second.accountId, 'practice'])
  world.at('2026-03-26 13:00')
  await exams.admitToPractice(world.as(exam.invigilator), { number: exam.number, identitySeen: true })
})

describe('two assessors', () => {
  it('do not see the marks of each other until both have accepted their sheets; nobody of the centre does', async () => {
    await markAll(exam.assessor)
    await markAll(exam.second, 2)
    await accept(exam.assessor)
    for (const reader of [exam.assessor, exam.invigilator]) {
      const seen = await sheetOf(reader)
      expect(seen.opened).toBe(false)
      expect(seen.steps.flatMap((step) => step.marks).filter((each) => !each.done)).toEqual([])
    }
    expect((await sheetOf(exam.assessor)).sheets.map((sheet) => [sheet.own, sheet.marked, sheet.acceptedAt !== null])).toEqual([[true, 3, true], [false, 3, false]])
    expect((await sheetOf(exam.second)).steps.map((step) => step.state)).toEqual(['done', 'not-done', 'done'])
    await accept(exam.second)
    const opened = await sheetOf(exam.assessor)
    expect([opened.opened, opened.disputed, opened.steps[1]!.marks.map((each) => each.done)]).toEqual([true, [2], [true, false]])
  })

  it('cannot change a sheet that was accepted, and accepting again is harmless', async () => {
    await mark(exam.assessor, 1)
    expect(await reasonsOf(accept(exam.assessor))).toEqual(['practice.not-all-marked'])
    await markAll(exam.assessor)
    await accept(exam.assessor)
    await accept(exam.assessor)
    expect(await reasonsOf(mark(exam.assessor, 2, false))).toEqual(['practice.sheet-accepted'])
    expect((await exam.kinds()).filter((kind) => kind === 'sheet-accepted')).toHaveLength(1)
  })

  it('end the practice only when everybody who began has accepted; who ends accepts his own', async () => {
    await markAll(exam.assessor)
    await mark(exam.second, 1)
    expect(await reasonsOf(end(exam.assessor))).toEqual(['practice.sheets-open'])
    await markAll(exam.second)
    await accept(exam.second)
    expect(await end(exam.assessor)).toEqual({ passed: true })
    expect(await rows('select s.assessor_id from mark_sheet s join practice_run r on r.id = s.run_id where r.case_id = $1')).toHaveLength(2)
  })

  it.each([[true, true], [false, false]])('settle a dispute on an operation that counts together, each with a reason: done %s, passed %s', async (done, passed) => {
    await markAll(exam.assessor)
    await markAll(exam.second, 2)
    expect(await reasonsOf(decide(exam.assessor, done))).toEqual(['practice.sheets-open'])
    await accept(exam.assessor)
    await accept(exam.second)
    expect(await reasonsOf(end(exam.assessor))).toEqual(['practice.joint-needed'])
    expect(await reasonsOf(decide(exam.assessor, done, 2, ' '))).toEqual(['practice.reason-missing'])
    expect(await reasonsOf(decide(exam.assessor, done, 1))).toEqual(['practice.not-disputed'])
    await decide(exam.assessor, done)
    await decide(exam.second, !done)
    expect((await sheetOf(exam.second)).disputed).toEqual([2])
    await decide(exam.second, done)
    expect((await sheetOf(exam.second)).mayEnd).toBe(true)
    expect(await end(exam.second)).toEqual({ passed })
    expect((await exam.kinds()).filter((kind) => kind === 'dispute-decided')).toHaveLength(3)
  })
})

it.each([['last-stage-held', '2026-03-30'], ['candidate-finished', '2026-03-26']])('a practice closed days after it was held starts the term of the decision by the norm %s: on %s', async (value, from) => {
  await edition({ 'deadline.T4.start': value })
  await markAll(exam.assessor)
  await markAll(exam.second)
  await accept(exam.second)
  world.at('2026-03-30 10:00')
  await end(exam.assessor)
  expect(await rows("select started_on from deadline where case_id = $1 and rule = 'T4'")).toEqual([{ startedOn: from }])
})

describe('a third assessor, where the norm calls one', () => {
  it('is called by the head, did not mark before, and his word decides', async () => {
    await edition({ 'practice.disagreement': 'third' })
    const head = await world.aStaffMember(exam.centre.id, ['centre-head'])
    const third = await world.aStaffMember(exam.centre.id, ['assessor'])
    const call = (who: PersonActor, whom: PersonActor) => exams.callThirdAssessor(world.as(who), { number: exam.number, accountId: whom.accountId })
    await markAll(exam.assessor)
    await markAll(exam.second, 2)
    expect(await reasonsOf(call(head, third))).toEqual(['practice.sheets-open'])
    await accept(exam.assessor)
    await accept(exam.second)
    expect(await reasonsOf(end(exam.assessor))).toEqual(['practice.third-needed'])
    expect(await reasonsOf(decide(exam.assessor, true))).toEqual(['practice.third-decides'])
    expect(await reasonsOf(call(exam.assessor, third))).toEqual(['not-found'])
    expect(await reasonsOf(call(head, exam.second))).toEqual(['practice.not-a-third'])
    expect((await sheetOf(head)).thirds.map((each) => each.accountId)).toEqual([third.accountId])
    await call(head, third)
    await call(head, third)
    expect((await exams.listMarking(world.as(third))).called.map((each) => each.number)).toEqual([exam.number])
    expect(await reasonsOf(mark(third, 1))).toEqual(['not-found'])
    await decide(third, true)
    expect(await reasonsOf(call(head, third))).toEqual(['practice.nothing-disputed'])
    expect(await end(exam.assessor)).toEqual({ passed: true })
  })

  it('is nobody who is bound to the candidate: he is not offered, not called, and says no word once a tie is declared', async () => {
    await edition({ 'practice.disagreement': 'third' })
    const head = await world.aStaffMember(exam.centre.id, ['centre-head'])
    const [kin, third, another] = [await world.aStaffMember(exam.centre.id, ['assessor']), await world.aStaffMember(exam.centre.id, ['assessor']), await world.aStaffMember(exam.centre.id, ['assessor'])]
    const call = (whom: PersonActor) => exams.callThirdAssessor(world.as(head), { number: exam.number, accountId: whom.accountId })
    const tie = (who: PersonActor) => exams.declareInterest(world.as(who), { number: exam.number, accountId: who.accountId, kind: 'kin' })
    const offered = async () => (await sheetOf(head)).thirds.map((each) => each.accountId)
    await tie(kin)
    await markAll(exam.assessor)
    await markAll(exam.second, 2)
    await accept(exam.assessor)
    await accept(exam.second)
    expect((await offered()).toSorted()).toEqual([third.accountId, another.accountId].toSorted())
    expect(await reasonsOf(call(kin))).toEqual(['conflict.declared-kin'])
    await call(third)
    await tie(third)
    expect(await reasonsOf(decide(third, true))).toEqual(['conflict.declared-kin'])
    expect(await offered()).toEqual([another.accountId])
    await call(another)
    await decide(another, true)
    expect(await end(exam.assessor)).toEqual({ passed: true })
  })

  it('decides alone, so that not done by his word is not done', async () => {
    await edition({ 'practice.disagreement': 'third', 'practice.assessors': 2 })
    const head = await world.aStaffMember(exam.centre.id, ['centre-head'])
    const third = await world.aStaffMember(exam.centre.id, ['assessor'])
    await markAll(exam.assessor)
    expect(await reasonsOf(end(exam.assessor))).toEqual(['practice.not-all-marked'])
    await markAll(exam.second, 2)
    await accept(exam.second)
    await accept(exam.assessor)
    await exams.callThirdAssessor(world.as(head), { number: exam.number, accountId: third.accountId })
    await decide(third, false)
    expect(await end(exam.second)).toEqual({ passed: false })
  })
})

describe('the marks', () => {
  it('are kept one by one, and the last one counts', async () => {
    await mark(exam.assessor, 1, false)
    await mark(exam.assessor, 1, true)
    expect(await rows('select e.device, e.seq, e.step_no, e.done from mark_entry e join practice_run r on r.id = e.run_id where r.case_id = $1 order by e.seq')).toEqual([
      { device: 'page', seq: 1, stepNo: 1, done: false }, { device: 'page', seq: 2, stepNo: 1, done: true }])
    expect((await sheetOf(exam.assessor)).steps[0]!.own).toMatchObject({ done: true })
  })

  it('are given by nobody but the assessors of the sitting', async () => {
    const stranger = await world.aStaffMember(exam.centre.id, ['assessor'])
    for (const who of [stranger, exam.invigilator, exam.candidate]) {
      expect(await reasonsOf(mark(who, 1))).toEqual(['not-found'])
      expect(await reasonsOf(accept(who))).toEqual(['not-found'])
      expect(await reasonsOf(decide(who, true))).toEqual(['not-found'])
    }
  })
})

it.each([[true, false], [false, true]])('a minor operation missed, every operation counting %s by the norms of the case: passed %s, and the sheet says so', async (counting, passed) => {
  await edition({ 'practice.operationsCountUnlessOptional': counting })
  await markAll(exam.assessor, 2)
  expect((await sheetOf(exam.assessor)).steps.map((step) => step.optional)).toEqual([false, !counting, true])
  expect(await end(exam.assessor)).toEqual({ passed })
})

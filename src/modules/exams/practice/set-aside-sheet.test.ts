import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
import { anExamCase, type ExamCase } from '../../../../test/support/exam-case.ts'
import { reasonsOf } from '../../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import * as exams from '../index.ts'

let world: TestWorld
let exam: ExamCase
let sittingId: string
let head: PersonActor
let fresh: PersonActor
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

const mark = (who: PersonActor, step: number, done = true) => exams.markStep(world.as(who), { number: exam.number, step, done, ...(done ? {} : { note: 'Орындалмады' }) })
const setAside = (who: PersonActor = head, more: Partial<Parameters<typeof exams.setAsideSheet>[1]> = {}) =>
  exams.setAsideSheet(world.as(who), { number: exam.number, assessorId: exam.assessor.accountId, ground: 'illness', note: 'Өзін нашар сезінді', successorId: fresh.accountId, ...more })
const sheetOf = (who: PersonActor) => exams.readMarking(world.as(who), exam.number)
const end = (who: PersonActor) => exams.endPractice(world.as(who), { number: exam.number })

/** One assessor has marked two of three operations when he falls ill; another of the centre is in the house. */
beforeEach(async () => {
  exam = await anExamCase(world, { stages: ['practice'] })
  await exam.briefed()
  sittingId = (await world.db.one<{ id: string }>("select id from sitting where centre_id = $1 and stage = 'practice'", [exam.centre.id])).id
  head = await world.aStaffMember(exam.centre.id, ['centre-head'])
  fresh = await world.aStaffMember(exam.centre.id, ['assessor'])
  world.at('2026-03-26 13:00')
  await exams.admitToPractice(world.as(exam.invigilator), { number: exam.number, identitySeen: true })
  await mark(exam.assessor, 1)
  await mark(exam.assessor, 2, false)
})

it('the sheet of an assessor who cannot go on is set aside by the head, and another marks from the first operation', async () => {
  expect((await sheetOf(head)).maySetAside).toMatchObject({ assessors: [{ accountId: exam.assessor.accountId }], successors: expect.arrayContaining([expect.objectContaining({ accountId: fresh.accountId })]) })
  await setAside()
  await setAside()
  expect((await exam.kinds()).filter((kind) => kind === 'sheet-set-aside')).toHaveLength(1)
  expect(await reasonsOf(mark(exam.assessor, 3))).toEqual(['not-found'])
  expect((await exams.listMarking(world.as(fresh))).takenOver).toMatchObject([{ number: exam.number, sittingId }])
  expect((await exams.readTablet(world.as(fresh), sittingId)).sheets).toMatchObject([{ number: exam.number, state: 'running', marks: [] }])
  for (const step of [1, 2, 3]) await mark(fresh, step)
  expect(await end(fresh)).toEqual({ passed: true })
})

it('its marks are kept, shown as set aside, and count nowhere', async () => {
  await setAside()
  const before = await sheetOf(fresh)
  expect([before.setAside[0]!.marks, before.steps.map((step) => step.state), before.sheets.map((sheet) => sheet.own)]).toEqual([[], ['unmarked', 'unmarked', 'unmarked'], [true]])
  expect((await sheetOf(exam.assessor)).setAside[0]).toMatchObject({ own: true, ground: 'illness', marks: [{ stepNo: 1, done: true }, { stepNo: 2, done: false }] })
  for (const step of [1, 2, 3]) await mark(fresh, step)
  await end(fresh)
  expect((await sheetOf(head)).setAside[0]).toMatchObject({ assessor: expect.any(String), successor: expect.any(String), marks: [{ stepNo: 1 }, { stepNo: 2, done: false, note: 'Орындалмады' }] })
  expect((await sheetOf(head)).steps.map((step) => step.state)).toEqual(['done', 'done', 'done'])
})

it('what he had written on his tablet still arrives, is kept, and does not count', async () => {
  await setAside()
  const { outcomes } = await exams.deliverWords(world.as(exam.assessor), { sittingId, number: exam.number, device: 'tablet-one', sentAt: world.clock.now(), words: [{ seq: 1, kind: 'mark', step: 3, done: true, note: '', seconds: null, writtenAt: world.clock.now() }] })
  expect(outcomes).toMatchObject([{ outcome: 'refused', code: 'practice.sheet-set-aside' }])
  expect((await exams.readTablet(world.as(exam.assessor), sittingId)).sheets[0]).toMatchObject({ state: 'set-aside', refused: [{ stepNo: 3 }] })
})

it('asks for a ground, for words, and for somebody of the centre who did not mark; where nobody is left, for a successor', async () => {
  const bound = await world.aStaffMember(exam.centre.id, ['assessor'])
  await exams.declareInterest(world.as(bound), { number: exam.number, accountId: bound.accountId, kind: 'kin' })
  const elsewhere = await world.aStaffMember((await world.aCentre()).id, ['assessor'])
  expect(await reasonsOf(setAside(head, { successorId: null }))).toEqual(['practice.successor-needed'])
  expect(await reasonsOf(setAside(head, { ground: 'boredom' as never }))).toEqual(['practice.ground-unknown'])
  expect(await reasonsOf(setAside(head, { note: ' ' }))).toEqual(['practice.set-aside-note'])
  expect(await reasonsOf(setAside(head, { assessorId: exam.second.accountId }))).toEqual(['practice.not-marking'])
  for (const successorId of [elsewhere.accountId, exam.invigilator.accountId, exam.assessor.accountId, 'x']) expect(await reasonsOf(setAside(head, { successorId }))).toEqual(['practice.not-a-successor'])
  expect(await reasonsOf(setAside(head, { successorId: bound.accountId }))).toHaveLength(1)
  expect((await sheetOf(head)).setAside).toEqual([])
})

it('is nobody’s act but the head’s, and not for a sheet that was accepted or a practice that is over', async () => {
  const foreign = await world.aStaffMember((await world.aCentre()).id, ['centre-head'])
  for (const who of [exam.assessor, fresh, exam.invigilator, exam.clerk, exam.candidate, foreign]) expect(await reasonsOf(setAside(who))).toEqual(['not-found'])
  await mark(exam.assessor, 3)
  await exams.acceptSheet(world.as(exam.assessor), { number: exam.number })
  expect(await reasonsOf(setAside())).toEqual(['practice.already-accepted'])
  await end(exam.assessor)
  expect(await reasonsOf(setAside())).toEqual(['attempt.none-open'])
})

import { afterAll, beforeAll, expect, it } from 'vitest'
import * as exams from '#modules/exams/index.ts'
import { anExamCase } from '../../../../test/support/exam-case.ts'
import { pinNorms } from '../../../../test/support/norm-edition.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

it('takes and offers only the grounds in the norms of the case, and what was recorded on another one before stays', async () => {
  const exam = await anExamCase(world)
  await exam.writing()
  const warn = (ground: 'communication' | 'forbidden-item', wanted: 'warning' | 'removal') =>
    exams.recordViolation(world.as(exam.invigilator), { number: exam.number, stage: 'theory', ground, note: 'Қалта телефоны', wanted })
  const { id } = await world.db.begin((sql) => sql.one<{ id: string }>('select sitting_id as id from theory_run where case_id = $1', [exam.caseId]), { 'tanu.scope': 'system' })
  const sitting = () => exams.readConsole(world.as(exam.invigilator), id)
  const seat = async () => (await sitting()).seats.find((each) => each.caseNumber === exam.number)!
  expect((await seat()).grounds).toEqual(exams.VIOLATION_GROUNDS)
  await warn('communication', 'warning')
  await pinNorms(world, exam.caseId, { 'violation.grounds': 'forbidden-item other' })
  expect((await seat()).grounds).toEqual(['forbidden-item', 'other'])
  await expect(warn('communication', 'removal')).rejects.toMatchObject({ code: 'violation.unknown-ground' })
  expect(await warn('forbidden-item', 'removal')).toMatchObject({ outcome: 'removal', ordinal: 2 })
  const { record } = await sitting()
  expect(record.filter((each) => each.caseNumber === exam.number && ['communication', 'forbidden-item'].includes(each.detail ?? '')).map((each) => each.detail)).toEqual(['communication', 'forbidden-item'])
})

it.each([['appointed-day', '2026-03-26'], ['no-show-recorded', '2026-03-27']])('after an absence the term of the decision runs by the norm %s, from %s', async (value, from) => {
  const exam = await anExamCase(world)
  await exam.briefed()
  await pinNorms(world, exam.caseId, { 'deadline.T4.startAfterNoShow': value })
  world.at('2026-03-27 09:00')
  await exams.recordNoShow(world.as(exam.invigilator), { number: exam.number, stage: 'theory' })
  expect(await world.db.begin((sql) => sql.many('select to_char(started_on, $2) as day from deadline where case_id = $1 and rule = $3', [exam.caseId, 'YYYY-MM-DD', 'T4']), { 'tanu.scope': 'system' })).toEqual([{ day: from }])
})

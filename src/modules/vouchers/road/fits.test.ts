import { afterAll, beforeAll, expect, it } from 'vitest'
import { anExamCase, type ExamCase } from '../../../../test/support/exam-case.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import { previewFits } from './read-requests.ts'

let world: TestWorld
let exam: ExamCase
beforeAll(async () => {
  world = await openTestWorld()
  exam = await anExamCase(world)
  world.at('2026-03-02 09:00')
})
afterAll(() => world.drop())

it('a centre that holds many sittings of other qualifications is not passed over: its days late in the forty-five are found', async () => {
  const other = await world.aProfession()
  const [theory, practice] = [await exam.sitting('theory', '2026-04-14'), await exam.sitting('practice', '2026-04-14', '13:00', '16:00')]
  await world.db.run(
    `insert into sitting (id, centre_id, stage, profession_code, level, room_id, on_day, starts_at, ends_at, seats, invigilator_id, created_by, created_at)
     select gen_random_uuid(), centre_id, stage, $2, level, room_id, date '2026-03-05' + n % 30, timestamptz '2026-03-05 04:00Z' + make_interval(days => n % 30, mins => n), timestamptz '2026-03-05 04:00Z' + make_interval(days => n % 30, mins => n + 1), seats, invigilator_id, created_by, created_at
       from sitting, generate_series(1, 400) n where id = $1`, [theory, other])
  const choice = { professionCode: exam.professionCode, level: 4, centreId: null }
  expect((await previewFits(world.as(exam.candidate), choice)).fits).toMatchObject([{ centreId: exam.centre.id, theoryOn: '2026-04-14', practiceOn: '2026-04-14', how: 'surely', spareDays: 2 }])
  await world.db.run('update sitting set cancelled_at = $2 where id = $1', [practice, world.clock.now()])
  expect((await previewFits(world.as(exam.candidate), choice)).fits).toEqual([])
})

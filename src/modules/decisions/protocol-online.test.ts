import { afterAll, beforeAll, expect, it } from 'vitest'
import * as exams from '#modules/exams/index.ts'
import { PNG } from '../../../test/support/files.ts'
import { anOnlineExam } from '../../../test/support/online-exam.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import { callPanel, castVote, takeDecision } from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

it('the protocol of an exam on line says what was recorded, which signs of the watch were off and why, how the work of the practice ended, and names its files with their digests', async () => {
  const exam = await anOnlineExam(world, { stages: ['theory', 'practice'], condition: 'tics' })
  const panel = [await world.aStaffMember(exam.centre.id, ['panel-member']), await world.aStaffMember(exam.centre.id, ['panel-member']), await world.aStaffMember(exam.centre.id, ['panel-member'])]
  await exam.working()
  await exam.chunk(0, { stage: 'practice' })
  await exams.keepWorkFile(world.as(exam.candidate), { number: exam.number, file: { name: 'есеп.png', bytes: PNG } })
  world.at('2026-03-26 13:40')
  await exams.handInWork(world.as(exam.candidate), { number: exam.number })
  for (const step of [1, 2, 3]) await exams.markStep(world.as(exam.assessor), { number: exam.number, step, done: true })
  await exams.endPractice(world.as(exam.assessor), { number: exam.number })
  world.at('2026-03-27 10:00')
  await callPanel(world.as(exam.clerk), { number: exam.number, version: await exam.version(), memberIds: panel.map((each) => each.accountId), chairId: panel[0]!.accountId })
  for (const member of panel) await castVote(world.as(member), { number: exam.number, choice: 'pass', note: '' })
  await takeDecision(world.as(exam.clerk), { number: exam.number, version: await exam.version() })
  const [paper] = await exam.sql<{ data: { accommodations: unknown; recording: unknown; practice: { work: unknown } } }>("select data from paper where case_id = $1 and kind = 'protocol'", [exam.caseId])
  expect(paper!.data.accommodations).toEqual([{
    kk: 'еріксіз қозғалыстар (тиктер) – бақылаудың өшірілген белгілері: ұзақ уақыт басқа жаққа қарады, сөйлеген дауыс', ru: 'непроизвольные движения (тики) – отключены признаки наблюдения: долго смотрел в сторону, речь',
  }])
  // The theory of this one was watched, but no piece of it came.
  expect(paper!.data.recording).toEqual({ kk: 'жүргізілді: практика', ru: 'велась: практика' })
  expect(paper!.data.practice.work).toEqual({
    minutes: 60, end: { kk: 'кандидат тапсырды', ru: 'сдана кандидатом' }, at: '26.03.2026, 13:40 (UTC+5)',
    files: [{ name: 'есеп.png', at: '26.03.2026, 13:00 (UTC+5)', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown, replaced: false }],
  })
})

import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Uuid } from '#kernel/id.ts'
import { anExamCase } from '../../../test/support/exam-case.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import * as casework from '#modules/casework/index.ts'
import { endEachDue, type Due } from './end-due.ts'
import * as exams from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

it('ends each by itself: what fails is undone and holds up nobody, and is told only where nothing moved', async () => {
  const [first, second] = [await anExamCase(world), await anExamCase(world)]
  for (const exam of [first, second]) await exam.writing()
  const due = (failing: readonly string[]): Due => ({
    find: async (_t, most) => [first, second].slice(0, most).map((exam) => ({ caseId: exam.caseId as Uuid })),
    async end(t, kase, attempt) {
      await casework.record(t, kase.id, 'briefing-held', { attemptId: attempt.id })
      if (failing.includes(kase.id)) throw new Error('a broken form')
      return true
    },
  })
  const told = async (exam: typeof first) => (await exam.kinds()).filter((kind) => kind === 'briefing-held').length
  const before = [await told(first), await told(second)]
  expect(await endEachDue(world.system(), due([first.caseId]))).toBe(1)
  expect([await told(first), await told(second)]).toEqual([before[0], before[1]! + 1])
  await expect(endEachDue(world.system(), due([first.caseId, second.caseId]))).rejects.toBeInstanceOf(AggregateError)
  expect(await told(second)).toBe(before[1]! + 1)
})

it('asks nothing of an attempt that has ended, and is refused to people', async () => {
  const exam = await anExamCase(world, { stages: ['theory'] })
  await exam.writing()
  await exams.handInTheory(world.as(exam.candidate), { number: exam.number })
  const due: Due = { find: async () => [{ caseId: exam.caseId as Uuid }], end: async () => { throw new Error('asked') } }
  expect(await endEachDue(world.system(), due)).toBe(0)
  await expect(endEachDue(world.as(exam.clerk), due)).rejects.toMatchObject({ code: 'not-found' })
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as exams from '#modules/exams/index.ts'
import { anExamCase } from '../../../test/support/exam-case.ts'
import { anOnlineExam } from '../../../test/support/online-exam.ts'
import { reasonsOf } from '../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import * as proctoring from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

describe('an answer', () => {
  it('from a second computer is not taken while the first speaks, on neither way of saving; in its place it is', async () => {
    const exam = await anOnlineExam(world)
    const runId = await exam.watched()
    const second = randomUUID()
    const save = (seq: number, device?: string) => exams.saveAnswers(world.as(exam.candidate), { runId, device, changes: [{ seq, itemNo: 1, chosen: ['a'] }] })
    // Nobody was heard yet: whoever sits there writes.
    expect(await save(1)).toMatchObject({ lastSeq: 1 })
    await exam.signals([])
    // The first answer after it was heard goes the way of the lock, the next ones do not.
    for (const seq of [2, 3]) {
      await expect(save(seq, second)).rejects.toMatchObject({ code: 'proctoring.second-computer', data: { seconds: 45 } })
      expect(await reasonsOf(save(seq))).toEqual(['proctoring.second-computer'])
      expect(await save(seq, exam.device)).toMatchObject({ lastSeq: seq })
    }
    expect(await reasonsOf(exams.saveAnswers(world.as(exam.candidate), { runId, device: second, changes: [] }))).toEqual(['proctoring.second-computer'])
    // Nor is it handed in from there; at a computer of the centre nobody asks.
    const own = (device: string) => proctoring.assertOwnComputer(world.as(exam.candidate), { number: exam.number, stage: 'theory', device })
    expect([await reasonsOf(own(second)), await reasonsOf(own('')), await reasonsOf(own(exam.device))]).toEqual([['proctoring.second-computer'], ['proctoring.second-computer'], []])
    expect(await reasonsOf(proctoring.assertOwnComputer(world.as(exam.candidate), { number: (await anExamCase(world)).number, device: second }))).toEqual([])
    world.at('2026-03-26 10:01')
    await exam.signals([], { device: second })
    expect(await reasonsOf(save(4, exam.device))).toEqual(['proctoring.second-computer'])
    expect(await save(4, second)).toMatchObject({ lastSeq: 4 })
    expect(await save(5, second)).toMatchObject({ lastSeq: 5 })
  })
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as exams from '#modules/exams/index.ts'
import { anExamCase } from '../../../test/support/exam-case.ts'
import { anOnlineExam } from '../../../test/support/online-exam.ts'
import { codesOf, reasonsOf } from '../../../test/support/refusal.ts'
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

  it('from a browser that lost its name is taken once the proctor let it in, without a wait; the former is then the second', async () => {
    const exam = await anOnlineExam(world)
    const runId = await exam.watched()
    const anew = randomUUID()
    const save = (seq: number, device: string) => exams.saveAnswers(world.as(exam.candidate), { runId, device, changes: [{ seq, itemNo: 1, chosen: ['a'] }] })
    expect(await codesOf(proctoring.letAnotherComputerIn(world.as(exam.candidate), { number: exam.number }))).toEqual(['not-found'])
    await exam.signals([])
    await save(1, exam.device)
    expect(await codesOf(save(2, anew))).toEqual(['proctoring.second-computer'])
    await proctoring.letAnotherComputerIn(world.as(exam.proctor), { number: exam.number })
    expect(await exam.signals([], { device: anew })).toMatchObject({ secondComputer: false, state: 'running' })
    expect([await save(2, anew), await codesOf(save(3, exam.device)), (await exam.kinds()).at(-1)]).toMatchObject([{ lastSeq: 2 }, ['proctoring.second-computer'], 'watch-computer-let-in'])
    const view = await proctoring.readAttempt(world.as(exam.proctor), exam.number)
    expect([view.violations, view.flags]).toEqual([[], []])
    await exams.handInTheory(world.as(exam.candidate), { number: exam.number })
    expect(await codesOf(proctoring.letAnotherComputerIn(world.as(exam.proctor), { number: exam.number }))).toEqual(['proctoring.not-running'])
  })

  it('from the same browser under a new name is taken at once and is no violation; two that share a sign-in are found all the same', async () => {
    const exam = await anOnlineExam(world)
    const runId = await exam.watched()
    const signIn = randomUUID()
    const speak = (device: string, under = signIn) => proctoring.takeSignals(world.as(exam.candidate), { number: exam.number, device, signIn: under, sentAt: Date.parse(world.clock.now()), signals: [] })
    const save = (seq: number, device: string) => exams.saveAnswers(world.as(exam.candidate), { runId, device, changes: [{ seq, itemNo: 1, chosen: ['a'] }] })
    const seen = async () => { const view = await proctoring.readAttempt(world.as(exam.proctor), exam.number); return [view.violations.length, view.flags.map((flag) => flag.kind).sort()] }
    const [first, anew] = [randomUUID(), randomUUID()]
    await speak(first)
    await save(1, first)
    expect([(await speak(anew)).secondComputer, await seen(), await save(2, anew)]).toMatchObject([false, [0, ['device-changed']], { lastSeq: 2 }])
    // The former name speaks again: somebody else has it, and a copied sign-in hides nothing.
    expect([(await speak(first)).secondComputer, await seen()]).toEqual([true, [1, ['device-changed', 'second-workstation']]])
    expect((await speak(randomUUID(), randomUUID())).secondComputer).toBe(true)
    expect(await codesOf(save(3, first))).toEqual(['proctoring.second-computer'])
  })

  it('is not waited for where the browser has no name: there the exam does not begin', () => {
    expect(() => proctoring.assertNamedComputer('')).toThrow(expect.objectContaining({ code: 'proctoring.no-name' }))
    expect(() => proctoring.assertNamedComputer('<b>')).toThrow(expect.objectContaining({ code: 'proctoring.no-name' }))
    expect(() => proctoring.assertNamedComputer(randomUUID())).not.toThrow()
  })
})

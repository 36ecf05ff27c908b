import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { aDecidedCase } from '../../../test/support/decided-case.ts'
import { anExamCase, type ExamCase } from '../../../test/support/exam-case.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import * as appeals from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

const system = <T>(act: (t: Parameters<Parameters<typeof tx<T>>[2]>[0]) => Promise<T>) => tx(world.system(), 'case.read', async (t) => {
  assertMay(t, casework.policy, 'case.read', { centreId: '', accountId: null })
  return act(t)
})
const clock = (exam: ExamCase, rule: string) => system((t) => t.sql.one<{ dueOn: string; lapsed: boolean; met: boolean }>(
  "select due_on, lapsed_at is not null as lapsed, met_at is not null as met from deadline where case_id = $1 and rule = $2 order by started_on desc limit 1", [exam.caseId, rule]))
const letters = (exam: ExamCase, kind: string) => system((t) => t.sql.many<{ accountId: string | null }>('select account_id from letter where case_id = $1 and kind = $2', [exam.caseId, kind]))

describe('terms that run out', () => {
  it('are marked once, on the day after the last one, and both sides are told; a late act stays possible', async () => {
    const exam = await anExamCase(world)
    expect((await clock(exam, 'T2')).dueOn).toBe('2026-03-05')
    world.at('2026-03-05 23:59')
    await appeals.lapseDeadlines(world.system())
    expect((await clock(exam, 'T2')).lapsed).toBe(false)
    world.at('2026-03-06 00:01')
    expect(await appeals.lapseDeadlines(world.system())).toBeGreaterThan(0)
    expect(await appeals.lapseDeadlines(world.system())).toBe(0)
    expect((await clock(exam, 'T2')).lapsed).toBe(true)
    expect((await exam.kinds()).filter((kind) => kind === 'deadline-lapsed')).toHaveLength(1)
    expect((await letters(exam, 'deadline-lapsed')).map((letter) => letter.accountId)).toEqual([exam.candidate.accountId])
    expect(await letters(exam, 'deadline-lapsed-centre')).toHaveLength(1)
    expect(await exam.step()).toBe('contract-signed')
  })

  it('that are a right of the candidate end without a letter of delay', async () => {
    const exam = await aDecidedCase(world, 'fail')
    world.at('2026-04-03 00:01')
    await appeals.lapseDeadlines(world.system())
    expect((await clock(exam, 'T6')).lapsed).toBe(true)
    expect(await letters(exam, 'deadline-lapsed')).toEqual([])
  })
})

describe('a finished case', () => {
  it('with a document is closed when the appeal term has passed, and not before', async () => {
    const exam = await aDecidedCase(world, 'pass')
    world.at('2026-04-02 23:59')
    await appeals.closeFinishedCases(world.system())
    expect(await exam.step()).toBe('document-issued')
    world.at('2026-04-03 00:01')
    await appeals.closeFinishedCases(world.system())
    expect(await exam.step()).toBe('closed')
    expect(await appeals.closeFinishedCases(world.system())).toBe(0)
  })

  it('after a failure is closed when no retake may be asked for any more, and its candidate is told', async () => {
    const exam = await aDecidedCase(world, 'fail')
    world.at('2026-09-26 12:00')
    await appeals.closeFinishedCases(world.system())
    expect(await exam.step()).toBe('fail-notice-sent')
    world.at('2026-09-27 00:01')
    await appeals.closeFinishedCases(world.system())
    expect(await exam.step()).toBe('closed')
    expect(await letters(exam, 'case-closed')).toHaveLength(1)
  })

  it('stays open while its appeal is not decided', async () => {
    const exam = await aDecidedCase(world, 'pass')
    const number = await appeals.lodgeAppeal(world.as(exam.candidate), { number: exam.number, version: await exam.version(), ground: 'Қателік бар.' })
    world.at('2026-05-20 12:00')
    await appeals.closeFinishedCases(world.system())
    expect(await exam.step()).toBe('document-issued')
    const { kase } = await appeals.readAppeal(world.as(exam.candidate), number)
    await appeals.withdrawAppeal(world.as(exam.candidate), { number, version: kase.version })
    await appeals.closeFinishedCases(world.system())
    expect(await exam.step()).toBe('closed')
  })
})

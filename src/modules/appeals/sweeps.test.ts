import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
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

const codesOf = (promise: Promise<unknown>) => promise.then(() => ['done'], (error: { code: string; blockers?: { code: string }[] }) => error.blockers?.length ? error.blockers.map((each) => each.code) : [error.code])
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

describe('a case whose centre lost its scope', () => {
  let officer: PersonActor
  beforeAll(async () => {
    officer = await world.anOfficial('ministry')
  })
  async function aWaitingCase() {
    const exam = await anExamCase(world)
    await system(async (t) => {
      await t.sql.run("update case_file set step = 'registered' where id = $1", [exam.caseId])
      await casework.advance(t, await casework.lockCase(t, exam.caseId), 'case.wait', 'case-waits')
    })
    return exam
  }
  const decide = async (exam: ExamCase, decision: string, ground = 'Орталық аттестатты қайта алды.', as = officer) =>
    appeals.decideWaitingCase(world.as(as), { number: exam.number, version: await exam.version(), decision, ground })

  it('waits at the desk of the ministry, and nobody else decides it', async () => {
    const exam = await aWaitingCase()
    expect((await appeals.listWaitingCases(world.as(officer), 1, 50)).rows.map((row) => row.number)).toContain(exam.number)
    expect(await codesOf(decide(exam, 'resume', 'x', exam.clerk))).toEqual(['not-found'])
    expect(await codesOf(appeals.listWaitingCases(world.as(exam.clerk), 1, 50))).toEqual(['not-found'])
  })

  it('is found by the sweep, told to both sides, and found once', async () => {
    const exam = await anExamCase(world)
    await system(async (t) => {
      await t.sql.run("update case_file set step = 'registered' where id = $1", [exam.caseId])
    })
    await appeals.holdCasesWithoutScope(world.system())
    expect(await exam.step()).toBe('registered')
    await system(async (t) => {
      await t.sql.run("update accreditation_certificate set withdrawn_on = '2026-03-01' where centre_id = $1", [exam.centre.id])
    })
    expect(await appeals.holdCasesWithoutScope(world.system())).toBe(1)
    expect(await appeals.holdCasesWithoutScope(world.system())).toBe(0)
    expect(await exam.step()).toBe('waiting')
    expect(await letters(exam, 'case-waits')).toHaveLength(2)
    await decide(exam, 'resume', 'Орталық істі аяқтасын.')
    expect(await appeals.holdCasesWithoutScope(world.system())).toBe(0)
    expect(await exam.step()).toBe('registered')
  })

  it('is finished by the centre, or closed, with a ground; both sides are told', async () => {
    const exam = await aWaitingCase()
    expect(await codesOf(decide(exam, 'resume', ' '))).toEqual(['waiting.ground-missing'])
    expect(await codesOf(decide(exam, 'forget'))).toEqual(['waiting.decision-missing'])
    await decide(exam, 'resume')
    expect(await exam.step()).toBe('registered')
    expect(await codesOf(decide(exam, 'resume'))).toEqual(['case.not-at-this-step'])
    expect(await letters(exam, 'case-resumed')).toHaveLength(2)
    const other = await aWaitingCase()
    await decide(other, 'close')
    expect(await other.step()).toBe('closed')
    expect(await letters(other, 'case-closed-by-ministry')).toHaveLength(2)
  })
})

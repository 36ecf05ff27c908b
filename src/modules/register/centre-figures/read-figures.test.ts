import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANONYMOUS } from '#platform/acts/actor.ts'
import * as appeals from '#modules/appeals/index.ts'
import { aDecidedCase, type DecidedCase } from '../../../../test/support/decided-case.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import { readCentreFigures } from '../index.ts'

let world: TestWorld
const cases: DecidedCase[] = []
beforeAll(async () => {
  world = await openTestWorld()
  for (const outcome of ['pass', 'fail', 'pass', 'pass'] as const) cases.push(await aDecidedCase(world, outcome, cases[0] ? { beside: cases[0] } : {}))
}, 60_000)
afterAll(() => world.drop())

/** Each look on a day of its own: the figures of one day stand still. */
let on = 10
function figures(centreId = cases[0]!.centre.id) {
  world.at(`2026-04-${String(on++).padStart(2, '0')} 09:00`)
  return readCentreFigures(world.context(ANONYMOUS, 'kk'), centreId)
}
const asSystem = (text: string, params: unknown[] = []) => world.db.begin((sql) => sql.run(text, params), { 'tanu.scope': 'system' })

describe('the figures of a centre', () => {
  it('tell nothing of four cases', async () => {
    expect(await figures()).toMatchObject({ from: '2025-04-10', until: '2026-04-09', terms: { state: 'few', under: 5 }, passed: { state: 'few', under: 5 } })
  })

  it('tell of five, to somebody who may see none of them', async () => {
    cases.push(await aDecidedCase(world, 'fail', { beside: cases[0]! }))
    const { passed, terms } = await figures()
    expect(passed).toEqual({ state: 'shown', cases: 5, of: 5, good: 3, percent: 60 })
    expect(terms).toMatchObject({ state: 'shown', cases: 5, percent: 100 })
  })

  it('are counted once for everybody who looks within ten minutes', async () => {
    const before = await figures()
    expect(await asSystem("update deadline set met_at = null where case_id = $1 and rule = 'T4'", [cases[4]!.caseId])).toBe(1)
    world.at(`2026-04-${on - 1} 09:09`)
    expect(await readCentreFigures(world.context(ANONYMOUS, 'kk'), cases[0]!.centre.id)).toEqual(before)
    await asSystem("update deadline set met_at = due_on where case_id = $1 and rule = 'T4'", [cases[4]!.caseId])
  })

  it('count a term as kept until the last minute of its last day in Almaty, and a running one past its day as not kept', async () => {
    const { terms: before } = await figures()
    if (before.state !== 'shown') throw new Error('five cases are shown')
    const [one, other] = [cases[0]!.caseId, cases[1]!.caseId]
    await asSystem("update deadline set met_at = (due_on::text || 'T18:59:00Z')::timestamptz where case_id = $1 and rule = 'T4'", [one])
    expect((await figures()).terms).toMatchObject({ of: before.of, good: before.of })
    await asSystem("update deadline set met_at = (due_on::text || 'T19:00:00Z')::timestamptz where case_id = $1 and rule = 'T4'", [one])
    await asSystem("update deadline set met_at = null where case_id = $1 and rule = 'T5'", [other])
    expect((await figures()).terms).toMatchObject({ of: before.of, good: before.of - 2 })
    await asSystem("update deadline set cancelled_at = now() where case_id = $1 and rule = 'T5'", [other])
    expect((await figures()).terms).toMatchObject({ of: before.of - 1, good: before.of - 2 })
  })

  it('leave out the terms of the candidate and the shortest term', async () => {
    const { terms: before } = await figures()
    await asSystem("update deadline set rule = 'T15' where case_id = $1 and rule = 'T4'", [cases[2]!.caseId])
    const { terms: after } = await figures()
    expect(before.state === 'shown' && after.state === 'shown' && before.of - after.of).toBe(1)
  })

  it('count complaints by their answers, the upheld ones named', async () => {
    const exam = cases[0]!
    world.at('2026-04-02 10:00')
    for (const finding of ['justified', 'partly', 'unjustified'] as const) {
      const number = await appeals.lodgeComplaint(world.as(exam.candidate), { about: { caseNumber: exam.number, person: null }, subject: 'conduct', body: 'Залда шу болды.' })
      const { kase } = await appeals.readComplaint(world.as(exam.clerk), number)
      await appeals.answerComplaint(world.as(exam.clerk), { number, version: kase.version, finding, answer: 'Қаралды.', measures: 'Түзетілді.' })
    }
    await appeals.lodgeComplaint(world.as(exam.candidate), { about: { caseNumber: exam.number, person: null }, subject: 'price', body: 'Жауап күтемін.' })
    expect((await figures()).complaints).toEqual({ answered: 3, justified: 1, partly: 1 })
  })

  it('are empty words for a centre that has decided nothing', async () => {
    expect(await figures((await world.aCentre()).id)).toMatchObject({ terms: { state: 'none' }, passed: { state: 'none' }, complaints: { answered: 0 } })
  })
})

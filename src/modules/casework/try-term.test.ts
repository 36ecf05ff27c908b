import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { getNorm, type NormEdition, type NormValue } from '#kernel/norms.ts'
import * as exams from '#modules/exams/index.ts'
import { readNormsDesk, readValue, trialEdition } from '#modules/norms/index.ts'
import { aHeldCase } from '../../../test/support/decided-case.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import { tryNorms } from './index.ts'

let world: TestWorld
let newest: NormEdition
beforeAll(async () => {
  world = await openTestWorld()
  newest = (await readNormsDesk(world.as(await world.anOfficial('ministry')))).newest
})
afterAll(() => world.drop())
const tried = (key: string, value: NormValue) => ({ key, before: newest, after: trialEdition(newest, key, value)! })

describe('what a norm would change', () => {
  it('is shown on the terms and exams of the last days, and changes nothing', async () => {
    await aHeldCase(world, 'fail')
    await aHeldCase(world, 'pass')
    world.at('2026-03-27 10:00')
    const ministry = world.as(await world.anOfficial('ministry'))
    // T2 ran from Monday 2 to Thursday 5 March: three working days, in time; two would have been too few.
    const shorter = await tryNorms(ministry, { ...tried('deadline.T2.length', 2), from: day('2026-04-01') })
    expect(shorter).toMatchObject({ kind: 'term', openCases: 2, terms: { rule: 'T2', counted: 2, lateBefore: 0, lateAfter: 2 }, example: { startedOn: '2026-04-01', before: '2026-04-06', after: '2026-04-03' } })
    const notice = await tryNorms(ministry, { ...tried('notice.wholeDays', 5), from: day('2026-04-01') })
    expect(notice).toMatchObject({ kind: 'notice', example: { before: '2026-04-16', after: '2026-04-09' } })
    // A right of the candidate is kept late by nobody: only its last day is shown.
    expect(await tryNorms(ministry, { ...tried('deadline.T6.length', 10), from: day('2026-04-01') })).not.toHaveProperty('terms')
    // Whether calendar days move off a day off is seen at a voucher: the fourth of November and forty-five days end on a Saturday.
    expect(await tryNorms(ministry, { ...tried('deadline.moveOffDayOff', true), from: day('2026-11-04') })).toEqual({ kind: 'term', openCases: 2, example: { startedOn: '2026-11-04', before: '2026-12-19', after: '2026-12-21' } })
    // From which event a term runs cannot be seen at terms that ran from another one.
    expect(await tryNorms(ministry, { ...tried('deadline.T4.start', 'candidate-finished'), from: day('2026-04-01') })).toEqual({ kind: 'other', openCases: 2 })
    expect(await tryNorms(ministry, { ...tried('retake.creditMonths', 12), from: day('2026-04-01') })).toEqual({ kind: 'other', openCases: 2 })
    expect(await exams.tryPassMark(ministry, { ...tried('theory.passPercent', 45), days: 90 })).toEqual({ exams: 2, passedBefore: 1, passedAfter: 2 })
    expect((await readNormsDesk(ministry)).newest).toEqual(newest)
  })

  it('is no question for others, and no value that the rules cannot read is tried', async () => {
    const clerk = world.as(await world.aStaffMember((await world.aCentre()).id, ['centre-head']))
    await expect(tryNorms(clerk, { ...tried('deadline.T2.length', 2), from: day('2026-04-01') })).rejects.toMatchObject({ code: 'not-found' })
    await expect(exams.tryPassMark(clerk, { ...tried('theory.passPercent', 60), days: 90 })).rejects.toMatchObject({ code: 'not-found' })
    expect(readValue('3/2/1', getNorm(newest, 'panel.quorum'))).toBeUndefined()
  })
})

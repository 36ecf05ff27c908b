import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { NormEdition } from '#kernel/norms.ts'
import * as accreditation from '#modules/accreditation/index.ts'
import { aSubmittedApplication, anAccreditationCast, anAcceptedApplication } from '../../../test/support/accreditation.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

describe('a tried term of a stage', () => {
  it('says how many stages of the last year would have been late, and leaves the cases in their edition', async () => {
    world.at('2026-03-02 10:00')
    await anAcceptedApplication(world, await anAccreditationCast(world))
    await aSubmittedApplication(world, await anAccreditationCast(world))
    world.at('2026-03-16 10:00')
    const ctx = world.as(await world.anOfficial('ministry'))
    const before = await ctx.law.normsInForce(ctx.db, day('2026-03-16'))
    const tried = (key: string, value: unknown) => accreditation.tryAccreditationNorm(ctx, { key, before, after: { ...before, norms: before.norms.map((norm) => (norm.key === key ? { ...norm, value } : norm)) } as NormEdition, from: day('2026-04-01') })
    // One stage 1 ended on its first day, the other has run for nine working days.
    expect(await tried('accreditation.stage1.term', 9)).toEqual({ openCases: 2, example: { startedOn: '2026-04-01', before: undefined, after: '2026-04-14' }, stages: { counted: 2, lateBefore: 0, lateAfter: 0 } })
    expect((await tried('accreditation.stage1.term', 8))!.stages).toEqual({ counted: 2, lateBefore: 0, lateAfter: 1 })
    expect(await tried('accreditation.experts', 3)).toEqual({ openCases: 2 })
    expect(await tried('theory.passPercent', 80)).toBeUndefined()
    await expect(accreditation.tryAccreditationNorm(world.as(await world.aPerson()), { key: 'accreditation.stage1.term', before, after: before, from: day('2026-04-01') })).rejects.toMatchObject({ code: 'not-found' })
  })
})

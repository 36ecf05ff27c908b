import { day } from '#kernel/day.ts'
import { normNumber } from '#kernel/norms.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import { decideNorm, proposeNorm, readNormsDesk } from './index.ts'

let world: TestWorld
let [first, second, clerk]: PersonActor[] = []
beforeAll(async () => {
  world = await openTestWorld()
  world.at('2026-11-27 10:00')
  first = await world.anOfficial('ministry')
  second = await world.anOfficial('national-body')
  const centre = await world.aCentre({ professionCode: await world.aProfession() })
  clerk = await world.aStaffMember(centre.id, ['centre-operator'])
}, 60_000)
afterAll(() => world.drop())

const change = { key: 'notice.wholeDays', value: '12', mark: 'O', sourceKk: 'Министрдің бұйрығы', sourceRu: 'Приказ министра', ground: 'Жаңа бұйрық', validFrom: day('2027-01-01') }
const open = async () => (await readNormsDesk(world.as(first!))).proposals.find((proposal) => proposal.decidedBy === null)!

describe('a norm is changed by two people', () => {
  it('is proposed by the ministry, and by nobody else', async () => {
    await expect(proposeNorm(world.as(clerk!), change)).rejects.toMatchObject({ code: 'not-found' })
    await expect(readNormsDesk(world.as(clerk!))).rejects.toMatchObject({ code: 'not-found' })
    await proposeNorm(world.as(first!), change)
    expect((await open()).value).toBe(12)
  })

  it('is proposed once while it is undecided', async () => {
    await expect(proposeNorm(world.as(second!), { ...change, value: '14' })).rejects.toMatchObject({ code: 'norms.proposed-already' })
  })

  it('is refused when it acts backwards or is of another kind', async () => {
    await expect(proposeNorm(world.as(first!), { ...change, key: 'theory.passPercent', value: '80', validFrom: day('2026-11-27') })).rejects.toMatchObject({ code: 'norms.not-proposable' })
    await expect(proposeNorm(world.as(first!), { ...change, key: 'theory.passPercent', value: 'eighty' })).rejects.toMatchObject({ code: 'norms.value-wrong' })
    await expect(proposeNorm(world.as(first!), { ...change, key: 'panel.quorum', value: 'two thirds' })).rejects.toMatchObject({ code: 'norms.value-wrong' })
  })

  it('changes nothing until a second person approves, and then only from its day', async () => {
    const { id } = await open()
    await expect(decideNorm(world.as(first!), { id, approve: true })).rejects.toMatchObject({ code: 'norms.own-proposal' })
    await expect(decideNorm(world.as(clerk!), { id, approve: true })).rejects.toMatchObject({ code: 'not-found' })
    await decideNorm(world.as(second!), { id, approve: true })
    await expect(decideNorm(world.as(second!), { id, approve: true })).rejects.toMatchObject({ code: 'norms.decided-already' })
    const ctx = world.as(first!)
    expect(normNumber(await ctx.law.normsInForce(ctx.db, day('2026-12-31')), 'notice.wholeDays')).toBe(10)
    expect(normNumber(await ctx.law.normsInForce(ctx.db, day('2027-01-01')), 'notice.wholeDays')).toBe(12)
    expect((await readNormsDesk(ctx)).editions.map((edition) => edition.edition)).toEqual(['2027-01', '2026-01'])
  })

  it('can be rejected, which leaves no edition', async () => {
    await proposeNorm(world.as(second!), { ...change, key: 'theory.passPercent', value: '75', validFrom: day('2027-02-01') })
    await decideNorm(world.as(first!), { id: (await open()).id, approve: false })
    expect((await readNormsDesk(world.as(first!))).editions).toHaveLength(2)
  })
})

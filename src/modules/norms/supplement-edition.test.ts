import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { findNorm, type NormEdition } from '#kernel/norms.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import { supplementEdition } from './index.ts'

let world: TestWorld
let own: NormEdition
beforeAll(async () => {
  world = await openTestWorld()
  own = await world.law.normsInForce(world.db, day('2026-03-02'))
}, 60_000)
afterAll(() => world.drop())

describe('norms that a newer platform brings along', () => {
  it('are none when every edition has them', async () => {
    expect(await supplementEdition(world.system(), own)).toBe(0)
  })

  it('join the edition in force from today and the one to come from its day, and change nothing that was set', async () => {
    const without = { ...own, norms: own.norms.filter((norm) => norm.key !== 'accreditation.experts').map((norm) => (norm.key === 'panel.size' ? { ...norm, value: 5 } : norm)) }
    for (const [edition, validFrom] of [['older', '2026-02-01'], ['2026-05', '2026-05-01']] as const) {
      await world.db.run("insert into norm_edition (edition, valid_from, norms, ground, created_at) values ($1, $2, $3, 'test', $4)", [edition, validFrom, JSON.stringify({ ...without, edition, validFrom }), world.clock.now()])
    }
    world.law.forget()
    expect(await supplementEdition(world.system(), own)).toBe(2)
    for (const on of ['2026-03-02', '2026-04-30', '2026-05-01']) {
      const edition = await world.law.normsInForce(world.db, day(on))
      expect([on, findNorm(edition, 'accreditation.experts')?.value, findNorm(edition, 'panel.size')?.value]).toEqual([on, 1, 5])
    }
    expect(findNorm(await world.law.normsInForce(world.db, day('2026-03-01')), 'accreditation.experts')).toBeUndefined()
    expect(await supplementEdition(world.system(), own)).toBe(0)
  })
})

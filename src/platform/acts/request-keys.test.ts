import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import { sweepRequestKeys } from './request-keys.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

it.each([30, 90])('keys of requests are kept for %i days, and swept after the last', async (days) => {
  const now = world.clock.realNow()
  const actor = `sweep after ${days}`
  for (const [key, age] of [['new', 0], ['of the last day', days - 1], ['just in time', days], ['old', days + 1]] as const) {
    await world.db.run("insert into request_key (actor_key, key, request_hash, created_at) values ($1, $2, '\\x00', $3::timestamptz - make_interval(days => $4))", [actor, key, now, age])
  }
  expect(await sweepRequestKeys(world.db, now, days)).toBe(1)
  expect(await sweepRequestKeys(world.db, now, days)).toBe(0)
  expect(await world.db.many("select key from request_key where actor_key = $1 order by created_at", [actor])).toEqual([{ key: 'just in time' }, { key: 'of the last day' }, { key: 'new' }])
})

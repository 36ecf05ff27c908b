import { sweepRequestKeys } from '#platform/acts/request-keys.ts'
import type { Chore } from '../work.ts'

/** Keys of requests whose form nobody can send again. */
export function requestKeysChore(days: number): Chore {
  return { name: 'request keys', everyMs: 3_600_000, run: (world) => sweepRequestKeys(world.db, world.clock.realNow(), days) }
}

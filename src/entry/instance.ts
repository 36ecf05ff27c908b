import { moment } from '#kernel/day.ts'
import { claimInstance } from '#platform/acts/instance.ts'
import { StartRefusal } from '#platform/lifecycle/start-refusal.ts'
import type { World } from './world.ts'

/** The kind of an instance is written once and for ever: a start with the other kind refuses. */
export async function assertInstanceKind(world: World): Promise<{ firstStart: boolean }> {
  const kind = world.demo ? 'demonstration' : 'real'
  const standing = await claimInstance(world.db, kind, moment(new Date().toISOString()))
  if (standing.kind !== kind) {
    throw new StartRefusal('config', standing.kind === 'real'
      ? 'This database holds real work, so it is not started as a demonstration: set DEMO=0.'
      : 'This database holds a demonstration, so it is not started for real work: use an empty database or set DEMO=1.')
  }
  await world.clock.refresh(world.db)
  return { firstStart: standing.first }
}

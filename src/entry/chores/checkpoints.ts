import { sealCheckpoint } from '#platform/journal/checkpoint.ts'
import { newUuid } from '#platform/acts/ctx.ts'
import type { CheckpointKey } from '#platform/signing/checkpoint-key.ts'
import type { Chore } from '../work.ts'

/** Every minute what happened since the last checkpoint is signed, by real time: a demonstration's clock proves nothing. */
export function checkpointChore(key: CheckpointKey): Chore {
  return {
    name: 'checkpoints', everyMs: 60_000,
    async run(world) {
      const at = world.clock.realNow()
      return Number(await sealCheckpoint(world.db, key, { id: newUuid(at), at }))
    },
  }
}

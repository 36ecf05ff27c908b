import { sweepRetention } from '#modules/retention/index.ts'
import type { Chore } from '../work.ts'

/** Once a day what has passed its norm of retention is deleted; the sweep itself knows whether the day is done. */
export const retentionChore: Chore = { name: 'retention', everyMs: 3_600_000, run: async (world) => { await sweepRetention(world.system()); return 0 } }

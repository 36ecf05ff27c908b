import { makeActsOfWorks } from '#modules/billing/index.ts'
import type { Chore } from '../work.ts'

/** Acts of works of months that are over, for centres that served vouchers in them. */
export const actsOfWorksChore: Chore = { name: 'acts of works', everyMs: 60_000, run: (world) => makeActsOfWorks(world.system()) }

import { lapseAgreements } from '#modules/accreditation/index.ts'
import type { Chore } from '../work.ts'

/** Silence of the authorised body, where the norms give it a term and a meaning. */
export const agreementsChore: Chore = { name: 'agreements', everyMs: 60_000, run: (world) => lapseAgreements(world.system()) }

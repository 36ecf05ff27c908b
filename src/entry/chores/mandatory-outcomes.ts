import { forgetTables } from '#modules/mandatory-outcomes/index.ts'
import type { Chore } from '../work.ts'

/** Rows of files that a sector body brought and never entered leave within a day or two: they hold IINs. */
export const outcomeTablesChore: Chore = { name: 'tables of outcomes', everyMs: 6 * 3_600_000, run: (world) => forgetTables(world.system()) }

import { refreshToday } from '#modules/statistics/index.ts'
import type { Chore } from '../work.ts'

/** The numbers of today are counted anew when the journal has moved, so that pages find them counted within a minute of a change. */
export const statisticsChore: Chore = { name: 'statistics', everyMs: 20_000, run: (world) => refreshToday(world.system()) }

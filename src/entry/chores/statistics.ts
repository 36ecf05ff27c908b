import { recountAtNight, refreshToday } from '#modules/statistics/index.ts'
import type { Chore } from '../work.ts'

/** The numbers of today are counted anew when the journal has moved, so that pages find them counted within a minute of a change. */
export const statisticsChore: Chore = { name: 'statistics', everyMs: 20_000, run: (world) => refreshToday(world.system()) }

/** Once a night everything is counted anew, so that a number that was missed by day does not stay wrong. */
export const recountChore: Chore = {
  name: 'statistics at night', everyMs: 900_000,
  async run(world) {
    await recountAtNight(world.system())
    return 0
  },
}

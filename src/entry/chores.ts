import type { Chore } from './work.ts'

/** Everything that happens without anybody pressing a button: letters, papers, lapsed terms, exams whose time is over. */
export const chores: readonly Chore[] = [
  { name: 'clock', everyMs: 2_000, run: async (world) => { await world.clock.refresh(world.db); return 0 } },
]

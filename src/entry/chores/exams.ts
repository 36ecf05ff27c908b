import { creditFaults } from '#modules/decisions/index.ts'
import { endDueTheoryRuns, endDueWork, moveOnBrokenDown, tellOfDays } from '#modules/exams/index.ts'
import { endUnlooked, noteSilence } from '#modules/proctoring/index.ts'
import type { Chore } from '../work.ts'

/** The server's own timer hands in what is over, whether a browser still asks or not; whom a failure broke off until his sitting ended gets another day. */
export const examsChore: Chore = { name: 'exam time', everyMs: 5_000, run: async (world) => (await endDueTheoryRuns(world.system())) + (await endDueWork(world.system())) + (await moveOnBrokenDown(world.system())) }

/** Questions found faulty are credited to everybody who got them. */
export const faultsChore: Chore = { name: 'faulty questions', everyMs: 30_000, run: (world) => creditFaults(world.system()) }

/** Exams on line: who fell silent is told to the proctor, and where the norm lets a person look first, his term ends too. */
export const watchChore: Chore = { name: 'watch of exams on line', everyMs: 5_000, run: async (world) => (await noteSilence(world.system())) + (await endUnlooked(world.system())) }

/** Whoever wished for a day is told when such a day can be chosen. */
export const daysChore: Chore = { name: 'days that were wished for', everyMs: 300_000, run: (world) => tellOfDays(world.system()) }

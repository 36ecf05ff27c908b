import { computeSignalsOfTheDay } from '#modules/monitoring/index.ts'
import type { Chore } from '../work.ts'

/** What the exams show, once a day, for a person to judge. */
export const signalsChore: Chore = { name: 'signals from the exams', everyMs: 900_000, run: (world) => computeSignalsOfTheDay(world.system()) }

import { sweepFiles } from '#modules/uploads/index.ts'
import type { Chore } from '../work.ts'

/** Bytes that nothing points at leave within a day or two. */
export const filesChore: Chore = { name: 'orphan files', everyMs: 6 * 3_600_000, run: (world) => sweepFiles(world.system()) }

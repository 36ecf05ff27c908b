import type { SigningPort } from '#platform/signing/signing-port.ts'
import { pressPaper } from '#platform/pdf/paper-press.ts'
import type { Chore } from '../work.ts'

/** Papers get their bytes within seconds of their act; whoever asks earlier has them made at once. */
export function papersChore(seal: SigningPort): Chore {
  return { name: 'papers', everyMs: 1_000, run: (world) => pressPaper(world.system(), seal) }
}

import { annulLapsed } from '#modules/vouchers/index.ts'
import type { Chore } from '../work.ts'

/** Vouchers that nobody used by their last day are annulled [L Art. 28(3)]; it is a matter of a day, so minutes late is early enough. */
export const lapsedVouchersChore: Chore = { name: 'vouchers past their last day', everyMs: 600_000, run: (world) => annulLapsed(world.system()) }

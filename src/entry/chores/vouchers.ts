import { closeUnanswered, noteLapse } from '#modules/applications/index.ts'
import { annulLapsed, remindOfLastDay } from '#modules/vouchers/index.ts'
import type { Chore } from '../work.ts'

/** Vouchers that nobody used by their last day are annulled [L Art. 28(3)], and who pays their cases is asked; it is a matter of a day, so minutes late is early enough. */
export const lapsedVouchersChore: Chore = { name: 'vouchers past their last day', everyMs: 600_000, run: (world) => annulLapsed(world.system(), noteLapse) }
/** Contracts of vouchers that lapsed, whose candidates did not say in time that they pay. */
export const unansweredLapsesChore: Chore = { name: 'contracts that nobody pays after a lapsed voucher', everyMs: 600_000, run: (world) => closeUnanswered(world.system()) }
/** Holders whose voucher ends soon: a matter of days. */
export const endingVouchersChore: Chore = { name: 'vouchers that end soon', everyMs: 3_600_000, run: (world) => remindOfLastDay(world.system()) }

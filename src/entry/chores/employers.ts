import { forgetReferralTables } from '#modules/employers/index.ts'
import { remindEmployers } from '#modules/recognition-documents/index.ts'
import type { Chore } from '../work.ts'

/** Rows of files that an employer brought and never sent leave within a day or two: they hold IINs. */
export const referralTablesChore: Chore = { name: 'tables of referrals', everyMs: 6 * 3_600_000, run: (world) => forgetReferralTables(world.system()) }
/** Employers are told of documents of their people that will expire. */
export const employerRemindersChore: Chore = { name: 'reminders to employers', everyMs: 3_600_000, run: (world) => remindEmployers(world.system()) }

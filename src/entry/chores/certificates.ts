import { remindOfCertificates } from '#modules/centres/index.ts'
import type { Chore } from '../work.ts'

/** Centres are told that their certificate will expire; a reminder is of a day, so minutes late is early enough. */
export const certificateChore: Chore = { name: 'expiring certificates', everyMs: 600_000, run: (world) => remindOfCertificates(world.system()) }

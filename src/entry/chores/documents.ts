import { remindOfExpiry } from '#modules/recognition-documents/index.ts'
import type { Chore } from '../work.ts'

/** Holders are told that their document will expire; a reminder is of a day, so an hour late is early enough. */
export const expiryChore: Chore = { name: 'expiring documents', everyMs: 600_000, run: (world) => remindOfExpiry(world.system()) }

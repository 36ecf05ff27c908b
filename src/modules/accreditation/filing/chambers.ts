import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { record } from '#platform/journal/journal.ts'
import { policy } from '../policy.ts'
import { insertChamber } from './store/receipt-store.ts'

/** Says which regional chamber receives for a region; in the caller's transaction. */
export async function enterChamber(t: Tx, chamber: { organisationId: Uuid; regionKato: string }): Promise<void> {
  assertMay(t, policy, 'accreditation.enter-chamber', undefined as never)
  await insertChamber(t.sql, chamber)
  await record(t, `organisation:${chamber.organisationId}`, 'chamber-receives-for-region', { region: chamber.regionKato })
}

import type { Tx } from '#platform/acts/ctx.ts'
import { accountOf } from '#platform/acts/actor.ts'
import { record } from '#platform/journal/journal.ts'
import { stateOf } from './domain/referral.ts'
import { chainOf } from './office.ts'
import { markWithdrawn, selectOpenKeys } from './store/referral-store.ts'

/** Referrals whose time is over make room for the next of the same person: the new sending closes them, and says so. */
export async function closeExpired(t: Tx, organisationId: string): Promise<void> {
  for (const row of await selectOpenKeys(t.sql, organisationId)) {
    if (stateOf({ takenAt: null, declinedAt: null, withdrawnAt: null, validUntil: row.validUntil }, t.today) !== 'expired') continue
    await markWithdrawn(t.sql, row.id, { accountId: accountOf(t.actor)!, ground: 'expired', at: t.now })
    await record(t, chainOf(organisationId), 'referral-withdrawn', { referralId: row.id, ground: 'expired' })
  }
}

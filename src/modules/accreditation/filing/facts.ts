import type { Tx } from '#platform/acts/ctx.ts'
import type { AccreditationCase } from '../cases.ts'
import type { FiledFacts } from '../policy.ts'
import { selectExperts } from '../expertise/store/expert-store.ts'
import { selectChamberOfRegion } from './store/receipt-store.ts'

/** What the policy asks of a case while it is filed, received and reviewed. */
export async function factsOf(t: Tx, kase: AccreditationCase): Promise<FiledFacts> {
  const chamber = await selectChamberOfRegion(t.sql, kase.regionKato)
  const experts = await selectExperts(t.sql, kase.id)
  return {
    organisationId: kase.organisationId, chamberId: chamber?.organisationId ?? null, channel: kase.channel,
    assigned: experts.filter((expert) => !expert.steppedBackAt).map((expert) => expert.accountId),
  }
}

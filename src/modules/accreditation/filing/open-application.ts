import { deny } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { openDraft } from '../cases.ts'
import { policy } from '../policy.ts'
import { insertFiling } from './store/filing-store.ts'
import { selectChamberOfRegion } from './store/receipt-store.ts'

/** A representative opens the application of its organisation, for the region whose chamber receives it. Answers the id of the case. */
export async function openApplication(ctx: Ctx, input: { organisationId: string; regionKato: string }): Promise<Uuid> {
  return tx(ctx, 'accreditation.apply', async (t) => {
    assertMay(t, policy, 'accreditation.apply', input)
    const chamber = await selectChamberOfRegion(t.sql, input.regionKato)
    if (!chamber) deny('accreditation.no-chamber', { field: 'regionKato' })
    const kase = await openDraft(t, { kind: 'initial', organisationId: parseUuid(input.organisationId)!, regionKato: input.regionKato, channel: 'online' })
    await insertFiling(t.sql, kase.id, null)
    return kase.id
  })
}

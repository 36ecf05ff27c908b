import { assertNone, deny } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as centres from '#modules/centres/index.ts'
import { openDraft } from '../cases.ts'
import { initialBlockers } from '../extension/domain/opening.ts'
import { policy } from '../policy.ts'
import { insertFiling } from './store/filing-store.ts'
import { selectChamberOfRegion } from './store/receipt-store.ts'

/** A representative opens the application of its organisation, for the region whose chamber receives it. Answers the id of the case. */
export async function openApplication(ctx: Ctx, input: { organisationId: string; regionKato: string }): Promise<Uuid> {
  return tx(ctx, 'accreditation.apply', async (t) => {
    assertMay(t, policy, 'accreditation.apply', input)
    await assertNoCertificate(t, input.organisationId)
    const chamber = await selectChamberOfRegion(t.sql, input.regionKato)
    if (!chamber) deny('accreditation.no-chamber', { field: 'regionKato' })
    const kase = await openDraft(t, { kind: 'initial', organisationId: parseUuid(input.organisationId)!, regionKato: input.regionKato, channel: 'online' })
    await insertFiling(t.sql, kase.id, null)
    return kase.id
  })
}

/** Who holds a certificate extends or renews it: a first one is not applied for beside it. */
export async function assertNoCertificate(t: Tx, organisationId: string): Promise<void> {
  assertNone('accreditation.no-first-application', initialBlockers(await centres.listCertificates(t.sql, organisationId, t.today)))
}

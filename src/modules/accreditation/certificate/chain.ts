import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import * as centres from '#modules/centres/index.ts'
import { selectChain } from './store/chain-store.ts'

/** The certificate that stands today in the place of this one: it may have been re-issued since. */
export async function standingCertificate(t: Pick<Tx, 'sql' | 'today'>, certificateId: Uuid): Promise<centres.CertificateShown | undefined> {
  const chain = await selectChain(t.sql, certificateId)
  return centres.findCertificate(t.sql, chain.at(-1) ?? certificateId, t.today)
}

import type { Blocker } from '#kernel/denial.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import * as centres from '#modules/centres/index.ts'
import type { AccreditationCase } from '../cases.ts'
import { standingCertificate } from '../certificate/chain.ts'
import { placeBlockers } from './domain/opening.ts'

/** Asks of each line whether it has a place in the case, by the scope of the certificate that the case is about. */
export async function scopeRule(t: Tx, kase: AccreditationCase): Promise<(line: { professionCode: string; level: number }) => Blocker[]> {
  const certificate = kase.certificateId ? await standingCertificate(t, kase.certificateId) : undefined
  const scope = certificate ? await centres.scopeStates(t.sql, certificate.centreId, certificate.id, t.today) : []
  return (line) => placeBlockers(kase.kind, line, scope)
}

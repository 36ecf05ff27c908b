import type { Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import type { CertificateFacts } from './domain/certificate.ts'
import { policy } from './policy.ts'
import { insertAccessibility, insertCentre, insertRoom, type AccessibilityFeature, type CentreRow } from './store/centre-store.ts'
import { insertCertificate, insertPrice, insertPriceList, insertScopeLine, type Price } from './store/scope-store.ts'

export interface NewCentre extends CentreRow {
  certificate: CertificateFacts & { number: string }
  scope: readonly { professionCode: string; level: number }[]
  priceLists: readonly { inForceFrom: Day; prices: readonly Omit<Price, 'priceListId'>[] }[]
  accessibility: readonly AccessibilityFeature[]
  rooms: readonly { nameKk: string; nameRu: string; seats: number }[]
}

/** Makes an organisation a centre with all that everybody may see of it. The caller writes the journal. */
export async function enterCentre(t: Tx, input: NewCentre): Promise<{ certificateId: Uuid }> {
  assertMay(t, policy, 'centre.enter', undefined as never)
  await insertCentre(t.sql, input)
  const certificateId = t.newId()
  await insertCertificate(t.sql, { id: certificateId, centreId: input.id, ...input.certificate })
  for (const line of input.scope) await insertScopeLine(t.sql, certificateId, line.professionCode, line.level)
  for (const list of input.priceLists) {
    const id = t.newId()
    await insertPriceList(t.sql, { id, centreId: input.id, inForceFrom: list.inForceFrom, publishedAt: t.now }, null)
    for (const price of list.prices) await insertPrice(t.sql, { priceListId: id, ...price })
  }
  for (const feature of input.accessibility) await insertAccessibility(t.sql, input.id, feature)
  for (const room of input.rooms) await insertRoom(t.sql, input.id, { id: t.newId(), workplaces: null, ...room })
  return { certificateId }
}

import { parseDocumentNumber } from '#kernel/document-number.ts'
import type { Day } from '#kernel/day.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, withSystemSight } from '#platform/acts/tx.ts'
import { statusOn, type DocumentStatus } from './domain/document.ts'
import { policy } from './policy.ts'
import { selectPublicDocument } from './store/document-store.ts'

export interface Verification {
  number: string
  status: DocumentStatus | 'unknown'
  document?: {
    holder: string
    profession: { code: string; kk: string | null; ru: string; en: string | null }
    level: number
    centre: { number: string; kk: string; ru: string; en: string }
    issuedOn: Day
    validUntil: Day | null
    annulledOn: Day | null
  }
}

/** What anybody may learn of a document: its status today and the least that tells whose it is. Unknown and mistyped are answered alike. */
export async function verifyDocument(ctx: Ctx, typed: string): Promise<Verification> {
  const parsed = parseDocumentNumber(typed.slice(0, 60))
  if (!parsed.ok) return { number: typed.slice(0, 60), status: 'unknown' }
  return read(ctx, 'document.verify', async (t) => {
    assertMay(t, policy, 'document.verify', undefined as never)
    const found = await withSystemSight(t, () => selectPublicDocument(t.sql, parsed.value))
    if (!found) return { number: parsed.value, status: 'unknown' as const }
    return {
      number: found.number, status: statusOn(found, t.today),
      document: {
        holder: found.publicName, profession: { code: found.professionCode, kk: found.professionKk, ru: found.professionRu, en: found.professionEn }, level: found.level,
        centre: { number: found.centreSerial, kk: found.centreKk, ru: found.centreRu, en: found.centreEn }, issuedOn: found.issuedOn, validUntil: found.validUntil, annulledOn: found.annulledOn,
      },
    }
  })
}

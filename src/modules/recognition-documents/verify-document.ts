import { parseDocumentNumber } from '#kernel/document-number.ts'
import type { Day } from '#kernel/day.ts'
import type { Localized } from '#kernel/localized.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, withSystemSight } from '#platform/acts/tx.ts'
import * as centres from '#modules/centres/index.ts'
import * as mandatoryOutcomes from '#modules/mandatory-outcomes/index.ts'
import * as professions from '#modules/professions/index.ts'
import { publicNameOf, statusOn, type DocumentStatus } from './domain/document.ts'
import { historicKey } from './history/domain/historic-table.ts'
import { selectHistoricByKey } from './history/store/historic-store.ts'
import { policy } from './policy.ts'
import { selectPublicDocument } from './store/document-store.ts'

/** A document that a sector body gave under its own law and registered here: not issued by a centre, and no more of its holder than of any other. */
export interface MandatoryDocument {
  number: string
  status: DocumentStatus
  holder: string
  profession: { code: string; name: Partial<Localized> }
  body: { code: string; name: Partial<Localized> }
  act: { kk?: string; ru?: string }
  form: string | null
  /** Whether body, act and form are data of a demonstration. */
  demonstration: boolean
  issuedOn: Day
  validUntil: Day | null
  annulledOn: Day | null
  registeredOn: Day
}

export interface Verification {
  number: string
  /** Of the only document with this number; of the first, where several bodies gave the same number: `mandatory` has them all. */
  status: DocumentStatus | 'unknown'
  document?: {
    holder: string
    profession: { code: string; kk: string | null; ru: string; en: string | null }
    level: number
    centre: { number: string; kk: string; ru: string; en: string }
    issuedOn: Day
    validUntil: Day | null
    annulledOn: Day | null
    /** Issued before Tanu and entered from papers on that day. */
    historic?: { enteredOn: Day; demonstration: boolean }
  }
  mandatory: MandatoryDocument[]
}

/**
 * What anybody may learn of a document: its status today and the least that tells whose it is. Unknown and mistyped are answered alike.
 * Numbers of sector bodies are their own, so two bodies may have given the same one, or one that reads as a number of this platform:
 * every match is answered with its issuer, since choosing one would answer for a document that was not asked about.
 */
export async function verifyDocument(ctx: Ctx, typed: string): Promise<Verification> {
  const asked = typed.slice(0, 60)
  return read(ctx, 'document.verify', async (t) => {
    assertMay(t, policy, 'document.verify', undefined as never)
    const parsed = parseDocumentNumber(asked)
    const found = parsed.ok ? await withSystemSight(t, () => selectPublicDocument(t.sql, parsed.value)) : undefined
    const mandatory = await findMandatory(t, asked)
    const historic = found ? undefined : await findHistoric(t, asked)
    if (historic) return { ...historic, mandatory }
    if (!found) return { number: mandatory[0]?.number ?? (parsed.ok ? parsed.value : asked), status: mandatory[0]?.status ?? ('unknown' as const), mandatory }
    return {
      number: found.number, status: statusOn(found, t.today), mandatory,
      document: {
        holder: found.publicName, profession: { code: found.professionCode, kk: found.professionKk, ru: found.professionRu, en: found.professionEn }, level: found.level,
        centre: { number: found.centreSerial, kk: found.centreKk, ru: found.centreRu, en: found.centreEn }, issuedOn: found.issuedOn, validUntil: found.validUntil, annulledOn: found.annulledOn,
      },
    }
  })
}

/** A document from before Tanu, by the number printed on it. */
async function findHistoric(t: Tx, typed: string): Promise<Omit<Verification, 'mandatory'> | undefined> {
  const key = historicKey(typed)
  const row = key === '' ? undefined : await withSystemSight(t, () => selectHistoricByKey(t.sql, key))
  if (!row) return undefined
  const centre = await centres.getCentre(t.sql, row.centreId)
  const { name } = (await professions.findProfessionOrStruck(t.sql, row.professionCode, t.today))!
  return {
    number: row.number, status: statusOn(row, t.today),
    document: {
      holder: row.publicName, profession: { code: row.professionCode, kk: name.kk ?? null, ru: name.ru ?? '', en: name.en ?? null }, level: row.level,
      centre: { number: centre.serial, kk: centre.name.kk, ru: centre.name.ru, en: centre.name.en }, issuedOn: row.issuedOn, validUntil: row.validUntil, annulledOn: row.annulledOn,
      historic: { enteredOn: row.enteredOn, demonstration: row.origin === 'demonstration' },
    },
  }
}

async function findMandatory(t: Tx, typed: string): Promise<MandatoryDocument[]> {
  return (await mandatoryOutcomes.findOutcomesByNumber(t, typed)).map((each) => ({
    number: each.number, status: statusOn(each, t.today), holder: publicNameOf(each), profession: { code: each.professionCode, name: each.profession.name },
    body: { code: each.bodyCode, name: each.bodyName }, act: each.profession.act, form: each.profession.form, demonstration: each.profession.attributesProvenance === 'demonstration',
    issuedOn: each.issuedOn, validUntil: each.validUntil, annulledOn: each.annulledOn, registeredOn: each.registeredOn,
  }))
}

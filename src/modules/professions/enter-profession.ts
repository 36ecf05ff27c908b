import type { Day } from '#kernel/day.ts'
import { assertNone, deny } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { LANGUAGES } from '#kernel/localized.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { entryBlockers, type ProfessionFacts } from './domain/profession.ts'
import { searchKey } from './domain/search-key.ts'
import { policy } from './policy.ts'
import { endOpenVersion, insertProfession, insertVersion, lockLastVersion } from './store/profession-store.ts'
import { insertSectorBody } from './store/reference-store.ts'

/** From which day a version is in force, today unless said, and in which edition of the register it is published. */
export interface Entering {
  from?: Day
  editionNo?: number
}

/** Enters a new version of an entry of the register, from today or a day to come; the one before it ends there. The caller writes the journal. */
export async function enterProfession(t: Tx, facts: ProfessionFacts, { from = t.today, editionNo }: Entering = {}): Promise<{ versionId: Uuid; versionNo: number }> {
  assertMay(t, policy, 'register.enter', undefined as never)
  assertNone('profession.contradicts-itself', entryBlockers(facts))
  await insertProfession(t.sql, facts.code, t.now)
  const last = await lockLastVersion(t.sql, facts.code)
  const begins = last && (last.validUntil ?? last.validFrom)
  if (begins && from < begins) deny('profession.version-to-come', { code: facts.code, from: begins })
  await endOpenVersion(t.sql, facts.code, from)
  const versionNo = (last?.versionNo ?? 0) + 1
  const versionId = t.newId()
  const words = [...LANGUAGES.map((lang) => facts.name[lang] ?? ''), ...facts.synonyms]
  await insertVersion(t.sql, { id: versionId, versionNo, validFrom: from, editionNo: editionNo ?? null }, facts, searchKey(words.join(' ')))
  return { versionId, versionNo }
}

/** Strikes an entry off the register from a day: its last version ends, and none follows. The caller writes the journal. */
export async function strikeProfession(t: Tx, code: string, { from = t.today, editionNo }: Entering = {}): Promise<void> {
  assertMay(t, policy, 'register.enter', undefined as never)
  const last = await lockLastVersion(t.sql, code)
  if (!last || last.validUntil !== null) deny('profession.not-in-register', { code })
  if (from < last.validFrom) deny('profession.version-to-come', { code, from: last.validFrom })
  await endOpenVersion(t.sql, code, from, editionNo ?? null)
}

/** Enters a sector body unless its code is known. */
export async function enterSectorBody(t: Tx, body: { code: string; nameKk: string | null; nameRu: string; nameEn: string | null; provenance: string }): Promise<void> {
  assertMay(t, policy, 'register.enter', undefined as never)
  await insertSectorBody(t.sql, body.code, { kk: body.nameKk, ru: body.nameRu, en: body.nameEn }, body.provenance)
}

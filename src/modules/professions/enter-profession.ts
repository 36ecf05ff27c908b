import { assertNone } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { LANGUAGES } from '#kernel/localized.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { entryBlockers, type ProfessionFacts } from './domain/profession.ts'
import { searchKey } from './domain/search-key.ts'
import { policy } from './policy.ts'
import { endCurrentVersion, insertProfession, insertVersion } from './store/profession-store.ts'
import { insertSectorBody } from './store/reference-store.ts'

/** Enters a new version of an entry of the register from today; the one before it ends. The caller writes the journal. */
export async function enterProfession(t: Tx, facts: ProfessionFacts): Promise<{ versionId: Uuid; versionNo: number }> {
  assertMay(t, policy, 'register.enter', undefined as never)
  assertNone('profession.contradicts-itself', entryBlockers(facts))
  await insertProfession(t.sql, facts.code, t.now)
  const versionNo = (await endCurrentVersion(t.sql, facts.code, t.today)) + 1
  const versionId = t.newId()
  const words = [...LANGUAGES.map((lang) => facts.name[lang] ?? ''), ...facts.synonyms]
  await insertVersion(t.sql, versionId, versionNo, t.today, facts, searchKey(words.join(' ')))
  return { versionId, versionNo }
}

/** Enters a sector body unless its code is known. */
export async function enterSectorBody(t: Tx, body: { code: string; nameKk: string | null; nameRu: string; nameEn: string | null; provenance: string }): Promise<void> {
  assertMay(t, policy, 'register.enter', undefined as never)
  await insertSectorBody(t.sql, body.code, { kk: body.nameKk, ru: body.nameRu, en: body.nameEn }, body.provenance)
}

import type { Day } from '#kernel/day.ts'
import { assertNone, deny } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { LANGUAGES } from '#kernel/localized.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { entryBlockers, type ProfessionFacts } from './domain/profession.ts'
import { searchKey } from './domain/search-key.ts'
import { policy } from './policy.ts'
import { endOpenVersions, insertProfessions, insertVersions, lockLastVersions } from './store/profession-store.ts'
import { insertSectorBody } from './store/reference-store.ts'

/** From which day a version is in force, today unless said, and in which edition of the register it is published. */
export interface Entering {
  from?: Day
  editionNo?: number
}

/** Enters a new version of an entry of the register, from today or a day to come; the one before it ends there. The caller writes the journal. */
export async function enterProfession(t: Tx, facts: ProfessionFacts, entering: Entering = {}): Promise<{ versionId: Uuid; versionNo: number }> {
  return (await enterProfessionsAtOnce(t, [facts], entering))[0]!
}

/** The same for many entries, each code once, in a few statements; the answers come in the order of the entries. */
export async function enterProfessionsAtOnce(t: Tx, entries: readonly ProfessionFacts[], { from = t.today, editionNo }: Entering = {}): Promise<{ versionId: Uuid; versionNo: number }[]> {
  assertMay(t, policy, 'register.enter', undefined as never)
  for (const facts of entries) assertNone('profession.contradicts-itself', entryBlockers(facts))
  const codes = entries.map((facts) => facts.code)
  await insertProfessions(t.sql, codes, t.now)
  const lasts = await lockLastVersions(t.sql, codes)
  for (const code of codes) {
    const last = lasts.get(code)
    const begins = last && (last.validUntil ?? last.validFrom)
    if (begins && from < begins) deny('profession.version-to-come', { code, from: begins })
  }
  await endOpenVersions(t.sql, codes, from)
  const versions = entries.map((facts) => ({
    id: t.newId(), versionNo: (lasts.get(facts.code)?.versionNo ?? 0) + 1, facts, searchKey: searchKey([...LANGUAGES.map((lang) => facts.name[lang] ?? ''), ...facts.synonyms].join(' ')),
  }))
  await insertVersions(t.sql, versions, { validFrom: from, editionNo: editionNo ?? null })
  return versions.map(({ id, versionNo }) => ({ versionId: id, versionNo }))
}

/** Strikes an entry off the register from a day: its last version ends, and none follows. The caller writes the journal. */
export async function strikeProfession(t: Tx, code: string, { from = t.today, editionNo }: Entering = {}): Promise<void> {
  assertMay(t, policy, 'register.enter', undefined as never)
  const last = (await lockLastVersions(t.sql, [code])).get(code)
  if (!last || last.validUntil !== null) deny('profession.not-in-register', { code })
  if (from < last.validFrom) deny('profession.version-to-come', { code, from: last.validFrom })
  await endOpenVersions(t.sql, [code], from, editionNo ?? null)
}

/** Enters a sector body unless its code is known. */
export async function enterSectorBody(t: Tx, body: { code: string; nameKk: string | null; nameRu: string; nameEn: string | null; provenance: string }): Promise<void> {
  assertMay(t, policy, 'register.enter', undefined as never)
  await insertSectorBody(t.sql, body.code, { kk: body.nameKk, ru: body.nameRu, en: body.nameEn }, body.provenance)
}

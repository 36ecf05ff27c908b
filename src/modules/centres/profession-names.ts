import type { Day } from '#kernel/day.ts'
import { inLanguage, type Language, type Localized } from '#kernel/localized.ts'
import type { Sql } from '#platform/db/database.ts'
import * as professions from '#modules/professions/index.ts'

/** Names by code, of a struck entry its last one; a code that the register never had is left out. */
export async function namesOfProfessions(sql: Sql, codes: readonly string[], on: Day): Promise<Map<string, Partial<Localized>>> {
  const names = new Map<string, Partial<Localized>>()
  for (const code of new Set(codes)) {
    const entry = await professions.findProfessionOrStruck(sql, code, on)
    if (entry) names.set(code, entry.name)
  }
  return names
}

/** Name and code; the code alone where the register has no such entry any more. */
export function nameWithCode(names: ReadonlyMap<string, Partial<Localized>>, code: string, lang: Language): string {
  const name = names.get(code)
  return name ? `${inLanguage(name, lang)} (${code})` : code
}

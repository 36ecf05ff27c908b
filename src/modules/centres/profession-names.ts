import { inLanguage, type Language, type Localized } from '#kernel/localized.ts'
import type { Sql } from '#platform/db/database.ts'
import * as professions from '#modules/professions/index.ts'

/** Names by code, of the entries in force; a code that the register has no more is left out. */
export async function namesOfProfessions(sql: Sql, codes: readonly string[]): Promise<Map<string, Partial<Localized>>> {
  const wanted = new Set(codes)
  return new Map((await professions.listCurrentProfessions(sql)).filter((entry) => wanted.has(entry.code)).map((entry) => [entry.code, entry.name]))
}

/** Name and code; the code alone where the register has no such entry any more. */
export function nameWithCode(names: ReadonlyMap<string, Partial<Localized>>, code: string, lang: Language): string {
  const name = names.get(code)
  return name ? `${inLanguage(name, lang)} (${code})` : code
}

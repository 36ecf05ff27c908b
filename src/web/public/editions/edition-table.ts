import { writeCsv } from '#platform/tables/write-table.ts'
import { changedAspects } from '#modules/professions/index.ts'
import type { EditionOfRegister } from '#modules/register/index.ts'

/** Columns of the table, named for machines and the same in every language. */
const COLUMNS = ['code', 'kind', 'in_force_from', 'name_kk', 'name_ru', 'name_en', 'version_before', 'version_after', 'changed'] as const

/** The changes of an edition as CSV: a header, a row an entry, the aspects that differ in the last column. */
export function csvOf(edition: EditionOfRegister): Uint8Array {
  return writeCsv(COLUMNS, edition.changes.map(({ code, kind, from, before, after }) => {
    const { name } = after ?? before!
    return [code, kind, from, name.kk, name.ru, name.en, before?.versionNo, after?.versionNo, before && after ? changedAspects(before, after).join(';') : '']
  }))
}

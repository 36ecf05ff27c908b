import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import type { Sql } from '#platform/db/database.ts'
import type { ProfessionFacts } from './domain/profession.ts'
import { isSameEntry, readProfessionTable } from './domain/profession-table.ts'
import type { CellRow, RowFault } from './domain/row-cells.ts'
import { openEdition } from './editions/open-edition.ts'
import { enterProfessionsAtOnce } from './enter-profession.ts'
import { selectOpenVersions } from './store/profession-store.ts'
import { selectFields, selectSectorBodies } from './store/reference-store.ts'

/** Entries that one set of statements takes. */
const AT_ONCE = 500

export interface ProfessionChanges {
  added: ProfessionFacts[]
  changed: ProfessionFacts[]
  unchanged: number
  faults: RowFault[]
}

/** What a table of professions would change in the register, and what is wrong with it. */
export async function examineProfessions(sql: Sql, header: readonly string[], rows: readonly CellRow[], on: Day): Promise<ProfessionChanges> {
  const known = { fields: new Set((await selectFields(sql)).map((each) => each.code)), bodies: new Set((await selectSectorBodies(sql)).map((each) => each.code)) }
  const { entries, faults } = readProfessionTable(header, rows, known)
  const current = new Map((await selectOpenVersions(sql)).map((each) => [each.code, each]))
  // An import is in force from its day: where a version already waits for a later one, it cannot come before it.
  const linesOf = new Map(rows.map((row) => [(row.cells['code'] ?? '').trim(), row.line]))
  for (const entry of entries) {
    if ((current.get(entry.code)?.validFrom ?? on) > on) faults.push({ line: linesOf.get(entry.code) ?? 1, column: 'code', reason: 'import.version-to-come' })
  }
  const added = entries.filter((entry) => !current.has(entry.code))
  const changed = entries.filter((entry) => current.has(entry.code) && !isSameEntry(entry, current.get(entry.code)!))
  return { added, changed, unchanged: entries.length - added.length - changed.length, faults }
}

/** Enters what was examined, as one edition of the register; every changed entry becomes a new version. */
export async function enterProfessions(t: Tx, changes: ProfessionChanges, onRow: (done: number) => void): Promise<void> {
  const entries = [...changes.added, ...changes.changed]
  if (entries.length === 0) return
  const editionNo = await openEdition(t)
  for (let done = 0; done < entries.length; done += AT_ONCE) {
    await enterProfessionsAtOnce(t, entries.slice(done, done + AT_ONCE), { editionNo })
    onRow(Math.min(entries.length, done + AT_ONCE))
  }
}

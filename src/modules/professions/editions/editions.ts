import { Denial } from '#kernel/denial.ts'
import type { Sql } from '#platform/db/database.ts'
import { countChangesOfEditions, selectVersionsOfEditions, type Profession } from '../store/profession-store.ts'
import { EDITION_CHANGE_KINDS, editionChange, struckChange, type EditionChange, type EditionChangeKind } from './domain/edition-changes.ts'
import { countEditions, selectEdition, selectEditions, type Edition } from './store/edition-store.ts'

/** An edition with its difference to what stood before, by the code of the entry. */
export interface EditionSeen extends Edition {
  changes: EditionChange<Profession>[]
}

/** One edition with all its changes; refuses with 404 a number that was not published. */
export async function getEdition(sql: Sql, no: number): Promise<EditionSeen> {
  const edition = await selectEdition(sql, no)
  if (!edition) throw new Denial('not-found')
  return (await withChanges(sql, [edition]))[0]!
}

/** A page of editions with how many entries of each kind they hold, the newest first, and how many editions there are. */
export async function listEditions(sql: Sql, { page, pageSize }: { page: number; pageSize: number }): Promise<{ editions: (Edition & { counts: EditionCount[] })[]; total: number }> {
  const editions = await selectEditions(sql, { limit: pageSize, offset: (page - 1) * pageSize })
  const counted = await countChangesOfEditions(sql, editions.map((each) => each.no))
  const countsOf = (no: number) => EDITION_CHANGE_KINDS.flatMap((kind) => counted.filter((each) => each.editionNo === no && each.kind === kind).map(({ count }) => ({ kind, count })))
  return { editions: editions.map((edition) => ({ ...edition, counts: countsOf(edition.no) })), total: await countEditions(sql) }
}
type EditionCount = { kind: EditionChangeKind; count: number }

async function withChanges(sql: Sql, editions: readonly Edition[]): Promise<EditionSeen[]> {
  const rows = await selectVersionsOfEditions(sql, editions.map((each) => each.no))
  return editions.map((edition) => {
    const entered = rows.filter((row) => row.version.editionNo === edition.no).map(({ version, before }) => editionChange(before, version))
    const struck = rows.filter((row) => row.struckEditionNo === edition.no).map(({ version }) => struckChange(version))
    return { ...edition, changes: [...entered, ...struck].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)) }
  })
}

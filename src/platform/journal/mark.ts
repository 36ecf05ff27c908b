import type { Moment } from '#kernel/day.ts'
import type { Sql } from '#platform/db/database.ts'

/** How far the journal has come: another text after every act, so that whoever kept a count knows that it may have changed. */
export async function journalMark(sql: Sql): Promise<string> {
  return (await sql.one<{ mark: string }>(
    "select coalesce((select at::text || '/' || (select count(*) from journal_entry b where b.at = a.at) from journal_entry a order by at desc limit 1), '') as mark")).mark
}

/** The chains that got an entry at or after a moment, at most so many, and the newest moment of all; undefined when there are more of them. */
export async function chainsSince(sql: Sql, since: Moment, most: number): Promise<string[] | undefined> {
  const found = await sql.many<{ chain: string }>('select distinct chain from journal_entry where at >= $1 limit $2', [since, most + 1])
  return found.length > most ? undefined : found.map((row) => row.chain)
}
/** The moment of the newest entry, undefined in an empty journal. */
export async function newestEntryAt(sql: Sql): Promise<Moment | undefined> {
  return (await sql.maybe<{ at: Moment }>('select at from journal_entry order by at desc limit 1'))?.at
}

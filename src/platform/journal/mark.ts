import type { Sql } from '#platform/db/database.ts'

/** How far the journal has come: another text after every act, so that whoever kept a count knows that it may have changed. */
export async function journalMark(sql: Sql): Promise<string> {
  return (await sql.one<{ mark: string }>(
    "select coalesce((select at::text || '/' || (select count(*) from journal_entry b where b.at = a.at) from journal_entry a order by at desc limit 1), '') as mark")).mark
}

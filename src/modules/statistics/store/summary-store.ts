import type { Day, Moment } from '#kernel/day.ts'
import type { Sql } from '#platform/db/database.ts'

export interface SummaryRow {
  asOf: Day
  countedAt: Moment
  journalMark: string
  tookMs: number
  content: unknown
}

export async function selectSummary(sql: Sql, asOf: Day): Promise<SummaryRow | undefined> {
  return sql.maybe<SummaryRow>('select as_of, counted_at, journal_mark, took_ms, content from statistics_summary where as_of = $1', [asOf])
}
export async function keepSummary(sql: Sql, row: SummaryRow): Promise<void> {
  await sql.run(
    `insert into statistics_summary (as_of, counted_at, journal_mark, took_ms, content) values ($1, $2, $3, $4, $5)
     on conflict (as_of) do update set counted_at = excluded.counted_at, journal_mark = excluded.journal_mark, took_ms = excluded.took_ms, content = excluded.content`,
    [row.asOf, row.countedAt, row.journalMark, row.tookMs, JSON.stringify(row.content)])
}

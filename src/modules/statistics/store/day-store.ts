import type { Day, Moment } from '#kernel/day.ts'
import type { DayCount } from '#kernel/day-count.ts'
import type { Sql } from '#platform/db/database.ts'

export interface Progress {
  journalMark: string
  journalAt: Moment
  /** Batches of documents from before Tanu that are in the days. */
  batches: number
  wholeAt: Moment
}

/** Takes the right to count, until the transaction ends; false when somebody else has it. */
export async function mayCount(sql: Sql): Promise<boolean> {
  return (await sql.one<{ taken: boolean }>("select pg_try_advisory_xact_lock(hashtext('statistics_progress')) as taken")).taken
}
/** Waits for the right to count. */
export async function waitToCount(sql: Sql): Promise<void> {
  await sql.one("select pg_advisory_xact_lock(hashtext('statistics_progress'))")
}
/** How far the days are; undefined before the first count. */
export async function selectProgress(sql: Sql): Promise<Progress | undefined> {
  return sql.maybe<Progress>('select journal_mark, journal_at, batches, whole_at from statistics_progress')
}
export async function keepProgress(sql: Sql, { journalMark, journalAt, batches, wholeAt }: Progress): Promise<void> {
  await sql.run(
    `insert into statistics_progress (journal_mark, journal_at, batches, whole_at) values ($1, $2, $3, $4)
     on conflict (one) do update set journal_mark = excluded.journal_mark, journal_at = excluded.journal_at, batches = excluded.batches, whole_at = excluded.whole_at`, [journalMark, journalAt, batches, wholeAt])
}

/** Takes away what was counted under these days, or everything of the themes. */
export async function dropDays(sql: Sql, themes: readonly string[], days: readonly Day[] | undefined): Promise<void> {
  await sql.run('delete from statistics_day where theme = any($1) and ($2::date[] is null or of_day = any($2))', [themes, days ?? null])
}
export async function insertDays(sql: Sql, rows: readonly DayCount[]): Promise<void> {
  await sql.run(
    `insert into statistics_day (theme, of_day, from_day, year, by, value, n)
     select * from unnest($1::text[], $2::date[], $3::date[], $4::smallint[], $5::text[], $6::text[], $7::integer[])`,
    [rows.map((row) => row.theme), rows.map((row) => row.ofDay), rows.map((row) => row.fromDay), rows.map((row) => row.year), rows.map((row) => row.by), rows.map((row) => row.value), rows.map((row) => row.n)])
}

export type DaySum = Pick<DayCount, 'theme' | 'year' | 'by' | 'value' | 'n'>
/** The numbers of a day: everything that counts from it or from an earlier one. */
export async function selectSums(sql: Sql, asOf: Day): Promise<DaySum[]> {
  return sql.many<DaySum>('select theme, year, by, value, sum(n)::integer as n from statistics_day where from_day <= $1 group by 1, 2, 3, 4 having sum(n) <> 0 order by 1, 2, 3, 4', [asOf])
}

/** Applications registered after a day up to another, by centre and by profession, each apart. */
export async function selectApplicationsBetween(sql: Sql, after: Day, until: Day): Promise<Pick<DayCount, 'by' | 'value' | 'n'>[]> {
  return sql.many("select by, value, sum(n)::integer as n from statistics_day where theme = 'applications' and of_day > $1 and of_day <= $2 group by 1, 2 having sum(n) <> 0 order by 1, 2", [after, until])
}

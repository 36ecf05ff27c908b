import type { Day, Moment } from '#kernel/day.ts'
import type { Sql } from '#platform/db/database.ts'

/** One publication of changes of the register. */
export interface Edition {
  no: number
  publishedAt: Moment
  publishedOn: Day
}

/** The number of the last edition, 0 before the first; held until the end of the transaction, so that numbers follow each other without gaps. */
export async function lastEditionNo(sql: Sql): Promise<number> {
  await sql.run("select pg_advisory_xact_lock(hashtext('register_edition'))")
  return (await sql.one<{ no: number }>('select coalesce(max(no), 0) as no from register_edition')).no
}
export async function insertEdition(sql: Sql, row: { no: number; at: Moment; on: Day }): Promise<void> {
  await sql.run('insert into register_edition (no, published_at, published_on) values ($1, $2, $3)', [row.no, row.at, row.on])
}
export async function selectEdition(sql: Sql, no: number): Promise<Edition | undefined> {
  return sql.maybe<Edition>('select no, published_at, published_on from register_edition where no = $1', [no])
}
/** A page of editions, the newest first. */
export async function selectEditions(sql: Sql, { limit, offset }: { limit: number; offset: number }): Promise<Edition[]> {
  return sql.many<Edition>('select no, published_at, published_on from register_edition order by no desc limit $1 offset $2', [limit, offset])
}
export async function countEditions(sql: Sql): Promise<number> {
  return (await sql.one<{ count: number }>('select count(*)::integer as count from register_edition')).count
}

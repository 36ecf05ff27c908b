import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

export interface Sweep {
  onDay: Day
  startedAt: Moment
  finishedAt: Moment | null
  edition: string
}
const SWEEP = 'on_day, started_at, finished_at, edition'

/** Two workers begin one day: the second finds the first. */
export async function insertSweep(sql: Sql, sweep: { onDay: Day; at: Moment; edition: string }): Promise<void> {
  await sql.run('insert into retention_sweep (on_day, started_at, edition) values ($1, $2, $3) on conflict (on_day) do nothing', [sweep.onDay, sweep.at, sweep.edition])
}
export async function findSweep(sql: Sql, on: Day): Promise<Sweep | undefined> {
  return sql.maybe<Sweep>(`select ${SWEEP} from retention_sweep where on_day = $1`, [on])
}
export async function selectLastSweep(sql: Sql): Promise<Sweep | undefined> {
  return sql.maybe<Sweep>(`select ${SWEEP} from retention_sweep where finished_at is not null order by on_day desc limit 1`)
}
/** The day's row, locked while the day is not done. */
export async function lockSweep(sql: Sql, on: Day): Promise<Sweep | undefined> {
  return sql.maybe<Sweep>(`select ${SWEEP} from retention_sweep where on_day = $1 and finished_at is null for update`, [on])
}
export async function finishSweep(sql: Sql, on: Day, at: Moment): Promise<number> {
  return sql.run('update retention_sweep set finished_at = $2 where on_day = $1 and finished_at is null', [on, at])
}

/** One record of deletion: no personal data. */
export interface Deletion {
  id: Uuid
  onDay: Day
  deletedAt: Moment
  kind: string
  counted: number
  norm: string
  normValue: number
  edition: string
  digest: Uint8Array
}
const DELETION = 'id, on_day, deleted_at, kind, counted, norm, norm_value, edition, digest'
export async function insertDeletion(sql: Sql, d: Deletion): Promise<void> {
  await sql.run(`insert into retention_deletion (${DELETION}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`, [d.id, d.onDay, d.deletedAt, d.kind, d.counted, d.norm, d.normValue, d.edition, d.digest])
}
export async function selectDeletions(sql: Sql, limit: number, offset: number): Promise<Deletion[]> {
  return sql.many<Deletion>(`select ${DELETION} from retention_deletion order by deleted_at desc, id desc limit $1 offset $2`, [limit, offset])
}
export async function countDeletions(sql: Sql): Promise<number> {
  return (await sql.one<{ total: number }>('select count(*) as total from retention_deletion')).total
}

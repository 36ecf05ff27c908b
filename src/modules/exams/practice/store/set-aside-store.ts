import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { SetAsideGround } from '../domain/set-aside.ts'

export interface SetAsideRow {
  assessorId: Uuid
  ground: SetAsideGround
  note: string
  successorId: Uuid | null
  setAsideBy: Uuid
  setAsideAt: Moment
}
export async function selectSetAside(sql: Sql, runId: string): Promise<SetAsideRow[]> {
  return sql.many<SetAsideRow>('select assessor_id, ground, note, successor_id, set_aside_by, set_aside_at from sheet_set_aside where run_id = $1 order by set_aside_at, assessor_id', [runId])
}
export async function insertSetAside(sql: Sql, runId: string, row: SetAsideRow): Promise<void> {
  await sql.run('insert into sheet_set_aside (run_id, assessor_id, ground, note, successor_id, set_aside_by, set_aside_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [runId, row.assessorId, row.ground, row.note, row.successorId, row.setAsideBy, row.setAsideAt])
}
/** Cases of practices that go on and that this person took over. */
export async function selectTakenOver(sql: Sql, accountId: string): Promise<Uuid[]> {
  return (await sql.many<{ caseId: Uuid }>(
    `select r.case_id from sheet_set_aside x join practice_run r on r.id = x.run_id where x.successor_id = $1 and r.end_kind is null
       and not exists (select 1 from sheet_set_aside y where y.run_id = x.run_id and y.assessor_id = $1) order by r.started_at`, [accountId])).map((row) => row.caseId)
}
/** Who took over or was set aside in any practice of a sitting. */
export async function selectSetAsideOfSitting(sql: Sql, sittingId: string): Promise<string[]> {
  return (await sql.many<{ id: string }>(
    'select distinct unnest(array[x.assessor_id, x.successor_id]) as id from sheet_set_aside x join practice_run r on r.id = x.run_id where r.sitting_id = $1', [sittingId])).flatMap((row) => (row.id ? [row.id] : []))
}

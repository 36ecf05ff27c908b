import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

/** Work that takes a while: it can be left and found again. */
export interface LongWork {
  id: Uuid
  kind: string
  accountId: Uuid
  total: number
  done: number
  state: 'running' | 'done' | 'failed'
  result: unknown
  startedAt: Moment
  finishedAt: Moment | null
}

const COLUMNS = 'id, kind, account_id, total, done, state, result, started_at, finished_at'

export async function insertWork(sql: Sql, work: Omit<LongWork, 'done'>): Promise<void> {
  await sql.run('insert into long_work (id, kind, account_id, total, done, state, result, started_at, finished_at) values ($1, $2, $3, $4, 0, $5, $6, $7, $8)',
    [work.id, work.kind, work.accountId, work.total, work.state, JSON.stringify(work.result), work.startedAt, work.finishedAt])
}
export async function selectWork(sql: Sql, id: string, kindPrefix: string): Promise<LongWork | undefined> {
  return sql.maybe<LongWork>(`select ${COLUMNS} from long_work where id = $1 and kind like $2 || '%'`, [id, kindPrefix])
}
export async function selectRecentWorks(sql: Sql, kindPrefix: string, limit: number): Promise<Omit<LongWork, 'result'>[]> {
  return sql.many(`select id, kind, account_id, total, done, state, started_at, finished_at from long_work where kind like $1 || '%' order by started_at desc, id desc limit $2`, [kindPrefix, limit])
}
/** Takes the work up unless somebody is at it or it is applied already; work that stood still since `staleBefore` may be taken up again. */
export async function takeUpWork(sql: Sql, id: string, at: Moment, staleBefore: Moment): Promise<boolean> {
  return (await sql.run("update long_work set state = 'running', done = 0, started_at = $2, finished_at = null where id = $1 and (state <> 'running' or started_at < $3) and not coalesce((result->'outcome'->>'applied')::boolean, false)", [id, at, staleBefore])) === 1
}
export async function setWorkDone(sql: Sql, id: string, done: number): Promise<void> {
  await sql.run('update long_work set done = $2 where id = $1', [id, done])
}
export async function finishWork(sql: Sql, id: string, state: 'done' | 'failed', result: unknown, at: Moment): Promise<void> {
  await sql.run('update long_work set state = $2, result = $3, finished_at = $4, done = case when $2 = \'done\' then total else done end where id = $1', [id, state, JSON.stringify(result), at])
}
export async function lockRegisters(sql: Sql): Promise<void> {
  await sql.one("select pg_advisory_xact_lock(hashtext('tanu registers'))::text as locked")
}

import type { Uuid } from '#kernel/id.ts'
import type { Moment } from '#kernel/day.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import type { Sql } from '#platform/db/database.ts'
import type { PaperData, PaperKind } from './papers.ts'

/**
 * Freezes the data of a paper in the act's transaction; the worker renders its bytes once, and they are never rendered again.
 * It waits in real time: the clock of the act may run ahead in a demonstration.
 */
export async function createPaper<K extends PaperKind>(t: Tx, kind: K, data: PaperData[K], place: { caseId: Uuid | null; centreId: Uuid }): Promise<Uuid> {
  const id = t.newId()
  await t.sql.run("insert into paper (id, kind, case_id, centre_id, data, created_at, next_try_at) values ($1, $2, $3, $4, $5, $6, date_trunc('milliseconds', statement_timestamp()))",
    [id, kind, place.caseId, place.centreId, JSON.stringify(data), t.now])
  return id
}

export interface PaperRow {
  id: Uuid
  kind: PaperKind
  caseId: Uuid | null
  centreId: Uuid | null
  createdAt: Moment
  fileKey: string | null
}

/** The papers of a case in the order in which they were made. */
export async function papersOfCase(sql: Sql, caseId: string): Promise<PaperRow[]> {
  return sql.many<PaperRow>('select id, kind, case_id, centre_id, created_at, file_key from paper where case_id = $1 order by created_at, id', [caseId])
}
export async function findPaper(sql: Sql, id: string): Promise<PaperRow | undefined> {
  return sql.maybe<PaperRow>('select id, kind, case_id, centre_id, created_at, file_key from paper where id = $1', [id])
}

/** Which of these keys are the bytes of a paper; the sweep of orphans spares them. */
export async function selectPaperFiles(sql: Sql, keys: readonly string[]): Promise<string[]> {
  return (await sql.many<{ fileKey: string }>('select file_key from paper where file_key = any($1::text[])', [keys])).map((row) => row.fileKey)
}

export interface WaitingPaper {
  id: Uuid
  kind: PaperKind
  data: never
  createdAt: Moment
  tries: number
}

const PATIENCE_SECONDS = 120

/** Claims a paper that waits for its bytes; another worker passes it over, and one that died gives it back after two minutes. */
export async function claimPaper(sql: Sql, now: Moment, id: string | null = null): Promise<WaitingPaper | undefined> {
  return sql.maybe<WaitingPaper>(
    `update paper set next_try_at = $1::timestamptz + make_interval(secs => ${PATIENCE_SECONDS}), tries = tries + 1
     where id = (select id from paper where rendered_at is null and next_try_at is not null and ($2::uuid is null and next_try_at <= $1 or id = $2) order by next_try_at limit 1 for update skip locked)
     returning id, kind, data, created_at, tries`, [now, id])
}

/** Keeps the bytes of a paper for ever; 0 when another worker was quicker, whose bytes then stand. */
export async function keepPaper(sql: Sql, id: string, file: { key: string; sha256: Uint8Array; size: number }, at: Moment): Promise<number> {
  return sql.run('update paper set file_key = $2, sha256 = $3, size = $4, rendered_at = $5, next_try_at = null, fault = null where id = $1 and rendered_at is null', [id, file.key, file.sha256, file.size, at])
}

/** A paper that could not be made is tried again later and later, and says why. */
export async function delayPaper(sql: Sql, paper: Pick<WaitingPaper, 'id' | 'tries'>, now: Moment, fault: string): Promise<void> {
  await sql.run('update paper set next_try_at = $2::timestamptz + make_interval(secs => $3), fault = $4 where id = $1 and rendered_at is null', [paper.id, now, Math.min(3600, 5 * 2 ** paper.tries), fault.slice(0, 500)])
}

import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

export interface SharedFile {
  caseId: Uuid
  kind: string
  /** Hexadecimal SHA-256 of what was sent. */
  sha256: string
}
/** Files of these kinds, sent from one moment up to another, that stand in more than one case, or in one and elsewhere (`also`, by kind and digest); a file that was deleted is known no more. */
export async function selectSharedFiles(sql: Sql, q: { kinds: readonly string[]; from: Moment; until: Moment; also: readonly { kind: string; sha256: string }[] }): Promise<SharedFile[]> {
  return sql.many<SharedFile>(
    `with sent as (select distinct case_id, kind, sha256 from attachment
       where case_id is not null and removed_at is null and deleted_on is null and kind = any ($1::text[]) and uploaded_at >= $2 and uploaded_at < $3)
     select case_id, kind, encode(sha256, 'hex') as sha256 from sent
      where (kind, sha256) in (select kind, sha256 from sent group by kind, sha256 having count(*) > 1) or (kind, encode(sha256, 'hex')) in (select * from unnest($4::text[], $5::text[])) order by 2, 3, 1`,
    [q.kinds, q.from, q.until, q.also.map((each) => each.kind), q.also.map((each) => each.sha256)])
}
/** How many such files there are. */
export async function countFiles(sql: Sql, q: { kinds: readonly string[]; from: Moment; until: Moment }): Promise<number> {
  return (await sql.one<{ n: number }>(
    'select count(*)::integer as n from attachment where case_id is not null and removed_at is null and deleted_on is null and kind = any ($1::text[]) and uploaded_at >= $2 and uploaded_at < $3', [q.kinds, q.from, q.until])).n
}

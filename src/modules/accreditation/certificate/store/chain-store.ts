import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

/** A certificate and those that were re-issued in its place, the newest last. */
export async function selectChain(sql: Sql, certificateId: string): Promise<Uuid[]> {
  const rows = await sql.many<{ id: Uuid }>(
    `with recursive chain (id, place) as (
       select $1::uuid, 0 union all select r.new_certificate_id, c.place + 1 from chain c join certificate_reissue r on r.certificate_id = c.id where r.outcome = 'issued')
     select id from chain order by place`, [certificateId])
  return rows.map((row) => row.id)
}

/** Which certificates stand before and after this one: by a case, or by a re-issue. */
export async function selectNeighbours(sql: Sql, certificateId: string): Promise<{ previousId: Uuid | null; nextId: Uuid | null }> {
  return sql.one<{ previousId: Uuid | null; nextId: Uuid | null }>(
    `with recursive origin (id) as (
       select $1::uuid union all select r.certificate_id from origin o join certificate_reissue r on r.new_certificate_id = o.id)
     select coalesce((select certificate_id from certificate_reissue where new_certificate_id = $1), (select previous_id from accreditation_issue where certificate_id = $1)) as previous_id,
       coalesce((select new_certificate_id from certificate_reissue where certificate_id = $1 and outcome = 'issued'),
         (select certificate_id from accreditation_issue where previous_id in (select id from origin) order by issued_at desc limit 1)) as next_id`, [certificateId])
}

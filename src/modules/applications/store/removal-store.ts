import type { Day } from '#kernel/day.ts'
import type { Sql } from '#platform/db/database.ts'

const REMOVALS = `select r.case_id, coalesce(r.handed_in_at, r.ends_at) as removed_at from theory_run r where r.end_kind = 'removal'
       union select x.case_id, x.ended_at from practice_run x where x.end_kind = 'removal'`
/** Removals that an appeal undid, or a reviewer of the watch annulled, count no more. */
const STANDING = `not exists (select 1 from case_file k join appeal a on a.case_id = k.id where k.parent_case_id = c.id and a.outcome in ('upheld-pass', 'upheld-again') and a.decided_at >= m.removed_at)
       and not exists (select 1 from proctoring_review w where w.case_id = c.id and w.verdict = 'annulled' and w.reviewed_at >= m.removed_at)`

/** When this person was removed from an exam, and under which norms; one line for each case and day. */
export async function selectRemovals(sql: Sql, personId: string): Promise<{ removedOn: Day; edition: string }[]> {
  return sql.many<{ removedOn: Day; edition: string }>(
    `select distinct (m.removed_at at time zone 'Asia/Almaty')::date as removed_on, c.norm_edition as edition from case_file c join (${REMOVALS}) m on m.case_id = c.id where c.person_id = $1 and ${STANDING}`, [personId])
}

/** How many people were removed since the day, and no appeal has undone it. */
export async function countRemovedSince(sql: Sql, since: Day): Promise<number> {
  return (await sql.one<{ count: number }>(
    `select count(distinct c.person_id) as count from case_file c join (${REMOVALS}) m on m.case_id = c.id where (m.removed_at at time zone 'Asia/Almaty')::date >= $1 and ${STANDING}`, [since])).count
}

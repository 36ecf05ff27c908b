import type { Day } from '#kernel/day.ts'
import type { Sql } from '#platform/db/database.ts'

export interface ComplaintFigures {
  answered: number
  justified: number
  partly: number
}
/** Complaints against a centre that were answered between the two days of Almaty, and how many were found justified. Needs the sight of the system. */
export async function selectComplaintFigures(sql: Sql, { centreId, from, until }: { centreId: string; from: Day; until: Day }): Promise<ComplaintFigures> {
  return sql.one<ComplaintFigures>(
    `select count(*)::integer as answered, (count(*) filter (where p.finding = 'justified'))::integer as justified, (count(*) filter (where p.finding = 'partly'))::integer as partly
     from complaint p join case_file c on c.id = p.case_id
     where c.kind = 'complaint' and c.centre_id = $1 and p.answered_at >= $2::date::timestamp at time zone interval '5 hours' and p.answered_at < ($3::date + 1)::timestamp at time zone interval '5 hours'`,
    [centreId, from, until])
}

import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

export interface ContactRow {
  caseId: Uuid
  phone: string
  email: string | null
}
/** Phones and addresses of mail of the applications sent from one moment up to another; those that a partner handed in bear the partner's own and are left out. Needs the sight of the system. */
export async function selectContactsSent(sql: Sql, from: Moment, until: Moment): Promise<ContactRow[]> {
  return sql.many<ContactRow>("select case_id, phone, email from application where submitted_at >= $1 and submitted_at < $2 and channel <> 'partner' and (phone <> '' or email is not null) order by case_id", [from, until])
}

import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

export interface DueReminder {
  documentId: Uuid
  caseId: Uuid
  /** The nearest of the days before expiry that has come. */
  daysBefore: number
}

/** Documents in force whose reminder day has come and that were not reminded of it, nor of a nearer one; the soonest to expire first. */
export async function selectDueReminders(sql: Sql, today: Day, daysBefore: readonly number[], limit: number): Promise<DueReminder[]> {
  return sql.many<DueReminder>(
    `with due as (
       select d.id as document_id, d.case_id, d.valid_until, min(r.days) as days_before from recognition_document d join unnest($2::integer[]) r (days) on d.valid_until - r.days <= $1
        where d.annulled_on is null and d.valid_until between $1 and $1::date + $3::integer group by d.id)
     select document_id, case_id, days_before from due where not exists (select 1 from expiry_reminder e where e.document_id = due.document_id and e.days_before <= due.days_before)
      order by valid_until, document_id limit $4`,
    [today, daysBefore, Math.max(0, ...daysBefore), limit])
}
/** Keeps that a document was reminded; answers 0 when it was before. */
export async function insertReminder(sql: Sql, reminder: { documentId: string; daysBefore: number; at: Moment }): Promise<number> {
  return sql.run('insert into expiry_reminder (document_id, days_before, reminded_at) values ($1, $2, $3) on conflict do nothing', [reminder.documentId, reminder.daysBefore, reminder.at])
}

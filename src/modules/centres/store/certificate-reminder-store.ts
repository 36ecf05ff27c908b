import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

export interface DueCertificateReminder {
  certificateId: Uuid
  centreId: Uuid
  /** The nearest of the days before expiry that has come. */
  daysBefore: number
}

/** Certificates whose reminder day has come and whose centre was not reminded of it, nor of a nearer one; whether they are terminated is asked of the rule. */
export async function selectDueCertificateReminders(sql: Sql, today: Day, daysBefore: readonly number[]): Promise<DueCertificateReminder[]> {
  return sql.many<DueCertificateReminder>(
    `with due as (
       select a.id as certificate_id, a.centre_id, a.valid_until, min(r.days) as days_before from accreditation_certificate a join unnest($2::integer[]) r (days) on a.valid_until - r.days <= $1
        where a.valid_until >= $1 and a.valid_from <= $1 group by a.id)
     select certificate_id, centre_id, days_before from due where not exists (select 1 from certificate_reminder e where e.certificate_id = due.certificate_id and e.days_before <= due.days_before)
      order by valid_until, certificate_id`, [today, daysBefore])
}
/** Keeps that the centre was reminded; answers 0 when it was before. */
export async function insertCertificateReminder(sql: Sql, reminder: { certificateId: string; daysBefore: number; at: Moment }): Promise<number> {
  return sql.run('insert into certificate_reminder (certificate_id, days_before, reminded_at) values ($1, $2, $3) on conflict do nothing', [reminder.certificateId, reminder.daysBefore, reminder.at])
}

import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

export interface DueVoucherReminder {
  voucherId: Uuid
  validUntil: Day
  /** The nearest of the days before its last day that has come. */
  daysBefore: number
}
/** Vouchers in force whose reminder day has come and whose holder was not reminded of it, nor of a nearer one; the soonest to end first. Its last day itself still counts. */
export async function selectDueVoucherReminders(sql: Sql, today: Day, daysBefore: readonly number[], limit: number): Promise<DueVoucherReminder[]> {
  return sql.many<DueVoucherReminder>(
    `with due as (
       select v.id as voucher_id, v.valid_until, min(r.days) as days_before from voucher v join unnest($2::integer[]) r (days) on v.valid_until - r.days <= $1
        where v.state in ('issued', 'bound') and v.valid_until between $1 and $1::date + $3::integer group by v.id)
     select voucher_id, valid_until, days_before from due where not exists (select 1 from voucher_reminder e where e.voucher_id = due.voucher_id and e.valid_until = due.valid_until and e.days_before <= due.days_before)
      order by valid_until, voucher_id limit $4`,
    [today, daysBefore, Math.max(0, ...daysBefore), limit])
}
/** Keeps that a holder was reminded; answers 0 when he was before. */
export async function insertVoucherReminder(sql: Sql, reminder: DueVoucherReminder & { at: Moment }): Promise<number> {
  return sql.run('insert into voucher_reminder (voucher_id, valid_until, days_before, reminded_at) values ($1, $2, $3, $4) on conflict do nothing', [reminder.voucherId, reminder.validUntil, reminder.daysBefore, reminder.at])
}

import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

export interface LapsedClock {
  id: Uuid
  caseId: Uuid
  rule: string
  dueOn: Day
}

/** Running clocks whose last day has passed, the oldest first. */
export async function selectLapsed(sql: Sql, today: Day, limit: number): Promise<LapsedClock[]> {
  return sql.many<LapsedClock>(
    'select id, case_id, rule, due_on from deadline where due_on < $1 and met_at is null and lapsed_at is null and cancelled_at is null and paused_on is null order by due_on, id limit $2', [today, limit])
}
/** Marks the clock lapsed if it still runs; the case is locked, so this is decided once. */
export async function markLapsed(sql: Sql, id: string, today: Day, at: Moment): Promise<number> {
  return sql.run('update deadline set lapsed_at = $3 where id = $1 and due_on < $2 and met_at is null and lapsed_at is null and cancelled_at is null and paused_on is null', [id, today, at])
}

export interface StaleClock extends LapsedClock {
  startedOn: Day
}
/** Running clocks that were counted by another calendar than this one, the soonest to end first. */
export async function selectStaleClocks(sql: Sql, calendarVersion: string, limit: number): Promise<StaleClock[]> {
  return sql.many<StaleClock>(
    `select id, case_id, rule, started_on, due_on from deadline
      where due_on is not null and met_at is null and lapsed_at is null and cancelled_at is null and paused_on is null and calendar_version <> $1 order by due_on, id limit $2`, [calendarVersion, limit])
}
/** Moves a clock that still runs, and what its case waits for with it; the case is locked. */
export async function moveDeadline(sql: Sql, clock: { id: string; caseId: string; dueOn: Day; to: Day; calendarVersion: string }): Promise<number> {
  const moved = await sql.run(
    'update deadline set due_on = $2, calendar_version = $3 where id = $1 and met_at is null and lapsed_at is null and cancelled_at is null', [clock.id, clock.to, clock.calendarVersion])
  if (moved > 0 && clock.to !== clock.dueOn) await sql.run('update case_file set next_due_on = $2, version = version + 1 where id = $1 and next_due_on = $3', [clock.caseId, clock.to, clock.dueOn])
  return moved
}

/** Open cases whose result was made known so long ago that the appeal term is over; by id, so that the next page begins after the last. */
export async function selectClosable(sql: Sql, today: Day, after: string | null, limit: number): Promise<Uuid[]> {
  const rows = await sql.many<{ id: Uuid }>(
    `select c.id from case_file c where c.kind = 'recognition' and c.closed_at is null and c.step in ('document-issued', 'fail-notice-sent') and ($2::uuid is null or c.id > $2)
       and exists (select 1 from deadline d where d.case_id = c.id and d.rule = 'T6' and d.due_on < $1) order by c.id limit $3`, [today, after, limit])
  return rows.map((row) => row.id)
}

/** An appeal of this case that is not decided yet. */
export async function hasOpenAppeal(sql: Sql, parentCaseId: string): Promise<boolean> {
  return (await sql.one<{ open: boolean }>("select exists (select 1 from case_file where parent_case_id = $1 and kind = 'appeal' and closed_at is null) as open", [parentCaseId])).open
}

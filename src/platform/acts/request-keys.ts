import type { Moment } from '#kernel/day.ts'
import type { Database } from '#platform/db/database.ts'

const BATCH = 5_000

/** Removes request keys older than so many days (REQUEST_KEY_DAYS), by real time; a repetition after that is a new request. Answers how many, at most one batch. */
export async function sweepRequestKeys(db: Database, now: Moment, days: number): Promise<number> {
  return db.run(
    `delete from request_key where (actor_key, key) in (select actor_key, key from request_key where created_at < $1::timestamptz - make_interval(days => $2) order by created_at limit $3)`, [now, days, BATCH])
}

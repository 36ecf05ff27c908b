import type { Moment } from '#kernel/day.ts'
import type { Database } from '#platform/db/database.ts'

/** How long a repeated request still gets its first answer: thirty days, as long as the longest form may lie open or a partner retry [D]. */
export const REQUEST_KEY_DAYS = 30
const BATCH = 5_000

/** Removes request keys older than that; answers how many, at most one batch. */
export async function sweepRequestKeys(db: Database, now: Moment): Promise<number> {
  return db.run(
    `delete from request_key where (actor_key, key) in (select actor_key, key from request_key where created_at < $1::timestamptz - make_interval(days => $2) order by created_at limit $3)`, [now, REQUEST_KEY_DAYS, BATCH])
}

import { plusMs, type Moment } from '#kernel/day.ts'
import type { Sql } from '#platform/db/database.ts'

/** The one clock of every act. In a demonstration it runs ahead by an offset kept in the database. */
export interface Clock {
  now(): Moment
  /** Real time: sign-in sessions and rate limits only. */
  realNow(): Moment
  offsetMs(): number
  refresh(sql: Sql): Promise<void>
}

/** A clock that starts with no offset; `refresh` reads the demonstration offset. */
export function systemClock(): Clock {
  let offset = 0
  const realNow = () => new Date().toISOString() as Moment
  return {
    realNow,
    now: () => plusMs(realNow(), offset),
    offsetMs: () => offset,
    async refresh(sql) {
      const row = await sql.maybe<{ clockOffsetMs: number }>('select clock_offset_ms from instance')
      offset = row?.clockOffsetMs ?? 0
    },
  }
}

/** A clock that stands at a given moment until it is set: demonstration stories, tests and simulation. */
export function settableClock(start: Moment): Clock & { set(to: Moment): void } {
  let at = start
  return { now: () => at, realNow: () => at, offsetMs: () => 0, refresh: async () => {}, set: (to) => { at = to } }
}

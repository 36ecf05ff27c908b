import type { Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

export interface SeatsCounted {
  year: number
  centreId: Uuid
  professionCode: string
  seats: number
}
/** Seats of theory sittings by the year they lie in, of those planned by the end of the day and not cancelled by then. */
export async function selectSeatsCounted(sql: Sql, asOf: Day): Promise<SeatsCounted[]> {
  return sql.many<SeatsCounted>(
    `select extract(year from on_day)::integer as year, centre_id, profession_code, sum(seats)::integer as seats
     from sitting, (select ($1::date + 1)::timestamp at time zone interval '5 hours' as at) ends
     where stage = 'theory' and created_at < at and (cancelled_at is null or cancelled_at >= at) group by 1, 2, 3 order by 1, 2, 3`, [asOf])
}

/** Seats of theory sittings after the day up to another, of those planned by the end of the day and not cancelled by then. */
export async function selectSeatsAhead(sql: Sql, asOf: Day, until: Day): Promise<Omit<SeatsCounted, 'year'>[]> {
  return sql.many(
    `select centre_id, profession_code, sum(seats)::integer as seats from sitting, (select ($1::date + 1)::timestamp at time zone interval '5 hours' as at) ends
     where stage = 'theory' and on_day > $1 and on_day <= $2 and created_at < at and (cancelled_at is null or cancelled_at >= at) group by 1, 2 order by 1, 2`, [asOf, until])
}

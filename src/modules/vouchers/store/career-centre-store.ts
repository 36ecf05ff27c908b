import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

export interface CareerCentreRegion {
  id: Uuid
  organisationId: Uuid
  regionKato: string | null
  fromDay: Day
  ground: string
  /** Null: by the system. */
  enteredBy: Uuid | null
  enteredAt: Moment
}
/** Career centres with the region that each serves on a day; those that serve none are left out. */
export async function selectCareerCentres(sql: Sql, on: Day): Promise<{ organisationId: Uuid; regionKato: string }[]> {
  return sql.many(
    `select organisation_id, region_kato from (select distinct on (organisation_id) organisation_id, region_kato from career_centre_region where from_day <= $1 order by organisation_id, from_day desc) now
      where region_kato is not null order by region_kato, organisation_id`, [on])
}
/** Every region a career centre was given, the newest first. */
export async function selectCareerCentreRegions(sql: Sql): Promise<CareerCentreRegion[]> {
  return sql.many<CareerCentreRegion>('select id, organisation_id, region_kato, from_day, ground, entered_by, entered_at from career_centre_region order by organisation_id, from_day desc')
}
export async function insertCareerCentreRegion(sql: Sql, row: CareerCentreRegion): Promise<void> {
  await sql.run('insert into career_centre_region (id, organisation_id, region_kato, from_day, ground, entered_by, entered_at) values ($1, $2, $3, $4, $5, $6, $7)', [row.id, row.organisationId, row.regionKato, row.fromDay, row.ground, row.enteredBy, row.enteredAt])
}

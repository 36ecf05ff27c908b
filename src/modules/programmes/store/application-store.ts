import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

/** The programme that an application has of this qualification, locked; made when there is none. */
export async function lockProgrammeOfApplication(sql: Sql, fresh: { id: Uuid; organisationId: Uuid; applicationId: Uuid; keptBy: Uuid; professionCode: string; level: number; createdAt: Moment }): Promise<Uuid> {
  await sql.run(
    `insert into programme (id, centre_id, profession_code, level, created_at, application_id, kept_by) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (application_id, profession_code, level) where application_id is not null do nothing`,
    [fresh.id, fresh.organisationId, fresh.professionCode, fresh.level, fresh.createdAt, fresh.applicationId, fresh.keptBy])
  const row = await sql.one<{ id: Uuid }>('select id from programme where application_id = $1 and profession_code = $2 and level = $3 for update', [fresh.applicationId, fresh.professionCode, fresh.level])
  return row.id
}

/** The newest version that is not out of use: of the application's programme, or of the centre's own. */
export async function selectNewestVersionId(sql: Sql, key: { organisationId: string; applicationId: string | null; professionCode: string; level: number }): Promise<Uuid | undefined> {
  const row = await sql.maybe<{ id: Uuid }>(
    `select v.id from programme_version v join programme p on p.id = v.programme_id
     where p.centre_id = $1 and p.application_id is not distinct from $2::uuid and p.profession_code = $3 and p.level = $4 and v.retired_at is null order by v.version_no desc limit 1`,
    [key.organisationId, key.applicationId, key.professionCode, key.level])
  return row?.id
}

import type { Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Role } from '#platform/acts/actor.ts'
import type { Sql } from '#platform/db/database.ts'

export interface DemonstrationRow {
  demoKey: string
  accountId: Uuid
  surname: string
  givenName: string
  role: Role | null
  organisationKk: string | null
  organisationRu: string | null
  organisationEn: string | null
}
/** The people of the demonstration with the roles of a day: a row for each role, or one without. */
export async function selectDemonstrationPeople(sql: Sql, on: Day): Promise<DemonstrationRow[]> {
  return sql.many<DemonstrationRow>(
    `select a.demo_key, a.id as account_id, p.surname, p.given_name, g.role, o.name_kk as organisation_kk, o.name_ru as organisation_ru, o.name_en as organisation_en
     from account a join person p on p.id = a.person_id
     left join role_grant g on g.account_id = a.id and g.revoked_at is null and g.valid_from <= $1 and (g.valid_until is null or g.valid_until >= $1)
     left join organisation o on o.id = g.organisation_id
     where a.demo_key is not null and a.closed_at is null order by a.demo_key, g.role`, [on])
}

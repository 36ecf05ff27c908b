import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

export interface SpentRow {
  caseId: Uuid
  centreId: Uuid
  regionKato: string
  professionCode: string
  level: number
}
/** Request → the centre it named; those that named none are left out. Needs the sight of the system. */
export async function selectRequestCentres(sql: Sql, ids: readonly string[]): Promise<Map<string, Uuid>> {
  if (ids.length === 0) return new Map()
  const rows = await sql.many<{ id: Uuid; centreId: Uuid }>('select id, centre_id from voucher_request where id = any ($1::uuid[]) and centre_id is not null', [ids])
  return new Map(rows.map((row) => [row.id as string, row.centreId]))
}

/** Vouchers bound to a case from one moment up to another, used or still to be used. Needs the sight of the system. */
export async function selectSpent(sql: Sql, from: Moment, until: Moment): Promise<SpentRow[]> {
  return sql.many<SpentRow>(
    "select case_id, centre_id, region_kato, profession_code, level from voucher where state in ('bound', 'used') and case_id is not null and centre_id is not null and bound_at >= $1 and bound_at < $2 order by bound_at, id", [from, until])
}

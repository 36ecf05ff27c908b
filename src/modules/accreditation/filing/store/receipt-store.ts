import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { ItemCheck } from '../domain/receipt.ts'

export interface Chamber {
  organisationId: Uuid
  regionKato: string
}
export async function selectChambers(sql: Sql): Promise<Chamber[]> {
  return sql.many<Chamber>('select organisation_id, region_kato from regional_chamber order by region_kato')
}
export async function selectChamberOfRegion(sql: Sql, regionKato: string): Promise<Chamber | undefined> {
  return sql.maybe<Chamber>('select organisation_id, region_kato from regional_chamber where region_kato = $1', [regionKato])
}
export async function insertChamber(sql: Sql, chamber: Chamber): Promise<void> {
  await sql.run('insert into regional_chamber (organisation_id, region_kato) values ($1, $2)', [chamber.organisationId, chamber.regionKato])
}

export async function selectChecks(sql: Sql, caseId: string, round: number): Promise<ItemCheck[]> {
  return sql.many<ItemCheck>('select item, verdict, reason from accreditation_check where case_id = $1 and round = $2 order by item', [caseId, round])
}
export async function keepCheck(sql: Sql, row: ItemCheck & { caseId: string; round: number; checkedBy: string; checkedAt: Moment }): Promise<void> {
  await sql.run(
    `insert into accreditation_check (case_id, round, item, verdict, reason, checked_by, checked_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (case_id, round, item) do update set verdict = excluded.verdict, reason = excluded.reason, checked_by = excluded.checked_by, checked_at = excluded.checked_at`,
    [row.caseId, row.round, row.item, row.verdict, row.reason, row.checkedBy, row.checkedAt])
}

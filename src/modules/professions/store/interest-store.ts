import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

export async function countInterest(sql: Sql, professionCode: string): Promise<number> {
  return (await sql.one<{ count: number }>('select count(*) as count from centre_interest where profession_code = $1', [professionCode])).count
}
export async function hasInterest(sql: Sql, professionCode: string, accountId: string): Promise<boolean> {
  return (await sql.maybe('select 1 as one from centre_interest where profession_code = $1 and account_id = $2', [professionCode, accountId])) !== undefined
}
export async function insertInterest(sql: Sql, row: { id: Uuid; professionCode: string; regionKato: string; accountId: string; at: Moment }): Promise<number> {
  return sql.run('insert into centre_interest (id, profession_code, region_kato, account_id, at) values ($1, $2, $3, $4, $5) on conflict do nothing',
    [row.id, row.professionCode, row.regionKato, row.accountId, row.at])
}

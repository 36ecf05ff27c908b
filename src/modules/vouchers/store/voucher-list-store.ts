import type { Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

export interface VoucherListed {
  id: Uuid
  number: string
  region: string
  centreId: Uuid | null
  professionCode: string
  level: number
  issuedOn: Day
  /** As it stood at the end of the day. */
  fate: 'issued' | 'passed' | 'failed' | 'annulled'
  imported: boolean
  /** Its source gives the number of vouchers alone; this one was made up for the demonstration. */
  invented: boolean
}
/** Vouchers behind a number in order of their issue, after the one named, at most so many; never whose they are. Needs the sight of the system. */
export async function selectVouchersAfter(
  sql: Sql, { asOf, from, until, year, region, professionCode }: { asOf: Day; from: Day; until: Day; year?: number | undefined; region?: string | undefined; professionCode?: string | undefined }, after: { on: Day; id: string }, limit: number,
): Promise<VoucherListed[]> {
  return sql.many<VoucherListed>(
    `select id, number, region_kato as region, centre_id, profession_code, level, issued_on, origin = 'imported' as imported, invented,
       case when annulled_on <= $1 then 'annulled' when state = 'used' and used_on <= $1 then case when passed then 'passed' else 'failed' end else 'issued' end as fate
     from voucher where issued_on between $2 and $3 and ($4::integer is null or year = $4) and ($5::text is null or region_kato = $5) and ($6::text is null or profession_code = $6) and (issued_on, id) > ($7, $8)
     order by issued_on, id limit $9`, [asOf, from, until, year ?? null, region ?? null, professionCode ?? null, after.on, after.id, limit])
}

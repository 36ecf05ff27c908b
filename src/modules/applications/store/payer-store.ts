import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

export interface PayerContractRow {
  id: Uuid
  caseId: Uuid
  price: number
  carried: number
  acceptedAt: Moment | null
  closedAt: Moment | null
}
/** Contracts whose payer is an organisation. */
export async function selectContractsOfPayer(sql: Sql, organisationId: string): Promise<PayerContractRow[]> {
  return sql.many<PayerContractRow>(
    `select c.id, c.case_id, c.price, c.carried, c.accepted_at, c.closed_at
       from contract c where c.payer_organisation_id = $1 order by c.sent_at desc, c.id desc limit 1000`, [organisationId])
}

import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

/** An edition of the centre's own conditions; both texts are empty where it says that there are none. */
export interface ContractTerms {
  id: Uuid
  centreId: Uuid
  inForceFrom: Day
  textKk: string
  textRu: string
  draftedBy: Uuid
  draftedAt: Moment
  decidedBy: Uuid | null
  decidedAt: Moment | null
  approved: boolean | null
  decisionNote: string
}
const COLUMNS = 'id, centre_id, in_force_from, text_kk, text_ru, drafted_by, drafted_at, decided_by, decided_at, approved, decision_note'

export async function selectTermsOf(sql: Sql, centreId: string): Promise<ContractTerms[]> {
  return sql.many(`select ${COLUMNS} from centre_contract_terms where centre_id = $1 order by in_force_from desc, drafted_at desc, id desc`, [centreId])
}
export async function selectTerms(sql: Sql, id: string): Promise<ContractTerms | undefined> {
  return sql.maybe(`select ${COLUMNS} from centre_contract_terms where id = $1`, [id])
}
export async function lockTerms(sql: Sql, id: string): Promise<ContractTerms | undefined> {
  return sql.maybe(`select ${COLUMNS} from centre_contract_terms where id = $1 for update`, [id])
}
export async function insertTerms(sql: Sql, row: Pick<ContractTerms, 'id' | 'centreId' | 'inForceFrom' | 'textKk' | 'textRu' | 'draftedBy' | 'draftedAt'>): Promise<void> {
  await sql.run('insert into centre_contract_terms (id, centre_id, in_force_from, text_kk, text_ru, drafted_by, drafted_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [row.id, row.centreId, row.inForceFrom, row.textKk, row.textRu, row.draftedBy, row.draftedAt])
}
export async function decideTermsRow(sql: Sql, id: string, row: { by: string; at: Moment; approved: boolean; note: string }): Promise<void> {
  await sql.run('update centre_contract_terms set decided_by = $2, decided_at = $3, approved = $4, decision_note = $5 where id = $1', [id, row.by, row.at, row.approved, row.note])
}

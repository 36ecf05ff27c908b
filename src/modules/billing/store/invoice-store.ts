import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

export interface Invoice {
  id: Uuid
  number: string
  centreId: Uuid
  caseId: Uuid
  contractId: Uuid
  payer: 'candidate' | 'employer'
  payerBin: string | null
  payerName: string | null
  amount: number
  issuedOn: Day
  dueOn: Day | null
  /** Null: the contract was accepted before the book began. */
  paperId: Uuid | null
  issuedAt: Moment
}
const INVOICE = 'id, number, centre_id, case_id, contract_id, payer, payer_bin, payer_name, amount, issued_on, due_on, paper_id, issued_at'

export async function insertInvoice(sql: Sql, i: Invoice): Promise<void> {
  await sql.run(`insert into invoice (${INVOICE}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [i.id, i.number, i.centreId, i.caseId, i.contractId, i.payer, i.payerBin, i.payerName, i.amount, i.issuedOn, i.dueOn, i.paperId, i.issuedAt])
}
export async function countInvoices(sql: Sql, caseId: string): Promise<number> {
  return (await sql.one<{ count: number }>('select count(*)::int as count from invoice where case_id = $1', [caseId])).count
}
export async function selectInvoicesOfCase(sql: Sql, caseId: string): Promise<Invoice[]> {
  return sql.many<Invoice>(`select ${INVOICE} from invoice where case_id = $1 order by issued_at desc, number desc`, [caseId])
}
export async function selectInvoice(sql: Sql, id: string): Promise<Invoice | undefined> {
  return sql.maybe<Invoice>(`select ${INVOICE} from invoice where id = $1`, [id])
}
export async function selectInvoiceOfContract(sql: Sql, contractId: string): Promise<Invoice | undefined> {
  return sql.maybe<Invoice>(`select ${INVOICE} from invoice where contract_id = $1`, [contractId])
}
export async function selectInvoiceByNumber(sql: Sql, number: string): Promise<Invoice | undefined> {
  return sql.maybe<Invoice>(`select ${INVOICE} from invoice where number = $1`, [number])
}
export async function selectInvoicesByNumber(sql: Sql, centreId: string, numbers: readonly string[]): Promise<Invoice[]> {
  return sql.many<Invoice>(`select ${INVOICE} from invoice where centre_id = $1 and number = any($2::text[]) order by number`, [centreId, numbers])
}
/** Invoices on the BIN of an organisation, over all centres, the newest first. */
export async function selectInvoicesOfPayer(sql: Sql, bin: string, limit: number): Promise<Invoice[]> {
  return sql.many<Invoice>(`select ${INVOICE} from invoice where payer_bin = $1 order by issued_at desc, number limit $2`, [bin, limit])
}
/** Those of these numbers that are on the BIN of an organisation. */
export async function selectPayersInvoicesByNumber(sql: Sql, bin: string, numbers: readonly string[]): Promise<Invoice[]> {
  return sql.many<Invoice>(`select ${INVOICE} from invoice where payer_bin = $1 and number = any($2::text[]) order by case_id, number`, [bin, numbers])
}

import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { StatementFault, StatementLine } from '../domain/statement.ts'

export interface Statement {
  id: Uuid
  centreId: Uuid
  filename: string
  lines: StatementLine[]
  faults: StatementFault[]
  examinedAt: Moment
  enteredAt: Moment | null
}
const STATEMENT = 'id, centre_id, filename, lines, faults, examined_at, entered_at'

export async function insertStatement(sql: Sql, s: Omit<Statement, 'enteredAt'> & { examinedBy: string }): Promise<void> {
  await sql.run('insert into bank_statement (id, centre_id, filename, lines, faults, examined_by, examined_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [s.id, s.centreId, s.filename, JSON.stringify(s.lines), JSON.stringify(s.faults), s.examinedBy, s.examinedAt])
}
export async function selectStatement(sql: Sql, id: string, centreId: string): Promise<Statement | undefined> {
  return sql.maybe<Statement>(`select ${STATEMENT} from bank_statement where id::text = $1 and centre_id = $2`, [id, centreId])
}
export async function lockStatement(sql: Sql, id: string, centreId: string): Promise<Statement | undefined> {
  return sql.maybe<Statement>(`select ${STATEMENT} from bank_statement where id::text = $1 and centre_id = $2 for update`, [id, centreId])
}
export async function selectStatements(sql: Sql, centreId: string, limit: number): Promise<Statement[]> {
  return sql.many<Statement>(`select ${STATEMENT} from bank_statement where centre_id = $1 order by examined_at desc limit $2`, [centreId, limit])
}
export async function markEntered(sql: Sql, id: string, by: string, at: Moment): Promise<number> {
  return sql.run('update bank_statement set entered_by = $2, entered_at = $3 where id = $1 and entered_at is null', [id, by, at])
}

export interface BankLine {
  id: Uuid
  statementId: Uuid
  centreId: Uuid
  reference: string
  onDay: Day
  amount: number
  purpose: string
}
/** 0 when the centre has entered this reference before. */
export async function insertLine(sql: Sql, l: BankLine): Promise<number> {
  return sql.run('insert into bank_line (id, statement_id, centre_id, reference, on_day, amount, purpose) values ($1, $2, $3, $4, $5, $6, $7) on conflict on constraint a_reference_is_entered_once do nothing',
    [l.id, l.statementId, l.centreId, l.reference, l.onDay, l.amount, l.purpose])
}
export async function selectKnownReferences(sql: Sql, centreId: string, references: readonly string[]): Promise<string[]> {
  return (await sql.many<{ reference: string }>('select reference from bank_line where centre_id = $1 and reference = any($2::text[])', [centreId, references])).map((row) => row.reference)
}

/** Money of a centre that came and has no owner yet: lines of the bank and notices of the provider. */
export interface Unmatched {
  source: string
  onDay: Day
  amount: number
  reference: string
  purpose: string
}
export async function selectUnmatched(sql: Sql, centreId: string): Promise<Unmatched[]> {
  return sql.many<Unmatched>(
    `select e.source, e.occurred_on as on_day, e.amount, coalesce(b.reference, n.event_id) as reference, coalesce(b.purpose, i.number, '') as purpose
     from ledger_entry e left join bank_line b on e.source = 'bank:' || b.id
       -- a share of a joint order names its part behind the event, and the part its invoice
       left join provider_order p on p.joint_id is not null and e.source like 'notice:%' and right(e.source, 37) = ':' || p.id
       left join invoice i on i.id = p.invoice_id
       left join provider_notice n on n.event_id = case when p.id is null then substr(e.source, 8) else substr(e.source, 8, length(e.source) - 44) end and e.source like 'notice:%'
     where e.centre_id = $1 and e.kind = 'came-unmatched' and not exists (select 1 from ledger_entry m where m.source = 'match:' || e.source)
     order by e.occurred_on, e.id limit 500`, [centreId])
}

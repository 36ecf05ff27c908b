import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { AccountKind, EntryKind, Movement } from '../domain/ledger.ts'
import type { DaySum } from '../domain/reconciliation.ts'

/** The account of this kind; opened when the centre has none. */
export async function keepAccount(sql: Sql, account: { id: Uuid; centreId: string; kind: AccountKind; subjectId: string | null; at: Moment }): Promise<Uuid> {
  await sql.run('insert into ledger_account (id, centre_id, kind, subject_id, opened_at) values ($1, $2, $3, $4, $5) on conflict on constraint one_account_per_subject do nothing',
    [account.id, account.centreId, account.kind, account.subjectId, account.at])
  return (await sql.one<{ id: Uuid }>('select id from ledger_account where centre_id = $1 and kind = $2 and subject_id is not distinct from $3', [account.centreId, account.kind, account.subjectId])).id
}

export interface NewEntry {
  id: Uuid
  centreId: string
  kind: EntryKind
  debitAccount: Uuid
  creditAccount: Uuid
  amount: number
  occurredOn: Day
  recordedAt: Moment
  recordedBy: string | null
  caseId: string | null
  source: string
}
/** 0 when an entry of this source stands already: the same event is written once. */
export async function insertEntry(sql: Sql, e: NewEntry): Promise<number> {
  return sql.run(
    `insert into ledger_entry (id, centre_id, kind, debit_account, credit_account, amount, occurred_on, recorded_at, recorded_by, case_id, source)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict on constraint one_entry_per_event do nothing`,
    [e.id, e.centreId, e.kind, e.debitAccount, e.creditAccount, e.amount, e.occurredOn, e.recordedAt, e.recordedBy, e.caseId, e.source])
}

export interface EntryLine extends Movement {
  id: Uuid
  occurredOn: Day
  recordedAt: Moment
  source: string
}
const LINES = `select e.id, e.kind, d.kind as debit, c.kind as credit, e.amount, e.occurred_on, e.recorded_at, e.source
  from ledger_entry e join ledger_account d on d.id = e.debit_account join ledger_account c on c.id = e.credit_account`

/** Everything that moved on the accounts of one contract or act, in the order in which it was written. */
export async function selectEntries(sql: Sql, subjectId: string): Promise<EntryLine[]> {
  return sql.many<EntryLine>(`${LINES} where d.subject_id = $1 or c.subject_id = $1 order by e.recorded_at, e.id`, [subjectId])
}

/** What payers owed a centre at the end of a day, all contracts together. */
export async function sumReceivable(sql: Sql, centreId: string, until: Day): Promise<number> {
  const { amount } = await sql.one<{ amount: number }>(
    `select (coalesce(sum(case when d.kind = 'receivable' then e.amount else 0 end), 0) - coalesce(sum(case when c.kind = 'receivable' then e.amount else 0 end), 0))::bigint as amount
     from ledger_entry e join ledger_account d on d.id = e.debit_account join ledger_account c on c.id = e.credit_account
     where e.centre_id = $1 and e.occurred_on <= $2 and (d.kind = 'receivable' or c.kind = 'receivable')`, [centreId, until])
  return amount
}
/** What came to a centre until the end of a day and had no owner then. */
export async function sumUnmatched(sql: Sql, centreId: string, until: Day): Promise<number> {
  const { amount } = await sql.one<{ amount: number }>(
    `select coalesce(sum(case when c.kind = 'unmatched' then e.amount else -e.amount end), 0)::bigint as amount
     from ledger_entry e join ledger_account d on d.id = e.debit_account join ledger_account c on c.id = e.credit_account
     where e.centre_id = $1 and e.occurred_on <= $2 and (d.kind = 'unmatched' or c.kind = 'unmatched')`, [centreId, until])
  return amount
}
export async function sumDay(sql: Sql, centreId: string, on: Day): Promise<DaySum[]> {
  return sql.many<DaySum>(
    `select e.kind, d.kind as debit, c.kind as credit, sum(e.amount)::bigint as amount, count(*)::int as count
     from ledger_entry e join ledger_account d on d.id = e.debit_account join ledger_account c on c.id = e.credit_account
     where e.centre_id = $1 and e.occurred_on = $2 group by e.kind, d.kind, c.kind order by e.kind, d.kind, c.kind`, [centreId, on])
}

/** The entries of one day of a centre, each with the case it belongs to. */
export async function selectDay(sql: Sql, centreId: string, on: Day, limit: number): Promise<(EntryLine & { caseId: string | null })[]> {
  return sql.many(`select e.id, e.kind, d.kind as debit, c.kind as credit, e.amount, e.occurred_on, e.recorded_at, e.source, e.case_id
    from ledger_entry e join ledger_account d on d.id = e.debit_account join ledger_account c on c.id = e.credit_account
    where e.centre_id = $1 and e.occurred_on = $2 order by e.recorded_at, e.id limit $3`, [centreId, on, limit])
}

/** Centres that have a book. */
export async function selectBookkeepers(sql: Sql): Promise<string[]> {
  return (await sql.many<{ centreId: string }>('select distinct centre_id from ledger_account order by centre_id')).map((row) => row.centreId)
}

/** Debits less credits of every account: zero when the book is whole. */
export async function sumOfAll(sql: Sql): Promise<number> {
  return (await sql.one<{ sum: number }>(
    `select coalesce(sum(s.amount), 0)::bigint as sum from (select debit_account as account, amount from ledger_entry union all select credit_account, -amount from ledger_entry) s`)).sum
}

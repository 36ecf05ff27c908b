import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { TableFault } from '../domain/outcome-table.ts'

/** A file that was examined; its rows are sealed, and gone once they are entered. */
export interface ImportRow {
  id: Uuid
  bodyCode: string
  accountId: Uuid
  filename: string
  rows: number
  added: number
  unchanged: number
  /** At most so many as a page shows. */
  faults: TableFault[]
  faultCount: number
  sealedTable: Uint8Array | null
  examinedAt: Moment
  appliedAt: Moment | null
}

export async function insertImport(sql: Sql, row: Omit<ImportRow, 'appliedAt'>): Promise<void> {
  await sql.run(
    'insert into mandatory_import (id, body_code, account_id, filename, rows, added, unchanged, faults, fault_count, sealed_table, examined_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
    [row.id, row.bodyCode, row.accountId, row.filename, row.rows, row.added, row.unchanged, JSON.stringify(row.faults), row.faultCount, row.sealedTable && Buffer.from(row.sealedTable), row.examinedAt])
}
/** The rows of earlier files that the same person never entered are thrown away. */
export async function forgetEarlierTables(sql: Sql, accountId: string): Promise<void> {
  await sql.run('update mandatory_import set sealed_table = null where account_id = $1 and sealed_table is not null', [accountId])
}
export async function forgetTablesBefore(sql: Sql, before: Moment): Promise<number> {
  return sql.run('update mandatory_import set sealed_table = null where examined_at < $1 and sealed_table is not null', [before])
}
export async function lockImport(sql: Sql, id: string): Promise<ImportRow | undefined> {
  return sql.maybe<ImportRow>('select id, body_code, account_id, filename, rows, added, unchanged, faults, fault_count, sealed_table, examined_at, applied_at from mandatory_import where id = $1 for update', [id])
}
export async function selectImport(sql: Sql, id: string): Promise<(Omit<ImportRow, 'sealedTable'> & { kept: boolean }) | undefined> {
  return sql.maybe('select id, body_code, account_id, filename, rows, added, unchanged, faults, fault_count, sealed_table is not null as kept, examined_at, applied_at from mandatory_import where id = $1', [id])
}
export async function selectRecentImports(sql: Sql, bodyCode: string, limit: number): Promise<Omit<ImportRow, 'sealedTable' | 'faults'>[]> {
  return sql.many('select id, body_code, account_id, filename, rows, added, unchanged, fault_count, examined_at, applied_at from mandatory_import where body_code = $1 order by examined_at desc, id desc limit $2', [bodyCode, limit])
}
export async function markApplied(sql: Sql, id: string, outcome: { added: number; unchanged: number; at: Moment }): Promise<void> {
  await sql.run('update mandatory_import set applied_at = $2, added = $3, unchanged = $4, sealed_table = null where id = $1', [id, outcome.at, outcome.added, outcome.unchanged])
}
export async function keepFaults(sql: Sql, id: string, faults: readonly TableFault[], faultCount: number): Promise<void> {
  await sql.run('update mandatory_import set faults = $2, fault_count = $3, sealed_table = null where id = $1', [id, JSON.stringify(faults), faultCount])
}

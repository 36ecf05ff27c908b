import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { TableFault } from '../domain/referral-table.ts'

export interface ImportRow {
  id: Uuid
  organisationId: Uuid
  accountId: Uuid
  filename: string
  rows: number
  added: number
  faults: TableFault[]
  faultCount: number
  sealedTable: Uint8Array | null
  examinedAt: Moment
  appliedAt: Moment | null
}
const SHOWN = 'id, organisation_id, account_id, filename, rows, added, faults, fault_count, examined_at, applied_at'

export async function insertImport(sql: Sql, row: Omit<ImportRow, 'appliedAt'>): Promise<void> {
  await sql.run('insert into referral_import (id, organisation_id, account_id, filename, rows, added, faults, fault_count, sealed_table, examined_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
    [row.id, row.organisationId, row.accountId, row.filename, row.rows, row.added, JSON.stringify(row.faults), row.faultCount, row.sealedTable && Buffer.from(row.sealedTable), row.examinedAt])
}
/** The rows of earlier files that the same person never entered are thrown away. */
export async function forgetEarlierTables(sql: Sql, accountId: string): Promise<void> {
  await sql.run('update referral_import set sealed_table = null where account_id = $1 and sealed_table is not null', [accountId])
}
export async function forgetTablesBefore(sql: Sql, before: Moment): Promise<number> {
  return sql.run('update referral_import set sealed_table = null where examined_at < $1 and sealed_table is not null', [before])
}
export async function lockImport(sql: Sql, id: string): Promise<ImportRow | undefined> {
  return sql.maybe<ImportRow>(`select ${SHOWN}, sealed_table from referral_import where id = $1 for update`, [id])
}
export async function selectImport(sql: Sql, id: string): Promise<(Omit<ImportRow, 'sealedTable'> & { kept: boolean }) | undefined> {
  return sql.maybe(`select ${SHOWN}, sealed_table is not null as kept from referral_import where id = $1`, [id])
}
export async function selectRecentImports(sql: Sql, organisationId: string, limit: number): Promise<Omit<ImportRow, 'sealedTable' | 'faults'>[]> {
  return sql.many('select id, organisation_id, account_id, filename, rows, added, fault_count, examined_at, applied_at from referral_import where organisation_id = $1 order by examined_at desc, id desc limit $2', [organisationId, limit])
}
export async function markApplied(sql: Sql, id: string, outcome: { added: number; at: Moment }): Promise<void> {
  await sql.run('update referral_import set applied_at = $2, added = $3, sealed_table = null where id = $1', [id, outcome.at, outcome.added])
}
export async function keepFaults(sql: Sql, id: string, faults: readonly TableFault[], faultCount: number): Promise<void> {
  await sql.run('update referral_import set faults = $2, fault_count = $3, sealed_table = null where id = $1', [id, JSON.stringify(faults), faultCount])
}

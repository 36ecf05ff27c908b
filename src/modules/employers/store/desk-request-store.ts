import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { DeskRequestFacts, DeskRequestStep } from '../domain/desk-request.ts'

export interface DeskRequest extends DeskRequestFacts {
  id: Uuid
  accountId: Uuid
  fileName: string
  mediaType: string
  size: number
  sha256: Uint8Array
  fileKey: string
  originalKey: string
  filedAt: Moment
  step: DeskRequestStep
  decidedBy: Uuid | null
  decidedAt: Moment | null
  reason: string
  remedy: string
  organisationId: Uuid | null
}
const FILED = 'id, account_id, bin, name_kk, name_ru, name_en, position, powers, powers_number, powers_from, powers_until, file_name, media_type, size, sha256, file_key, original_key, filed_at, step'
const COLUMNS = `${FILED}, decided_by, decided_at, reason, remedy, organisation_id`

export async function insertDeskRequest(sql: Sql, r: Omit<DeskRequest, 'decidedBy' | 'decidedAt' | 'reason' | 'remedy' | 'organisationId'>): Promise<void> {
  await sql.run(`insert into employer_desk_request (${FILED}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    [r.id, r.accountId, r.bin, r.nameKk, r.nameRu, r.nameEn, r.position, r.powers, r.powersNumber, r.powersFrom, r.powersUntil, r.fileName, r.mediaType, r.size, Buffer.from(r.sha256), r.fileKey, r.originalKey, r.filedAt, r.step])
}
export async function selectDeskRequest(sql: Sql, id: string): Promise<DeskRequest | undefined> {
  return sql.maybe<DeskRequest>(`select ${COLUMNS} from employer_desk_request where id = $1`, [id])
}
export async function lockDeskRequest(sql: Sql, id: string): Promise<DeskRequest | undefined> {
  return sql.maybe<DeskRequest>(`select ${COLUMNS} from employer_desk_request where id = $1 for update`, [id])
}
export async function selectDeskRequestsOf(sql: Sql, accountId: string): Promise<DeskRequest[]> {
  return sql.many<DeskRequest>(`select ${COLUMNS} from employer_desk_request where account_id = $1 order by filed_at desc, id desc`, [accountId])
}
/** Requests at a step: those under review in order of arrival, the others newest first. */
export async function selectDeskRequests(sql: Sql, q: { step: DeskRequestStep; limit: number; offset: number }): Promise<DeskRequest[]> {
  const order = q.step === 'review' ? 'filed_at, id' : 'decided_at desc, id desc'
  return sql.many<DeskRequest>(`select ${COLUMNS} from employer_desk_request where step = $1 order by ${order} limit $2 offset $3`, [q.step, q.limit, q.offset])
}
export async function countDeskRequests(sql: Sql, step: DeskRequestStep): Promise<number> {
  return (await sql.one<{ n: number }>('select count(*)::int as n from employer_desk_request where step = $1', [step])).n
}
export async function decideDeskRequest(sql: Sql, id: string, d: { step: DeskRequestStep; by: string; at: Moment; reason?: string; remedy?: string; organisationId?: string }): Promise<void> {
  await sql.run('update employer_desk_request set step = $2, decided_by = $3, decided_at = $4, reason = $5, remedy = $6, organisation_id = $7 where id = $1', [id, d.step, d.by, d.at, d.reason ?? '', d.remedy ?? '', d.organisationId ?? null])
}

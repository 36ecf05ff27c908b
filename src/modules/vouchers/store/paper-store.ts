import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { PaperKind } from '../domain/request.ts'

export interface VoucherPaper {
  id: Uuid
  requestId: Uuid
  kind: PaperKind
  fileName: string
  mediaType: string
  size: number
  sha256: Uint8Array
  fileKey: string
  originalKey: string
  sentBy: Uuid
  sentAt: Moment
  verdict: 'right' | 'wrong' | null
  verdictNote: string
}
const PAPER = 'id, request_id, kind, file_name, media_type, size, sha256, file_key, original_key, sent_by, sent_at'

export async function insertPaper(sql: Sql, p: Omit<VoucherPaper, 'verdict' | 'verdictNote'>): Promise<void> {
  await sql.run(`insert into voucher_paper (${PAPER}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [p.id, p.requestId, p.kind, p.fileName, p.mediaType, p.size, p.sha256, p.fileKey, p.originalKey, p.sentBy, p.sentAt])
}
export async function selectPapers(sql: Sql, requestId: string): Promise<VoucherPaper[]> {
  return sql.many<VoucherPaper>(`select ${PAPER}, verdict, verdict_note from voucher_paper where request_id = $1 order by kind`, [requestId])
}
export async function selectVoucherPaper(sql: Sql, id: string): Promise<VoucherPaper | undefined> {
  return sql.maybe<VoucherPaper>(`select ${PAPER}, verdict, verdict_note from voucher_paper where id = $1`, [id])
}
export async function markJudged(sql: Sql, id: string, by: { verdict: 'right' | 'wrong'; note: string; accountId: string; at: Moment }): Promise<void> {
  await sql.run('update voucher_paper set verdict = $2, verdict_note = $3, judged_by = $4, judged_at = $5 where id = $1', [id, by.verdict, by.note, by.accountId, by.at])
}
/** Papers of requests that were decided, or withdrawn, before a moment. */
export async function selectOldPapers(sql: Sql, before: Moment, limit: number): Promise<VoucherPaper[]> {
  return sql.many<VoucherPaper>(`select ${PAPER}, verdict, verdict_note from voucher_paper p where exists (select 1 from voucher_request r where r.id = p.request_id and r.decided_at < $1) order by id limit $2`, [before, limit])
}
export async function deletePaper(sql: Sql, id: string): Promise<void> {
  await sql.run('delete from voucher_paper where id = $1', [id])
}

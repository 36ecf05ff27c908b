import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import { FILE_COLUMNS, fileValues, type FileRow } from '#platform/db/file-row.ts'
import type { PaperKind } from '../domain/request.ts'

export interface VoucherPaper extends FileRow {
  id: Uuid
  requestId: Uuid
  kind: PaperKind
  verdict: 'right' | 'wrong' | null
  verdictNote: string
  /** When another was sent in its place; null for the one that counts. */
  replacedAt: Moment | null
}
const PAPER = `id, request_id, kind, ${FILE_COLUMNS}, verdict, verdict_note, replaced_at`

export async function insertPaper(sql: Sql, p: Omit<VoucherPaper, 'verdict' | 'verdictNote' | 'replacedAt'>): Promise<void> {
  await sql.run(`insert into voucher_paper (id, request_id, kind, ${FILE_COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`, [p.id, p.requestId, p.kind, ...fileValues(p)])
}
/** All copies of a request, those that count first. */
export async function selectPapers(sql: Sql, requestId: string): Promise<VoucherPaper[]> {
  return sql.many<VoucherPaper>(`select ${PAPER} from voucher_paper where request_id = $1 order by replaced_at is not null, kind, uploaded_at`, [requestId])
}
/** The copies that count, one of a kind. */
export async function selectPapersThatCount(sql: Sql, requestId: string): Promise<VoucherPaper[]> {
  return sql.many<VoucherPaper>(`select ${PAPER} from voucher_paper where request_id = $1 and replaced_at is null order by kind`, [requestId])
}
/** Puts aside the copy of this kind that was judged wrong, where there is one. */
export async function markReplaced(sql: Sql, requestId: string, kind: PaperKind, at: Moment): Promise<void> {
  await sql.run("update voucher_paper set replaced_at = $3 where request_id = $1 and kind = $2 and replaced_at is null and verdict = 'wrong'", [requestId, kind, at])
}
export async function selectVoucherPaper(sql: Sql, id: string): Promise<VoucherPaper | undefined> {
  return sql.maybe<VoucherPaper>(`select ${PAPER} from voucher_paper where id = $1`, [id])
}
export async function markJudged(sql: Sql, id: string, by: { verdict: 'right' | 'wrong'; note: string; accountId: string; at: Moment }): Promise<void> {
  await sql.run('update voucher_paper set verdict = $2, verdict_note = $3, judged_by = $4, judged_at = $5 where id = $1', [id, by.verdict, by.note, by.accountId, by.at])
}
/** Papers of requests that were decided, or withdrawn, before the moment, with the digest of what was sent; by id, so that the next page begins after the last. */
export async function selectOldPapers(sql: Sql, before: Moment, page: { after: string | null; limit: number }): Promise<{ id: Uuid; overAt: Moment; proof: string }[]> {
  return sql.many(
    `select p.id, r.decided_at as over_at, p.id::text || ':' || encode(p.sha256, 'hex') as proof from voucher_paper p join voucher_request r on r.id = p.request_id
     where r.decided_at < $1 and ($2::uuid is null or p.id > $2) order by p.id limit $3`, [before, page.after, page.limit])
}
/** Deletes them and answers what they were, for the journals of their requests and for their bytes. */
export async function deletePaperRows(sql: Sql, ids: readonly string[]): Promise<Pick<VoucherPaper, 'requestId' | 'kind' | 'fileKey' | 'originalKey'>[]> {
  return sql.many('delete from voucher_paper where id = any($1::uuid[]) returning request_id, kind, file_key, original_key', [ids])
}

/** A copy sent with a request, by the digest of what was sent: whose it is, and the centre that its request named or at which its voucher is bound. */
export interface PaperSent {
  kind: PaperKind
  sha256: string
  personId: Uuid
  centreId: Uuid | null
  caseId: Uuid | null
}
/** Copies sent with requests from one moment up to another, the replaced ones too. Needs the sight of the system. */
export async function selectPapersSent(sql: Sql, from: Moment, until: Moment): Promise<PaperSent[]> {
  return sql.many<PaperSent>(
    `select distinct p.kind, encode(p.sha256, 'hex') as sha256, q.person_id, coalesce(v.centre_id, q.centre_id) as centre_id, v.case_id
       from voucher_paper p join voucher_request q on q.id = p.request_id left join voucher v on v.request_id = q.id
      where p.uploaded_at >= $1 and p.uploaded_at < $2 order by 1, 2, 3`, [from, until])
}
/** Of how many other people the same copy stands in a request, by the id of the copy; who is not among them has it alone. */
export async function countOthersWithCopy(sql: Sql, requestId: string): Promise<Map<string, number>> {
  const rows = await sql.many<{ id: string; others: number }>(
    `select p.id, count(distinct other.person_key)::int as others from voucher_paper p join voucher_request own on own.id = p.request_id
       join voucher_paper same on same.sha256 = p.sha256 and same.kind = p.kind join voucher_request other on other.id = same.request_id and other.person_key <> own.person_key
      where p.request_id = $1 group by p.id`, [requestId])
  return new Map(rows.map((row) => [row.id, row.others]))
}

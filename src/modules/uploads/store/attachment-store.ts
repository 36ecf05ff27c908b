import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import { FILE_COLUMNS, fileValues, type FileRow } from '#platform/db/file-row.ts'
import type { AttachmentKind } from '../domain/attachment.ts'

export interface Attachment extends FileRow<Uuid | null> {
  id: Uuid
  caseId: Uuid | null
  draftId: Uuid | null
  kind: AttachmentKind
}
export type Place = { draftId: Uuid; caseId?: undefined } | { caseId: Uuid; draftId?: undefined }

const COLUMNS = `id, case_id, draft_id, kind, ${FILE_COLUMNS}`

export async function insertAttachment(sql: Sql, each: Attachment): Promise<void> {
  await sql.run(`insert into attachment (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`, [each.id, each.caseId, each.draftId, each.kind, ...fileValues(each)])
}
export async function selectAttachment(sql: Sql, id: string): Promise<Attachment | undefined> {
  return sql.maybe<Attachment>(`select ${COLUMNS} from attachment where id = $1 and removed_at is null`, [id])
}
/** Those of them that are kept, in no order; one deleted when its time was over is not among them. */
export async function selectAttachmentsById(sql: Sql, ids: readonly string[]): Promise<Attachment[]> {
  return ids.length === 0 ? [] : sql.many<Attachment>(`select ${COLUMNS} from attachment where id = any($1::uuid[]) and removed_at is null`, [ids])
}
export async function selectAttachments(sql: Sql, place: Place): Promise<Attachment[]> {
  return place.caseId
    ? sql.many<Attachment>(`select ${COLUMNS} from attachment where case_id = $1 and removed_at is null order by uploaded_at, id`, [place.caseId])
    : sql.many<Attachment>(`select ${COLUMNS} from attachment where draft_id = $1 and case_id is null and removed_at is null order by uploaded_at, id`, [place.draftId])
}
export async function markRemoved(sql: Sql, id: string, at: Moment): Promise<number> {
  return sql.run('update attachment set removed_at = $2 where id = $1 and removed_at is null', [id, at])
}
export async function moveToCase(sql: Sql, draftId: string, caseId: string): Promise<number> {
  return sql.run('update attachment set case_id = $2 where draft_id = $1 and case_id is null and removed_at is null', [draftId, caseId])
}

export interface Holder {
  draftAccountId: Uuid | null
  centreId: Uuid | null
  caseAccountId: Uuid | null
}
/** Whose draft it is; the row is locked, so that two uploads at once are counted one after the other. */
export async function lockDraftHolder(sql: Sql, draftId: string): Promise<Holder | undefined> {
  return sql.maybe<Holder>(
    'select account_id as draft_account_id, null::uuid as centre_id, null::uuid as case_account_id from application_draft where id = $1 and sent_case_id is null for update', [draftId])
}
export async function lockCaseHolder(sql: Sql, caseId: string): Promise<Holder | undefined> {
  return sql.maybe<Holder>('select null::uuid as draft_account_id, centre_id, account_id as case_account_id from case_file where id = $1 for update', [caseId])
}
/** Row-level security hides the case of somebody else, and with it the file. */
export async function holderOf(sql: Sql, attachment: Pick<Attachment, 'caseId' | 'draftId'>): Promise<Holder | undefined> {
  return attachment.caseId
    ? sql.maybe<Holder>('select null::uuid as draft_account_id, centre_id, account_id as case_account_id from case_file where id = $1', [attachment.caseId])
    : sql.maybe<Holder>('select account_id as draft_account_id, null::uuid as centre_id, null::uuid as case_account_id from application_draft where id = $1', [attachment.draftId])
}
/** A stored file that a row points at: the sweep of orphans spares it. */
export async function insertStored(sql: Sql, file: { key: string; sha256: Uint8Array; size: number; mediaType: string; at: Moment }): Promise<void> {
  await sql.run('insert into stored_file (key, sha256, size, media_type, created_at, linked_at) values ($1, $2, $3, $4, $5, $5) on conflict (key) do nothing',
    [file.key, file.sha256, file.size, file.mediaType, file.at])
}
/** Files whose row was deleted are orphans from then on: the sweep of files takes them. */
export async function unlinkStored(sql: Sql, keys: readonly string[]): Promise<void> {
  await sql.run('update stored_file set linked_at = null where key = any ($1)', [keys])
}
/** Rows of an unsent draft go with it; their files are orphans from then on. */
export async function dropOfDraft(sql: Sql, draftId: string): Promise<void> {
  await sql.run('update stored_file set linked_at = null where key in (select unnest(array[file_key, original_key]) from attachment where draft_id = $1 and case_id is null)', [draftId])
  await sql.run('delete from attachment where draft_id = $1 and case_id is null', [draftId])
}
/** Which of these keys a file of a case or of a living draft holds; what was taken out of a draft is held no more. */
export async function selectHeldFiles(sql: Sql, keys: readonly string[]): Promise<string[]> {
  const rows = await sql.many<{ key: string }>(
    `select k.key from unnest($1::text[]) as k (key) join (select unnest(array[file_key, original_key]) as key from attachment where removed_at is null or case_id is not null
       union all select unnest(array[file_key, original_key]) from accreditation_paper
       union all select unnest(array[file_key, original_key]) from register_proposal_paper
       union all select unnest(array[file_key, original_key]) from employer_desk_request
       union all select unnest(array[file_key, original_key]) from voucher_paper
       union all select unnest(array[file_key, original_key]) from monitoring_paper
       union all select unnest(array[file_key, original_key]) from task_file
       union all select file_key from proctoring_chunk union all select file_key from proctoring_picture union all select file_key from reference_photo) held on held.key = k.key`, [keys])
  return rows.map((row) => row.key)
}

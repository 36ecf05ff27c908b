import { assertNone } from '#kernel/denial.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import type { FileRow } from '#platform/db/file-row.ts'
import { examineUpload, safeName } from '#platform/files/intake.ts'
import { attachmentBlockers, filesBeside, sentFileBlockers, type AttachmentKind } from './domain/attachment.ts'
import { insertAttachment, insertStored, selectAttachments, unlinkStored, type Attachment, type Place } from './store/attachment-store.ts'

export interface SentFile {
  name: string
  bytes: Uint8Array
}

/** A file that passed the intake: the original lies in quarantine, the cleaned copy is what people see. */
export interface ExaminedFile extends Omit<FileRow, 'uploadedBy' | 'uploadedAt'> {
  cleanedSha256: Uint8Array
  originalSize: number
}

/** Examines a file as an attachment of a case may be, and stores it. */
export async function examineFile(ctx: Ctx, file: SentFile): Promise<ExaminedFile> {
  assertNone('attachment.not-acceptable', sentFileBlockers(file.bytes.length))
  return takeIn(ctx, file)
}

/** Examines true type and size, and stores both forms; done before any transaction, because files are outside the database. */
export async function takeIn(ctx: Ctx, file: SentFile): Promise<ExaminedFile> {
  const examined = await examineUpload(file.bytes)
  const original = await ctx.files.put(file.bytes)
  const cleaned = await ctx.files.put(examined.cleaned)
  return {
    name: safeName(file.name), mediaType: examined.mediaType, size: cleaned.size, sha256: examined.sha256, fileKey: cleaned.key, originalKey: original.key,
    cleanedSha256: cleaned.sha256, originalSize: original.size,
  }
}

/** The row of an examined file: the same columns wherever it is kept. */
export function fileRowOf(t: Tx, file: ExaminedFile): FileRow {
  return { name: file.name, mediaType: file.mediaType, size: file.size, sha256: file.sha256, fileKey: file.fileKey, originalKey: file.originalKey, uploadedBy: accountOf(t.actor)!, uploadedAt: t.now }
}

/** Counts both forms of an examined file as stored; for a row that another module keeps. */
export async function storeFiles(t: Tx, file: ExaminedFile): Promise<void> {
  await insertStored(t.sql, { key: file.fileKey, sha256: file.cleanedSha256, size: file.size, mediaType: file.mediaType, at: t.now })
  await insertStored(t.sql, { key: file.originalKey, sha256: file.sha256, size: file.originalSize, mediaType: file.mediaType, at: t.now })
}
/** Lets go of files whose row the caller has deleted. */
export async function releaseFiles(t: Tx, keys: readonly string[]): Promise<void> {
  await unlinkStored(t.sql, keys)
}

/** Keeps an examined file with a draft or a case; the caller has locked it and asked the policy. */
export async function keepAttachment(t: Tx, place: Place, kind: AttachmentKind, file: ExaminedFile): Promise<Attachment> {
  const beside = filesBeside(kind, await selectAttachments(t.sql, place))
  assertNone('attachment.not-acceptable', attachmentBlockers({ kind, size: file.size }, beside))
  await storeFiles(t, file)
  const attachment: Attachment = {
    id: t.newId(), caseId: place.caseId ?? null, draftId: place.draftId ?? null, kind, ...fileRowOf(t, file), uploadedBy: accountOf(t.actor) ?? null,
  }
  await insertAttachment(t.sql, attachment)
  return attachment
}

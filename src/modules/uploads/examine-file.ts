import { assertNone, Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { examineUpload } from '#platform/files/intake.ts'
import { attachmentBlockers, type AttachmentKind } from './domain/attachment.ts'
import { insertAttachment, markLinked, selectAttachments, type Attachment, type Place } from './store/attachment-store.ts'

export interface SentFile {
  name: string
  bytes: Uint8Array
}

/** A file that passed the intake: the original lies in quarantine, the cleaned copy is what people see. */
export interface ExaminedFile {
  name: string
  mediaType: string
  size: number
  sha256: Uint8Array
  fileKey: string
  originalKey: string
}

/** Examines true type and size, and stores both forms; done before any transaction, because files are outside the database. */
export async function examineFile(ctx: Ctx, file: SentFile): Promise<ExaminedFile> {
  assertNone('attachment.not-acceptable', attachmentBlockers({ size: file.bytes.length }, 0))
  const examined = await examineUpload(file.bytes, { name: file.name })
  if (!examined.ok) throw new Denial('attachment.refused')
  const original = await ctx.files.put(file.bytes, { mediaType: examined.mediaType })
  const cleaned = await ctx.files.put(examined.bytes, { mediaType: examined.mediaType })
  return { name: shownName(file.name), mediaType: examined.mediaType, size: examined.bytes.length, sha256: cleaned.sha256, fileKey: cleaned.key, originalKey: original.key }
}

/** The name as people see it: no folders, no control characters, not endless. */
function shownName(name: string): string {
  const last = name.split(/[\\/]/).at(-1)!.replace(/[\p{Cc}\p{Cf}]/gu, '').trim()
  return (last || 'file').slice(-120)
}

/** Keeps an examined file with a draft or a case; the caller has locked it and asked the policy. */
export async function keepAttachment(t: Tx, place: Place, kind: AttachmentKind, file: ExaminedFile): Promise<Attachment> {
  const already = await selectAttachments(t.sql, place)
  assertNone('attachment.not-acceptable', attachmentBlockers({ size: file.size }, already.length))
  const attachment: Attachment = {
    id: t.newId(), caseId: place.caseId ?? null, draftId: place.draftId ?? null, kind, ...file, uploadedBy: (accountOf(t.actor) ?? null) as Uuid | null, uploadedAt: t.now,
  }
  await insertAttachment(t.sql, attachment)
  await markLinked(t.sql, [file.fileKey, file.originalKey], t.now)
  return attachment
}

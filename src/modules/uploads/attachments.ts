import { Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import type { Sql } from '#platform/db/database.ts'
import { OF_THE_EXAM, type AttachmentKind } from './domain/attachment.ts'
import { examineFile, keepAttachment, type SentFile } from './examine-file.ts'
import { policy } from './policy.ts'
import {
  dropOfDraft, holderOf, lockCaseHolder, lockDraftHolder, markRemoved, moveToCase, selectAttachment, selectAttachments, type Attachment, type Holder, type Place,
} from './store/attachment-store.ts'

export type NewAttachment = Place & SentFile & { kind: AttachmentKind }

/** Takes a file in: rights first, then its true type and size, then its row. */
export async function receiveAttachment(ctx: Ctx, input: NewAttachment): Promise<Attachment> {
  const place: Place = input.caseId ? { caseId: input.caseId } : { draftId: input.draftId! }
  await read(ctx, 'attachment.receive', async (t) => assertMay(t, policy, 'attachment.receive', await lockedHolder(t, place)))
  const file = await examineFile(ctx, input)
  return tx(ctx, 'attachment.receive', async (t) => {
    assertMay(t, policy, 'attachment.receive', await lockedHolder(t, place))
    return keepAttachment(t, place, input.kind, file)
  })
}

async function lockedHolder(t: Tx, place: Place): Promise<Holder> {
  const holder = place.caseId ? await lockCaseHolder(t.sql, place.caseId) : await lockDraftHolder(t.sql, place.draftId!)
  if (!holder) throw new Denial('not-found')
  return holder
}

/** Takes a file out of a draft; what was sent with an application stays with its case. */
export async function removeAttachment(ctx: Ctx, id: string): Promise<void> {
  await tx(ctx, 'attachment.remove', async (t) => {
    const { attachment, holder } = await found(t, id)
    assertMay(t, policy, 'attachment.remove', holder)
    await markRemoved(t.sql, attachment.id, t.now)
  })
}

/** The cleaned copy of a file, for those who may see what it belongs to. */
export async function openAttachment(ctx: Ctx, id: string): Promise<{ attachment: Attachment; bytes: Uint8Array }> {
  const attachment = await read(ctx, 'attachment.open', async (t) => {
    const { attachment: row, holder } = await found(t, id)
    assertMay(t, policy, 'attachment.open', holder)
    return row
  })
  return { attachment, bytes: await ctx.files.get(attachment.fileKey) }
}

async function found(t: Tx, id: string): Promise<{ attachment: Attachment; holder: Holder }> {
  const attachment = parseUuid(id) && (await selectAttachment(t.sql, id))
  const holder = attachment && (await holderOf(t.sql, attachment))
  if (!attachment || !holder || OF_THE_EXAM.includes(attachment.kind)) throw new Denial('not-found')
  return { attachment, holder }
}

/** The papers of a draft or a case that were not taken out, the oldest first; photos of the exam are not among them. */
export async function listAttachments(sql: Sql, place: Place): Promise<Attachment[]> {
  return (await selectAttachments(sql, place)).filter((each) => !OF_THE_EXAM.includes(each.kind))
}

/** Moves the files of a sent draft into its case; from then on the draft's owner cannot take them out. */
export async function adoptDraftAttachments(t: Tx, draftId: Uuid, caseId: Uuid): Promise<void> {
  await moveToCase(t.sql, draftId, caseId)
}

/** Forgets the files of a draft that is thrown away; the sweep of orphans takes the bytes. */
export async function dropDraftAttachments(t: Tx, draftId: Uuid): Promise<void> {
  await dropOfDraft(t.sql, draftId)
}

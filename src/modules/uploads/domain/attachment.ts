import type { Blocker } from '#kernel/denial.ts'

export const ATTACHMENT_KINDS = [
  'education', 'work', 'earlier-recognition', 'paper-application', 'accommodation', 'delivery-scan', 'appeal', 'complaint', 'other', 'operation-photo', 'practice-work', 'operation-video',
] as const
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number]

/** Files one draft or one case may hold at a time. */
export const ATTACHMENTS_MAX = 10
export const ATTACHMENT_MAX_BYTES = 10 * 1024 * 1024

/** Scans of what was signed at the desk: each belongs to one act that happens once, so that the room for the candidate's own papers never holds such an act up. */
const SIGNED_AT_THE_DESK: readonly AttachmentKind[] = ['delivery-scan']

/** Photos and videos of the exam and the work of a practice on line: their act counts them itself, and they are opened by its rules and not with the papers of the case. */
export const OF_THE_EXAM: readonly AttachmentKind[] = ['operation-photo', 'practice-work', 'operation-video']

/** How many of the files already there take the room of a new one of this kind. */
export function filesBeside(kind: AttachmentKind, already: readonly { kind: AttachmentKind }[]): number {
  const apart = [...SIGNED_AT_THE_DESK, ...OF_THE_EXAM]
  return apart.includes(kind) ? 0 : already.filter((file) => !apart.includes(file.kind)).length
}

/** Whether a text names a kind of attachment. */
export function isAttachmentKind(text: string): text is AttachmentKind {
  return (ATTACHMENT_KINDS as readonly string[]).includes(text)
}

/** A file is kept only when it is not empty, not too large, and there is still room beside those already there. */
export function attachmentBlockers(file: { size: number }, already: number): Blocker[] {
  const blockers: Blocker[] = []
  if (file.size === 0) blockers.push({ code: 'attachment.empty' })
  if (file.size > ATTACHMENT_MAX_BYTES) blockers.push({ code: 'attachment.too-large', data: { megabytes: ATTACHMENT_MAX_BYTES / 1024 / 1024 } })
  if (already >= ATTACHMENTS_MAX) blockers.push({ code: 'attachment.too-many', data: { most: ATTACHMENTS_MAX } })
  return blockers
}

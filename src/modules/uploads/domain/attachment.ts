import type { Blocker } from '#kernel/denial.ts'

export const ATTACHMENT_KINDS = [
  'education', 'work', 'earlier-recognition', 'paper-application', 'accommodation', 'delivery-scan', 'appeal', 'complaint', 'other',
] as const
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number]

/** Files one draft or one case may hold at a time. */
export const ATTACHMENTS_MAX = 10
export const ATTACHMENT_MAX_BYTES = 10 * 1024 * 1024

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

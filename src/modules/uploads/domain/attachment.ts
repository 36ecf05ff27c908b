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

/** Kinds whose size is asked by the act that takes them, by its own norm: a video may be larger than a paper. */
const SIZED_BY_THEIR_ACT: readonly AttachmentKind[] = ['operation-video']

/** Of what is sent in at the door, before it is known what it will be kept as: not empty and not too large. */
export function sentFileBlockers(size: number): Blocker[] {
  const blockers: Blocker[] = []
  if (size === 0) blockers.push({ code: 'attachment.empty' })
  if (size > ATTACHMENT_MAX_BYTES) blockers.push({ code: 'attachment.too-large', data: { megabytes: ATTACHMENT_MAX_BYTES / 1024 / 1024 } })
  return blockers
}

/** A file is kept only when it is not empty, not too large for its kind, and there is still room beside those already there. */
export function attachmentBlockers(file: { kind: AttachmentKind; size: number }, already: number): Blocker[] {
  const ofSize = sentFileBlockers(file.size).filter((each) => each.code !== 'attachment.too-large' || !SIZED_BY_THEIR_ACT.includes(file.kind))
  return already >= ATTACHMENTS_MAX ? [...ofSize, { code: 'attachment.too-many', data: { most: ATTACHMENTS_MAX } }] : ofSize
}

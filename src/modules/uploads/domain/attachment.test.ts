import { describe, expect, it } from 'vitest'
import { ATTACHMENT_MAX_BYTES, ATTACHMENTS_MAX, attachmentBlockers, filesBeside, sentFileBlockers, type AttachmentKind } from './attachment.ts'

const codes = (size: number, already: number, kind: AttachmentKind = 'education') => attachmentBlockers({ kind, size }, already).map((each) => each.code)
const files = (...kinds: AttachmentKind[]) => kinds.map((kind) => ({ kind }))

describe('a file beside the others', () => {
  it.each([
    [1, 0, []], [0, 0, ['attachment.empty']], [ATTACHMENT_MAX_BYTES, 9, []], [ATTACHMENT_MAX_BYTES + 1, 0, ['attachment.too-large']],
    [1, ATTACHMENTS_MAX, ['attachment.too-many']], [0, ATTACHMENTS_MAX, ['attachment.empty', 'attachment.too-many']],
  ])('of %i bytes with %i there', (size, already, expected) => {
    expect(codes(size, already)).toEqual(expected)
  })

  it.each([
    [1, []], [0, ['attachment.empty']], [ATTACHMENT_MAX_BYTES, []], [ATTACHMENT_MAX_BYTES + 1, ['attachment.too-large']],
  ])('of %i bytes at the door, before it is known what it will be', (size, expected) => {
    expect(sentFileBlockers(size).map((each) => each.code)).toEqual(expected)
  })

  it('a video of an operation is weighed by its own act, and is still no empty file and none too many', () => {
    expect(codes(ATTACHMENT_MAX_BYTES + 1, 0, 'operation-video')).toEqual([])
    expect(codes(ATTACHMENT_MAX_BYTES + 1, 0, 'operation-photo')).toEqual(['attachment.too-large'])
    expect(codes(0, 0, 'operation-video')).toEqual(['attachment.empty'])
    expect(codes(ATTACHMENT_MAX_BYTES + 1, ATTACHMENTS_MAX, 'operation-video')).toEqual(['attachment.too-many'])
  })

  it('counts the papers of the person, and never holds up a scan of what was signed at the desk', () => {
    const ten = files(...Array.from({ length: 10 }, () => 'education' as const))
    expect(filesBeside('other', ten)).toBe(10)
    expect(filesBeside('delivery-scan', ten)).toBe(0)
    expect(filesBeside('education', files('delivery-scan', 'delivery-scan', 'work'))).toBe(1)
  })
})

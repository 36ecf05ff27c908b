import { describe, expect, it } from 'vitest'
import { ATTACHMENT_MAX_BYTES, ATTACHMENTS_MAX, attachmentBlockers, filesBeside, type AttachmentKind } from './attachment.ts'

const codes = (size: number, already: number) => attachmentBlockers({ size }, already).map((each) => each.code)
const files = (...kinds: AttachmentKind[]) => kinds.map((kind) => ({ kind }))

describe('a file beside the others', () => {
  it.each([
    [1, 0, []], [0, 0, ['attachment.empty']], [ATTACHMENT_MAX_BYTES, 9, []], [ATTACHMENT_MAX_BYTES + 1, 0, ['attachment.too-large']],
    [1, ATTACHMENTS_MAX, ['attachment.too-many']], [0, ATTACHMENTS_MAX, ['attachment.empty', 'attachment.too-many']],
  ])('of %i bytes with %i there', (size, already, expected) => {
    expect(codes(size, already)).toEqual(expected)
  })

  it('counts the papers of the person, and never holds up a scan of what was signed at the desk', () => {
    const ten = files(...Array.from({ length: 10 }, () => 'education' as const))
    expect(filesBeside('other', ten)).toBe(10)
    expect(filesBeside('delivery-scan', ten)).toBe(0)
    expect(filesBeside('education', files('delivery-scan', 'delivery-scan', 'work'))).toBe(1)
  })
})

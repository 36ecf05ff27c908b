import { createHash } from 'node:crypto'
import type { Ctx } from '#platform/acts/ctx.ts'
import { safeName } from '#platform/files/intake.ts'
import { cleanVideo } from './domain/video/clean-video.ts'
import { isTooLong, videoSeconds } from './domain/video/video-length.ts'
import type { ExaminedFile, SentFile } from './examine-file.ts'

export type ExaminedVideo = { file: ExaminedFile; fault: null } | { file: undefined; fault: 'no-video' | 'broken' | 'too-long' }

/** Looks at a video by its bytes and stores it without its place and device; what was sent is kept nowhere. One that its container says is longer than asked for is not taken; its size is for the act that asks. */
export async function examineVideo(ctx: Ctx, sent: SentFile, { mostSeconds }: { mostSeconds: number }): Promise<ExaminedVideo> {
  const cleaned = cleanVideo(sent.bytes)
  if (cleaned.fault !== undefined) return { file: undefined, fault: cleaned.fault }
  if (isTooLong(videoSeconds(cleaned.bytes, cleaned.mediaType), mostSeconds)) return { file: undefined, fault: 'too-long' }
  const { key, size, sha256 } = await ctx.files.put(cleaned.bytes)
  return { file: { name: safeName(sent.name), mediaType: cleaned.mediaType, size, sha256: createHash('sha256').update(sent.bytes).digest(), fileKey: key, originalKey: key, cleanedSha256: sha256, originalSize: size }, fault: null }
}

import { deny } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { beginsRecording } from './domain/chunk-order.ts'
import { knownWatch } from './known-watch.ts'
import { policy } from './policy.ts'
import { putSealed } from './put-sealed.ts'
import { placeOfChunk, sealBytes, sha256Of } from './seal.ts'
import type { OfStage } from './watched.ts'
import { pieceOf, placeOf, writeChunk, type SaidChunk } from './write-chunk.ts'

export interface SentChunk extends OfStage, SaidChunk {
  number: string
  bytes: Uint8Array
}

/**
 * Keeps one numbered chunk of a recording that came through the server: hash and turn are checked, the bytes are sealed with the key of the
 * watch and durable before the row is written. The same chunk again is no second one.
 */
export async function keepChunk(ctx: Ctx, sent: SentChunk): Promise<'stored' | 'again'> {
  const piece = pieceOf(sent, sent.bytes.length)
  const watch = await knownWatch(ctx, sent)
  if (Buffer.from(sha256Of(sent.bytes)).toString('hex') !== piece.sha256) deny('proctoring.chunk-hash')
  const before = await read(ctx, 'proctoring.sit', (t) => {
    assertMay(t, policy, 'proctoring.sit', watch)
    return placeOf(t, watch, piece)
  })
  if (before === 'again') return before
  const { key: fileKey } = await putSealed(ctx, sealBytes(watch.key, sent.bytes, placeOfChunk(watch.sessionId, piece.track, piece.number)))
  return writeChunk(ctx, watch, piece, { fileKey, sealedBy: 'server', begins: beginsRecording(sent.bytes) })
}

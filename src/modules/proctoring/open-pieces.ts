import { Denial } from '#kernel/denial.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import type { Purpose } from './domain/kinds.ts'
import { policy } from './policy.ts'
import { browserKeyOf, openBytes, placeOfChunk, sha256Of } from './seal.ts'
import { updateBroken, type Chunk } from './store/chunk-store.ts'
import { viewFactsOf, watchedOf } from './watched.ts'

/** A recording as somebody has opened it: whose, for what, and the key of its watch. */
export interface OpenedRecording {
  number: string
  stage: Stage
  sessionId: Uuid
  purpose: Purpose
  key: Uint8Array
}

/**
 * Opens one piece. The server has not seen what a browser has sealed, so only now it is known whether it is what was announced: a piece that
 * does not open or is another gives nothing, and that is written down. A store that does not answer is a fault and says nothing of the piece.
 */
export async function openPiece(ctx: Ctx, recording: OpenedRecording, chunk: Chunk): Promise<Uint8Array | undefined> {
  const sealed = await ctx.files.get(chunk.fileKey)
  const opened = opensWith(chunk.sealedBy === 'browser' ? browserKeyOf(recording.key) : recording.key, sealed, placeOfChunk(recording.sessionId, chunk.track, chunk.number))
  if (opened && Buffer.compare(sha256Of(opened), chunk.sha256) === 0) return opened
  await noteBroken(ctx, recording, chunk)
  return undefined
}

function opensWith(key: Uint8Array, sealed: Uint8Array, place: string): Uint8Array | undefined {
  try {
    return openBytes(key, sealed, place)
  } catch {
    return undefined
  }
}

/** Remembers a piece that does not open, once; the first of a watch stands in the record of the case. */
async function noteBroken(ctx: Ctx, { number, stage, sessionId, purpose }: OpenedRecording, chunk: Chunk): Promise<void> {
  if (chunk.brokenAt) return
  ctx.warn?.('a piece of a recording does not open', { watch: sessionId, track: chunk.track, number: chunk.number, sealedBy: chunk.sealedBy })
  // The key of the request belongs to the act of the person, which may have used it already; this is done once by itself.
  const { requestKey: _, ...unkeyed } = ctx
  const noted = tx(unkeyed, 'proctoring.view', async (t) => {
    const kase = await casework.lockCaseByNumber(t, number)
    const watched = await watchedOf(t, kase, { stage, lock: false })
    assertMay(t, policy, 'proctoring.view', await viewFactsOf(t, watched, purpose))
    if ((await updateBroken(t.sql, { sessionId, track: chunk.track, number: chunk.number, at: t.now })) !== 'first') return
    await casework.record(t, kase.id, 'recording-broken', { attemptId: watched.exam.attempt.id, track: chunk.track, piece: chunk.number })
  })
  // Whoever may look no more, because the exam ended while he looked, notes nothing; the next one does.
  await noted.catch((error: unknown) => {
    if (!(error instanceof Denial)) throw error
  })
}

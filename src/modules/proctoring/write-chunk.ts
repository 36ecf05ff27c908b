import { deny, Denial } from '#kernel/denial.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { placeChunk } from './domain/chunk-order.ts'
import { isClientTime, serverTime } from './domain/client-clock.ts'
import { oneOf, TRACKS, type Track } from './domain/kinds.ts'
import { isRecordingOver } from './domain/state.ts'
import type { KnownWatch } from './known-watch.ts'
import { policy } from './policy.ts'
import { insertNextChunk, selectKeptChunk, selectNext, type SealedBy } from './store/chunk-store.ts'

/** What is said of a piece of a recording, whichever way its bytes come. */
export interface SaidChunk {
  track: string
  chunk: number
  mediaType: string
  /** Hexadecimal SHA-256 as the browser computed it. */
  sha256: string
  clientFrom: number
  ms: number
}
/** The same, once it can be a piece at all. */
export interface Piece {
  track: Track
  number: number
  mediaType: string
  sha256: string
  size: number
  clientFrom: number
  ms: number
}
/** Where the bytes of a piece lie, and under which key. */
export interface Laid {
  fileKey: string
  sealedBy: SealedBy
  begins: boolean
}

/** A refusal that tells the browser with which number to go on. */
export class ChunkOutOfOrder extends Denial {
  readonly next: number
  constructor(next: number) {
    super('proctoring.chunk-order', { data: { next } })
    this.next = next
  }
}

const MOST_MS = 600_000
const MEDIA = /^video\/(webm|mp4)$/
const HASH = /^[0-9a-f]{64}$/

/** Refuses what no piece can be. */
export function pieceOf(said: SaidChunk, size: number): Piece {
  const track = oneOf(TRACKS, said.track)
  if (!track || !Number.isSafeInteger(said.chunk) || said.chunk < 0 || said.chunk > 1_000_000) throw new Denial('not-found')
  if (!MEDIA.test(said.mediaType) || !isClientTime(said.clientFrom) || !Number.isSafeInteger(said.ms) || said.ms < 0 || said.ms > MOST_MS || !Number.isSafeInteger(size) || size <= 0) throw new Denial('input.wrong')
  const sha256 = said.sha256.toLowerCase()
  if (!HASH.test(sha256)) deny('proctoring.chunk-hash')
  return { track, number: said.chunk, mediaType: said.mediaType, sha256, size, clientFrom: said.clientFrom, ms: said.ms }
}

/** Whether a piece is the next of its track or there already; everything else is refused. */
export async function placeOf(t: Tx, watch: KnownWatch, piece: Piece): Promise<'next' | 'again'> {
  assertMay(t, policy, 'proctoring.sit', watch)
  if (isRecordingOver(watch.endedAt, t.now, watch.graceSeconds)) deny('proctoring.ended')
  if (piece.size > watch.chunkBytes) deny('proctoring.chunk-too-large', { most: watch.chunkBytes })
  const next = await selectNext(t.sql, watch.sessionId, piece.track)
  const kept = piece.number < next ? await selectKeptChunk(t.sql, watch.sessionId, piece.track, piece.number) : undefined
  const place = placeChunk(next, piece.number, piece.sha256, kept && Buffer.from(kept.sha256).toString('hex'))
  if (place === 'order') throw new ChunkOutOfOrder(next)
  if (place === 'differs') deny('proctoring.chunk-differs')
  return place === 'again' ? 'again' : 'next'
}

/** Writes the row of a piece whose bytes are durable, as the next of its track and once. Bytes that are not needed go at once. */
export async function writeChunk(ctx: Ctx, watch: KnownWatch, piece: Piece, laid: Laid): Promise<'stored' | 'again'> {
  const outcome = await tx(ctx, 'proctoring.sit', async (t) => {
    assertMay(t, policy, 'proctoring.sit', watch)
    const written = await insertNextChunk(t.sql, {
      sessionId: watch.sessionId, caseId: watch.caseId, track: piece.track, number: piece.number, sha256: Buffer.from(piece.sha256, 'hex'), size: piece.size, mediaType: piece.mediaType, begins: laid.begins,
      clientFrom: piece.clientFrom, ms: piece.ms, fromAt: serverTime(piece.clientFrom, watch.skewMs, t.now), receivedAt: t.now, fileKey: laid.fileKey, sealedBy: laid.sealedBy,
    })
    return written === 1 ? ('stored' as const) : placeOf(t, watch, piece)
  }).catch(async (error: unknown) => {
    // A refusal wrote nothing. After a fault nobody knows whether the row stands, so its bytes wait for the sweep of orphans.
    if (error instanceof Denial) await dropUnheld(ctx, watch, piece, laid.fileKey)
    throw error
  })
  if (outcome === 'stored') return outcome
  await dropUnheld(ctx, watch, piece, laid.fileKey)
  return 'again'
}

/** Deletes bytes that are not those of the piece that was kept: a confirmation sent twice names the very same. */
export async function dropUnheld(ctx: Ctx, watch: KnownWatch, piece: Piece, fileKey: string): Promise<void> {
  const kept = await read(ctx, 'proctoring.sit', async (t) => {
    assertMay(t, policy, 'proctoring.sit', watch)
    return selectKeptChunk(t.sql, watch.sessionId, piece.track, piece.number)
  })
  if (kept?.fileKey !== fileKey) await ctx.files.delete(fileKey).catch(() => undefined)
}

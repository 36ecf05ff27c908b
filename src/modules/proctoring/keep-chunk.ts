import { deny, Denial } from '#kernel/denial.ts'
import type { Moment } from '#kernel/day.ts'
import { STAGES } from '#kernel/exam-stage.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { beginsRecording, placeChunk } from './domain/chunk-order.ts'
import { isClientTime, serverTime } from './domain/client-clock.ts'
import { oneOf, TRACKS, type Track } from './domain/kinds.ts'
import { isRecordingOver } from './domain/state.ts'
import { policy } from './policy.ts'
import { putSealed } from './put-sealed.ts'
import { sealBytes, sha256Of, unwrapKey } from './seal.ts'
import { insertNextChunk, selectChunkHash, selectNext } from './store/chunk-store.ts'
import { sessionOf, watchedCase, type OfStage } from './watched.ts'

export interface SentChunk extends OfStage {
  number: string
  track: string
  chunk: number
  bytes: Uint8Array
  mediaType: string
  /** Hexadecimal SHA-256 as the browser computed it. */
  sha256: string
  clientFrom: number
  ms: number
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

/** What the next chunks need to know of a watch; asked anew after some seconds, so that a whole room of cameras asks little. */
interface Known {
  sessionId: string
  caseId: string
  centreId: string
  accountId: string | null
  key: Uint8Array
  skewMs: number
  endedAt: Moment | null
  graceSeconds: number
  chunkBytes: number
  until: number
}
const KNOWN_MS = 10_000
const MOST_KNOWN = 5_000
const known = new Map<string, Known>()

/** Forgets what is known of a watch: its exam has ended or its key has gone. */
export function forgetKnown(number: string): void {
  for (const stage of [undefined, ...STAGES]) known.delete(placeOfKnown({ number, stage }))
}

/**
 * Keeps one numbered chunk of a recording: hash and turn are checked, the bytes are sealed with the key of the watch and durable before
 * the row is written. The same chunk again is no second one.
 */
export async function keepChunk(ctx: Ctx, sent: SentChunk): Promise<'stored' | 'again'> {
  const track = oneOf(TRACKS, sent.track)
  if (!track || !Number.isSafeInteger(sent.chunk) || sent.chunk < 0 || sent.chunk > 1_000_000) throw new Denial('not-found')
  if (!MEDIA.test(sent.mediaType) || !isClientTime(sent.clientFrom) || !Number.isSafeInteger(sent.ms) || sent.ms < 0 || sent.ms > MOST_MS || sent.bytes.length === 0) throw new Denial('input.wrong')
  const watch = await knownWatch(ctx, sent)
  if (sent.bytes.length > watch.chunkBytes) deny('proctoring.chunk-too-large', { most: watch.chunkBytes })
  const sha256 = sha256Of(sent.bytes)
  if (Buffer.from(sha256).toString('hex') !== sent.sha256.toLowerCase()) deny('proctoring.chunk-hash')
  const before = await read(ctx, 'proctoring.sit', (t) => placeOf(t, watch, track, sent, sha256))
  if (before === 'again') return before
  const { key: fileKey } = await putSealed(ctx, sealBytes(watch.key, sent.bytes, `chunk:${watch.sessionId}:${track}:${sent.chunk}`))
  const outcome = await tx(ctx, 'proctoring.sit', async (t) => {
    assertMay(t, policy, 'proctoring.sit', watch)
    const written = await insertNextChunk(t.sql, {
      sessionId: watch.sessionId, caseId: watch.caseId, track, number: sent.chunk, sha256, size: sent.bytes.length, mediaType: sent.mediaType, begins: beginsRecording(sent.bytes),
      clientFrom: sent.clientFrom, ms: sent.ms, fromAt: serverTime(sent.clientFrom, watch.skewMs, t.now), receivedAt: t.now, fileKey,
    })
    return written === 1 ? ('stored' as const) : placeOf(t, watch, track, sent, sha256)
  }).catch(async (error: unknown) => {
    await ctx.files.delete(fileKey).catch(() => undefined)
    throw error
  })
  if (outcome !== 'stored') await ctx.files.delete(fileKey).catch(() => undefined)
  return outcome === 'stored' ? 'stored' : 'again'
}

async function placeOf(t: Tx, watch: Known, track: Track, sent: SentChunk, sha256: Uint8Array): Promise<'next' | 'again'> {
  assertMay(t, policy, 'proctoring.sit', watch)
  if (isRecordingOver(watch.endedAt, t.now, watch.graceSeconds)) deny('proctoring.ended')
  const next = await selectNext(t.sql, watch.sessionId, track)
  const kept = sent.chunk < next ? await selectChunkHash(t.sql, watch.sessionId, track, sent.chunk) : undefined
  const place = placeChunk(next, sent.chunk, Buffer.from(sha256).toString('hex'), kept && Buffer.from(kept).toString('hex'))
  if (place === 'order') throw new ChunkOutOfOrder(next)
  if (place === 'differs') deny('proctoring.chunk-differs')
  return place === 'again' ? 'again' : 'next'
}

const placeOfKnown = ({ number, stage }: OfStage & { number: string }) => `${number} ${stage ?? ''}`

async function knownWatch(ctx: Ctx, of: OfStage & { number: string }): Promise<Known> {
  const place = placeOfKnown(of)
  const found = known.get(place)
  if (found && found.until > performance.now() && found.accountId === accountOf(ctx.actor)) return found
  const watch = await read(ctx, 'proctoring.sit', async (t): Promise<Known> => {
    const watched = await watchedCase(t, of.number, { stage: of.stage, lock: false }, (kase) => assertMay(t, policy, 'proctoring.sit', kase))
    const session = sessionOf(watched)
    if (!session.wrappedKey) deny('proctoring.ended')
    return {
      sessionId: session.id, caseId: watched.kase.id, centreId: watched.kase.centreId, accountId: watched.kase.accountId, key: unwrapKey(t.cipher, session.wrappedKey), skewMs: session.skewMs ?? 0,
      endedAt: watched.endedAt, graceSeconds: watched.norms.graceSeconds, chunkBytes: watched.norms.chunkBytes, until: performance.now() + KNOWN_MS,
    }
  })
  known.set(place, watch)
  while (known.size > MOST_KNOWN) known.delete(known.keys().next().value!)
  return watch
}

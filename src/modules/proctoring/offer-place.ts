import { epochMs } from '#kernel/day.ts'
import { deny, Denial } from '#kernel/denial.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import type { Presigned } from '#platform/files/store.ts'
import { TICKET_MS } from './domain/ticket.ts'
import { knownWatch } from './known-watch.ts'
import { policy } from './policy.ts'
import { browserKeyOf, placeOfChunks, SEAL_BYTES, unwrapKey } from './seal.ts'
import { sealTicket } from './ticket.ts'
import { watchedCase, type OfStage } from './watched.ts'
import { pieceOf, placeOf, type SaidChunk } from './write-chunk.ts'

/** Places of one watch that wait for their piece at once: whoever never confirms cannot fill the store. */
const MOST_PLACES = 20

export interface AskedPlace extends OfStage, SaidChunk {
  number: string
  /** Hexadecimal SHA-256 and size of the sealed bytes, which are what the store gets. */
  sealedSha256: string
  sealedSize: number
}
export type OfferedPlace =
  | { outcome: 'place'; put: Pick<Presigned, 'url' | 'headers'>; ticket: string }
  /** The piece is there already. */
  | { outcome: 'again' }
  /** The store is not brought to by browsers: the piece goes through the server. */
  | { outcome: 'through-server' }

/** Offers the browser a place in the store for the next piece of a track, under the rules of every piece; no row is written before it lies there. */
export async function offerPlace(ctx: Ctx, asked: AskedPlace): Promise<OfferedPlace> {
  const piece = pieceOf(asked, asked.sealedSize - SEAL_BYTES)
  const watch = await knownWatch(ctx, asked)
  const before = await read(ctx, 'proctoring.sit', (t) => {
    assertMay(t, policy, 'proctoring.sit', watch)
    return placeOf(t, watch, piece)
  })
  if (before === 'again') return { outcome: 'again' }
  if (!ctx.files.direct) return { outcome: 'through-server' }
  if (!/^[0-9a-f]{64}$/.test(asked.sealedSha256)) throw new Denial('input.wrong')
  const now = epochMs(ctx.clock.now())
  watch.places = watch.places.filter((ends) => ends > now)
  if (watch.places.length >= MOST_PLACES) deny('rate.too-many')
  // Its kind is not told to the store: what it gets is sealed.
  const { key: fileKey, url, headers } = await ctx.files.direct.presign({ sha256: Buffer.from(asked.sealedSha256, 'hex'), size: asked.sealedSize, mediaType: 'application/octet-stream' })
  watch.places.push(now + TICKET_MS)
  const ticket = sealTicket(ctx.cipher, {
    fileKey, sessionId: watch.sessionId, person: accountOf(ctx.actor)!, track: piece.track, number: piece.number, sha256: piece.sha256, sealedSha256: asked.sealedSha256, sealedSize: asked.sealedSize,
    mediaType: piece.mediaType, clientFrom: piece.clientFrom, ms: piece.ms, endsMs: now + TICKET_MS,
  })
  return { outcome: 'place', put: { url, headers }, ticket }
}

/** What the browser of the candidate seals with: the key, in Base64, and what the sealed bytes of a piece are bound to; track and number follow it. */
export interface BrowserSeal {
  key: string
  place: string
}
/** Only for the candidate himself, while he writes or works, and where the store is brought to by browsers. */
export async function readBrowserSeal(ctx: Ctx, number: string, stage?: Stage): Promise<BrowserSeal | undefined> {
  if (!ctx.files.direct) return undefined
  return read(ctx, 'proctoring.sit', async (t) => {
    const { session, state } = await watchedCase(t, number, { stage, lock: false }, (kase) => assertMay(t, policy, 'proctoring.sit', kase))
    if (!session?.wrappedKey || (state !== 'running' && state !== 'warned')) return undefined
    return { key: Buffer.from(browserKeyOf(unwrapKey(t.cipher, session.wrappedKey))).toString('base64'), place: placeOfChunks(session.id) }
  })
}

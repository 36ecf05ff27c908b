import { Readable } from 'node:stream'
import { epochMs, plusMs } from '#kernel/day.ts'
import { deny, Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { clipOf } from './domain/chunk-order.ts'
import { oneOf, OWN_PURPOSES, type Purpose } from './domain/kinds.ts'
import { checkSomePieces } from './check-pieces.ts'
import { openPiece } from './open-pieces.ts'
import { findOpened } from './open-view.ts'
import { policy } from './policy.ts'
import { hasBrowserPieces } from './store/chunk-store.ts'
import { insertView } from './store/review-store.ts'
import { keptOf, viewFactsOf, watchedCase, type OfStage } from './watched.ts'

const NOTE_MOST = 300

/** Opens a recording for a named purpose; the opening is written down before a picture is seen. */
export async function openRecording(ctx: Ctx, input: OfStage & { number: string; purpose: string; note?: string }): Promise<Uuid> {
  const purpose = oneOf(OWN_PURPOSES, input.purpose)
  if (!purpose) deny('recording.purpose-missing', { field: 'purpose' })
  return openRecordingFor(ctx, { ...input, purpose }, () => undefined)
}

/** The same for whoever decides, hears an appeal or answers a complaint; `ask` asks first whether he is the one who does. */
export async function openRecordingFor(ctx: Ctx, input: OfStage & { number: string; purpose: Purpose; note?: string }, ask: (t: Tx, kase: casework.CaseFile) => unknown): Promise<Uuid> {
  let isUnseen = false
  const { purpose } = input
  const viewId = await tx(ctx, 'proctoring.view', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    await ask(t, kase)
    const watched = await watchedCase(t, input.number, { stage: input.stage, lock: false }, () => undefined)
    assertMay(t, policy, 'proctoring.view', await viewFactsOf(t, watched, purpose))
    const session = keptOf(watched)
    if (session.erasedOn) deny('recording.erased', { on: session.erasedOn })
    const id = t.newId()
    await insertView(t.sql, { id, sessionId: session.id, caseId: kase.id, viewer: accountOf(t.actor)!, purpose, note: (input.note ?? '').trim().slice(0, NOTE_MOST), openedAt: t.now })
    await casework.record(t, kase.id, 'recording-opened', { attemptId: session.attemptId, purpose })
    isUnseen = await hasBrowserPieces(t.sql, session.id)
    return id
  })
  // What a browser has sealed nobody has looked into yet. A store that does not answer now will say so when a clip is asked for.
  if (isUnseen) await checkSomePieces(ctx, { viewId, number: input.number }).catch((error: unknown) => ctx.warn?.('the pieces of a recording could not be tried', { reason: (error as Error).name }))
  return viewId
}

export interface Clip {
  mediaType: string
  body: NodeJS.ReadableStream
}
/**
 * A part of a recording, opened piece by piece as it is read. `from` and `to` are milliseconds of the server's clock; without them the whole.
 * Without the piece that a player begins with nothing can be shown, and that is said; one in the middle that does not open is left out and written down.
 */
export async function readClip(ctx: Ctx, input: { viewId: string; number: string; track: string; from?: number | undefined; to?: number | undefined }): Promise<Clip> {
  const { recording, chunks } = await findOpened(ctx, input)
  const spans = chunks.map((chunk) => ({ number: chunk.number, begins: chunk.begins, fromMs: epochMs(chunk.fromAt), toMs: epochMs(plusMs(chunk.fromAt, Math.max(1, chunk.ms))) }))
  if (chunks.length > 0 && !chunks.some((chunk) => chunk.begins)) deny('recording.not-playable')
  const wanted = new Set(clipOf(spans, input.from ?? 0, input.to ?? Number.MAX_SAFE_INTEGER))
  const [first, ...others] = chunks.filter((chunk) => wanted.has(chunk.number))
  if (!first) throw new Denial('not-found')
  const head = await openPiece(ctx, recording, first)
  if (!head) deny('recording.not-playable')
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield head!
    for (const chunk of others) {
      const piece = await openPiece(ctx, recording, chunk)
      if (piece) yield piece
    }
  }
  return { mediaType: first.mediaType, body: Readable.from(bytes()) }
}

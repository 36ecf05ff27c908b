import { Readable } from 'node:stream'
import { epochMs, msBetween, plusMs } from '#kernel/day.ts'
import { deny, Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { clipOf } from './domain/chunk-order.ts'
import { oneOf, PURPOSES, TRACKS } from './domain/kinds.ts'
import { policy } from './policy.ts'
import { openBytes, unwrapKey } from './seal.ts'
import { selectChunks } from './store/chunk-store.ts'
import { insertView, selectView } from './store/review-store.ts'
import { keptOf, viewFactsOf, watchedCase, type OfStage } from './watched.ts'

const NOTE_MOST = 300

/** Opens a recording for a named purpose; the opening is written down before a picture is seen. */
export async function openRecording(ctx: Ctx, input: OfStage & { number: string; purpose: string; note?: string }): Promise<Uuid> {
  return tx(ctx, 'proctoring.view', async (t) => {
    const purpose = oneOf(PURPOSES, input.purpose)
    if (!purpose) deny('recording.purpose-missing', { field: 'purpose' })
    const kase = await casework.lockCaseByNumber(t, input.number)
    const watched = await watchedCase(t, input.number, { stage: input.stage, lock: false }, () => undefined)
    assertMay(t, policy, 'proctoring.view', await viewFactsOf(t, watched, purpose))
    const session = keptOf(watched)
    if (session.erasedOn) deny('recording.erased', { on: session.erasedOn })
    const id = t.newId()
    await insertView(t.sql, { id, sessionId: session.id, caseId: kase.id, viewer: accountOf(t.actor)!, purpose, note: (input.note ?? '').trim().slice(0, NOTE_MOST), openedAt: t.now })
    await casework.record(t, kase.id, 'recording-opened', { attemptId: session.attemptId, purpose })
    return id
  })
}

export interface Clip {
  mediaType: string
  body: NodeJS.ReadableStream
}
/** A piece of a recording, opened chunk by chunk as it is read. `from` and `to` are milliseconds of the server's clock; without them the whole. */
export async function readClip(ctx: Ctx, input: { viewId: string; number: string; track: string; from?: number | undefined; to?: number | undefined }): Promise<Clip> {
  const track = oneOf(TRACKS, input.track)
  const viewId = parseUuid(input.viewId)
  if (!track || !viewId) throw new Denial('not-found')
  const found = await read(ctx, 'proctoring.view', async (t) => {
    const view = await selectView(t.sql, viewId)
    if (!view) throw new Denial('not-found')
    const watched = await watchedCase(t, input.number, { stage: view.stage, lock: false }, () => undefined)
    const session = keptOf(watched)
    if (view.viewer !== accountOf(t.actor) || view.sessionId !== session.id || msBetween(view.openedAt, t.now) > watched.norms.viewHours * 3_600_000) throw new Denial('not-found')
    assertMay(t, policy, 'proctoring.view', await viewFactsOf(t, watched, view.purpose))
    if (!session.wrappedKey) throw new Denial('not-found')
    const chunks = await selectChunks(t.sql, session.id, track)
    const spans = chunks.map((chunk) => ({ number: chunk.number, begins: chunk.begins, fromMs: epochMs(chunk.fromAt), toMs: epochMs(plusMs(chunk.fromAt, Math.max(1, chunk.ms))) }))
    const wanted = new Set(clipOf(spans, input.from ?? 0, input.to ?? Number.MAX_SAFE_INTEGER))
    return { sessionId: session.id, key: unwrapKey(t.cipher, session.wrappedKey), chunks: chunks.filter((chunk) => wanted.has(chunk.number)) }
  })
  const [first] = found.chunks
  if (!first) throw new Denial('not-found')
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for (const chunk of found.chunks) yield openBytes(found.key, await ctx.files.get(chunk.fileKey), `chunk:${found.sessionId}:${track}:${chunk.number}`)
  }
  return { mediaType: first.mediaType, body: Readable.from(bytes()) }
}

import { msBetween } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { oneOf, TRACKS, type Purpose } from './domain/kinds.ts'
import type { OpenedRecording } from './open-pieces.ts'
import { policy } from './policy.ts'
import { attemptOf, type WatchedAttempt } from './read-attempt.ts'
import { unwrapKey } from './seal.ts'
import { selectChunks, type Chunk } from './store/chunk-store.ts'
import { selectView } from './store/review-store.ts'
import { keptOf, viewFactsOf, watchedCase } from './watched.ts'

interface OfView {
  viewId: string
  number: string
}
/** The opening by which the reader still sees what was recorded: his own, of this case, not too old, and for a purpose that still stands. */
async function openView(t: Tx, input: OfView) {
  const viewId = parseUuid(input.viewId)
  const view = viewId ? await selectView(t.sql, viewId) : undefined
  if (!view) throw new Denial('not-found')
  const watched = await watchedCase(t, input.number, { stage: view.stage, lock: false }, () => undefined)
  const session = keptOf(watched)
  if (view.viewer !== accountOf(t.actor) || view.sessionId !== session.id || msBetween(view.openedAt, t.now) > watched.norms.viewHours * 3_600_000) throw new Denial('not-found')
  assertMay(t, policy, 'proctoring.view', await viewFactsOf(t, watched, view.purpose))
  return { view, watched, session }
}

/** What was noticed and recorded of a stage, for a panel or for whoever answers a complaint, once it was opened for that. */
export interface OpenedAttempt {
  viewId: Uuid
  purpose: Purpose
  attempt: WatchedAttempt
}
export async function readOpenedAttempt(ctx: Ctx, input: OfView): Promise<OpenedAttempt> {
  return read(ctx, 'proctoring.view', async (t) => {
    const { view, watched } = await openView(t, input)
    return { viewId: view.id, purpose: view.purpose, attempt: await attemptOf(t, watched) }
  })
}

/** The pieces of one track for whoever has opened the recording and may see it still. */
export async function findOpened(ctx: Ctx, input: OfView & { track: string }): Promise<{ recording: OpenedRecording; chunks: Chunk[] }> {
  const track = oneOf(TRACKS, input.track)
  if (!track) throw new Denial('not-found')
  return read(ctx, 'proctoring.view', async (t) => {
    const { view, session } = await openView(t, input)
    if (!session.wrappedKey) throw new Denial('not-found')
    return { recording: { number: input.number, stage: view.stage, sessionId: session.id, purpose: view.purpose, key: unwrapKey(t.cipher, session.wrappedKey) }, chunks: await selectChunks(t.sql, session.id, track) }
  })
}

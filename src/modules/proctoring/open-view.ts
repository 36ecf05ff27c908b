import { msBetween } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import { parseUuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { oneOf, TRACKS } from './domain/kinds.ts'
import type { OpenedRecording } from './open-pieces.ts'
import { policy } from './policy.ts'
import { unwrapKey } from './seal.ts'
import { selectChunks, type Chunk } from './store/chunk-store.ts'
import { selectView } from './store/review-store.ts'
import { keptOf, viewFactsOf, watchedCase } from './watched.ts'

/** The pieces of one track for whoever has opened the recording and may see it still. */
export async function findOpened(ctx: Ctx, input: { viewId: string; number: string; track: string }): Promise<{ recording: OpenedRecording; chunks: Chunk[] }> {
  const track = oneOf(TRACKS, input.track)
  const viewId = parseUuid(input.viewId)
  if (!track || !viewId) throw new Denial('not-found')
  return read(ctx, 'proctoring.view', async (t) => {
    const view = await selectView(t.sql, viewId)
    if (!view) throw new Denial('not-found')
    const watched = await watchedCase(t, input.number, { stage: view.stage, lock: false }, () => undefined)
    const session = keptOf(watched)
    if (view.viewer !== accountOf(t.actor) || view.sessionId !== session.id || msBetween(view.openedAt, t.now) > watched.norms.viewHours * 3_600_000) throw new Denial('not-found')
    assertMay(t, policy, 'proctoring.view', await viewFactsOf(t, watched, view.purpose))
    if (!session.wrappedKey) throw new Denial('not-found')
    return { recording: { number: input.number, stage: view.stage, sessionId: session.id, purpose: view.purpose, key: unwrapKey(t.cipher, session.wrappedKey) }, chunks: await selectChunks(t.sql, session.id, track) }
  })
}

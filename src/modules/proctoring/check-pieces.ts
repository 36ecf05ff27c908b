import type { Ctx } from '#platform/acts/ctx.ts'
import { spotsOf } from './domain/chunk-order.ts'
import { TRACKS } from './domain/kinds.ts'
import { findOpened } from './open-view.ts'
import { openPiece } from './open-pieces.ts'

/** Of each track so many pieces are tried when a recording is opened: a recording of nothing is told at once, and it costs no more than a clip [D]. */
const TRIED = 8

/** Tries some of the pieces that browsers have sealed, spread over the recording; those that do not open are written down. Answers how many were tried. */
export async function checkSomePieces(ctx: Ctx, view: { viewId: string; number: string }): Promise<number> {
  let tried = 0
  for (const track of TRACKS) {
    const { recording, chunks } = await findOpened(ctx, { ...view, track })
    const unseen = chunks.filter((chunk) => chunk.sealedBy === 'browser' && chunk.brokenAt === null)
    for (const place of spotsOf(unseen.length, TRIED)) {
      await openPiece(ctx, recording, unseen[place]!)
      tried++
    }
  }
  return tried
}

import { deny } from '#kernel/denial.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { beginsRecording } from './domain/chunk-order.ts'
import { isTicketGood, isWhatWasMeant } from './domain/ticket.ts'
import { knownWatch } from './known-watch.ts'
import { policy } from './policy.ts'
import { browserKeyOf, PEEK_BYTES, peekBytes, SEAL_BYTES } from './seal.ts'
import { openTicket } from './ticket.ts'
import type { OfStage } from './watched.ts'
import { dropUnheld, pieceOf, placeOf, writeChunk } from './write-chunk.ts'

/**
 * Keeps a piece that the browser has brought to the store itself. The store is asked what lies there; what differs is deleted. Whether a
 * player can start with it is seen in its first bytes and not believed. The same confirmation again changes nothing.
 */
export async function confirmChunk(ctx: Ctx, input: OfStage & { number: string; ticket: string }): Promise<'stored' | 'again'> {
  const watch = await knownWatch(ctx, input)
  const ticket = openTicket(ctx.cipher, input.ticket)
  if (!isTicketGood(ticket, { sessionId: watch.sessionId, person: accountOf(ctx.actor) }, ctx.clock.now())) deny('proctoring.ticket-wrong')
  const piece = pieceOf({ ...ticket, chunk: ticket.number }, ticket.sealedSize - SEAL_BYTES)
  const before = await read(ctx, 'proctoring.sit', (t) => {
    assertMay(t, policy, 'proctoring.sit', watch)
    return placeOf(t, watch, piece)
  })
  if (before === 'again') {
    await dropUnheld(ctx, watch, piece, ticket.fileKey)
    return before
  }
  const found = await ctx.files.direct?.look(ticket.fileKey, SEAL_BYTES + PEEK_BYTES)
  if (!found) deny('proctoring.upload-missing')
  if (!isWhatWasMeant(ticket, { size: found.size, sha256: found.sha256 && Buffer.from(found.sha256).toString('hex') })) {
    await dropUnheld(ctx, watch, piece, ticket.fileKey)
    deny('proctoring.upload-differs')
  }
  const outcome = await writeChunk(ctx, watch, piece, { fileKey: ticket.fileKey, sealedBy: 'browser', begins: beginsRecording(peekBytes(browserKeyOf(watch.key), found.first)) })
  watch.places = watch.places.filter((ends) => ends !== ticket.endsMs)
  return outcome
}

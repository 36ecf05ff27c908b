import { Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import { policy } from './policy.ts'
import { countComingSittings, lockRoom, markRoomClosed } from './store/room-store.ts'

/** Closes a room in which nothing is going to be held. */
export async function closeRoom(ctx: Ctx, input: { centreId: Uuid; roomId: string }): Promise<void> {
  await tx(ctx, 'room.close', async (t) => {
    assertMay(t, policy, 'room.close', input)
    const room = parseUuid(input.roomId) && (await lockRoom(t.sql, input.centreId, input.roomId))
    if (!room) throw new Denial('not-found')
    if (room.closedAt) throw new Denial('room.closed-already')
    const coming = await countComingSittings(t.sql, room.id, t.now)
    if (coming > 0) throw new Denial('room.has-sittings', { data: { coming } })
    await markRoomClosed(t.sql, room.id, t.now)
    await record(t, `centre:${input.centreId}`, 'room-closed', { roomId: room.id })
  })
}

import { Denial, deny } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import { SEATS_MAX } from './open-room.ts'
import { policy } from './policy.ts'
import { lockRoom, mostOfComingSittings, updateRoomPlaces } from './store/room-store.ts'

/** How many seats and workplaces a room has from now on; no sitting to come takes more. */
export async function changeRoom(ctx: Ctx, input: { centreId: Uuid; roomId: string; seats: number; workplaces: number | null }): Promise<void> {
  await tx(ctx, 'room.change', async (t) => {
    assertMay(t, policy, 'room.change', input)
    const room = parseUuid(input.roomId) && (await lockRoom(t.sql, input.centreId, input.roomId))
    if (!room || room.closedAt) throw new Denial('not-found')
    if (!Number.isInteger(input.seats) || input.seats < 1 || input.seats > SEATS_MAX) deny('room.seats-wrong', { field: `seats-${room.id}`, most: SEATS_MAX })
    if (input.workplaces !== null && (!Number.isInteger(input.workplaces) || input.workplaces < 0 || input.workplaces > SEATS_MAX)) deny('room.workplaces-wrong', { field: `workplaces-${room.id}`, most: SEATS_MAX })
    const most = await mostOfComingSittings(t.sql, room.id, t.now)
    if (most.theory > input.seats) deny('room.sittings-take-more', { field: `seats-${room.id}`, most: most.theory })
    if (most.practice > (input.workplaces ?? input.seats)) deny('room.sittings-take-more', { field: `workplaces-${room.id}`, most: most.practice })
    await updateRoomPlaces(t.sql, room.id, input)
    await record(t, `centre:${input.centreId}`, 'room-changed', { roomId: room.id, seats: input.seats, workplaces: input.workplaces })
  })
}

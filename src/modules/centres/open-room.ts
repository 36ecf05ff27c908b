import { Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import { policy } from './policy.ts'
import { insertRoom } from './store/centre-store.ts'

export const SEATS_MAX = 500

/** Opens a room in which sittings may be held. */
export async function openRoom(ctx: Ctx, input: { centreId: Uuid; nameKk: string; nameRu: string; seats: number; workplaces?: number | undefined }): Promise<Uuid> {
  return tx(ctx, 'room.open', async (t) => {
    assertMay(t, policy, 'room.open', input)
    const [nameKk, nameRu] = [input.nameKk.trim(), input.nameRu.trim()]
    if (nameKk === '' || nameKk.length > 120) throw new Denial('room.name-missing', { data: { field: 'nameKk' } })
    if (nameRu === '' || nameRu.length > 120) throw new Denial('room.name-missing', { data: { field: 'nameRu' } })
    if (!Number.isInteger(input.seats) || input.seats < 1 || input.seats > SEATS_MAX) throw new Denial('room.seats-wrong', { data: { field: 'seats', most: SEATS_MAX } })
    if (input.workplaces !== undefined && (!Number.isInteger(input.workplaces) || input.workplaces < 0 || input.workplaces > SEATS_MAX)) throw new Denial('room.workplaces-wrong', { data: { field: 'workplaces', most: SEATS_MAX } })
    const id = t.newId()
    await insertRoom(t.sql, input.centreId, { id, nameKk, nameRu, seats: input.seats, workplaces: input.workplaces ?? null })
    await record(t, `centre:${input.centreId}`, 'room-opened', { roomId: id, seats: input.seats })
    return id
  })
}

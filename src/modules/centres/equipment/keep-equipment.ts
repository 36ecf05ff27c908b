import type { Day } from '#kernel/day.ts'
import { assertNone, deny, Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay, may } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import type { Sql } from '#platform/db/database.ts'
import { record } from '#platform/journal/journal.ts'
import { policy } from '../policy.ts'
import { selectRooms, type Room } from '../store/centre-store.ts'
import { equipmentBlockers, equipmentState, removalBlockers, type EquipmentDraft, type EquipmentState } from './domain/equipment.ts'
import { countSittingsTaking, endPiece, insertFault, insertPiece, lockPiece, mendFault, selectEquipment, selectFaultsOf, selectPiece, updateMovable, type EquipmentRow, type FaultRow } from './store/equipment-store.ts'

/** Enters what stands in an open room of the centre. */
export async function addEquipment(ctx: Ctx, input: EquipmentDraft & { centreId: Uuid; movable?: boolean }): Promise<Uuid> {
  return tx(ctx, 'equipment.keep', async (t) => {
    assertMay(t, policy, 'equipment.keep', input)
    const draft = { ...input, nameKk: input.nameKk.trim(), nameRu: input.nameRu.trim() }
    assertNone('equipment.not-possible', equipmentBlockers(draft, (await selectRooms(t.sql, input.centreId)).map((room) => room.id)))
    const id = t.newId()
    await insertPiece(t.sql, { ...draft, id, by: accountOf(t.actor) ?? null, at: t.now })
    await record(t, `centre:${input.centreId}`, 'equipment-added', { equipmentId: id, roomId: draft.roomId, quantity: draft.quantity })
    return id
  })
}

async function locked(t: Tx, id: string): Promise<EquipmentRow> {
  const row = parseUuid(id) && (await lockPiece(t.sql, id))
  if (!row) throw new Denial('not-found')
  assertMay(t, policy, 'equipment.keep', row)
  return row
}

/** It leaves the room: its last day is today or a day to come; the entry stays. */
export async function removeEquipment(ctx: Ctx, input: { id: string; until: Day }): Promise<void> {
  await tx(ctx, 'equipment.keep', async (t) => {
    const row = await locked(t, input.id)
    assertNone('equipment.not-removed', removalBlockers(input.until, row, t.today))
    const taking = await countSittingsTaking(t.sql, row.id, input.until)
    if (taking > 0) deny('equipment.has-sittings', { field: 'until', count: taking })
    await endPiece(t.sql, row.id, input.until)
    await record(t, `centre:${row.centreId}`, 'equipment-removed', { equipmentId: row.id, until: input.until })
  })
}

/** Whether it may be carried to a sitting in another room, from now on; what is planned stays. */
export async function setMovable(ctx: Ctx, input: { id: string; movable: boolean }): Promise<void> {
  await tx(ctx, 'equipment.keep', async (t) => {
    const row = await locked(t, input.id)
    if (row.movable === input.movable) return
    await updateMovable(t.sql, row.id, input.movable)
    await record(t, `centre:${row.centreId}`, 'equipment-movable-set', { equipmentId: row.id, movable: input.movable })
  })
}

/** From today it is out of order, with the ground. */
export async function reportOutOfOrder(ctx: Ctx, input: { id: string; ground: string }): Promise<void> {
  await tx(ctx, 'equipment.keep', async (t) => {
    const row = await locked(t, input.id)
    const ground = input.ground.trim()
    if (ground === '') deny('equipment.ground-missing', { field: 'ground' })
    if (row.untilDay !== null && row.untilDay < t.today) deny('equipment.gone-already')
    if ((await selectFaultsOf(t.sql, row.centreId)).some((fault) => fault.equipmentId === row.id && fault.mendedOn === null)) deny('equipment.broken-already')
    await insertFault(t.sql, { id: t.newId(), equipmentId: row.id, fromDay: t.today, ground, by: accountOf(t.actor)!, at: t.now })
    await record(t, `centre:${row.centreId}`, 'equipment-out-of-order', { equipmentId: row.id })
  })
}

/** From today it works again. */
export async function reportInOrder(ctx: Ctx, input: { id: string }): Promise<void> {
  await tx(ctx, 'equipment.keep', async (t) => {
    const row = await locked(t, input.id)
    if ((await mendFault(t.sql, row.id, { on: t.today, by: accountOf(t.actor)!, at: t.now })) === 0) deny('equipment.in-order-already')
    await record(t, `centre:${row.centreId}`, 'equipment-in-order', { equipmentId: row.id })
  })
}

export interface EquipmentShown extends EquipmentRow {
  state: EquipmentState
  faults: FaultRow[]
}
const shown = (row: EquipmentRow, faults: readonly FaultRow[], today: Day): EquipmentShown => {
  const own = faults.filter((fault) => fault.equipmentId === row.id)
  return { ...row, faults: own, state: equipmentState(row, own, today) }
}

/** Everything that stands or stood in the rooms of the centre, room by room. */
export async function readEquipment(ctx: Ctx, centreId: Uuid): Promise<{ rows: EquipmentShown[]; rooms: Room[]; today: Day; mayKeep: boolean }> {
  return read(ctx, 'equipment.read', async (t) => {
    assertMay(t, policy, 'equipment.read', { centreId })
    const faults = await selectFaultsOf(t.sql, centreId)
    return { rows: (await selectEquipment(t.sql, centreId)).map((row) => shown(row, faults, t.today)), rooms: await selectRooms(t.sql, centreId), today: t.today, mayKeep: may(t.actor, policy, 'equipment.keep', { centreId }) }
  })
}
/** What stands in the rooms, each piece as it is on the day; for modules above, which have asked their own policy. */
export async function listEquipmentOn(sql: Sql, centreId: string, on: Day): Promise<EquipmentShown[]> {
  const faults = await selectFaultsOf(sql, centreId)
  return (await selectEquipment(sql, centreId)).map((row) => shown(row, faults, on))
}
export async function readPiece(ctx: Ctx, id: string): Promise<{ piece: EquipmentShown; today: Day; mayKeep: boolean }> {
  return read(ctx, 'equipment.read', async (t) => {
    const row = parseUuid(id) && (await selectPiece(t.sql, id))
    if (!row) throw new Denial('not-found')
    assertMay(t, policy, 'equipment.read', row)
    return { piece: shown(row, await selectFaultsOf(t.sql, row.centreId), t.today), today: t.today, mayKeep: may(t.actor, policy, 'equipment.keep', row) }
  })
}

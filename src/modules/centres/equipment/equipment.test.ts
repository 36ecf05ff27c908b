import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { openTestWorld, type CentreMade, type TestWorld } from '../../../../test/support/world.ts'
import { addEquipment, openRoom, readEquipment, readPiece, removeEquipment, reportInOrder, reportOutOfOrder } from '../index.ts'
import { equipmentBlockers, equipmentState, removalBlockers, type EquipmentDraft } from './domain/equipment.ts'

const today = day('2026-03-02')

describe('a piece of equipment', () => {
  const piece = { fromDay: day('2026-02-01'), untilDay: day('2026-03-31') }
  const fault = { fromDay: day('2026-03-02'), mendedOn: day('2026-03-05') }
  it.each<[string, string, string]>([
    ['is not there before its first day', '2026-01-31', 'coming'],
    ['is there on its first day', '2026-02-01', 'in-order'],
    ['is out of order from the day it broke', '2026-03-02', 'out-of-order'],
    ['is out of order on the eve of its repair', '2026-03-04', 'out-of-order'],
    ['works again from the day of its repair', '2026-03-05', 'in-order'],
    ['is there on its last day', '2026-03-31', 'in-order'],
    ['is gone on the day after', '2026-04-01', 'gone'],
  ])('%s', (_says, on, state) => expect(equipmentState(piece, [fault], day(on))).toBe(state))

  const draft: EquipmentDraft = { roomId: 'r', nameKk: 'Пеш', nameRu: 'Печь', quantity: 2, fromDay: today }
  it.each<[string, Partial<EquipmentDraft>, string[]]>([
    ['stands in an open room', { roomId: 'x' }, ['room-missing']],
    ['has a name in both languages', { nameKk: ' ', nameRu: '' }, ['name-missing', 'name-missing']],
    ['is one at least', { quantity: 0 }, ['quantity-wrong']],
    ['is not a part of one', { quantity: 1.5 }, ['quantity-wrong']],
    ['is not less than nothing', { quantity: -1 }, ['quantity-wrong']],
    ['may have come long ago', { fromDay: day('2020-01-01') }, []],
  ])('%s', (_says, change, codes) => expect(equipmentBlockers({ ...draft, ...change }, ['r']).map((each) => each.code.replace('equipment.', ''))).toEqual(codes))

  it.each<[string, string, string | null, string, string[]]>([
    ['leaves today', '2026-03-02', null, '2026-02-01', []],
    ['does not leave yesterday', '2026-03-01', null, '2026-02-01', ['until-past']],
    ['does not leave before it came', '2026-03-05', null, '2026-03-10', ['until-before-from']],
    ['leaves once', '2026-03-05', '2026-03-04', '2026-02-01', ['gone-already']],
  ])('%s', (_says, until, before, from, codes) =>
    expect(removalBlockers(day(until), { fromDay: day(from), untilDay: before === null ? null : day(before) }, today).map((each) => each.code.replace('equipment.', ''))).toEqual(codes))
})

describe('the equipment of a centre', () => {
  let world: TestWorld
  let centre: CentreMade
  let clerk: Ctx
  let roomId: Uuid
  beforeAll(async () => {
    world = await openTestWorld()
    centre = await world.aCentre()
    clerk = world.as(await world.aStaffMember(centre.id, ['centre-operator']))
    roomId = await openRoom(clerk, { centreId: centre.id, nameKk: 'Шеберхана', nameRu: 'Мастерская', seats: 4 })
  })
  afterAll(() => world.drop())
  const add = (ctx = clerk) => addEquipment(ctx, { centreId: centre.id, roomId, nameKk: 'Дәнекерлеу аппараты', nameRu: 'Сварочный аппарат', quantity: 2, fromDay: day('2026-01-10') })

  it('breaks with a ground, is mended, leaves the room, and stays in the list', async () => {
    const id = await add()
    await expect(reportOutOfOrder(clerk, { id, ground: ' ' })).rejects.toMatchObject({ code: 'equipment.ground-missing' })
    await reportOutOfOrder(clerk, { id, ground: 'Трансформатор күйді' })
    await expect(reportOutOfOrder(clerk, { id, ground: 'again' })).rejects.toMatchObject({ code: 'equipment.broken-already' })
    expect((await readPiece(clerk, id)).piece).toMatchObject({ state: 'out-of-order', faults: [{ fromDay: '2026-03-02', mendedOn: null, ground: 'Трансформатор күйді' }] })
    world.at('2026-03-04 10:00')
    await reportInOrder(clerk, { id })
    await expect(reportInOrder(clerk, { id })).rejects.toMatchObject({ code: 'equipment.in-order-already' })
    await removeEquipment(clerk, { id, until: day('2026-03-04') })
    world.at('2026-03-05 10:00')
    expect((await readEquipment(clerk, centre.id)).rows).toMatchObject([{ id, state: 'gone', quantity: 2, faults: [{ mendedOn: '2026-03-04' }] }])
    await expect(removeEquipment(clerk, { id, until: day('2026-03-05') })).rejects.toMatchObject({ code: 'equipment.not-removed' })
    world.at('2026-03-02 10:00')
  })

  it('is kept by the clerks of this centre alone, and not in a room of another', async () => {
    const elsewhere = await world.aCentre()
    const foreign = world.as(await world.aStaffMember(elsewhere.id, ['centre-operator', 'centre-head']))
    const id = await add()
    for (const stranger of [foreign, world.as(await world.aStaffMember(centre.id, ['assessor'])), world.as(await world.aPerson())]) {
      await expect(add(stranger)).rejects.toMatchObject({ code: 'not-found' })
      await expect(reportOutOfOrder(stranger, { id, ground: 'x' })).rejects.toMatchObject({ code: 'not-found' })
    }
    await expect(readPiece(foreign, id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(addEquipment(foreign, { centreId: elsewhere.id, roomId, nameKk: 'x', nameRu: 'x', quantity: 1, fromDay: today })).rejects.toMatchObject({ blockers: [{ code: 'equipment.room-missing' }] })
  })
})

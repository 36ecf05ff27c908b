import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { addEquipment, changeRoom, readEquipment, removeEquipment, reportOutOfOrder, setMovable } from '#modules/centres/index.ts'
import { openTestWorld, type CentreMade, type TestWorld } from '../../../../test/support/world.ts'
import { cancelSitting, createSitting, enterAbsence, readCalendar, setStaffHours, withdrawAbsence, type NewSitting } from '../index.ts'

let world: TestWorld
let centre: CentreMade
let code: string
let clerk: Ctx
let head: Ctx
let invigilator: PersonActor
let other: PersonActor
let assessor: PersonActor
let rooms: Uuid[]
let welders: Uuid

const sitting = (overrides: Partial<NewSitting> = {}): NewSitting => ({
  centreId: centre.id, stage: 'theory', professionCode: code, level: 4, roomId: rooms[0]!, onDay: day('2026-03-17'), start: '10:00', end: '11:30', seats: 6, invigilatorId: invigilator.accountId, assessorIds: [], ...overrides,
})
const practice = (overrides: Partial<NewSitting> = {}) => sitting({ stage: 'practice', invigilatorId: undefined, assessorIds: [assessor.accountId], seats: 2, ...overrides })
const refusedWith = (...codes: string[]) => ({ code: 'sitting.not-possible', blockers: codes.map((each) => ({ code: `sitting.${each}` })) })

beforeAll(async () => {
  world = await openTestWorld()
  code = await world.aProfession()
  centre = await world.aCentre({ professionCode: code, level: 4 })
  clerk = world.as(await world.aStaffMember(centre.id, ['centre-operator']))
  head = world.as(await world.aStaffMember(centre.id, ['centre-head']))
  invigilator = await world.aStaffMember(centre.id, ['invigilator'])
  other = await world.aStaffMember(centre.id, ['invigilator'])
  assessor = await world.aStaffMember(centre.id, ['assessor'])
  rooms = (await world.db.many<{ id: Uuid }>("insert into room (id, centre_id, name_kk, name_ru, seats) select gen_random_uuid(), $1, n, n, 8 from unnest(array['1', '2']) n returning id", [centre.id])).map((row) => row.id)
  welders = await addEquipment(clerk, { centreId: centre.id, roomId: rooms[0]!, nameKk: 'Дәнекерлеу аппараты', nameRu: 'Сварочный аппарат', quantity: 3, fromDay: day('2026-01-12') })
})
afterAll(() => world.drop())

describe('what a sitting takes', () => {
  it('is free for nobody else at that time, by the constraint of the database itself', async () => {
    await createSitting(clerk, sitting())
    const [taken] = await world.db.many<{ sitting: Uuid; during: string }>("select sitting_id as sitting, during::text as during from booking where kind = 'room' and resource_id = $1", [rooms[0]])
    await expect(world.db.run("insert into booking (id, kind, resource_id, during, sitting_id) values (gen_random_uuid(), 'room', $1, $2::tstzrange, $3)", [rooms[0], taken!.during, taken!.sitting]))
      .rejects.toMatchObject({ constraint: 'nothing_is_taken_twice' })
  })

  it('may be taken the minute it is free again', async () => {
    await createSitting(clerk, sitting({ start: '11:30', end: '12:30' }))
  })

  it('is free again when the sitting is cancelled', async () => {
    const id = await createSitting(clerk, sitting({ onDay: day('2026-03-18') }))
    await cancelSitting(clerk, { sittingId: id })
    await createSitting(clerk, sitting({ onDay: day('2026-03-18') }))
  })

  it('is equipment of its room, by its lowest free numbers, and of another only when it can be carried', async () => {
    const on = { onDay: day('2026-03-19') }
    await createSitting(clerk, practice({ ...on, kits: [{ equipmentId: welders, quantity: 2 }] }))
    expect(await world.db.many("select unit from booking where kind = 'kit' and resource_id = $1 order by unit", [welders])).toEqual([{ unit: 1 }, { unit: 2 }])
    const elsewhere = { ...on, roomId: rooms[1]!, assessorIds: [(await world.aStaffMember(centre.id, ['assessor'])).accountId] }
    await expect(createSitting(clerk, practice({ ...elsewhere, kits: [{ equipmentId: welders, quantity: 1 }] }))).rejects.toMatchObject(refusedWith('kit-of-another-room'))
    await setMovable(clerk, { id: welders, movable: true })
    await expect(createSitting(clerk, practice({ ...elsewhere, kits: [{ equipmentId: welders, quantity: 2 }] }))).rejects.toMatchObject(refusedWith('kit-busy'))
    await createSitting(clerk, practice({ ...elsewhere, kits: [{ equipmentId: welders, quantity: 1 }] }))
    await expect(removeEquipment(clerk, { id: welders, until: day('2026-03-18') })).rejects.toMatchObject({ code: 'equipment.has-sittings' })
    expect((await readEquipment(clerk, centre.id)).rows.find((row) => row.id === welders)).toMatchObject({ movable: true, untilDay: null })
  })

  it('gives the last piece to one of two clerks who ask for it at once', async () => {
    const mask = await addEquipment(clerk, { centreId: centre.id, roomId: rooms[0]!, nameKk: 'Маска', nameRu: 'Маска', quantity: 1, fromDay: day('2026-01-12'), movable: true })
    const second = (await world.aStaffMember(centre.id, ['assessor'])).accountId
    const on = { onDay: day('2026-03-20'), kits: [{ equipmentId: mask, quantity: 1 }] }
    const outcomes = await Promise.allSettled([createSitting(clerk, practice(on)), createSitting(head, practice({ ...on, roomId: rooms[1]!, assessorIds: [second] }))])
    expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find((outcome) => outcome.status === 'rejected')).toMatchObject({ reason: { blockers: [{ code: 'sitting.kit-busy' }] } })
    await reportOutOfOrder(clerk, { id: mask, ground: 'Шыны сынған' })
    await expect(createSitting(clerk, practice({ onDay: day('2026-03-27'), kits: [{ equipmentId: mask, quantity: 1 }] }))).rejects.toMatchObject(refusedWith('kit-out-of-order'))
  })

  it('is not more places than the room has, and a room does not shrink below a sitting to come', async () => {
    await changeRoom(clerk, { centreId: centre.id, roomId: rooms[1]!, seats: 8, workplaces: 3 })
    await expect(createSitting(clerk, practice({ onDay: day('2026-03-26'), roomId: rooms[1]!, seats: 4 }))).rejects.toMatchObject(refusedWith('workplaces-over-room'))
    await createSitting(clerk, practice({ onDay: day('2026-03-26'), roomId: rooms[1]!, seats: 3 }))
    await expect(changeRoom(clerk, { centreId: centre.id, roomId: rooms[1]!, seats: 8, workplaces: 2 })).rejects.toMatchObject({ code: 'room.sittings-take-more' })
    await expect(changeRoom(world.as(invigilator), { centreId: centre.id, roomId: rooms[1]!, seats: 8, workplaces: 4 })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('the calendar of an examiner', () => {
  const days = (from: string, until: string, person = other.accountId) => ({ centreId: centre.id, accountId: person as string, fromDay: day(from), untilDay: day(until) })

  it('keeps him out of sittings on the days he is away, until it is taken back', async () => {
    const id = await enterAbsence(world.as(other), days('2026-04-06', '2026-04-08'))
    await expect(createSitting(clerk, sitting({ onDay: day('2026-04-08'), invigilatorId: other.accountId }))).rejects.toMatchObject(refusedWith('invigilator-absent'))
    await withdrawAbsence(clerk, { id })
    await createSitting(clerk, sitting({ onDay: day('2026-04-08'), invigilatorId: other.accountId }))
    await expect(enterAbsence(clerk, days('2026-04-06', '2026-04-08'))).rejects.toMatchObject({ code: 'absence.not-possible', blockers: [{ code: 'absence.has-sittings' }] })
  })

  it('is entered by himself or by a clerk, not by a colleague', async () => {
    await expect(enterAbsence(world.as(invigilator), days('2026-05-11', '2026-05-12'))).rejects.toMatchObject({ code: 'not-found' })
    const elsewhere = await world.aCentre()
    await expect(enterAbsence(world.as(await world.aStaffMember(elsewhere.id, ['centre-head'])), days('2026-05-11', '2026-05-12'))).rejects.toMatchObject({ code: 'not-found' })
  })

  it('lets either an absence or a sitting stand, when both are entered at once', async () => {
    for (const [place, on] of ['2026-04-13', '2026-04-14', '2026-04-15', '2026-04-16'].entries()) {
      const person = await world.aStaffMember(centre.id, ['invigilator'])
      const acts = [() => enterAbsence(world.as(person), days(on, on, person.accountId)), () => createSitting(clerk, sitting({ onDay: day(on), invigilatorId: person.accountId }))]
      const outcomes = await Promise.allSettled((place % 2 === 0 ? acts : acts.toReversed()).map((act) => act()))
      expect(outcomes.filter((outcome) => outcome.status === 'fulfilled').length).toBe(1)
      const reason = (outcomes.find((outcome) => outcome.status === 'rejected') as PromiseRejectedResult).reason as { code: string }
      expect(['absence.not-possible', 'absence.taken-meanwhile', 'sitting.not-possible', 'sitting.taken-meanwhile']).toContain(reason.code)
    }
  })

  it('holds his hours from their day on', async () => {
    await setStaffHours(clerk, { centreId: centre.id, accountId: other.accountId, from: day('2026-04-20'), week: [{ weekday: 1, opens: '09:00', closes: '11:00' }] })
    await expect(createSitting(clerk, sitting({ onDay: day('2026-04-20'), invigilatorId: other.accountId }))).rejects.toMatchObject(refusedWith('invigilator-out-of-hours'))
    await createSitting(clerk, sitting({ onDay: day('2026-04-20'), start: '09:00', end: '11:00', invigilatorId: other.accountId }))
    world.at('2026-03-02 09:30')
    await setStaffHours(clerk, { centreId: centre.id, accountId: other.accountId, from: day('2026-04-20'), week: [] })
    await createSitting(clerk, sitting({ onDay: day('2026-04-21'), invigilatorId: other.accountId }))
    await expect(setStaffHours(world.as(other), { centreId: centre.id, accountId: other.accountId, from: day('2026-04-20'), week: [] })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('the week of a centre', () => {
  it('shows who and what is taken when, to its own people alone', async () => {
    const week = await readCalendar(world.as(invigilator), { centreId: centre.id, monday: day('2026-03-16') })
    expect(week.days).toHaveLength(7)
    expect(week.sittings.map((each) => each.onDay)).toEqual(['2026-03-17', '2026-03-17', '2026-03-18', '2026-03-19', '2026-03-19', '2026-03-20'])
    expect(week.kits.filter((each) => each.equipmentId === welders).map((each) => each.quantity).toSorted()).toEqual([1, 2])
    expect(week.mayEnter).toEqual({ all: false, self: invigilator.accountId })
    const elsewhere = await world.aCentre()
    await expect(readCalendar(world.as(await world.aStaffMember(elsewhere.id, ['centre-head'])), { centreId: centre.id, monday: day('2026-03-16') })).rejects.toMatchObject({ code: 'not-found' })
  })
})

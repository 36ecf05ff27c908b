import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { openTestWorld, type CentreMade, type TestWorld } from '../../../test/support/world.ts'
import { cancelSitting, createSitting, getSitting, listSittings, openSchedule, type NewSitting } from './index.ts'

let world: TestWorld
let centre: CentreMade
let code: string
let clerk: Ctx
let invigilatorId: Uuid
let rooms: Uuid[]

const sitting = (overrides: Partial<NewSitting> = {}): NewSitting => ({
  centreId: centre.id, stage: 'theory', professionCode: code, level: 4, roomId: rooms[0]!, onDay: day('2026-03-17'), start: '10:00', end: '11:30', seats: 6, invigilatorId, assessorIds: [], ...overrides,
})

beforeAll(async () => {
  world = await openTestWorld()
  code = await world.aProfession()
  centre = await world.aCentre({ professionCode: code, level: 4 })
  clerk = world.as(await world.aStaffMember(centre.id, ['centre-operator']))
  invigilatorId = (await world.aStaffMember(centre.id, ['invigilator'])).accountId
  rooms = (await world.db.many<{ id: Uuid }>(
    "insert into room (id, centre_id, name_kk, name_ru, seats) select gen_random_uuid(), $1, n, n, 8 from unnest(array['1', '2']) n returning id", [centre.id])).map((row) => row.id)
})
afterAll(() => world.drop())

describe('the schedule of a centre', () => {
  it('holds a sitting with its free seats', async () => {
    const id = await createSitting(clerk, sitting())
    expect(await getSitting(world.db, id)).toMatchObject({ seats: 6, taken: 0, free: 6, startsAt: '2026-03-17T05:00:00.000Z', invigilatorId, assessorIds: [] })
    expect((await listSittings(world.db, { centreId: centre.id, from: day('2026-03-16'), to: day('2026-03-20'), stage: 'theory' })).map((each) => each.id)).toEqual([id])
    expect(await listSittings(world.db, { centreId: centre.id, from: day('2026-03-16'), to: day('2026-03-20'), stage: 'practice' })).toEqual([])
  })

  it('refuses all that is wrong with a sitting at once', async () => {
    await expect(createSitting(clerk, sitting({ onDay: day('2026-03-22'), seats: 9, level: 3 }))).rejects.toMatchObject({
      code: 'sitting.not-possible', blockers: [{ code: 'sitting.out-of-scope' }, { code: 'sitting.day-off' }, { code: 'sitting.seats-over-room' }],
    })
    await expect(createSitting(clerk, sitting({ start: '9.30' }))).rejects.toMatchObject({ code: 'sitting.time-wrong' })
  })

  it('gives one person to one of two clerks who ask for him at once', async () => {
    const other = world.as(await world.aStaffMember(centre.id, ['centre-head']))
    const plan = { onDay: day('2026-03-18') }
    const outcomes = await Promise.allSettled([createSitting(clerk, sitting(plan)), createSitting(other, sitting({ ...plan, roomId: rooms[1]! }))])
    expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find((outcome) => outcome.status === 'rejected')).toMatchObject({ reason: { blockers: [{ code: 'sitting.invigilator-busy' }] } })
  })

  it('is cancelled while nobody is called to it, and its room is free again', async () => {
    const id = await createSitting(clerk, sitting({ onDay: day('2026-03-19') }))
    await cancelSitting(clerk, { sittingId: id })
    await expect(cancelSitting(clerk, { sittingId: id })).rejects.toMatchObject({ code: 'sitting.cancelled-already' })
    await createSitting(clerk, sitting({ onDay: day('2026-03-19') }))
    expect((await openSchedule(clerk, { centreId: centre.id, from: day('2026-03-19'), to: day('2026-03-19'), cancelled: true })).sittings.length).toBe(2)
  })

  it('is the business of the centre alone', async () => {
    const elsewhere = await world.aCentre()
    const stranger = world.as(await world.aStaffMember(elsewhere.id, ['centre-head']))
    await expect(createSitting(stranger, sitting())).rejects.toMatchObject({ code: 'not-found' })
    await expect(openSchedule(stranger, { centreId: centre.id, from: day('2026-03-01'), to: day('2026-03-31') })).rejects.toMatchObject({ code: 'not-found' })
    const invigilator = world.as(await world.aStaffMember(centre.id, ['invigilator']))
    expect((await openSchedule(invigilator, { centreId: centre.id, from: day('2026-03-01'), to: day('2026-03-31') })).mayCreate).toBe(false)
    await expect(createSitting(invigilator, sitting({ onDay: day('2026-03-24') }))).rejects.toMatchObject({ code: 'not-found' })
  })
})

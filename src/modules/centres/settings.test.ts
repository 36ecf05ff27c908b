import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { grantRoleByEmail, listGrants, personActor, revokeRole } from '#modules/people/index.ts'
import { openTestWorld, type CentreMade, type TestWorld } from '../../../test/support/world.ts'
import { priceListBlockers, type PriceLine } from './domain/price-list.ts'
import { closeRoom, findPrice, listAccessibility, listPrices, listRooms, openRoom, publishPriceList, setAccessibility } from './index.ts'

const line = (overrides: Partial<PriceLine> = {}): PriceLine => ({ professionCode: 'K-1', level: 4, amount: 40000, retakeTheory: 10000, retakePractice: 20000, retakeBoth: 25000, ...overrides })

describe('a price list', () => {
  const facts = { scope: [{ professionCode: 'K-1', level: 4 }], first: day('2026-03-03'), taken: [day('2026-04-01')] }
  it.each<[string, string, PriceLine[], string[]]>([
    ['may be published for everything in scope', '2026-03-03', [line()], []],
    ['does not begin today, when people have seen the old one', '2026-03-02', [line()], ['too-early']],
    ['does not begin on the day of another', '2026-04-01', [line()], ['day-taken']],
    ['leaves nothing in scope without a price', '2026-03-03', [], ['line-missing']],
    ['names nothing outside the scope', '2026-03-03', [line(), line({ level: 5 })], ['line-out-of-scope']],
    ['names nothing twice', '2026-03-03', [line(), line()], ['line-repeated']],
    ['is in whole tenge', '2026-03-03', [line({ amount: 10.5 })], ['amount-wrong']],
    ['has no negative price', '2026-03-03', [line({ retakeTheory: -1 })], ['amount-wrong']],
    ['asks for one stage no more than for two', '2026-03-03', [line({ retakePractice: 25001 })], ['part-over-whole']],
    ['may be free of charge', '2026-03-03', [line({ amount: 0, retakeTheory: 0, retakePractice: 0, retakeBoth: 0 })], []],
  ])('%s', (_says, from, prices, codes) => {
    expect(priceListBlockers({ inForceFrom: day(from), prices }, facts).map((blocker) => blocker.code.replace('price-list.', ''))).toEqual(codes)
  })
})

describe('the settings of a centre', () => {
  let world: TestWorld
  let centre: CentreMade
  let code: string
  let clerk: Ctx
  let head: Ctx

  beforeAll(async () => {
    world = await openTestWorld()
    code = await world.aProfession()
    centre = await world.aCentre({ professionCode: code, level: 4 })
    clerk = world.as(await world.aStaffMember(centre.id, ['centre-operator']))
    head = world.as(await world.aStaffMember(centre.id, ['centre-head']))
  })
  afterAll(() => world.drop())

  it('keep the price of today until the day of the new list', async () => {
    const list = { centreId: centre.id, inForceFrom: day('2026-03-10'), prices: [line({ professionCode: code, amount: 50000 })] }
    await expect(publishPriceList(clerk, list)).rejects.toMatchObject({ code: 'not-found' })
    await publishPriceList(head, list)
    const price = (on: string) => findPrice(world.db, { centreId: centre.id, professionCode: code, level: 4, on: day(on) })
    expect([(await price('2026-03-09'))?.amount, (await price('2026-03-10'))?.amount]).toEqual([45000, 50000])
    const { lists } = await listPrices(world.db, centre.id, day('2026-03-02'))
    expect(lists.map((each) => [each.state, each.inForceFrom, each.inForceUntil])).toEqual([['coming', '2026-03-10', null], ['in-force', '2025-01-01', '2026-03-09']])
  })

  it('open and close rooms', async () => {
    const roomId = await openRoom(clerk, { centreId: centre.id, nameKk: ' 101-дәрісхана ', nameRu: 'Аудитория 101', seats: 12 })
    expect(await listRooms(world.db, centre.id)).toEqual([{ id: roomId, nameKk: '101-дәрісхана', nameRu: 'Аудитория 101', seats: 12 }])
    await expect(openRoom(clerk, { centreId: centre.id, nameKk: '', nameRu: 'x', seats: 1 })).rejects.toMatchObject({ code: 'room.name-missing' })
    await expect(openRoom(clerk, { centreId: centre.id, nameKk: 'x', nameRu: 'x', seats: 0 })).rejects.toMatchObject({ code: 'room.seats-wrong' })
    await closeRoom(clerk, { centreId: centre.id, roomId })
    expect(await listRooms(world.db, centre.id)).toEqual([])
    await expect(closeRoom(clerk, { centreId: centre.id, roomId })).rejects.toMatchObject({ code: 'room.closed-already' })
  })

  it('keep a room that is still to be used', async () => {
    const roomId = await openRoom(clerk, { centreId: centre.id, nameKk: '102', nameRu: '102', seats: 5 })
    await world.db.run(
      `insert into sitting (id, centre_id, stage, profession_code, level, room_id, on_day, starts_at, ends_at, seats, created_by, created_at)
       values (gen_random_uuid(), $1, 'theory', $2, 4, $3, '2026-03-20', '2026-03-20T05:00:00Z', '2026-03-20T06:00:00Z', 5, $1, now())`, [centre.id, code, roomId])
    await expect(closeRoom(clerk, { centreId: centre.id, roomId })).rejects.toMatchObject({ code: 'room.has-sittings', data: { coming: 1 } })
    world.at('2026-03-21 10:00')
    await closeRoom(clerk, { centreId: centre.id, roomId })
    world.at('2026-03-02 09:00')
  })

  it('write the accessibility passport in both languages', async () => {
    const features = [{ feature: 'ramp', available: true, noteKk: 'Кіреберісте', noteRu: 'У входа' }, { feature: 'lift', available: false, noteKk: '', noteRu: '' }]
    await setAccessibility(clerk, { centreId: centre.id, features })
    await setAccessibility(clerk, { centreId: centre.id, features: [{ ...features[1]!, available: true }] })
    expect(await listAccessibility(world.db, centre.id)).toEqual([{ ...features[1], available: true }, features[0]])
    await expect(setAccessibility(clerk, { centreId: centre.id, features: [{ ...features[0]!, noteRu: '' }] })).rejects.toMatchObject({ code: 'accessibility.note-in-both', data: { field: 'ramp-noteRu' } })
    await expect(setAccessibility(clerk, { centreId: centre.id, features: [{ ...features[0]!, feature: 'pool' }] })).rejects.toMatchObject({ code: 'accessibility.unknown-feature' })
  })

  it('let the head give roles of the centre to others, by e-mail, and end them', async () => {
    const person = await world.aPerson({ surname: 'Оспанов' })
    const grant = { email: person.email.toUpperCase(), role: 'assessor', organisationId: centre.id, validFrom: day('2026-03-02'), validUntil: null } as const
    await expect(grantRoleByEmail(clerk, grant)).rejects.toMatchObject({ code: 'not-found' })
    const grantId: Uuid = await grantRoleByEmail(head, grant)
    expect((await personActor(world, person.accountId))?.roles).toEqual([{ role: 'assessor', organisationId: centre.id }])
    await expect(grantRoleByEmail(head, grant)).rejects.toMatchObject({ code: 'role.held-already' })
    expect((await listGrants(head, centre.id)).find((each) => each.id === grantId)).toMatchObject({ surname: 'Оспанов', mayRevoke: true })
    await revokeRole(head, grantId)
    expect((await personActor(world, person.accountId))?.roles).toEqual([])
    await expect(revokeRole(head, grantId)).rejects.toMatchObject({ code: 'role.revoked-already' })
  })

  it('let nobody give a role to himself, make another head, or act at another centre', async () => {
    const own = (await listGrants(head, centre.id)).find((each) => each.role === 'centre-head')!
    const give = { email: own.email, role: 'assessor', organisationId: centre.id, validFrom: day('2026-03-02'), validUntil: null } as const
    await expect(grantRoleByEmail(head, give)).rejects.toMatchObject({ code: 'role.to-oneself' })
    await expect(revokeRole(head, own.id)).rejects.toMatchObject({ code: 'not-found' })
    const person = await world.aPerson()
    await expect(grantRoleByEmail(head, { ...give, email: person.email, role: 'centre-head' })).rejects.toMatchObject({ code: 'not-found' })
    const other = await world.aCentre()
    await expect(grantRoleByEmail(head, { ...give, email: person.email, organisationId: other.id })).rejects.toMatchObject({ code: 'not-found' })
    await expect(grantRoleByEmail(head, { ...give, email: 'nobody@example.kz' })).rejects.toMatchObject({ code: 'role.account-unknown' })
  })
})

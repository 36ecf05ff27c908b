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
  const facts = { scope: [{ professionCode: 'K-1', level: 4 }], first: day('2026-03-03'), taken: [day('2026-04-01')], freeAllowed: false }
  it.each<[string, string, PriceLine[], string[]]>([
    ['may be published for everything in scope', '2026-03-03', [line()], []],
    ['does not begin today, when people have seen the old one', '2026-03-02', [line()], ['too-early']],
    ['does not begin on the day of another', '2026-04-01', [line()], ['day-taken']],
    ['leaves nothing in scope without a price', '2026-03-03', [], ['line-missing']],
    ['names nothing outside the scope', '2026-03-03', [line(), line({ level: 5 })], ['line-out-of-scope']],
    ['names nothing twice', '2026-03-03', [line(), line()], ['line-repeated']],
    ['may begin between two others, for each holds until the eve of the next', '2026-03-20', [line()], []],
    ['does not begin in the past', '2025-12-31', [line()], ['too-early']],
    ['is in whole tenge', '2026-03-03', [line({ amount: 10.5 })], ['amount-fraction']],
    ['has no negative price', '2026-03-03', [line({ retakeTheory: -1 })], ['amount-negative']],
    ['has no price of nothing', '2026-03-03', [line({ amount: 0 })], ['amount-zero']],
    ['has no price that is no number', '2026-03-03', [line({ amount: Number.NaN })], ['amount-wrong']],
    ['has no price beyond all measure', '2026-03-03', [line({ amount: 100_000_001 })], ['amount-wrong']],
    ['may have the smallest and the largest price', '2026-03-03', [line({ amount: 1, retakeTheory: 0, retakePractice: 0, retakeBoth: 100_000_000 })], []],
    ['may let a stage be retaken free of charge', '2026-03-03', [line({ retakeTheory: 0, retakePractice: 0, retakeBoth: 0 })], []],
    ['says of every sum what is wrong with it', '2026-03-03', [line({ amount: 0, retakeTheory: -5, retakePractice: 1.5 })], ['amount-zero', 'amount-negative', 'amount-fraction']],
    ['asks for one stage no more than for two', '2026-03-03', [line({ retakePractice: 25001 })], ['part-over-whole']],
  ])('%s', (_says, from, prices, codes) => {
    expect(priceListBlockers({ inForceFrom: day(from), prices }, facts).map((blocker) => blocker.code.replace('price-list.', ''))).toEqual(codes)
  })

  it('may be free of charge where the norm allows it', () => {
    expect(priceListBlockers({ inForceFrom: day('2026-03-03'), prices: [line({ amount: 0, retakeTheory: 0, retakePractice: 0, retakeBoth: 0 })] }, { ...facts, freeAllowed: true })).toEqual([])
  })

  it('names the field of every sum that is wrong', () => {
    expect(priceListBlockers({ inForceFrom: day('2026-03-03'), prices: [line(), line({ level: 5, retakeBoth: -1 })] }, { ...facts, scope: [...facts.scope, { professionCode: 'K-1', level: 5 }] }))
      .toEqual([{ code: 'price-list.amount-negative', data: { field: 'retakeBoth-1', line: 'K-1, 5' } }])
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

  it('take a first price list from today, and every later one from tomorrow', async () => {
    const fresh = await world.aCentre({ professionCode: code, level: 4 })
    await world.db.run('delete from price where price_list_id = $1', [fresh.priceListId])
    await world.db.run('delete from price_list where id = $1', [fresh.priceListId])
    const own = world.as(await world.aStaffMember(fresh.id, ['centre-head']))
    const publish = (from: string, amount = 40000) => publishPriceList(own, { centreId: fresh.id, inForceFrom: day(from), prices: [line({ professionCode: code, amount })] })
    await expect(publish('2026-03-01')).rejects.toMatchObject({ blockers: [{ code: 'price-list.too-early' }] })
    await publish('2026-03-02')
    await expect(publish('2026-03-02')).rejects.toMatchObject({ blockers: [{ code: 'price-list.too-early' }, { code: 'price-list.day-taken' }] })
    await publish('2026-04-01', 60000)
    await publish('2026-03-10', 50000)
    const price = async (on: string) => (await findPrice(world.db, { centreId: fresh.id, professionCode: code, level: 4, on: day(on) }))?.amount
    expect([await price('2026-03-01'), await price('2026-03-09'), await price('2026-03-10'), await price('2026-03-31'), await price('2026-04-01')]).toEqual([undefined, 40000, 50000, 50000, 60000])
    expect((await listPrices(world.db, fresh.id, day('2026-03-02'))).lists.map((each) => [each.inForceFrom, each.inForceUntil])).toEqual([['2026-04-01', null], ['2026-03-10', '2026-03-31'], ['2026-03-02', '2026-03-09']])
  })

  it('keep the first of two price lists that two heads publish at once for one day, and refuse the other kindly', async () => {
    const other = world.as(await world.aStaffMember(centre.id, ['centre-head']))
    const list = { centreId: centre.id, inForceFrom: day('2026-05-01'), prices: [line({ professionCode: code })] }
    const outcomes = await Promise.allSettled([publishPriceList(head, list), publishPriceList(other, list)])
    expect(outcomes.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const refused = outcomes.find((each) => each.status === 'rejected') as PromiseRejectedResult
    expect([refused.reason.code, ...refused.reason.blockers.map((each: { code: string }) => each.code)]).toContain('price-list.day-taken')
  })

  it('open and close rooms', async () => {
    const roomId = await openRoom(clerk, { centreId: centre.id, nameKk: ' 101-дәрісхана ', nameRu: 'Аудитория 101', seats: 12 })
    expect(await listRooms(world.db, centre.id)).toEqual([{ id: roomId, nameKk: '101-дәрісхана', nameRu: 'Аудитория 101', seats: 12, workplaces: null }])
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

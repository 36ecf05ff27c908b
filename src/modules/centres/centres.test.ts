import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import * as professions from '#modules/professions/index.ts'
import { loadRegisters, type DemonstrationRegisters } from '../../../demo/registers.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import { findPrice, findScope, getCentre, listAccessibility, listCentresFor, listRooms, listStaff, paperCentre } from './index.ts'

let world: TestWorld
let registers: DemonstrationRegisters
const today = day('2026-03-02')
beforeAll(async () => {
  world = await openTestWorld()
  registers = await loadRegisters(world)
})
afterAll(() => world.drop())

describe('the register of centres', () => {
  test('answers the price of the list in force on the day, not of a later or older one', async () => {
    const centreId = registers.centres.get('01')!.id
    const priceOn = async (on: string) => (await findPrice(world.db, { centreId, professionCode: 'K-0001', level: 4, on: day(on) }))?.amount
    expect(await priceOn('2026-03-02')).toBe(40000)
    expect(await priceOn('2026-01-31')).toBe(40000)
    expect(await priceOn('2026-01-30')).toBe(38500)
    expect(await priceOn('2025-08-01')).toBeUndefined()
  })

  test('lets a centre act only on the days its certificate is good', async () => {
    const asks = (serial: string, on: string) => findScope(world.db, { centreId: registers.centres.get(serial)!.id, professionCode: 'K-0001', level: 4, on: day(on) })
    expect((await asks('01', '2026-03-02'))?.number).toBe('DEMO-A-01')
    expect((await asks('01', '2027-04-01'))?.number).toBe('DEMO-A-01')
    expect(await asks('01', '2027-04-02')).toBeUndefined()
    expect(await findScope(world.db, { centreId: registers.centres.get('01')!.id, professionCode: 'K-0001', level: 5, on: today })).toBeUndefined()
  })

  test('does not offer a centre whose certificate has run out or is withdrawn', async () => {
    const all = await Promise.all((await professions.listCurrentProfessions(world.db, today)).map((each) => listCentresFor(world.db, { professionCode: each.code, on: today })))
    const serials = new Set(all.flat().map((each) => each.centre.serial))
    expect([...serials].sort()).toEqual(['01', '02', '03', '05', '07', '08', '09', '10', '11', '12', '13', '14', '15', '16'])
  })

  test('shows the cheapest centre first and keeps to a region', async () => {
    const found = await listCentresFor(world.db, { professionCode: 'K-0001', on: today })
    const prices = found.map((each) => Math.min(...each.offers.map((offer) => offer.price ?? Infinity)))
    expect(found.length).toBeGreaterThan(1)
    expect(prices).toEqual(prices.toSorted((a, b) => a - b))
    const almaty = await listCentresFor(world.db, { professionCode: 'K-0001', regionKato: '750000000', on: today })
    expect(almaty.length).toBeLessThan(found.length)
    expect(almaty.every((each) => each.centre.regionKato === '750000000')).toBe(true)
  })

  test('has rooms, a passport of accessibility and its staff by role', async () => {
    const { id } = registers.centres.get('01')!
    expect(await listRooms(world.db, id)).toHaveLength(3)
    expect(await listAccessibility(world.db, id)).toHaveLength(10)
    const assessor = await world.aStaffMember(id, ['assessor', 'panel-member'])
    await world.aStaffMember(id, ['centre-operator'])
    const found = await listStaff(world.db, id, today, 'assessor')
    expect(found.map((each) => [each.accountId, each.roles])).toEqual([[assessor.accountId, ['assessor', 'panel-member']]])
    expect(await listStaff(world.db, id, today)).toHaveLength(2)
  })

  test('stands on a paper in both languages with its certificate', async () => {
    const centre = await getCentre(world.db, registers.centres.get('01')!.id)
    const paper = paperCentre(centre, { number: 'DEMO-A-01', validUntil: day('2027-04-01') })
    expect(paper.bin).toBe('200190000186')
    expect(paper.certificate.kk).toContain('DEMO-A-01')
    expect(paper.certificate.ru).toContain('2027')
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { day, legalDay } from '#kernel/day.ts'
import { tx } from '#platform/acts/tx.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import {
  countChanges, enterProfession, findProfession, findProfessionOrStruck, getEdition, getProfession, getProfessionOrStruck, listCurrentProfessions, listEditions, listVersionsOf, openEdition, searchProfessions, strikeProfession,
  struckOn, type Entering, type ProfessionFacts,
} from '../index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())
beforeEach(() => world.at('2026-03-02 10:00'))

const today = () => legalDay(world.clock.now())
const factsOf = async (code: string): Promise<ProfessionFacts> => getProfession(world.db, code, today())
const enter = (facts: ProfessionFacts, entering?: Entering) => tx(world.system(), 'register.enter', (t) => enterProfession(t, facts, entering))
const strike = (code: string, entering?: Entering) => tx(world.system(), 'register.enter', (t) => strikeProfession(t, code, entering))
const mandatory = { track: 'mandatory', basis: null, basisTitle: {}, form: 'attestation' } as const

describe('a version that begins on a day to come', () => {
  test('is read from its first day, at midnight in Almaty and not before', async () => {
    const code = await world.aProfession()
    await enter({ ...(await factsOf(code)), ...mandatory }, { from: day('2026-04-01') })
    world.at('2026-03-31 23:59')
    expect((await findProfession(world.db, code, today()))?.track).toBe('voluntary')
    world.at('2026-04-01 00:00')
    expect((await findProfession(world.db, code, today()))?.track).toBe('mandatory')
  })

  test('is found by the search from its first day, though nothing is written on that day', async () => {
    const code = await world.aProfession()
    await enter({ ...(await factsOf(code)), ...mandatory }, { from: day('2026-04-01') })
    const track = async () => (await searchProfessions(world.db, { on: today(), q: code, page: 1, pageSize: 1 })).items[0]?.track
    expect(await track()).toBe('voluntary')
    world.at('2026-04-01 00:00')
    expect(await track()).toBe('mandatory')
    expect((await listCurrentProfessions(world.db, today())).find((each) => each.code === code)?.track).toBe('mandatory')
  })

  test('lets no other version begin before it', async () => {
    const code = await world.aProfession()
    await enter({ ...(await factsOf(code)), validityMonths: 24 }, { from: day('2026-04-01') })
    await expect(enter({ ...(await factsOf(code)), validityMonths: 36 })).rejects.toMatchObject({ code: 'profession.version-to-come', data: { from: '2026-04-01' } })
    await enter({ ...(await factsOf(code)), validityMonths: 36 }, { from: day('2026-05-01') })
    expect((await findProfession(world.db, code, day('2026-04-30')))?.validityMonths).toBe(24)
    expect((await findProfession(world.db, code, day('2026-05-01')))?.validityMonths).toBe(36)
  })

  test('of a new entry is in no register before its day', async () => {
    await enter({ ...(await factsOf(await world.aProfession())), code: 'K-NEW' }, { from: day('2026-04-01') })
    expect(await findProfessionOrStruck(world.db, 'K-NEW', today())).toBeUndefined()
    await expect(getProfessionOrStruck(world.db, 'K-NEW', today())).rejects.toMatchObject({ code: 'not-found' })
    expect((await findProfession(world.db, 'K-NEW', day('2026-04-01')))?.versionNo).toBe(1)
  })
})

describe('an entry that is struck off', () => {
  test('is in force up to the day before, and readable as the last version afterwards', async () => {
    const code = await world.aProfession()
    await strike(code, { from: day('2026-04-01') })
    expect(struckOn(await getProfession(world.db, code, day('2026-03-31')), day('2026-03-31'))).toBeNull()
    expect(await findProfession(world.db, code, day('2026-04-01'))).toBeUndefined()
    const last = await getProfessionOrStruck(world.db, code, day('2026-04-01'))
    expect(struckOn(last, day('2026-04-01'))).toBe('2026-04-01')
    expect((await searchProfessions(world.db, { on: day('2026-04-01'), q: code, page: 1, pageSize: 1 })).total).toBe(0)
  })

  test('is not struck twice, and may come back as a further version', async () => {
    const code = await world.aProfession()
    const facts = await factsOf(code)
    await strike(code)
    await expect(strike(code)).rejects.toMatchObject({ code: 'profession.not-in-register' })
    await enter(facts, { from: day('2026-05-01') })
    expect((await listVersionsOf(world.db, code)).map((each) => [each.versionNo, each.validUntil])).toEqual([[2, null], [1, '2026-03-02']])
  })
})

describe('an edition of the register', () => {
  test('is the difference to what stood before: added, moved, changed, struck', async () => {
    const [moved, changed, struck, back] = [await world.aProfession(), await world.aProfession(), await world.aProfession(), await world.aProfession()]
    const facts = await factsOf(back)
    await strike(back)
    world.at('2026-03-03 10:00')
    const no = await tx(world.system(), 'register.enter', async (t) => {
      const editionNo = await openEdition(t)
      await enterProfession(t, { ...facts, code: 'K-ADD' }, { editionNo, from: day('2026-04-01') })
      await enterProfession(t, { ...(await getProfession(t.sql, moved, t.today)), ...mandatory }, { editionNo })
      await enterProfession(t, { ...(await getProfession(t.sql, changed, t.today)), validityMonths: 12 }, { editionNo })
      await enterProfession(t, facts, { editionNo })
      await strikeProfession(t, struck, { editionNo, from: day('2026-04-01') })
      return editionNo
    })
    const edition = await getEdition(world.db, no)
    expect(edition.publishedOn).toBe('2026-03-03')
    expect(countChanges(edition.changes)).toEqual([{ kind: 'added', count: 2 }, { kind: 'moved-to-mandatory', count: 1 }, { kind: 'changed', count: 1 }, { kind: 'struck', count: 1 }])
    expect((await listEditions(world.db, { page: 1, pageSize: 1 })).editions[0]).toMatchObject({ no, counts: countChanges(edition.changes) })
    expect(edition.changes.find((each) => each.code === moved)).toMatchObject({ kind: 'moved-to-mandatory', from: '2026-03-03', before: { track: 'voluntary' }, after: { track: 'mandatory' } })
    expect(edition.changes.find((each) => each.code === struck)).toMatchObject({ kind: 'struck', from: '2026-04-01', after: undefined })
    expect(edition.changes.find((each) => each.code === back)).toMatchObject({ kind: 'added', before: undefined })
  })

  test('has the number after the last one, and an unknown number is not found', async () => {
    const open = () => tx(world.system(), 'register.enter', (t) => openEdition(t))
    const [one, two] = await Promise.all([open(), open()])
    expect(Math.abs(one - two)).toBe(1)
    const { editions, total } = await listEditions(world.db, { page: 1, pageSize: 1 })
    expect([editions.length, editions[0]!.no]).toEqual([1, total])
    await expect(getEdition(world.db, 9999)).rejects.toMatchObject({ code: 'not-found' })
  })
})

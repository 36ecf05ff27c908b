import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { legalDay } from '#kernel/day.ts'
import { tx } from '#platform/acts/tx.ts'
import { loadRegisters } from '../../../demo/registers.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import { enterProfession, findProfession, getProfession, getProfessionVersion, paperQualification, searchProfessions } from './index.ts'

let world: TestWorld
beforeAll(async () => {
  world = await openTestWorld()
  await loadRegisters(world)
})
afterAll(() => world.drop())

const today = () => legalDay(world.clock.now())

describe('the search of the register', () => {
  test.each([
    ['an exact name', 'Кондитер', 'K-0001'],
    ['a letter left out', 'кандитер', 'K-0001'],
    ['Latin letters', 'konditer', 'K-0001'],
    ['Kazakh letters typed as Russian ones', 'дәнекерлеуши', 'K-0007'],
    ['a Kazakh word without its letters', 'Электргазбен данекерлеуши', 'K-0007'],
    ['an English name', 'software tester', 'K-0015'],
    ['a colloquial word', 'сварщик', 'K-0007'],
    ['its code', 'k-0015', 'K-0015'],
  ])('finds a profession by %s', async (_, q, code) => {
    const found = await searchProfessions(world.db, { on: today(), q, page: 1, pageSize: 10 })
    expect(found.items.map((each) => each.code)).toContain(code)
    expect(found.items[0]?.code).toBe(code)
  })

  test('finds nothing for what is no profession', async () => {
    expect(await searchProfessions(world.db, { on: today(), q: 'zzzzqqqq', page: 1, pageSize: 10 })).toMatchObject({ items: [], total: 0 })
  })

  test('keeps to a track and pages without losing one', async () => {
    const mandatory = await searchProfessions(world.db, { on: today(), track: 'mandatory', page: 1, pageSize: 100 })
    expect(mandatory.items.every((each) => each.track === 'mandatory')).toBe(true)
    const pages = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((page) => searchProfessions(world.db, { on: today(), page, pageSize: 100, lang: 'kk' })))
    const codes = pages.flatMap((each) => each.items.map((item) => item.code))
    expect(new Set(codes).size).toBe(pages[0]!.total)
  })
})

describe('an entry of the register', () => {
  test('is replaced by a new version, and the old one can still be read', async () => {
    const before = await getProfession(world.db, 'K-0001', today())
    await tx(world.system(), 'register.enter', (t) => enterProfession(t, { ...before, validityMonths: 48 }))
    const after = await getProfession(world.db, 'K-0001', today())
    expect([after.versionNo, after.validityMonths]).toEqual([before.versionNo + 1, 48])
    expect((await getProfessionVersion(world.db, before.versionId)).validityMonths).toBe(60)
    expect((await searchProfessions(world.db, { on: today(), q: 'K-0001', page: 1, pageSize: 1 })).items[0]?.validityMonths).toBe(48)
  })

  test('says that what is not known is not known', async () => {
    const lawyer = await getProfession(world.db, 'K-0004', today())
    expect(lawyer).toMatchObject({ track: 'mandatory', bodyCode: null, bodyName: {}, act: {}, form: null, attributesProvenance: 'unknown' })
    expect(await findProfession(world.db, 'K-9999', today())).toBeUndefined()
    await expect(getProfession(world.db, 'K-9999', today())).rejects.toMatchObject({ code: 'not-found' })
  })

  test('is entered by nobody but the ministry, the national body and the platform', async () => {
    const person = await world.aPerson()
    const facts = await getProfession(world.db, 'K-0002', today())
    await expect(tx(world.as(person), 'register.enter', (t) => enterProfession(t, facts))).rejects.toMatchObject({ code: 'not-found' })
  })

  test('stands on a paper in both languages, with the title that is known', async () => {
    const paper = paperQualification(await getProfession(world.db, 'K-0001', today()), 4)
    expect(paper).toMatchObject({ profession: { kk: 'Кондитер', ru: 'Кондитер' }, professionCode: 'K-0001', scope: { kk: 'кәсіп толығымен', ru: 'профессия целиком' } })
    expect(paper.basis.kk).toContain('Производство хлебобулочных')
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day, plusMinutes } from '#kernel/day.ts'
import { ANONYMOUS } from '#platform/acts/actor.ts'
import { anExamCase, type ExamCase } from '../../../../test/support/exam-case.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import { readFreeSittings, searchCentres, type CentreWish } from '../index.ts'

let world: TestWorld
let exam: ExamCase
beforeAll(async () => {
  world = await openTestWorld()
  exam = await anExamCase(world)
  await world.db.run("insert into accessibility_feature (centre_id, feature, available) values ($1, 'ramp', true), ($1, 'lift', false)", [exam.centre.id])
})
afterAll(() => world.drop())

const anybody = () => world.context(ANONYMOUS, 'kk')
/** Each look ten minutes after the one before: free days are kept for a while. */
const search = (wish: Partial<CentreWish> = {}) => {
  world.clock.set(plusMinutes(world.clock.now(), 10))
  return searchCentres(anybody(), { sort: 'name', page: 1, pageSize: 20, lang: 'kk', ...wish })
}

describe('somebody who has not signed in', () => {
  it('finds a centre by the code of its profession, with its price, and by words', async () => {
    const byCode = await search({ profession: exam.professionCode })
    expect(byCode.items.map((each) => [each.centre.id, each.offer.priceFrom, each.offer.nearestOn])).toEqual([[exam.centre.id, 45_000, undefined]])
    expect((await search({ profession: 'дәнекерлеуші' })).total).toBe(1)
    expect(await search({ profession: 'астронавт' })).toMatchObject({ total: 0, professions: [] })
  })

  it('is told that a mandatory profession is not recognised by centres', async () => {
    const code = await world.aProfession({ track: 'mandatory' })
    expect(await search({ profession: code })).toMatchObject({ total: 0, professions: [], mandatory: { code } })
  })

  it('finds a language only where a programme is approved', async () => {
    expect((await search({ language: 'kk' })).total).toBe(1)
    const other = await world.aCentre()
    expect((await search()).items.map((each) => each.centre.id).sort()).toEqual([exam.centre.id, other.id].sort())
    expect((await search({ language: 'ru' })).items.map((each) => each.centre.id)).toEqual([exam.centre.id])
  })

  it('finds a way in only where the passport says it is there', async () => {
    expect([(await search({ features: ['ramp'] })).total, (await search({ features: ['ramp', 'lift'] })).total]).toEqual([1, 0])
  })

  it('is led to the nearest region when the chosen one has nothing', async () => {
    expect(await search({ regionKato: '230000000', profession: exam.professionCode })).toMatchObject({ total: 0, nearest: { regionKato: '150000000', count: 1 } })
    expect((await search({ regionKato: '230000000', priceUpTo: 1 })).nearest).toBeUndefined()
  })

  it('sees the first free seat that the notice still allows, though he may see no case', async () => {
    await exam.sitting('theory', '2026-03-17')
    await exam.sitting('practice', '2026-03-19')
    expect((await search({ profession: exam.professionCode })).items[0]!.offer.nearestOn).toBeUndefined()
    await exam.sitting('theory', '2026-03-18')
    expect((await search({ freeBy: day('2026-03-18'), sort: 'date' })).items.map((each) => each.offer.nearestOn)).toEqual(['2026-03-18'])
    expect((await search({ freeBy: day('2026-03-17') })).total).toBe(0)
    expect((await readFreeSittings(anybody(), exam.centre.id, 10)).map((each) => [each.stage, each.onDay])).toEqual([['theory', '2026-03-18'], ['practice', '2026-03-19']])
  })

  it('sees a seat that somebody was notified for as taken', async () => {
    world.at('2026-03-05 10:00')
    const { theory } = await exam.notified()
    await world.db.run('update sitting set seats = 1 where id = $1', [theory])
    await world.db.run("update sitting set cancelled_at = now() where id <> $1", [theory])
    expect((await search({ profession: exam.professionCode })).items[0]!.offer.nearestOn).toBeUndefined()
    await world.db.run('update sitting set seats = 2 where id = $1', [theory])
    expect((await search({ profession: exam.professionCode })).items[0]!.offer.nearestOn).toBe('2026-03-26')
    expect(await readFreeSittings(anybody(), exam.centre.id, 10)).toMatchObject([{ onDay: '2026-03-26', free: 1 }])
  })

  it('does not find a withdrawn centre by its profession, and still finds it in the whole list', async () => {
    await world.db.run("update accreditation_certificate set withdrawn_on = '2026-03-05' where id = $1", [exam.centre.certificateId])
    expect((await search({ profession: exam.professionCode })).total).toBe(0)
    expect((await search()).items.find((each) => each.centre.id === exam.centre.id)).toMatchObject({ certificate: { state: 'withdrawn' }, lines: [] })
  })
})

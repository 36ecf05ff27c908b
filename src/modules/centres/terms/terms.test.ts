import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { openTestWorld, type CentreMade, type TestWorld } from '../../../../test/support/world.ts'
import { decideContractTerms, draftContractTerms, findContractTerms, readContractTerms } from '../index.ts'
import { termsBlockers, termsOn, type TermsDraft } from './domain/contract-terms.ts'

const today = day('2026-03-02')
const draft: TermsDraft = { inForceFrom: day('2026-03-03'), textKk: 'Бірінші', textRu: 'Первое', none: false }

describe('conditions that a centre adds to the standard contract', () => {
  it.each<[string, Partial<TermsDraft>, string[]]>([
    ['may hold from tomorrow', {}, []],
    ['do not hold from today: this morning nobody saw them', { inForceFrom: today }, ['too-early']],
    ['do not hold from yesterday', { inForceFrom: day('2026-03-01') }, ['too-early']],
    ['do not begin on the day of others', { inForceFrom: day('2026-04-01') }, ['day-taken']],
    ['stand in Kazakh', { textKk: ' \n ' }, ['text-missing']],
    ['stand in Russian', { textRu: '' }, ['text-missing']],
    ['have the same clauses in both languages', { textKk: 'Бірінші\nЕкінші' }, ['clauses-differ']],
    ['are told apart by lines that say something', { textKk: 'Бірінші\n\n Екінші', textRu: 'Первое\nВторое\n' }, []],
    ['may end', { textKk: '', textRu: '', none: true }, []],
    ['do not end with a text', { none: true }, ['none-with-text']],
    ['are not a book', { textKk: 'а'.repeat(5001) }, ['too-long']],
  ])('%s', (_says, change, codes) => {
    expect(termsBlockers({ ...draft, ...change }, { today, taken: [day('2026-04-01')] }).map((each) => each.code.replace('contract-terms.', ''))).toEqual(codes)
  })

  it('are those of the newest approved edition that has begun', () => {
    const editions = [{ inForceFrom: day('2026-03-03'), approved: true }, { inForceFrom: day('2026-04-01'), approved: true }, { inForceFrom: day('2026-03-20'), approved: false }, { inForceFrom: day('2026-03-21'), approved: null }]
    expect(['2026-03-02', '2026-03-03', '2026-03-31', '2026-04-01'].map((on) => termsOn(editions, day(on))?.inForceFrom)).toEqual([undefined, '2026-03-03', '2026-03-03', '2026-04-01'])
  })
})

describe('the own conditions of a centre', () => {
  let world: TestWorld
  let centre: CentreMade
  let head: PersonActor
  let clerk: PersonActor
  beforeAll(async () => {
    world = await openTestWorld()
  })
  beforeEach(async () => {
    world.at('2026-03-02 10:00')
    centre = await world.aCentre()
    head = await world.aStaffMember(centre.id, ['centre-head'])
    clerk = await world.aStaffMember(centre.id, ['centre-operator'])
  })
  afterAll(() => world.drop())
  const write = (by = clerk, change: Partial<TermsDraft> = {}, key?: string) => draftContractTerms(world.as(by, key), { ...draft, ...change, centreId: centre.id })
  const decide = (id: string, approve: boolean, by = head, note = '') => decideContractTerms(world.as(by), { id, approve, note })
  const inForce = async (on: string) => (await findContractTerms(world.db, centre.id, day(on)))?.clauses

  it('are drafted by one person and approved by the head, and hold from their day until the day of the next', async () => {
    await decide(await write(), true)
    await decide(await write(clerk, { inForceFrom: day('2026-03-10'), textKk: '', textRu: '', none: true }), true)
    const first = [{ kk: 'Бірінші', ru: 'Первое' }]
    expect([await inForce('2026-03-02'), await inForce('2026-03-03'), await inForce('2026-03-09'), await inForce('2026-03-10')]).toEqual([undefined, first, first, undefined])
    world.at('2026-03-04 10:00')
    expect((await readContractTerms(world.as(clerk), centre.id)).rows.map((row) => row.state)).toEqual(['coming', 'in-force'])
  })

  it('are not approved by their drafter, though he were the head, nor by a clerk, nor twice', async () => {
    const own = await write(head)
    await expect(decide(own, true)).rejects.toMatchObject({ code: 'contract-terms.own-draft' })
    await expect(decide(own, true, clerk)).rejects.toMatchObject({ code: 'not-found' })
    await decide(own, false)
    const id = await write()
    await expect(write(head)).rejects.toMatchObject({ code: 'contract-terms.drafted-already' })
    await expect(decide(id, false)).rejects.toMatchObject({ code: 'contract-terms.note-missing' })
    await decide(id, false, head, 'Екінші тармақ артық')
    await expect(decide(id, true)).rejects.toMatchObject({ code: 'contract-terms.decided-already' })
    expect(await inForce('2026-12-31')).toBeUndefined()
  })

  it('whose day came while they waited are only given back', async () => {
    const id = await write()
    world.at('2026-03-03 00:00')
    await expect(decide(id, true)).rejects.toMatchObject({ code: 'contract-terms.not-possible', blockers: [{ code: 'contract-terms.too-early' }] })
    await decide(id, false, head, 'Кешікті')
  })

  it('are the business of this centre, written once however often the form is sent', async () => {
    const elsewhere = await world.aCentre()
    const strangers = [await world.aStaffMember(elsewhere.id, ['centre-head']), await world.aPerson(), await world.aStaffMember(centre.id, ['assessor'])]
    for (const stranger of strangers) await expect(write(stranger)).rejects.toMatchObject({ code: 'not-found' })
    const id = await write(clerk, {}, `terms-${centre.serial}`)
    expect(await write(clerk, {}, `terms-${centre.serial}`)).toBe(id)
    await expect(decide(id, true, strangers[0])).rejects.toMatchObject({ code: 'not-found' })
    await expect(readContractTerms(world.as(strangers[1]!), centre.id)).rejects.toMatchObject({ code: 'not-found' })
  })
})

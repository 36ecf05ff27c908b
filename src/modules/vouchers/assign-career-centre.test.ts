import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import { tx } from '#platform/acts/tx.ts'
import * as people from '#modules/people/index.ts'
import { codesOf } from '../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import { assignmentBlockers } from './domain/career-centre.ts'
import * as vouchers from './index.ts'

const day = (text: string) => text as Day
const [ZHETYSU, AKMOLA] = ['330000000', '110000000']

describe('a region of a career centre', () => {
  const facts = { isCareerCentre: true, regions: new Set([ZHETYSU]), daysGiven: new Set<string>(), today: day('2026-03-02') }
  it.each([
    ['from today', {}, {}, []], ['from yesterday', { fromDay: day('2026-03-01') }, {}, ['career-centre.day-past']], ['from no day', { fromDay: undefined }, {}, ['career-centre.day-wrong']],
    ['twice from one day', {}, { daysGiven: new Set(['2026-03-02']) }, ['career-centre.day-given']], ['that does not exist', { regionKato: '1' }, {}, ['career-centre.region-unknown']],
    ['taken from a centre that has none', { regionKato: null }, {}, ['career-centre.has-none']], ['taken from one that has', { regionKato: null }, { daysGiven: new Set(['2025-01-01']) }, []],
    ['of an employer, without a ground', { ground: ' ' }, { isCareerCentre: false }, ['career-centre.unknown', 'career-centre.ground-missing']],
  ])('%s', (_, change, other, expected) => expect(assignmentBlockers({ regionKato: ZHETYSU, fromDay: day('2026-03-02'), ground: 'Бұйрық № 3', ...change } as never, { ...facts, ...other }).map((each) => each.code)).toEqual(expected))
})

describe('the page of regions', () => {
  let world: TestWorld
  let organisationId: Uuid
  beforeAll(async () => {
    world = await openTestWorld()
    world.at('2026-03-02 09:00')
    organisationId = await tx(world.system(), 'organisation.create', (t) => people.createOrganisation(t, { kind: 'career-centre', bin: null, nameKk: 'Мансап орталығы', nameRu: 'Карьерный центр', nameEn: 'Career centre', demonstration: true })) as Uuid
  })
  afterAll(() => world.drop())

  const anOffice = () => tx(world.system(), 'organisation.create', (t) => people.createOrganisation(t, { kind: 'ministry', bin: null, nameKk: 'Мекеме', nameRu: 'Учреждение', nameEn: 'Office', demonstration: true }))

  it('is the ministry’s and the administrator’s to write, the auditor’s to read, nobody else’s', async () => {
    const assign = (actor: Parameters<TestWorld['as']>[0], fromDay = '2026-03-02', regionKato: string = ZHETYSU) => codesOf(vouchers.assignCareerCentre(world.as(actor), { organisationId, regionKato, fromDay, ground: 'Бұйрық № 3' }))
    const [official, auditor, administrator, specialist] = [await world.anOfficial('ministry'), await world.anOfficial('auditor'), await world.aStaffMember(await anOffice(), ['administrator']), await world.aStaffMember(organisationId, ['career-centre-specialist'])]
    for (const stranger of [auditor, specialist, await world.aPerson()]) expect(await assign(stranger)).toEqual(['not-found'])
    expect(await assign(official)).toEqual(['done'])
    expect(await assign(administrator)).toEqual(['career-centre.day-given'])
    expect(await assign(administrator, '2026-03-10', AKMOLA)).toEqual(['done'])
    expect(await assign(official, '2026-03-20', '')).toEqual(['done'])
    const { centres, unserved } = await vouchers.readCareerCentres(world.as(auditor))
    expect(centres[0]).toMatchObject({ regionNow: ZHETYSU, history: [{ fromDay: '2026-03-20', regionKato: null }, { fromDay: '2026-03-10', regionKato: AKMOLA }, { fromDay: '2026-03-02', regionKato: ZHETYSU }] })
    expect([unserved.length, unserved.some((region) => region.kato === ZHETYSU)]).toEqual([19, false])
    expect(await codesOf(vouchers.readCareerCentres(world.as(specialist)))).toEqual(['not-found'])
  })

  it.each([['2026-03-09 23:50', [ZHETYSU]], ['2026-03-10 00:10', [AKMOLA]], ['2026-03-19 23:50', [AKMOLA]], ['2026-03-20 00:10', []]])('at %s the specialist sees the requests of %j', async (moment, regions) => {
    world.at(moment)
    const specialist = await world.aStaffMember(organisationId, ['career-centre-specialist'])
    expect((await vouchers.readVoucherInbox(world.as(specialist), { step: 'review', page: 1, pageSize: 10 })).regions.map((region) => region.kato)).toEqual(regions)
  })

  it('what was assigned is never changed or deleted', async () => {
    for (const sql of ['update career_centre_region set region_kato = null', 'delete from career_centre_region']) await expect(world.db.begin((t) => t.run(sql), { 'tanu.scope': 'system' })).rejects.toMatchObject({ code: '42501' })
  })
})

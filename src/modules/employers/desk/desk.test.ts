import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDemonstrationBin } from '#kernel/bin.ts'
import type { Day } from '#kernel/day.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { tx } from '#platform/acts/tx.ts'
import * as people from '#modules/people/index.ts'
import { PNG } from '../../../../test/support/files.ts'
import { codesOf } from '../../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import { readDeskRequest, type DeskRequestTyped } from '../domain/desk-request.ts'
import * as employers from '../index.ts'

const bin = (n: number) => makeDemonstrationBin(n).reveal()
const typedOf = (n: number, change: Partial<DeskRequestTyped> = {}): DeskRequestTyped => ({
  bin: bin(n), nameKk: 'Зауыт', nameRu: 'Завод', nameEn: '', position: 'Кадр бөлімінің бастығы', powers: 'power-of-attorney', powersNumber: '№ 45 сенімхат', powersFrom: '2026-01-10', powersUntil: '2026-12-31', ...change,
})

describe('a request for an employer’s desk', () => {
  const known = { demo: true, today: '2026-03-02' as Day, hasFile: true, underReview: 0, isRepresentative: false }
  it.each([
    ['whole', {}, {}, []], ['of its first head, without an end', { powers: 'head', powersUntil: '' }, {}, []], ['a power of attorney without an end', { powersUntil: '' }, {}, ['until-missing']],
    ['powers that end today', { powersUntil: '2026-03-02' }, {}, []], ['powers that ended yesterday', { powersUntil: '2026-03-01' }, {}, ['until-wrong']], ['a paper of today', { powersFrom: '2026-03-02' }, {}, []],
    ['a paper of tomorrow', { powersFrom: '2026-03-03' }, {}, ['from-wrong']], ['a BIN with a wrong check digit', { bin: '123456789012' }, {}, ['bin-wrong']], ['an invented BIN on a living instance', {}, { demo: false }, ['bin-wrong']],
    ['without the paper', {}, { hasFile: false }, ['file-missing']], ['of somebody who represents it', {}, { isRepresentative: true }, ['represents-already']], ['a fourth at a time', {}, { underReview: 3 }, ['too-many']],
    ['empty', { bin: '', nameKk: ' ', nameRu: '', position: '', powers: '', powersNumber: '', powersFrom: '', powersUntil: '' }, { hasFile: false }, ['bin-wrong', 'name-missing', 'name-missing', 'position-missing', 'powers-missing', 'number-missing', 'from-wrong', 'file-missing']],
  ] as const)('%s', (_, change, facts, expected) => expect(readDeskRequest(typedOf(7_300, change), { ...known, ...facts }).blockers.map((each) => each.code.replace('desk-request.', ''))).toEqual(expected))
})

describe('the road of a request for a desk', () => {
  let world: TestWorld
  let administrator: PersonActor
  beforeAll(async () => {
    world = await openTestWorld()
    world.at('2026-03-02 09:00')
    administrator = await world.aStaffMember(await tx(world.system(), 'organisation.create', (t) => people.createOrganisation(t, { kind: 'ministry', bin: null, nameKk: 'Мекеме', nameRu: 'Учреждение', nameEn: 'Office', demonstration: true })), ['administrator'])
  })
  afterAll(() => world.drop())
  const ask = (person: PersonActor, n: number, change: Partial<DeskRequestTyped> = {}) => employers.askForDesk(world.as(person), { typed: typedOf(n, change), file: { name: 'сенімхат.png', bytes: PNG } })
  const again = async (person: PersonActor) => (await people.personActor(world, person.accountId))!
  const letters = async (person: PersonActor) => (await people.listOwnLetters(world.as(person), 1)).letters.map((each) => each.kind).filter((kind) => kind.startsWith('employer-desk'))

  it('is confirmed by somebody who compared the papers: the organisation is entered, and the person represents it to the last day of his powers', async () => {
    const person = await world.aPerson()
    const id = await ask(person, 7_301)
    expect(await codesOf(ask(person, 7_301))).toEqual(['desk-request.under-review'])
    expect((await employers.listDeskRequests(world.as(administrator), { step: 'review', page: 1, pageSize: 10 })).items.map((each) => each.id)).toEqual([id])
    expect((await employers.openDeskPaper(world.as(administrator), id)).mediaType).toBe('image/png')
    expect(await codesOf(employers.confirmDesk(world.as(administrator), { id, compared: false }))).toEqual(['desk-request.not-compared'])
    // Nobody else sees the request, its paper or the way to decide it.
    for (const stranger of [await world.aPerson(), await world.anOfficial('ministry')]) {
      const acts = [
        () => employers.confirmDesk(world.as(stranger), { id, compared: true }), () => employers.refuseDesk(world.as(stranger), { id, reason: 'a', remedy: 'b' }), () => employers.getDeskRequest(world.as(stranger), id),
        () => employers.openDeskPaper(world.as(stranger), id), () => employers.withdrawDeskRequest(world.as(stranger), id),
      ]
      for (const act of acts) expect(await codesOf(act())).toEqual(['not-found'])
    }
    expect(await codesOf(employers.readEmployerDesk(world.as(person)))).toEqual(['not-found'])
    const presses = await Promise.all([1, 2, 3].map(() => codesOf(employers.confirmDesk(world.as(administrator), { id, compared: true }))))
    expect(presses.flat().sort()).toEqual(['desk-request.decided-already', 'desk-request.decided-already', 'done'])
    expect(await employers.readEmployerDesk(world.as(await again(person)))).toMatchObject({ bin: bin(7_301), name: { kk: 'Зауыт', ru: 'Завод', en: 'Завод' } })
    expect(await letters(person)).toEqual(['employer-desk-confirmed'])
    expect(await codesOf(ask(await again(person), 7_301))).toEqual(['desk-request.represents-already'])
    world.at('2026-12-31 12:00')
    expect((await again(person)).roles.map((held) => held.role)).toContain('employer-representative')
    world.at('2027-01-01 00:10')
    expect((await again(person)).roles.map((held) => held.role)).not.toContain('employer-representative')
    world.at('2026-03-02 09:00')
  })

  it('a second representative comes to the same organisation; one whose BIN is a ministry’s to none', async () => {
    const { id: organisationId } = await world.db.one<{ id: string }>('select id from organisation where bin = $1', [bin(7_301)])
    const second = await world.aPerson()
    const id = await ask(second, 7_301, { powers: 'head', powersUntil: '' })
    expect((await employers.getDeskRequest(world.as(administrator), id)).known?.id).toBe(organisationId)
    expect(await employers.confirmDesk(world.as(administrator), { id, compared: true })).toBe(organisationId)
    await tx(world.system(), 'organisation.create', (t) => people.createOrganisation(t, { kind: 'ministry', bin: bin(7_302), nameKk: 'Министрлік', nameRu: 'Министерство', nameEn: 'Ministry', demonstration: true }))
    expect(await codesOf(employers.confirmDesk(world.as(administrator), { id: await ask(second, 7_302), compared: true }))).toEqual(['desk-request.other-organisation'])
  })

  it('is refused with the reason and what to do, and may be asked for again; powers that are over by then are not confirmed', async () => {
    const person = await world.aPerson()
    const id = await ask(person, 7_303)
    expect(await codesOf(employers.refuseDesk(world.as(administrator), { id, reason: ' ', remedy: '' }))).toEqual(['desk-request.reason-missing', 'desk-request.remedy-missing'])
    await employers.refuseDesk(world.as(administrator), { id, reason: 'Сенімхатта мөр жоқ.', remedy: 'Мөр басылған сенімхатты тіркеңіз.' })
    expect((await employers.listOwnDeskRequests(world.as(person)))[0]).toMatchObject({ step: 'refused', reason: 'Сенімхатта мөр жоқ.' })
    expect(await letters(person)).toEqual(['employer-desk-refused'])
    world.at('2026-03-02 10:00')
    const short = await ask(person, 7_303, { powersUntil: '2026-03-02' })
    world.at('2026-03-03 09:00')
    expect(await codesOf(employers.confirmDesk(world.as(administrator), { id: short, compared: true }))).toEqual(['desk-request.powers-over'])
    await employers.withdrawDeskRequest(world.as(person), short)
    expect((await employers.listOwnDeskRequests(world.as(person)))[0]!.step).toBe('withdrawn')
    world.at('2026-03-02 09:00')
  })

  it('the administrator does not open his own', async () => {
    const id = await ask(administrator, 7_304)
    expect(await codesOf(employers.confirmDesk(world.as(administrator), { id, compared: true }))).toEqual(['desk-request.own'])
  })
})

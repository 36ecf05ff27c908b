import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { createSitting, openSchedule, readReadiness, type NewSitting } from '#modules/scheduling/index.ts'
import { aNormEdition } from '../../../../test/support/norm-edition.ts'
import { openTestWorld, type CentreMade, type TestWorld } from '../../../../test/support/world.ts'
import { confirmCompetence, endCompetence, enterCompetence, findWithoutCompetence, openRoom, readCompetenceReminders, readCompetences } from '../index.ts'
import { competenceBlockers, competenceState, covers, endBlockers, type CompetenceDraft, type CompetenceFacts, type CompetenceSpan } from './domain/competence.ts'

const today = day('2026-03-02')

describe('a competence', () => {
  const entry: CompetenceFacts = { accountId: 'a', professionCode: 'K-1', levels: [3, 4], validFrom: day('2026-01-10'), validUntil: day('2026-06-30'), endedFrom: null, confirmed: true }
  it.each<[string, Partial<CompetenceFacts>, string, string]>([
    ['does not hold before its first day', {}, '2026-01-09', 'coming'],
    ['holds on its first day', {}, '2026-01-10', 'in-force'],
    ['holds on its last day', {}, '2026-06-30', 'in-force'],
    ['is over on the day after', {}, '2026-07-01', 'expired'],
    ['may have no end', { validUntil: null }, '2050-01-01', 'in-force'],
    ['never holds unconfirmed', { confirmed: false }, '2026-03-02', 'waiting'],
    ['holds on the eve of its end', { endedFrom: day('2026-03-02') }, '2026-03-01', 'in-force'],
    ['does not hold from the day of its end', { endedFrom: day('2026-03-02') }, '2026-03-02', 'ended'],
    ['set aside unconfirmed is ended too', { confirmed: false, endedFrom: day('2026-03-02') }, '2026-03-02', 'ended'],
  ])('%s', (_says, change, on, state) => expect(competenceState({ ...entry, ...change }, day(on))).toBe(state))

  it('covers its profession and levels and no other', () => {
    const on = today
    expect([['K-1', 3], ['K-1', 5], ['K-2', 3]].map(([professionCode, level]) => covers(entry, { professionCode: professionCode as string, level: level as number, on }))).toEqual([true, false, false])
  })

  const draft: CompetenceDraft = { accountId: 'a', professionCode: 'K-1', levels: [4], ground: 'education', document: 'Diploma 7', validFrom: today, validUntil: null }
  const standing: CompetenceSpan = { accountId: 'a', professionCode: 'K-1', levels: [4], validFrom: day('2026-01-01'), validUntil: day('2026-03-01'), endedFrom: null }
  it.each<[string, Partial<CompetenceDraft>, Partial<CompetenceSpan>, string[]]>([
    ['may follow on the day after another', {}, {}, []],
    ['does not begin on the last day of another', {}, { validUntil: today }, ['overlaps']],
    ['does not lie over one without end', {}, { validUntil: null }, ['overlaps']],
    ['may begin on the day from which another was ended', {}, { validUntil: null, endedFrom: today }, []],
    ['does not begin before the day from which another is ended', {}, { validUntil: null, endedFrom: day('2026-03-03') }, ['overlaps']],
    ['of another level lies beside it', { levels: [3] }, { validUntil: null }, []],
    ['of another person lies beside it', {}, { accountId: 'b', validUntil: null }, []],
    ['is about a judge of the centre', { accountId: 'z' }, {}, ['no-examiner']],
    ['is about a level in scope', { levels: [4, 5] }, {}, ['out-of-scope']],
    ['has a level', { levels: [] }, {}, ['out-of-scope']],
    ['names its ground and its paper', { ground: '', document: ' ' }, {}, ['ground-missing', 'document-missing']],
    ['ends after it begins', { validFrom: day('2026-04-02'), validUntil: day('2026-04-01') }, {}, ['dates-out-of-order']],
    ['may be for one day', { validUntil: today }, {}, []],
    ['is not entered when it is over', { validFrom: day('2025-01-01'), validUntil: day('2025-12-31') }, {}, ['over-already']],
  ])('%s', (_says, change, other, codes) => {
    const facts = { today, examiners: ['a'], scope: [{ professionCode: 'K-1', level: 3 }, { professionCode: 'K-1', level: 4 }], standing: [{ ...standing, ...other }] }
    expect(competenceBlockers({ ...draft, ...change }, facts).map((each) => each.code.replace('competence.', ''))).toEqual(codes)
  })

  it.each<[string, string, string, string | null, string[]]>([
    ['is ended from today', '2026-03-02', 'Left', null, []],
    ['is not ended from yesterday', '2026-03-01', 'Left', null, ['end-past']],
    ['is ended with a ground', '2026-03-02', ' ', null, ['end-ground-missing']],
    ['is ended once', '2026-03-02', 'Left', '2026-03-01', ['ended-already']],
  ])('%s', (_says, from, ground, before, codes) => {
    expect(endBlockers({ from: day(from), ground }, { endedFrom: before === null ? null : day(before) }, today).map((each) => each.code.replace('competence.', ''))).toEqual(codes)
  })
})

describe('the competence of the examiners of a centre', () => {
  let world: TestWorld
  let centre: CentreMade
  let code: string
  let head: PersonActor
  let clerk: PersonActor
  let assessor: PersonActor
  beforeAll(async () => {
    world = await openTestWorld()
  })
  beforeEach(async () => {
    world.at('2026-03-02 10:00')
    code = await world.aProfession()
    centre = await world.aCentre({ professionCode: code, level: 4 })
    head = await world.aStaffMember(centre.id, ['centre-head'])
    clerk = await world.aStaffMember(centre.id, ['centre-operator'])
    assessor = await world.aStaffMember(centre.id, ['assessor'])
  })
  afterAll(() => world.drop())

  const enter = (by: PersonActor, overrides: Partial<CompetenceDraft> = {}, key?: string) =>
    enterCompetence(world.as(by, key), { centreId: centre.id, accountId: assessor.accountId, professionCode: code, levels: [4], ground: 'education', document: 'Diploma 7', validFrom: today, validUntil: day('2026-12-31'), ...overrides })
  const lacking = (on: string) => findWithoutCompetence(world.db, { centreId: centre.id, professionCode: code, level: 4, on: day(on), people: [assessor.accountId] })

  it('counts when a second person has confirmed it, until it is ended, and stays for ever', async () => {
    const id = await enter(clerk)
    expect(await lacking('2026-03-02')).toEqual([assessor.accountId])
    await expect(confirmCompetence(world.as(clerk), { id })).rejects.toMatchObject({ code: 'competence.own-entry' })
    await confirmCompetence(world.as(head), { id })
    await expect(confirmCompetence(world.as(head), { id })).rejects.toMatchObject({ code: 'competence.confirmed-already' })
    expect([await lacking('2026-03-02'), await lacking('2027-01-01')]).toEqual([[], [assessor.accountId]])
    await endCompetence(world.as(head), { id, from: day('2026-03-10'), ground: 'The diploma was annulled' })
    expect([await lacking('2026-03-09'), await lacking('2026-03-10')]).toEqual([[], [assessor.accountId]])
    expect((await readCompetences(world.as(clerk), centre.id)).rows).toMatchObject([{ id, state: 'in-force', endedFrom: '2026-03-10', endGround: 'The diploma was annulled' }])
  })

  it('is entered by the head and confirmed by a clerk, or the other way round, and never by two clerks', async () => {
    const second = await world.aStaffMember(centre.id, ['centre-operator'])
    const byClerk = await enter(clerk)
    await expect(confirmCompetence(world.as(second), { id: byClerk })).rejects.toMatchObject({ code: 'not-found' })
    await endCompetence(world.as(head), { id: byClerk, from: today, ground: 'Wrong day' })
    await confirmCompetence(world.as(second), { id: await enter(head) })
    expect(await lacking('2026-03-02')).toEqual([])
  })

  it('is not confirmed by its own person, though he were the head', async () => {
    const judge = await world.aStaffMember(centre.id, ['centre-head', 'assessor'])
    const id = await enter(clerk, { accountId: judge.accountId })
    await expect(confirmCompetence(world.as(judge), { id })).rejects.toMatchObject({ code: 'competence.about-oneself' })
  })

  it('is the business of this centre, entered once however often the form is sent', async () => {
    const elsewhere = await world.aCentre()
    const strangers = [await world.aStaffMember(elsewhere.id, ['centre-head']), await world.aPerson(), assessor]
    for (const stranger of strangers) await expect(enter(stranger)).rejects.toMatchObject({ code: 'not-found' })
    const id = await enter(clerk, {}, `competence-${centre.serial}`)
    expect(await enter(clerk, {}, `competence-${centre.serial}`)).toBe(id)
    await expect(readCompetences(world.as(strangers[0]!), centre.id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(confirmCompetence(world.as(strangers[0]!), { id })).rejects.toMatchObject({ code: 'not-found' })
    await expect(endCompetence(world.as(clerk), { id, from: today, ground: 'x' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(enter(head)).rejects.toMatchObject({ code: 'competence.not-possible', blockers: [{ code: 'competence.overlaps' }] })
  })

  it('is one of two entered at once', async () => {
    const outcomes = await Promise.allSettled([enter(clerk), enter(head)])
    expect(outcomes.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('is spoken of from the thirtieth day before its end', async () => {
    await confirmCompetence(world.as(head), { id: await enter(clerk, { validUntil: day('2026-06-30') }) })
    await enter(clerk, { validFrom: day('2026-07-01') })
    const reminders = async (by: PersonActor) => readCompetenceReminders(world.as(by), centre.id)
    world.at('2026-05-30 10:00')
    expect((await reminders(clerk)).ending).toEqual([])
    world.at('2026-05-31 00:00')
    expect((await reminders(clerk)).ending).toMatchObject([{ accountId: assessor.accountId, validUntil: '2026-06-30' }])
    expect([(await reminders(head)).waiting, (await reminders(clerk)).waiting]).toEqual([1, 0])
    world.at('2026-07-01 00:00')
    expect((await reminders(clerk)).ending).toEqual([])
  })

  describe('when a sitting is planned', () => {
    let ctx: Ctx
    let plan: NewSitting
    beforeEach(async () => {
      ctx = world.as(clerk)
      const roomId = await openRoom(ctx, { centreId: centre.id, nameKk: '1', nameRu: '1', seats: 4 })
      plan = { centreId: centre.id, stage: 'practice', professionCode: code, level: 4, roomId, onDay: day('2026-03-17'), start: '10:00', end: '12:00', seats: 2, assessorIds: [assessor.accountId] }
    })
    const schedule = () => openSchedule(ctx, { centreId: centre.id, from: day('2026-03-16'), to: day('2026-03-20') })

    it('is only spoken of while the norm does not ask for it', async () => {
      await createSitting(ctx, plan)
      expect((await schedule()).sittings[0]!.withoutCompetence).toEqual([assessor.accountId])
      expect((await readReadiness(ctx, centre.id))[0]!.warnings).toContainEqual({ code: 'readiness.no-competent-assessor' })
      await confirmCompetence(world.as(head), { id: await enter(clerk) })
      expect((await schedule()).sittings[0]!.withoutCompetence).toEqual([])
      expect((await readReadiness(ctx, centre.id))[0]!.warnings).toEqual([])
    })

    it('keeps the assessor out on a day it does not cover, where the norm asks for it', async () => {
      await aNormEdition(world, { 'assessor.competenceRequired': true }, day('2026-03-02'))
      await expect(createSitting(ctx, plan)).rejects.toMatchObject({ code: 'sitting.not-possible', blockers: [{ code: 'sitting.assessor-without-competence' }] })
      await confirmCompetence(world.as(head), { id: await enter(clerk, { validUntil: day('2026-03-17') }) })
      await createSitting(ctx, plan)
      await expect(createSitting(ctx, { ...plan, onDay: day('2026-03-18') })).rejects.toMatchObject({ blockers: [{ code: 'sitting.assessor-without-competence' }] })
    })
  })
})

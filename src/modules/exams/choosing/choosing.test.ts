import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anExamCase, type ExamCase } from '../../../../test/support/exam-case.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import { cancelSitting, listFreeSittings } from '#modules/scheduling/index.ts'
import { callOffSitting, chooseDay, declareInterest, readChoice, readNoticePage, sendNotification, takeBackChoice, tellOfDays, wishDay } from '../index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

const choose = async (exam: ExamCase, sittings: { theory?: string; practice?: string }) => chooseDay(world.as(exam.candidate), { number: exam.number, version: await exam.version(), sittings })
const letters = (exam: ExamCase, kind: string) => world.db.many('select 1 from letter where account_id = $1 and kind = $2', [exam.candidate.accountId, kind])

describe('the candidate chooses his day', () => {
  it('among lawful days only: full, too near, before the theory and held by somebody bound to him are not offered', async () => {
    const exam = await anExamCase(world)
    await exam.sitting('theory', '2026-03-16')
    const theory = await exam.sitting('theory', '2026-03-26')
    await exam.sitting('theory', '2026-03-27', '10:00', '12:00', 1, 0 + 1)
    await exam.sitting('practice', '2026-03-26', '08:00', '09:30', 1)
    const practice = await exam.sitting('practice', '2026-03-26', '13:00', '16:00')
    const view = await readChoice(world.as(exam.candidate), exam.number)
    expect([view.open, view.allowed, view.days?.sittings.theory.map((each) => each.onDay), view.days?.sittings.practice.map((each) => each.id)]).toEqual([true, true, ['2026-03-26'], [practice]])
    expect(view.days!.sittings.theory[0]).not.toHaveProperty('invigilatorId')
    await choose(exam, { theory, practice })
    expect((await readChoice(world.as(exam.candidate), exam.number)).chosen).toMatchObject([{ stage: 'theory', sittingId: theory, sendBy: '2026-03-05' }, { stage: 'practice', sittingId: practice }])
    await declareInterest(world.as(exam.candidate), { number: exam.number, accountId: exam.invigilator.accountId, kind: 'kin' })
    expect((await readChoice(world.as(exam.candidate), exam.number)).days?.sittings).toEqual({ theory: [], practice: [] })
    await expect(choose(exam, { theory, practice })).rejects.toMatchObject({ blockers: [{ code: 'choice.not-offered' }] })
  })

  it('and nobody else for him, not by a page that is old, not an unlawful day, and not twice the same press', async () => {
    const exam = await anExamCase(world)
    const [near, theory, practice] = [await exam.sitting('theory', '2026-03-16'), await exam.sitting('theory', '2026-03-26'), await exam.sitting('practice', '2026-03-26', '13:00', '16:00')]
    const version = await exam.version()
    await expect(chooseDay(world.as(exam.clerk), { number: exam.number, version, sittings: { theory, practice } })).rejects.toMatchObject({ code: 'not-found' })
    await expect(readChoice(world.as(await world.aPerson()), exam.number)).rejects.toMatchObject({ code: 'not-found' })
    await expect(choose(exam, { theory: near, practice })).rejects.toMatchObject({ code: 'choice.not-possible', blockers: [{ code: 'notice.too-short' }] })
    await expect(choose(exam, { theory })).rejects.toMatchObject({ blockers: [{ code: 'notice.no-sitting-practice' }] })
    await expect(choose(exam, { theory: 'x', practice: '' })).rejects.toMatchObject({ blockers: [{ code: 'notice.no-sitting-theory' }, { code: 'notice.no-sitting-practice' }] })
    const pressed = { ...world.as(exam.candidate), requestKey: { key: 'one-press-of-the-button', hash: new Uint8Array(32) } }
    await chooseDay(pressed, { number: exam.number, version, sittings: { theory, practice } })
    await chooseDay(pressed, { number: exam.number, version, sittings: { theory, practice } })
    expect((await exam.kinds()).filter((kind) => kind.startsWith('day-'))).toEqual(['day-chosen'])
    await expect(chooseDay(world.as(exam.candidate), { number: exam.number, version, sittings: { theory, practice } })).rejects.toMatchObject({ code: 'case.changed-meanwhile' })
  })

  it('of two who want the last seat at once one gets it, and the seat is not given to a third by the clerk', async () => {
    const exam = await anExamCase(world)
    const others = [await anExamCase(world, { beside: exam }), await anExamCase(world, { beside: exam })] as const
    const [theory, practice] = [await exam.sitting('theory', '2026-03-26', '10:00', '12:00', 0, 1), await exam.sitting('practice', '2026-03-26', '13:00', '16:00')]
    const outcomes = await Promise.allSettled([exam, others[0]].map((each) => choose(each, { theory, practice })))
    expect(outcomes.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find((each) => each.status === 'rejected')).toMatchObject({ reason: { blockers: [{ code: 'notice.no-seat' }] } })
    await expect(sendNotification(world.as(exam.clerk), { number: others[1].number, version: await others[1].version(), sittings: { theory, practice } })).rejects.toMatchObject({ blockers: [{ code: 'notice.no-seat' }] })
    const free = await world.db.begin((t) => listFreeSittings(t, { centreId: exam.centre.id, from: '2026-03-02' as never, until: '2026-04-30' as never, limit: 9 }), { 'tanu.scope': 'system' })
    expect(free.map((each) => [each.stage, each.free])).toEqual([['practice', 11]])
    const winner = outcomes[0]!.status === 'fulfilled' ? exam : others[0]
    await takeBackChoice(world.as(winner.candidate), { number: winner.number, version: await winner.version() })
    await choose(others[1], { theory, practice })
  })

  it('he may choose another until the notification, which is the centre’s act and takes one step', async () => {
    const exam = await anExamCase(world)
    const practice = await exam.sitting('practice', '2026-03-31', '13:00', '16:00')
    const [first, second] = [await exam.sitting('theory', '2026-03-26'), await exam.sitting('theory', '2026-03-30')]
    await choose(exam, { theory: first, practice })
    await choose(exam, { theory: second, practice })
    const seen = await readNoticePage(world.as(exam.clerk), exam.number)
    expect(seen.choice?.chosen.map((each) => each.sittingId)).toEqual([second, practice])
    await expect(cancelSitting(world.as(exam.clerk), { sittingId: second })).rejects.toMatchObject({ code: 'sitting.chosen' })
    await cancelSitting(world.as(exam.clerk), { sittingId: first })
    await sendNotification(world.as(exam.clerk), { number: exam.number, version: seen.version, sittings: { theory: second, practice } })
    expect((await exam.kinds()).slice(-3)).toEqual(['day-chosen', 'day-choice-changed', 'notification-sent'])
    await expect(choose(exam, { theory: second, practice })).rejects.toMatchObject({ blockers: [{ code: 'choice.not-now' }] })
    const releases = await world.db.begin((t) => t.many<{ release: string }>('select release from sitting_choice where case_id = $1 order by chosen_at, release', [exam.caseId]), { 'tanu.scope': 'system' })
    expect(releases.map((each) => each.release).sort()).toEqual(['changed', 'changed', 'notified', 'notified'])
  })

  it('a day whose notice no longer fits is said to have lapsed; a sitting that is called off is given up with a letter', async () => {
    const exam = await anExamCase(world)
    const sittings = { theory: await exam.sitting('theory', '2026-03-26'), practice: await exam.sitting('practice', '2026-03-26', '13:00', '16:00') }
    await choose(exam, sittings)
    world.at('2026-03-06 10:00')
    expect((await readChoice(world.as(exam.candidate), exam.number)).chosen[0]).toMatchObject({ sendBy: undefined })
    await callOffSitting(world.as(exam.clerk), { sittingId: sittings.theory, ground: 'equipment', note: '' })
    expect([(await readChoice(world.as(exam.candidate), exam.number)).chosen, (await exam.kinds()).at(-1), (await letters(exam, 'chosen-day-off')).length]).toEqual([[], 'chosen-day-called-off', 1])
  })
})

describe('no day suits', () => {
  it('he says when he would come, and is told once when such a day appears', async () => {
    const exam = await anExamCase(world)
    await expect(wishDay(world.as(exam.candidate), { number: exam.number, weekdays: [8], parts: [] })).rejects.toMatchObject({ blockers: [{ code: 'wish.unknown' }] })
    await wishDay(world.as(exam.candidate), { number: exam.number, weekdays: [5], parts: ['morning'] })
    await exam.sitting('practice', '2026-03-31', '13:00', '16:00')
    await exam.sitting('theory', '2026-03-26')
    expect(await tellOfDays(world.system())).toBe(0)
    await exam.sitting('theory', '2026-03-27')
    expect([await tellOfDays(world.system()), await tellOfDays(world.system()), (await letters(exam, 'day-offered')).length]).toEqual([1, 0, 1])
    expect((await readChoice(world.as(exam.candidate), exam.number)).wish).toMatchObject({ weekdays: [5], parts: ['morning'], toldAt: expect.any(String) })
  })
})

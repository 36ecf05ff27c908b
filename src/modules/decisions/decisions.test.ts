import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as people from '#modules/people/index.ts'
import { aHeldCase, type DecidedCase } from '../../../test/support/decided-case.ts'
import { anExamCase } from '../../../test/support/exam-case.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import { callPanel, castVote, dissolvePanel, readPanel, takeDecision } from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

const call = async (exam: DecidedCase, members = exam.panel.map((each) => each.accountId)) =>
  callPanel(world.as(exam.clerk), { number: exam.number, version: await exam.version(), memberIds: members, chairId: members[0]! })
const codesOf = (fault: unknown) => (fault as { blockers?: { code: string }[] }).blockers?.map((each) => each.code)

describe('the decision of the panel', () => {
  it('is taken by three lawful people, each voting once, with a quorum, and moves the case to its result', async () => {
    const exam = await aHeldCase(world, 'pass')
    world.at('2026-03-27 10:00')
    await call(exam)
    await expect(call(exam)).rejects.toMatchObject({ code: 'panel.called-already' })
    await castVote(world.as(exam.panel[0]!), { number: exam.number, choice: 'pass', note: '' })
    await expect(castVote(world.as(exam.panel[0]!), { number: exam.number, choice: 'pass', note: '' })).rejects.toMatchObject({ code: 'vote.given-already' })
    await expect(takeDecision(world.as(exam.clerk), { number: exam.number, version: await exam.version() })).rejects.toMatchObject({ code: 'decision.no-quorum' })
    await castVote(world.as(exam.panel[1]!), { number: exam.number, choice: 'pass', note: '' })
    const decision = await takeDecision(world.as(exam.clerk), { number: exam.number, version: await exam.version() })
    expect(decision).toMatchObject({ outcome: 'pass', ground: null, number: `${exam.number}/1` })
    expect(await exam.step()).toBe('decided-pass')
    expect(await exam.kinds()).toEqual(expect.arrayContaining(['panel-called', 'vote-cast', 'decided-to-pass']))
  })

  it('is never taken by who assessed, by too few, by an even number or by a stranger', async () => {
    const exam = await aHeldCase(world, 'pass')
    const ids = exam.panel.map((each) => each.accountId)
    const stranger = await world.aStaffMember((await world.aCentre()).id, ['panel-member'])
    for (const [members, code] of [[[exam.assessor.accountId, ids[1]!, ids[2]!], 'panel.member-assessed'], [ids.slice(0, 2), 'panel.too-small'], [[...ids, exam.clerk.accountId], 'panel.even'], [[stranger.accountId, ids[1]!, ids[2]!], 'panel.member-without-role']] as const) {
      const fault = await call(exam, [...members]).catch((error: unknown) => error)
      expect(codesOf(fault), code).toContain(code)
    }
    expect(await exam.step()).toBe('held')
  })

  it('confirms what was held: who failed a stage does not pass, who passed both does not fail', async () => {
    const passed = await aHeldCase(world, 'pass')
    await call(passed)
    expect(codesOf(await castVote(world.as(passed.panel[0]!), { number: passed.number, choice: 'fail', note: '' }).catch((error: unknown) => error))).toEqual(['decision.no-ground-to-fail'])
    const failed = await aHeldCase(world, 'fail')
    await call(failed)
    expect(codesOf(await castVote(world.as(failed.panel[0]!), { number: failed.number, choice: 'pass', note: '' }).catch((error: unknown) => error))).toEqual(['decision.theory-not-passed'])
    for (const member of failed.panel) await castVote(world.as(member), { number: failed.number, choice: 'fail', note: '' })
    expect(await takeDecision(world.as(failed.clerk), { number: failed.number, version: await failed.version() })).toMatchObject({ outcome: 'fail', ground: 'THEORY_NOT_PASSED' })
  })

  it('is not the affair of others: no stranger sees the panel, nobody outside it votes', async () => {
    const exam = await aHeldCase(world, 'pass')
    await call(exam)
    const foreign = await world.aStaffMember((await world.aCentre()).id, ['centre-operator'])
    await expect(readPanel(world.as(foreign), exam.number)).rejects.toMatchObject({ code: 'not-found' })
    await expect(castVote(world.as(exam.assessor), { number: exam.number, choice: 'pass', note: '' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(castVote(world.as(exam.candidate), { number: exam.number, choice: 'pass', note: '' })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('is no question before the exam: whoever opens the panel too early is told so', async () => {
    const exam = await anExamCase(world)
    await expect(readPanel(world.as(exam.clerk), exam.number)).rejects.toMatchObject({ code: 'case.not-at-this-step', data: { step: 'contract-signed' } })
  })

  it('is not taken with a member who has left the centre since: the panel is dissolved with a ground, and another decides', async () => {
    const exam = await aHeldCase(world, 'pass')
    const spare = await world.aStaffMember(exam.centre.id, ['panel-member'])
    await call(exam)
    for (const member of exam.panel) await castVote(world.as(member), { number: exam.number, choice: 'pass', note: '' })
    const gone = exam.panel[2]!
    const { id } = await world.db.one<{ id: string }>("select id from role_grant where account_id = $1 and role = 'panel-member'", [gone.accountId])
    await people.revokeRole(world.system(), id)
    expect(codesOf(await takeDecision(world.as(exam.clerk), { number: exam.number, version: await exam.version() }).catch((error: unknown) => error))).toEqual(['panel.member-without-role', 'panel.replace-first'])
    const dissolve = async (ground: string, actor = exam.clerk) => dissolvePanel(world.as(actor), { number: exam.number, version: await exam.version(), ground, note: '' })
    expect(codesOf(await dissolve(' ').catch((error: unknown) => error))).toEqual(['panel.ground-missing'])
    await expect(dissolve('unable', exam.panel[1])).rejects.toMatchObject({ code: 'not-found' })
    await expect(dissolve('unable', exam.candidate)).rejects.toMatchObject({ code: 'not-found' })
    await dissolve('unable')
    await expect(takeDecision(world.as(exam.clerk), { number: exam.number, version: await exam.version() })).rejects.toMatchObject({ code: 'panel.not-called' })
    const anew = [exam.panel[0]!, exam.panel[1]!, spare]
    await call(exam, anew.map((each) => each.accountId))
    for (const member of anew) await castVote(world.as(member), { number: exam.number, choice: 'pass', note: '' })
    expect(await takeDecision(world.as(exam.clerk), { number: exam.number, version: await exam.version() })).toMatchObject({ outcome: 'pass' })
    expect(await exam.kinds()).toEqual(expect.arrayContaining(['panel-dissolved', 'decided-to-pass']))
  })

  it('is not escaped by dissolving a lawful panel whose votes decide; before that a ground is enough', async () => {
    const exam = await aHeldCase(world, 'pass')
    await call(exam)
    await castVote(world.as(exam.panel[0]!), { number: exam.number, choice: 'pass', note: '' })
    const dissolve = async () => dissolvePanel(world.as(exam.clerk), { number: exam.number, version: await exam.version(), ground: 'other', note: 'Мүше ауырып қалды' })
    await dissolve()
    await call(exam)
    for (const member of exam.panel) await castVote(world.as(member), { number: exam.number, choice: 'pass', note: '' })
    expect(codesOf(await dissolve().catch((error: unknown) => error))).toEqual(['panel.votes-decide'])
    expect(await exam.step()).toBe('held')
  })

  it('is taken once when two clerks press at the same moment', async () => {
    const exam = await aHeldCase(world, 'pass')
    await call(exam)
    for (const member of exam.panel) await castVote(world.as(member), { number: exam.number, choice: 'pass', note: '' })
    const version = await exam.version()
    const both = await Promise.allSettled([exam.clerk, exam.head].map((actor) => takeDecision(world.as(actor), { number: exam.number, version })))
    expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find((each) => each.status === 'rejected')).toMatchObject({ reason: { code: 'case.changed-meanwhile' } })
  })
})

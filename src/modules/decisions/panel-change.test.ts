import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read } from '#platform/acts/tx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { day } from '#kernel/day.ts'
import * as casework from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import { aHeldCase, type DecidedCase } from '../../../test/support/decided-case.ts'
import { pinNorms } from '../../../test/support/norm-edition.ts'
import { codesOf } from '../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import { callPanel, castVote, dissolvePanel, listOwnPanels, readPanel, replaceMember, takeDecision } from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

async function called(): Promise<DecidedCase> {
  const exam = await aHeldCase(world, 'pass')
  await callPanel(world.as(exam.clerk), { number: exam.number, version: await exam.version(), memberIds: exam.panel.map((each) => each.accountId), chairId: exam.head.accountId })
  return exam
}
const fresh = (exam: DecidedCase) => world.aStaffMember(exam.centre.id, ['panel-member'])
const replace = async (exam: DecidedCase, by: PersonActor, member: PersonActor, successor: PersonActor, ground = 'illness', note = '') =>
  replaceMember(world.as(by), { number: exam.number, version: await exam.version(), memberId: member.accountId, successorId: successor.accountId, ground, note })
const dissolve = async (exam: DecidedCase, by: PersonActor, ground = 'unable') => dissolvePanel(world.as(by), { number: exam.number, version: await exam.version(), ground, note: '' })
const vote = (exam: DecidedCase, member: PersonActor) => castVote(world.as(member), { number: exam.number, choice: 'pass', note: '' })
const take = async (exam: DecidedCase) => takeDecision(world.as(exam.clerk), { number: exam.number, version: await exam.version() })
const entries = (exam: DecidedCase, kind: string) => read(world.system(), 'case.read', async (t) => {
  assertMay(t, casework.policy, 'case.read', { centreId: '', accountId: null })
  return (await casework.timelineOf(t, exam.caseId)).filter((entry) => entry.kind === kind).map((entry) => entry.payload)
})
const term = (exam: DecidedCase) => read(world.system(), 'case.read', async (t) => {
  assertMay(t, casework.policy, 'case.read', { centreId: '', accountId: null })
  return (await casework.deadlinesOf(t, exam.caseId)).filter((each) => each.rule === 'T4')
})
const votesKept = (exam: DecidedCase) => read(world.system(), 'case.read', async (t) => {
  assertMay(t, casework.policy, 'case.read', { centreId: '', accountId: null })
  return (await t.sql.many<{ accountId: string }>('select v.account_id from vote v join panel p on p.id = v.panel_id where p.case_id = $1', [exam.caseId])).map((row) => row.accountId)
})

describe('somebody of another centre', () => {
  /** A panel member of another centre, to whom the head gives the same role at this one until a day. */
  async function guestOf(exam: DecidedCase): Promise<PersonActor> {
    const guest = await world.aStaffMember((await world.aCentre()).id, ['panel-member'])
    await people.grantRoleByEmail(world.as(exam.head), { email: guest.email, role: 'panel-member', organisationId: exam.centre.id, validFrom: day('2026-03-26'), validUntil: day('2026-03-31') })
    return (await people.personActor(world, guest.accountId))!
  }
  const callWith = async (exam: DecidedCase, guest: PersonActor) => callPanel(world.as(exam.clerk), { number: exam.number, version: await exam.version(), memberIds: [exam.head, exam.panel[1]!, guest].map((each) => each.accountId), chairId: exam.head.accountId })

  it('may be invited into the panel of a small centre, votes there and sees its case no longer than his role lasts', async () => {
    const exam = await aHeldCase(world, 'pass')
    const guest = await guestOf(exam)
    expect(await readPanel(world.as(exam.clerk), exam.number)).toMatchObject({ mayInvite: true, missing: 0 })
    await callWith(exam, guest)
    for (const member of [exam.head, exam.panel[1]!, guest]) await vote(exam, member)
    await take(exam)
    expect(await exam.step()).toBe('decided-pass')
    world.at('2026-04-01 10:00')
    expect(await codesOf(readPanel(world.as((await people.personActor(world, guest.accountId))!), exam.number))).toEqual(['not-found'])
  })

  it('does not sit where the norm of the case does not let him, and the clerk reads why', async () => {
    const exam = await aHeldCase(world, 'pass')
    const guest = await guestOf(exam)
    await pinNorms(world, exam.caseId, { 'panel.mayInviteFromOtherCentre': false })
    expect(await codesOf(callWith(exam, guest))).toEqual(['panel.member-of-another-centre'])
    const view = await readPanel(world.as(exam.clerk), exam.number)
    expect([view.mayInvite, view.people.find((each) => each.accountId === guest.accountId)!.blockers.map((each) => each.code)]).toEqual([false, ['panel.member-of-another-centre']])
  })
})

describe('a panel that was called and has not decided', () => {
  it('gets another member in the seat of one with a conflict of interest, even after he voted: his vote counts no more and is kept', async () => {
    const exam = await called()
    const [, ill, third] = exam.panel as [PersonActor, PersonActor, PersonActor]
    await vote(exam, exam.head)
    await vote(exam, ill)
    expect((await readPanel(world.as(exam.clerk), exam.number)).state).toEqual({ state: 'decided', outcome: 'pass' })
    const successor = await fresh(exam)
    expect(await codesOf(replace(exam, exam.clerk, ill, successor))).toEqual(['panel.votes-decide'])
    expect(await codesOf(replace(exam, exam.clerk, ill, successor, 'conflict'))).toEqual(['panel.note-missing'])
    await replace(exam, exam.clerk, ill, successor, 'conflict', 'Кандидаттың туысы екені анықталды.')
    const view = await readPanel(world.as(exam.clerk), exam.number)
    expect([view.members.length, view.state, view.left]).toMatchObject([3, { state: 'waiting', votes: 1, needed: 2 }, [{ accountId: ill.accountId, ground: 'conflict', voidVote: 'pass' }]])
    expect(await codesOf(take(exam))).toEqual(['decision.no-quorum'])
    expect(await codesOf(vote(exam, ill))).toEqual(['not-found'])
    expect((await listOwnPanels(world.as(ill))).map((row) => row.number)).not.toContain(exam.number)
    expect((await listOwnPanels(world.as(successor))).map((row) => row.number)).toContain(exam.number)
    await vote(exam, successor)
    await take(exam)
    expect(await votesKept(exam)).toContain(ill.accountId)
    expect(await entries(exam, 'panel-member-replaced')).toMatchObject([{ member: ill.accountId, successor: successor.accountId, ground: 'conflict', voidVote: 'pass' }])
    expect(await exam.step()).toBe('decided-pass')
    expect(await codesOf(replace(exam, exam.clerk, third, await fresh(exam)))).toEqual(['panel.not-open'])
  })

  it('gives the chair with the seat', async () => {
    const exam = await called()
    const successor = await fresh(exam)
    await replace(exam, exam.head, exam.head, successor)
    expect((await readPanel(world.as(exam.clerk), exam.number)).members.find((member) => member.chair)?.accountId).toBe(successor.accountId)
  })

  it('takes nobody who may not sit, and nobody back', async () => {
    const exam = await called()
    const [, first, second] = exam.panel as [PersonActor, PersonActor, PersonActor]
    const stranger = await world.aStaffMember((await world.aCentre()).id, ['panel-member'])
    expect(await codesOf(replace(exam, exam.clerk, first, stranger))).toEqual(['panel.member-without-role'])
    expect(await codesOf(replace(exam, exam.clerk, first, exam.assessor))).toContain('panel.member-assessed')
    expect(await codesOf(replace(exam, exam.clerk, first, second))).toEqual(['panel.successor-sat'])
    expect(await codesOf(replace(exam, exam.clerk, first, await fresh(exam), 'whim'))).toEqual(['panel.ground-missing'])
    await replace(exam, exam.clerk, first, await fresh(exam))
    expect(await codesOf(replace(exam, exam.clerk, second, first))).toEqual(['panel.successor-sat'])
  })

  it('is changed by the clerk and the head of its centre alone, and by no member but for his own seat', async () => {
    const exam = await called()
    const successor = await fresh(exam)
    const foreign = await world.aStaffMember((await world.aCentre()).id, ['centre-head'])
    for (const other of [foreign, exam.assessor, exam.candidate, exam.panel[1]!]) {
      expect(await codesOf(replace(exam, other, exam.panel[2]!, successor))).toEqual(['not-found'])
      expect(await codesOf(dissolve(exam, other))).toEqual(['not-found'])
    }
    expect(await codesOf(replace(exam, exam.head, exam.panel[1]!, successor))).toEqual(['panel.own-panel'])
    expect(await codesOf(dissolve(exam, exam.head))).toEqual(['panel.own-panel'])
    expect(await codesOf(replaceMember(world.as(exam.clerk), { number: exam.number, version: 1, memberId: exam.panel[1]!.accountId, successorId: successor.accountId, ground: 'illness', note: '' }))).toEqual(['case.changed-meanwhile'])
  })

  it('is dissolved with a ground: its votes count no more, another is called, and the term runs on', async () => {
    const exam = await called()
    await vote(exam, exam.head)
    const before = await term(exam)
    expect(before).toHaveLength(1)
    expect(await codesOf(dissolve(exam, exam.clerk, 'tired'))).toEqual(['panel.ground-missing'])
    await dissolve(exam, exam.clerk, 'composition')
    expect(await exam.step()).toBe('held')
    expect(await term(exam)).toEqual(before)
    expect(await codesOf(take(exam))).toEqual(['panel.not-called'])
    expect(await codesOf(dissolve(exam, exam.clerk))).toEqual(['panel.not-open'])
    expect(await entries(exam, 'panel-dissolved')).toMatchObject([{ ground: 'composition', voidVotes: 1 }])
    expect((await readPanel(world.as(exam.clerk), exam.number)).mayCall).toBe(true)
    const others = await Promise.all([1, 2, 3].map(() => fresh(exam)))
    await callPanel(world.as(exam.clerk), { number: exam.number, version: await exam.version(), memberIds: others.map((each) => each.accountId), chairId: others[0]!.accountId })
    expect(await codesOf(take(exam))).toEqual(['decision.no-quorum'])
    expect(await codesOf(vote(exam, exam.panel[1]!))).toEqual(['not-found'])
    for (const member of others) await vote(exam, member)
    await take(exam)
    expect((await votesKept(exam)).length).toBe(4)
  })

  it('is replaced once when two clerks press at the same moment', async () => {
    const exam = await called()
    const successors = [await fresh(exam), await fresh(exam)]
    const version = await exam.version()
    const both = await Promise.allSettled(successors.map((successor) => replaceMember(world.as(exam.clerk), { number: exam.number, version, memberId: exam.panel[1]!.accountId, successorId: successor.accountId, ground: 'absence', note: '' })))
    expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await readPanel(world.as(exam.clerk), exam.number)).members.length).toBe(3)
  })
})

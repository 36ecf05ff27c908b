import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as decisions from '#modules/decisions/index.ts'
import * as people from '#modules/people/index.ts'
import * as documents from '#modules/recognition-documents/index.ts'
import { aDecidedCase, aHeldCase, type DecidedCase } from '../../../test/support/decided-case.ts'
import { codesOf } from '../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import * as appeals from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

const view = (number: string, as: PersonActor) => appeals.readAppeal(world.as(as), number)
const fresh = (exam: DecidedCase) => world.aStaffMember(exam.centre.id, ['panel-member'])
const vote = (number: string, member: PersonActor) => appeals.voteOnAppeal(world.as(member), { number, choice: 'reject', note: '' })
async function replace(exam: DecidedCase, number: string, by: PersonActor, member: PersonActor, successor: PersonActor) {
  await appeals.replaceAppealMember(world.as(by), { number, version: (await view(number, exam.clerk)).kase.version, memberId: member.accountId, successorId: successor.accountId, ground: 'conflict', note: 'Туысы.' })
}
async function dissolve(exam: DecidedCase, number: string, by = exam.clerk, ground = 'composition') {
  await appeals.dissolveAppealPanel(world.as(by), { number, version: (await view(number, exam.clerk)).kase.version, ground, note: '' })
}
async function call(exam: DecidedCase, number: string, members: readonly PersonActor[]) {
  await appeals.callAppealPanel(world.as(exam.clerk), { number, version: (await view(number, exam.clerk)).kase.version, members: members.map((each) => each.accountId), chair: members[0]!.accountId })
}
/** An appeal before three people who took no part. */
async function heard(): Promise<{ exam: DecidedCase; number: string; members: PersonActor[] }> {
  const exam = await aDecidedCase(world, 'fail')
  const members = [await fresh(exam), await fresh(exam), await fresh(exam)]
  const number = await appeals.lodgeAppeal(world.as(exam.candidate), { number: exam.number, version: await exam.version(), ground: 'Кілт қате.' })
  await call(exam, number, members)
  return { exam, number, members }
}
const lettersTo = (accountId: string) => read(world.system(), 'case.read', async (t) => {
  assertMay(t, casework.policy, 'case.read', { centreId: '', accountId: null })
  return (await t.sql.many<{ kind: string }>('select kind from letter where account_id = $1 order by kind', [accountId])).map((row) => row.kind)
})

describe('an appeal panel that was called and has not decided', () => {
  it('gets another member: the vote of the former counts no more and is kept, the candidate sees the new one', async () => {
    const { exam, number, members: [chair, second, third] } = await heard() as { exam: DecidedCase; number: string; members: [PersonActor, PersonActor, PersonActor] }
    await vote(number, chair)
    await vote(number, second)
    expect((await view(number, exam.clerk)).result).toBe('reject')
    const successor = await fresh(exam)
    expect(await codesOf(replace(exam, number, exam.clerk, second, exam.panel[1]!))).toEqual(['appeal.panel-took-part'])
    expect(await codesOf(replace(exam, number, exam.clerk, second, await world.aPerson()))).toEqual(['appeal.panel-stranger'])
    expect(await codesOf(replace(exam, number, exam.clerk, second, third))).toEqual(['panel.successor-sat'])
    expect(await codesOf(replace(exam, number, third, second, successor))).toEqual(['not-found'])
    expect(await codesOf(replace(exam, number, exam.candidate, second, successor))).toEqual(['not-found'])
    await replace(exam, number, exam.clerk, second, successor)
    const after = await view(number, exam.candidate)
    expect([after.result, after.members.map((member) => member.accountId).includes(successor.accountId), after.left.map((member) => [member.accountId, member.voidVote])]).toEqual([undefined, true, [[second.accountId, 'reject']]])
    expect(after.timeline.find((line) => line.kind === 'appeal-member-replaced')?.payload).toMatchObject({ member: second.accountId, successor: successor.accountId, ground: 'conflict', voidVote: 'reject' })
    expect(await codesOf(vote(number, second))).toEqual(['not-found'])
    expect(await codesOf(appeals.decideAppeal(world.as(second), { number, version: after.kase.version, outcome: 'rejected', again: [], reasons: 'x' }))).toEqual(['not-found'])
    await vote(number, successor)
    await appeals.decideAppeal(world.as(successor), { number, version: (await view(number, exam.clerk)).kase.version, outcome: 'rejected', again: [], reasons: 'Дәлел расталмады.' })
    expect((await view(number, exam.clerk)).kase.step).toBe('decided')
    expect(await codesOf(replace(exam, number, exam.clerk, third, await fresh(exam)))).toEqual(['appeal.not-at-this-step'])
    expect(await lettersTo(second.accountId)).toContain('appeal-seat-left')
    expect(await lettersTo(exam.candidate.accountId)).toContain('appeal-panel-changed')
  })

  it('is dissolved with a ground: the appeal waits for another panel, within the same term', async () => {
    const { exam, number, members } = await heard()
    await vote(number, members[0]!)
    const due = (await view(number, exam.clerk)).kase.nextDueOn
    expect(await codesOf(dissolve(exam, number, exam.clerk, ''))).toEqual(['panel.ground-missing'])
    expect(await codesOf(dissolve(exam, number, members[0]!))).toEqual(['not-found'])
    await dissolve(exam, number)
    const after = await view(number, exam.clerk)
    expect([after.kase.step, after.kase.whoseMove, after.kase.nextDueOn, after.members, after.choice !== undefined]).toEqual(['lodged', 'centre', due, [], true])
    expect(await codesOf(vote(number, members[0]!))).toEqual(['not-found'])
    expect(await codesOf(dissolve(exam, number))).toEqual(['appeal.not-at-this-step'])
    const others = [await fresh(exam), await fresh(exam), members[0]!]
    await call(exam, number, others)
    expect((await view(number, exam.clerk)).result).toBeUndefined()
    for (const member of others) await vote(number, member)
    await appeals.decideAppeal(world.as(others[1]!), { number, version: (await view(number, exam.clerk)).kase.version, outcome: 'rejected', again: [], reasons: 'Дәлел расталмады.' })
    expect((await view(number, exam.clerk)).kase.step).toBe('decided')
  })

  it('does not decide with a member who left the centre or turns out to have taken part: he is named, and replaced first', async () => {
    const { exam, number, members: [first, gone, third] } = await heard() as { exam: DecidedCase; number: string; members: [PersonActor, PersonActor, PersonActor] }
    for (const member of [first, gone, third]) await vote(number, member)
    const decide = async (by: PersonActor) => appeals.decideAppeal(world.as(by), { number, version: (await view(number, exam.clerk)).kase.version, outcome: 'rejected', again: [], reasons: 'Дәлел расталмады.' })
    const fault = (by: PersonActor) => decide(by).then(() => [], (error: { blockers: { code: string; data?: { names?: string } }[] }) => error.blockers)
    const { id } = await world.db.one<{ id: string }>("select id from role_grant where account_id = $1 and role = 'panel-member'", [gone.accountId])
    await people.revokeRole(world.system(), id)
    const [stranger, named] = await fault(first)
    expect([stranger!.code, named!.code, named!.data!.names]).toEqual(['appeal.panel-stranger', 'panel.replace-first', (await view(number, exam.clerk)).members.find((member) => member.accountId === gone.accountId)!.name])
    expect((await view(number, exam.clerk)).standing.map((each) => each.code)).toEqual(['appeal.panel-stranger', 'panel.replace-first'])
    expect((await view(number, exam.candidate)).standing).toEqual([])
    // A conflict of interest, put into words, ends a seat even now that the votes decide.
    expect(await codesOf(replace(exam, number, exam.clerk, third, await fresh(exam)))).toEqual(['done'])
    const second = await fresh(exam)
    await appeals.replaceAppealMember(world.as(exam.clerk), { number, version: (await view(number, exam.clerk)).kase.version, memberId: gone.accountId, successorId: second.accountId, ground: 'role-lost', note: '' })
    expect((await fault(first)).map((each) => each.code)).toEqual(['appeal.no-quorum'])
    await vote(number, second)
    await decide(first)
    expect((await view(number, exam.clerk)).kase.step).toBe('decided')
  })

  it('has nobody who sat on a dissolved panel of the first decision, was replaced on it, or changed it', async () => {
    const exam = await aHeldCase(world, 'fail')
    world.at('2026-03-26 17:00')
    const callFirst = async (members: readonly PersonActor[]) => decisions.callPanel(world.as(exam.clerk), { number: exam.number, version: await exam.version(), memberIds: members.map((each) => each.accountId), chairId: members[0]!.accountId })
    const [dissolved, replaced, ...more] = [await fresh(exam), await fresh(exam), await fresh(exam), await fresh(exam), await fresh(exam)] as [PersonActor, PersonActor, ...PersonActor[]]
    const other = await world.aStaffMember(exam.centre.id, ['centre-head'])
    await callFirst([dissolved, more[0]!, more[1]!])
    await decisions.dissolvePanel(world.as(other), { number: exam.number, version: await exam.version(), ground: 'unable', note: '' })
    await callFirst([replaced, more[0]!, more[1]!])
    await decisions.replaceMember(world.as(exam.clerk), { number: exam.number, version: await exam.version(), memberId: replaced.accountId, successorId: more[2]!.accountId, ground: 'illness', note: '' })
    for (const member of more) await decisions.castVote(world.as(member), { number: exam.number, choice: 'fail', note: '' })
    await decisions.takeDecision(world.as(exam.clerk), { number: exam.number, version: await exam.version() })
    await documents.sendFailNotice(world.as(exam.clerk), { number: exam.number, version: await exam.version(), recommendations: 'Қайталаңыз.' })
    const number = await appeals.lodgeAppeal(world.as(exam.candidate), { number: exam.number, version: await exam.version(), ground: 'x' })
    const { choice } = await view(number, exam.clerk)
    const tookPart = choice!.people.filter((each) => each.tookPart).map((each) => each.accountId)
    expect([dissolved, replaced, other, ...more].map((each) => tookPart.includes(each.accountId))).toEqual(Array.from({ length: 6 }, () => true))
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { PersonActor, Role } from '#platform/acts/actor.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import { anExamCase, type ExamCase } from '../../../../test/support/exam-case.ts'
import { pinNorms } from '../../../../test/support/norm-edition.ts'
import { codesOf } from '../../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import { changeStaff, findConflicts, readNoticePage, sendNotification } from '../index.ts'

let world: TestWorld
let exam: ExamCase
let visitors: PersonActor[]
beforeAll(async () => {
  world = await openTestWorld()
  world.at('2026-01-12 09:00')
  const elsewhere = await world.aCentre()
  visitors = [await world.aStaffMember(elsewhere.id, ['invigilator']), await world.aStaffMember(elsewhere.id, ['assessor'])]
  exam = await anExamCase(world)
  await given(visitors[0]!, 'invigilator')
  await given(visitors[1]!, 'assessor')
  // Somebody of the centre's own was given a role elsewhere afterwards: he is no stranger by that.
  await people.grantRole(world.system(), { accountId: exam.second.accountId, role: 'assessor', organisationId: elsewhere.id })
  await given(exam.candidate, 'panel-member')
})
afterAll(() => world.drop())

const given = (who: PersonActor, role: Role) => people.grantRole(world.system(), { accountId: who.accountId, role, organisationId: exam.centre.id })
const kindsOf = (who: PersonActor, place: 'exam' | 'panel') => read(world.as(exam.clerk), 'case.read', async (t) => {
  const kase = await casework.getCaseByNumber(t, exam.number)
  assertMay(t, casework.policy, 'case.read', kase)
  return (await findConflicts(t, kase, [who.accountId], place)).flatMap((each) => each.kinds)
})

describe('a candidate of the centre’s own organisation, where the norm wants examiners of other centres', () => {
  it('has no such tie under a norm that sets no such condition', async () => {
    await pinNorms(world, exam.caseId, { 'employer.ownCentre': 'with-note' })
    expect(await kindsOf(exam.assessor, 'exam')).toEqual([])
  })

  it('is called to no sitting of the centre’s own people, nor of one who was given a role elsewhere afterwards; to one of invited people he is', async () => {
    await pinNorms(world, exam.caseId, { 'employer.ownCentre': 'with-other-examiners' })
    world.at('2026-03-05 11:00')
    const sittings = { theory: await exam.sitting('theory', '2026-03-26'), practice: await exam.sitting('practice', '2026-03-26', '13:00', '16:00') }
    const send = async () => codesOf(sendNotification(world.as(exam.clerk), { number: exam.number, version: await exam.version(), sittings }))
    const name = (sittingId: string, invigilator: PersonActor, assessors: PersonActor[]) => changeStaff(world.as(exam.clerk), { sittingId, invigilatorId: invigilator.accountId as Uuid, assessorIds: assessors.map((each) => each.accountId as Uuid) })
    expect(new Set(await send())).toEqual(new Set(['conflict.own-organisation']))
    await name(sittings.theory, visitors[0]!, [])
    await name(sittings.practice, visitors[0]!, [exam.second])
    expect(await send()).toEqual(['conflict.own-organisation'])
    await name(sittings.practice, visitors[0]!, [visitors[1]!])
    expect(await send()).toEqual(['done'])
    expect(await codesOf(name(sittings.practice, visitors[0]!, [exam.assessor]))).toEqual(['conflict.own-organisation'])
  })

  it('is called to a sitting of people who are guests on its day: the roles of the day on which somebody is named neither help nor harm him', async () => {
    const elsewhere = await world.aCentre()
    const late = await anExamCase(world, { beside: exam })
    await people.grantRole(world.system(), { accountId: late.candidate.accountId, role: 'panel-member', organisationId: exam.centre.id })
    await pinNorms(world, late.caseId, { 'employer.ownCentre': 'with-other-examiners' })
    const examiner = async (...dates: readonly (readonly [string, string | null])[]) => {
      const who = await world.aPerson()
      for (const [validFrom, validUntil] of dates) await people.grantRole(world.system(), { accountId: who.accountId, role: 'invigilator', organisationId: elsewhere.id, validFrom: day(validFrom), validUntil: validUntil === null ? null : day(validUntil) })
      await people.grantRole(world.system(), { accountId: who.accountId, role: 'invigilator', organisationId: exam.centre.id, validFrom: day('2026-03-04') })
      return who
    }
    const endsBefore = await examiner(['2025-03-01', '2026-03-26'])
    const endsThen = await examiner(['2025-03-01', '2026-03-27'])
    const beginsThen = await examiner(['2025-03-01', '2026-03-03'], ['2026-03-27', null])
    const beginsAfter = await examiner(['2025-03-01', '2026-03-03'], ['2026-03-28', null])
    world.at('2026-03-05 11:00')
    const [theory, practice] = [await late.sitting('theory', '2026-03-27'), await late.sitting('practice', '2026-03-27', '13:00', '16:00')]
    const offered = async () => (await readNoticePage(world.as(late.clerk), late.number)).offer.sittings.theory.find((each) => each.id === theory)!.why.map((each) => each.code)
    const name = (who: PersonActor) => changeStaff(world.as(late.clerk), { sittingId: theory, invigilatorId: who.accountId as Uuid, assessorIds: [] })
    const outcomes = []
    for (const who of [endsBefore, endsThen, beginsThen, beginsAfter]) {
      await name(who)
      outcomes.push(await offered())
    }
    expect(outcomes).toEqual([['conflict.own-organisation'], [], [], ['conflict.own-organisation']])
    await changeStaff(world.as(late.clerk), { sittingId: practice, invigilatorId: endsThen.accountId as Uuid, assessorIds: [visitors[1]!.accountId as Uuid] })
    const send = async () => codesOf(sendNotification(world.as(late.clerk), { number: late.number, version: await late.version(), sittings: { theory, practice } }))
    expect(await send()).toEqual(['conflict.own-organisation'])
    await name(beginsThen)
    expect(await send()).toEqual(['done'])
    // He is called: nobody is named to his sitting any more who is no guest on its day.
    expect([await codesOf(name(endsBefore)), await codesOf(name(endsThen))]).toEqual([['conflict.own-organisation'], ['done']])
  })

  it('is not decided upon by the centre’s own people either', async () => {
    expect([await kindsOf(exam.assessor, 'panel'), await kindsOf(visitors[1]!, 'panel')]).toEqual([['own-organisation'], []])
  })

  it('a guest stays one when the dated role at his own centre is given anew, and an examiner of long ago becomes none by a role that he is given there again', async () => {
    const elsewhere = await world.aCentre()
    const whose = async (dates: readonly (readonly [string, string | null])[]) => {
      const who = await world.aPerson()
      for (const [validFrom, validUntil] of dates) await people.grantRole(world.system(), { accountId: who.accountId, role: 'assessor', organisationId: elsewhere.id, validFrom: day(validFrom), validUntil: validUntil === null ? null : day(validUntil) })
      await people.grantRole(world.system(), { accountId: who.accountId, role: 'assessor', organisationId: exam.centre.id, validFrom: day('2026-02-01') })
      return who
    }
    const renewed = await whose([['2025-03-01', '2026-02-28'], ['2026-03-01', null]])
    const onTheDay = await whose([['2025-03-01', '2026-01-31'], ['2026-03-01', null]])
    const longAgo = await whose([['2024-01-01', '2026-01-30'], ['2026-03-01', null]])
    const over = await whose([['2025-03-01', '2026-03-04']])
    expect([await kindsOf(renewed, 'exam'), await kindsOf(onTheDay, 'exam'), await kindsOf(longAgo, 'exam'), await kindsOf(over, 'exam')]).toEqual([[], [], ['own-organisation'], ['own-organisation']])
  })

  it('an invited examiner whose role at his own centre is over comes from nowhere any more', async () => {
    const [role] = await world.db.many<{ id: string }>('select id from role_grant where account_id = $1 and organisation_id <> $2', [visitors[1]!.accountId, exam.centre.id])
    await people.revokeRole(world.system(), role!.id)
    expect(await kindsOf(visitors[1]!, 'exam')).toEqual(['own-organisation'])
  })
})

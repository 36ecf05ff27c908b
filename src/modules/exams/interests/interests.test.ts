import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Uuid } from '#kernel/id.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { anExamCase, type ExamCase } from '../../../../test/support/exam-case.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import { changeStaff, declareInterest, readInterests, sendNotification, withdrawInterest } from '../index.ts'

let world: TestWorld
let exam: ExamCase
let head: PersonActor
beforeAll(async () => {
  world = await openTestWorld()
  exam = await anExamCase(world)
  head = await world.aStaffMember(exam.centre.id, ['centre-head'])
})
afterAll(() => world.drop())

const asSystem = (sql: string, values: unknown[] = []) => world.db.begin((t) => t.run(sql, values), { 'tanu.scope': 'system' })
const send = async (of: ExamCase, day: string) => {
  world.at('2026-03-05 11:00')
  const sittings = { theory: await of.sitting('theory', day), practice: await of.sitting('practice', day, '13:00', '16:00') }
  await sendNotification(world.as(of.clerk), { number: of.number, version: await of.version(), sittings, ground: 'Жаңа күн' })
  return sittings
}

describe('a conflict of interest', () => {
  it('keeps whoever lives in the candidate’s house from his exam, and says who but not where', async () => {
    await asSystem("update person set address = 'Хромтау, Абай көшесі, 12-үй' where id = $1", [exam.candidate.personId])
    await asSystem("update person set address = 'г. Хромтау, ул. Абай, д. 12' where id = $1", [exam.assessor.personId])
    const refused = await send(exam, '2026-03-26').catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'notice.not-sendable', blockers: [{ code: 'conflict.same-address' }] })
    expect(JSON.stringify((refused as { blockers: unknown }).blockers)).not.toMatch(/Абай|Хромтау/)
    await asSystem("update person set address = 'Хромтау' where id = $1", [exam.assessor.personId])
  })

  it('is declared by the candidate, by somebody about himself, and by a clerk; it holds in the candidate’s other cases too', async () => {
    const id = await declareInterest(world.as(exam.candidate), { number: exam.number, accountId: exam.invigilator.accountId, kind: 'kin' })
    await expect(declareInterest(world.as(exam.candidate), { number: exam.number, accountId: exam.invigilator.accountId, kind: 'kin' })).rejects.toMatchObject({ blockers: [{ code: 'interest.stands-already' }] })
    await expect(declareInterest(world.as(exam.assessor), { number: exam.number, accountId: exam.second.accountId, kind: 'taught' })).rejects.toMatchObject({ code: 'not-found' })
    await declareInterest(world.as(exam.second), { number: exam.number, accountId: exam.second.accountId, kind: 'taught' })
    await expect(send(exam, '2026-03-27')).rejects.toMatchObject({ blockers: [{ code: 'conflict.declared-kin' }] })
    await expect(withdrawInterest(world.as(exam.clerk), { id, ground: 'Аты-жөні бір ғана' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(withdrawInterest(world.as(head), { id, ground: ' ' })).rejects.toMatchObject({ code: 'interest.ground-missing' })
    await withdrawInterest(world.as(head), { id, ground: 'Аты-жөні бір ғана' })
    expect(await exam.kinds()).toEqual(expect.arrayContaining(['interest-declared', 'interest-withdrawn']))
  })

  it('shows a clerk every tie, the candidate what he declared, and a colleague what is about himself', async () => {
    const all = await readInterests(world.as(exam.clerk), exam.number)
    expect(all.staff.find((each) => each.accountId === exam.second.accountId)?.kinds).toEqual(['taught-by'])
    expect(all.declared.map((row) => row.side)).toEqual(['staff'])
    expect((await readInterests(world.as(exam.candidate), exam.number)).declared).toEqual([])
    expect((await readInterests(world.as(exam.candidate), exam.number)).staff.every((each) => each.kinds.length === 0)).toBe(true)
    expect((await readInterests(world.as(exam.assessor), exam.number)).declared).toEqual([])
    expect((await readInterests(world.as(exam.assessor), exam.number)).mayDeclare).toEqual([exam.assessor.accountId])
    const elsewhere = await world.aCentre()
    await expect(readInterests(world.as(await world.aStaffMember(elsewhere.id, ['centre-head'])), exam.number)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('keeps him from being named to a sitting to which the candidate is called, and lets another be named', async () => {
    const { practice } = await send(exam, '2026-03-30')
    const name = (assessorIds: Uuid[]) => changeStaff(world.as(exam.clerk), { sittingId: practice, invigilatorId: exam.invigilator.accountId, assessorIds })
    await expect(name([exam.second.accountId])).rejects.toMatchObject({ code: 'sitting.staff-not-possible', blockers: [{ code: 'conflict.taught-by' }] })
    const third = (await world.aStaffMember(exam.centre.id, ['assessor'])).accountId
    await name([third])
    expect(await world.db.many('select account_id from sitting_assessor where sitting_id = $1', [practice])).toEqual([{ accountId: third }])
    await expect(changeStaff(world.as(exam.invigilator), { sittingId: practice, assessorIds: [third] })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('cannot be slipped past by naming and calling at once', async () => {
    const beside = await anExamCase(world, { beside: exam })
    await declareInterest(world.as(beside.candidate), { number: beside.number, accountId: exam.second.accountId, kind: 'employer' })
    world.at('2026-03-05 11:00')
    const [theory, practice] = [await beside.sitting('theory', '2026-04-02'), await beside.sitting('practice', '2026-04-02', '13:00', '16:00')]
    const version = await beside.version()
    const outcomes = await Promise.allSettled([
      sendNotification(world.as(beside.clerk), { number: beside.number, version, sittings: { theory, practice } }),
      changeStaff(world.as(head), { sittingId: practice, invigilatorId: exam.invigilator.accountId, assessorIds: [exam.second.accountId] }),
    ])
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled').length).toBe(1)
    expect(outcomes.find((outcome) => outcome.status === 'rejected')).toMatchObject({ reason: { blockers: expect.arrayContaining([expect.objectContaining({ code: 'conflict.same-employer' })]) } })
  })
})

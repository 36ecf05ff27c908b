import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as casework from '#modules/casework/index.ts'
import * as decisions from '#modules/decisions/index.ts'
import { listDocuments } from '#modules/recognition-documents/index.ts'
import { aDecidedCase, aHeldCase } from '../../../test/support/decided-case.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import * as appeals from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

describe('the lists of cases', () => {
  it('show an appeal with the case it is about: to its centre, to its panel and to nobody else', async () => {
    const exam = await aDecidedCase(world, 'fail')
    const parent = (await casework.listOwnCases(world.as(exam.candidate)))[0]!
    expect(parent).toMatchObject({ number: exam.number, kind: 'recognition', step: 'fail-notice-sent', closed: false })
    const number = await appeals.lodgeAppeal(world.as(exam.candidate), { number: exam.number, version: await exam.version(), ground: 'Кілт қате.' })
    const { rows, total } = await appeals.listAppeals(world.as(exam.clerk), exam.centre.id, 1, 20)
    expect(total).toBe(1)
    expect(rows).toMatchObject([{ number, parentNumber: exam.number, level: parent.level, professionRu: parent.professionRu, step: 'lodged', outcome: null, closed: false, nextDueOn: '2026-04-09' }])

    const members = await Promise.all([1, 2, 3].map(() => world.aStaffMember(exam.centre.id, ['panel-member'])))
    const { kase } = await appeals.readAppeal(world.as(exam.clerk), number)
    await appeals.callAppealPanel(world.as(exam.clerk), { number, version: kase.version, members: members.map((each) => each.accountId), chair: members[0]!.accountId })
    await appeals.voteOnAppeal(world.as(members[1]!), { number, choice: 'reject', note: '' })
    expect(await appeals.listOwnAppeals(world.as(members[0]!))).toMatchObject([{ number, voted: false, surname: parent.surname }])
    expect(await appeals.listOwnAppeals(world.as(members[1]!))).toMatchObject([{ number, voted: true }])
    expect(await appeals.listOwnAppeals(world.as(exam.panel[0]!))).toEqual([])
    expect(await decisions.listOwnPanels(world.as(members[0]!))).toEqual([])
    expect((await casework.listOwnCases(world.as(exam.candidate))).map((each) => each.kind).sort()).toEqual(['appeal', 'recognition'])
  })

  it('show an open panel to its members, the chair first in it', async () => {
    const exam = await aHeldCase(world, 'pass')
    await decisions.callPanel(world.as(exam.clerk), { number: exam.number, version: await exam.version(), memberIds: exam.panel.map((each) => each.accountId), chairId: exam.panel[2]!.accountId })
    await decisions.castVote(world.as(exam.panel[0]!), { number: exam.number, choice: 'pass', note: '' })
    expect(await decisions.listOwnPanels(world.as(exam.panel[0]!))).toMatchObject([{ number: exam.number, voted: true }])
    expect(await decisions.listOwnPanels(world.as(exam.panel[1]!))).toMatchObject([{ number: exam.number, voted: false }])
    await expect(decisions.listOwnPanels(world.as(exam.assessor))).rejects.toMatchObject({ code: 'not-found' })
    const { members } = await decisions.readPanel(world.as(exam.clerk), exam.number)
    expect(members.map((member) => [member.accountId, member.chair])).toContainEqual([exam.panel[2]!.accountId, true])
    expect(members[0]).toMatchObject({ accountId: exam.panel[2]!.accountId, chair: true })
    expect(members.every((member) => member.surname !== '')).toBe(true)
  })

  it('show the documents of a centre with their cases', async () => {
    const exam = await aDecidedCase(world, 'pass')
    const { rows, total } = await listDocuments(world.as(exam.clerk), exam.centre.id, 1, 20)
    expect(total).toBe(1)
    expect(rows).toMatchObject([{ caseNumber: exam.number, issuedOn: '2026-03-26', status: 'valid' }])
    expect(rows[0]!.professionRu).not.toBe('')
  })
})

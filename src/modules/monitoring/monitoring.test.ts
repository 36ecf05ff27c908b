import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { PNG } from '../../../test/support/files.ts'
import { openTestWorld, type CentreMade, type TestWorld } from '../../../test/support/world.ts'
import { answerOrder, confirmRemedy, extendOrder, holdCheck, listMatters, moveCheck, openMonitoringPaper, orderRemedy, planCheck, readCentreFile, readCheck, readOrder, receiveReport, recordFinding, returnAnswer } from './index.ts'

let world: TestWorld
let centre: CentreMade
let accreditor: PersonActor
let head: PersonActor
let clerk: PersonActor
beforeAll(async () => {
  world = await openTestWorld()
  centre = await world.aCentre()
  accreditor = await world.anOfficial('accreditor')
  head = await world.aStaffMember(centre.id, ['centre-head'])
  clerk = await world.aStaffMember(centre.id, ['centre-operator'])
})
afterAll(() => world.drop())

const version = async () => (await readCentreFile(world.as(accreditor), centre.id)).version
const plan = (change = {}) => planCheck(world.as(accreditor), { centreId: centre.id, kind: 'planned', on: day('2026-03-10'), reason: 'Plan of the year', responsible: accreditor.accountId, announced: true, ...change })
const held = async () => {
  const id = await plan({ on: day('2026-03-02') })
  await holdCheck(world.as(accreditor), { id, version: await version(), heldOn: day('2026-03-02'), outcome: 'Seen' })
  return id
}
const ordered = async () => {
  const checkId = await held()
  const findingId = await recordFinding(world.as(accreditor), { checkId, version: await version(), gravity: 'major', requirement: 'Fire safety', description: 'No extinguisher' })
  return { checkId, findingId, id: await orderRemedy(world.as(accreditor), { findingId, version: await version(), demand: 'Buy one', dueOn: day('2026-03-20') }) }
}
const letters = async (kind: string) => (await world.db.one<{ n: number }>('select count(*)::int as n from letter where kind = $1 and account_id = $2', [`monitoring-${kind}`, head.accountId])).n

describe('monitoring of a centre', () => {
  it('is written by the accreditor, read by the overseers and the centre, answered by its head, and hidden from everybody else', async () => {
    const { id } = await ordered()
    const [ministry, other] = [await world.anOfficial('ministry'), await world.aStaffMember((await world.aCentre()).id, ['centre-head'])]
    for (const reader of [accreditor, ministry, head, clerk]) expect((await readOrder(world.as(reader), id)).order.demand).toBe('Buy one')
    for (const stranger of [other, await world.aPerson(), await world.aStaffMember(centre.id, ['assessor'])]) {
      await expect(readOrder(world.as(stranger), id)).rejects.toMatchObject({ code: 'not-found' })
      await expect(answerOrder(world.as(stranger), { id, version: 1, body: 'x', files: [] })).rejects.toMatchObject({ code: 'not-found' })
    }
    for (const no of [ministry, head, clerk]) await expect(extendOrder(world.as(no), { id, version: await version(), dueOn: day('2026-04-01'), ground: 'x' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(answerOrder(world.as(clerk), { id, version: await version(), body: 'x', files: [] })).rejects.toMatchObject({ code: 'not-found' })
    const both = { ...accreditor, roles: [...accreditor.roles, { role: 'assessor' as const, organisationId: centre.id }] }
    await expect(planCheck(world.as(both), { centreId: centre.id, kind: 'planned', on: day('2026-03-10'), reason: 'x', responsible: accreditor.accountId, announced: true })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('goes from the plan to the remedy: each step is written to the head and stands in the timeline', async () => {
    const { id, checkId } = await ordered()
    const before = await letters('order-issued')
    expect(before).toBeGreaterThan(0)
    await extendOrder(world.as(accreditor), { id, version: await version(), dueOn: day('2026-03-25'), ground: 'Delivery is late' })
    await answerOrder(world.as(head), { id, version: await version(), body: 'Bought', files: [{ name: 'bill.png', bytes: PNG }] })
    expect((await listMatters(world.as(accreditor), { mover: 'accreditor' })).matters.find((row) => row.id === id)).toMatchObject({ kind: 'order', dueOn: '2026-03-25' })
    await returnAnswer(world.as(accreditor), { id, version: await version(), words: 'The bill is not readable' })
    await answerOrder(world.as(head), { id, version: await version(), body: 'A better bill', files: [{ name: 'bill.png', bytes: PNG }] })
    await confirmRemedy(world.as(accreditor), { id, version: await version(), remediedOn: day('2026-03-02'), words: 'Seen on the photo' })
    const view = await readOrder(world.as(head), id)
    expect([view.order.whoseMove, view.order.remediedOn, view.answers.map((each) => each.side), view.extensions.map((each) => [each.dueBefore, each.dueAfter])]).toEqual(['nobody', '2026-03-02', ['centre', 'accreditor', 'centre'], [['2026-03-20', '2026-03-25']]])
    expect((await openMonitoringPaper(world.as(clerk), view.answers[0]!.papers[0]!.id)).bytes.length).toBeGreaterThan(0)
    await expect(openMonitoringPaper(world.as(await world.aPerson()), view.answers[0]!.papers[0]!.id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(answerOrder(world.as(head), { id, version: await version(), body: 'x', files: [] })).rejects.toMatchObject({ blockers: [{ code: 'monitoring.remedied-already' }] })
    expect([await letters('order-extended'), await letters('answer-returned'), await letters('remedied')]).toEqual([1, 1, 1])
    // The accrediting body hears of every answer, the head does not hear of his own.
    const heard = (await world.db.many('select 1 from letter where kind = $1 and account_id = $2', ['monitoring-order-answered', accreditor.accountId])).length
    expect([heard, await letters('order-answered')]).toEqual([2, 0])
    const kinds = (await readCheck(world.as(head), checkId)).file.history.slice(0, 9).map((entry) => entry.kind.replace('monitoring-', ''))
    expect(kinds).toEqual(['remedied', 'order-answered', 'answer-returned', 'order-answered', 'order-extended', 'order-issued', 'finding-recorded', 'check-held', 'check-planned'])
  })

  it('keeps everything: nothing is deleted, and what was written is not rewritten', async () => {
    await ordered()
    for (const table of ['monitoring_check', 'remedy_order', 'monitoring_finding', 'monitoring_report', 'remedy_answer', 'remedy_extension']) await expect(world.db.run(`delete from ${table}`)).rejects.toThrow(/permission denied/)
    for (const [table, column] of [['monitoring_finding', 'description'], ['remedy_answer', 'body'], ['remedy_extension', 'ground']]) await expect(world.db.run(`update ${table} set ${column} = 'x'`)).rejects.toThrow(/permission denied/)
  })

  it('shows an unannounced check to the centre only when it was held', async () => {
    const id = await plan({ announced: false, kind: 'unplanned' })
    const before = await letters('check-planned')
    await expect(readCheck(world.as(head), id)).rejects.toMatchObject({ code: 'not-found' })
    expect((await readCentreFile(world.as(head), centre.id)).history.filter((entry) => entry.payload['checkId'] === id)).toEqual([])
    await moveCheck(world.as(accreditor), { id, version: await version(), on: day('2026-03-11'), ground: 'Illness' })
    await holdCheck(world.as(accreditor), { id, version: await version(), heldOn: day('2026-03-02'), outcome: 'All in order' })
    expect(await letters('check-planned')).toBe(before)
    expect((await readCheck(world.as(head), id)).check.outcome).toBe('All in order')
  })

  it('records findings of a check that was held or of a report, and orders once', async () => {
    const planned = await plan()
    const finding = { gravity: 'minor', requirement: 'Prices', description: 'Not on the wall' }
    await expect(recordFinding(world.as(accreditor), { ...finding, checkId: planned, version: await version() })).rejects.toMatchObject({ blockers: [{ code: 'monitoring.not-held' }] })
    const reportId = await receiveReport(world.as(accreditor), { centreId: centre.id, subject: 'Report of the year', receivedOn: day('2026-03-02'), files: [{ name: 'r.png', bytes: PNG }] })
    const findingId = await recordFinding(world.as(accreditor), { ...finding, reportId, version: await version() })
    await orderRemedy(world.as(accreditor), { findingId, version: await version(), demand: 'Hang them', dueOn: day('2026-03-02') })
    await expect(orderRemedy(world.as(accreditor), { findingId, version: await version(), demand: 'Again', dueOn: day('2026-03-02') })).rejects.toMatchObject({ code: 'monitoring.ordered-already' })
    const file = await readCentreFile(world.as(clerk), centre.id)
    expect([file.reports[0]!.papers.length, file.mayWrite, file.mayAnswer]).toEqual([1, false, false])
  })

  it('tells the second of two people, and a repeated press changes nothing', async () => {
    const id = await plan()
    const seen = await version()
    await moveCheck(world.as(accreditor), { id, version: seen, on: day('2026-03-12'), ground: 'Illness' })
    await expect(holdCheck(world.as(accreditor), { id, version: seen, heldOn: day('2026-03-02'), outcome: 'x' })).rejects.toMatchObject({ code: 'monitoring.changed-meanwhile' })
    const input = { centreId: centre.id, kind: 'planned', on: day('2026-03-10'), reason: 'Twice', responsible: accreditor.accountId, announced: true }
    expect(await planCheck(world.as(accreditor, 'same press'), input)).toBe(await planCheck(world.as(accreditor, 'same press'), input))
  })

  it('does nothing by itself: frequency and term are norms without a value, and then nothing is due', async () => {
    const { frequencyMonths, centres } = await listMatters(world.as(accreditor))
    expect([frequencyMonths, centres.map((each) => each.nextBy)]).toEqual([undefined, centres.map(() => undefined)])
    expect((await readCentreFile(world.as(accreditor), centre.id)).usualDueOn).toBeUndefined()
    world.at('2026-09-01 10:00')
    const late = (await listMatters(world.as(accreditor))).matters.filter((row) => row.kind === 'order')
    expect(late.every((row) => row.lateness?.state === 'overdue')).toBe(true)
    expect((await readCentreFile(world.as(accreditor), centre.id)).certificates[0]!.state).toBe('valid')
    world.at('2026-03-02 10:00')
  })
})

import { describe, expect, it } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { aDecidedCase, makePaperCase, type DecidedCase } from '../../../test/support/decided-case.ts'
import { PNG } from '../../../test/support/files.ts'
import { codesOf } from '../../../test/support/refusal.ts'
import { servedWorld } from '../../../test/support/server.ts'
import { aVisitor, inAllLanguages } from '../../../test/support/visitor.ts'
import * as appeals from './index.ts'

const { world, app } = await servedWorld()

const view = (number: string, as: PersonActor) => appeals.readAppeal(world.as(as), number)
const system = <T>(act: (t: Parameters<Parameters<typeof read<T>>[2]>[0]) => Promise<T>) => read(world.system(), 'case.read', async (t) => {
  assertMay(t, casework.policy, 'case.read', { centreId: '', accountId: null })
  return act(t)
})

/** An appeal that came on paper on Thursday 26 March 2026 and was rejected on Monday 30 March. */
async function rejectedOnPaper(decided = true): Promise<{ exam: DecidedCase; number: string }> {
  world.at('2026-03-26 18:00')
  const exam = await aDecidedCase(world, 'fail')
  await makePaperCase(world, exam)
  const number = await appeals.enterPaperAppeal(world.as(exam.clerk), { number: exam.number, version: await exam.version(), receivedOn: '2026-03-26', ground: 'Өтініш парағынан.', scan: { name: 'апелляция.png', bytes: PNG } })
  if (decided) await reject(exam, number)
  return { exam, number }
}
async function reject(exam: DecidedCase, number: string): Promise<void> {
  const members = [1, 2, 3].map(() => world.aStaffMember(exam.centre.id, ['panel-member']))
  const panel = await Promise.all(members)
  world.at('2026-03-30 10:00')
  await appeals.callAppealPanel(world.as(exam.clerk), { number, version: (await view(number, exam.clerk)).kase.version, members: panel.map((each) => each.accountId), chair: panel[0]!.accountId })
  for (const member of panel) await appeals.voteOnAppeal(world.as(member), { number, choice: 'reject', note: '' })
  await appeals.decideAppeal(world.as(panel[0]!), { number, version: (await view(number, exam.clerk)).kase.version, outcome: 'rejected', again: [], reasons: 'Дәлел расталмады.' })
}
const handOver = async (exam: DecidedCase, number: string, change: Partial<Parameters<typeof appeals.deliverAppealDecision>[1]> = {}, by = exam.clerk) => appeals.deliverAppealDecision(world.as(by), {
  number, version: (await view(number, exam.clerk)).kase.version, deliveredOn: '2026-03-31', witnessId: exam.head.accountId, scan: { name: 'қол.png', bytes: PNG }, ...change,
})

describe('the decision on an appeal of somebody without an account', () => {
  it('is handed over under signature with its day, its scan and a second person, once; the timelines of the appeal and of the case say so', async () => {
    const { exam, number } = await rejectedOnPaper()
    world.at('2026-04-01 10:00')
    expect([(await view(number, exam.clerk)).mayDeliver, (await view(number, exam.assessor)).mayDeliver]).toEqual([true, false])
    expect(await codesOf(handOver(exam, number, { deliveredOn: '2026-03-27' }))).toEqual(['delivery.before-issue'])
    expect(await codesOf(handOver(exam, number, { deliveredOn: '2026-04-02', scan: undefined }))).toEqual(['delivery.in-future', 'delivery.scan-missing'])
    expect(await codesOf(handOver(exam, number, { deliveredOn: '31 April', witnessId: exam.clerk.accountId }))).toEqual(['delivery.day-wrong', 'delivery.witness-is-clerk'])
    expect(await codesOf(handOver(exam, number, { witnessId: exam.candidate.accountId }))).toEqual(['delivery.witness-unknown'])
    expect(await codesOf(handOver(exam, number, { version: 1 }))).toEqual(['case.changed-meanwhile'])
    await handOver(exam, number)
    const after = await view(number, exam.clerk)
    expect([after.deliveredOn, after.mayDeliver, after.kase.closedAt !== null, after.files.map((file) => file.kind)]).toEqual(['2026-03-31', false, true, ['appeal', 'delivery-scan']])
    expect(after.timeline.find((line) => line.kind === 'appeal-decision-delivered')?.payload).toMatchObject({ deliveredOn: '2026-03-31', witness: exam.head.accountId })
    expect(await exam.kinds()).toContain('appeal-decision-delivered')
    expect(await codesOf(handOver(exam, number))).toEqual(['delivery.already'])
    expect(await system((t) => t.sql.many('select channel, recorded_by, witnessed_by from delivery where of_kind = $1 and case_id = $2', ['appeal-decision', after.kase.id])))
      .toEqual([{ channel: 'paper', recordedBy: exam.clerk.accountId, witnessedBy: exam.head.accountId }])
  })

  it('is not handed over by others, nor before it is taken; a stranger sends his file in vain', async () => {
    const { exam, number } = await rejectedOnPaper(false)
    expect(await codesOf(handOver(exam, number))).toEqual(['appeal.not-at-this-step'])
    const stranger = await world.aStaffMember((await world.aCentre()).id, ['centre-operator'])
    for (const other of [stranger, exam.candidate, exam.assessor]) expect(await codesOf(handOver(exam, number, { scan: { name: 'x.png', bytes: Buffer.from('no picture') } }, other))).toEqual(['not-found'])
    expect(await codesOf(appeals.readAppealDelivery(world.as(stranger), number))).toEqual(['not-found'])
  })

  it('keeps the case open until it is handed over, however long; the centre is written to', async () => {
    const { exam, number } = await rejectedOnPaper()
    expect(await system((t) => t.sql.many('select 1 from letter l join case_file c on c.id = l.case_id where c.number = $1 and l.kind = $2', [number, 'appeal-deliver-centre']))).toHaveLength(1)
    world.at('2026-11-20 10:00')
    await appeals.closeFinishedCases(world.system())
    expect(await exam.step()).toBe('fail-notice-sent')
    await handOver(exam, number, { deliveredOn: '2026-11-20' })
    await appeals.closeFinishedCases(world.system())
    expect(await exam.step()).toBe('closed')
  })

  it('needs no paper where there is an account: it is delivered at the moment of the decision', async () => {
    world.at('2026-03-26 18:00')
    const exam = await aDecidedCase(world, 'fail')
    const number = await appeals.lodgeAppeal(world.as(exam.candidate), { number: exam.number, version: await exam.version(), ground: 'x' })
    await reject(exam, number)
    const after = await view(number, exam.clerk)
    expect([after.deliveredOn, after.mayDeliver]).toEqual(['2026-03-30', false])
    expect(await codesOf(handOver(exam, number))).toEqual(['not-found'])
  })
})

describe('the page on which the decision on an appeal is handed over', () => {
  it('is found from the appeal, asks for day, second person and scan, and says at its field what is missing', async () => {
    const { exam, number } = await rejectedOnPaper()
    const desk = await aVisitor(world, app, exam.clerk)
    for (const body of await inAllLanguages(desk, `/centre/appeals/${number}`)) expect(body).toContain(`/centre/appeals/${number}/deliver`)
    for (const body of await inAllLanguages(desk, `/centre/appeals/${number}/deliver`)) expect([body.includes('name="scan"'), body.includes(`value="${exam.head.accountId}"`), body.includes(`value="${exam.clerk.accountId}"`)]).toEqual([true, true, false])
    const empty = await desk.send(`/kk/centre/appeals/${number}/deliver`, { witness: '' })
    expect([empty.statusCode, empty.body.includes('href="#f-scan"'), empty.body.includes('href="#f-witness"')]).toEqual([422, true, true])
    await (await aVisitor(world, app, exam.assessor)).get(`/kk/centre/appeals/${number}/deliver`, 404)
    await handOver(exam, number, { deliveredOn: '2026-03-30' })
    for (const path of [`/centre/appeals/${number}`, `/centre/appeals/${number}/deliver`]) for (const body of await inAllLanguages(desk, path)) expect(body).not.toContain('name="scan"')
    expect(await desk.get(`/ru/centre/appeals/${number}`)).toContain('Решение вручено кандидату')
    expect(await desk.get(`/ru/centre/cases/${exam.number}`)).toContain('Решение по апелляции вручено на бумаге')
  })
})

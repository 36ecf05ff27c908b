import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
import * as decisions from '#modules/decisions/index.ts'
import { aHeldCase, makePaperCase, type DecidedCase } from '../../../test/support/decided-case.ts'
import { PNG } from '../../../test/support/files.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import { recordDelivery, sendFailNotice } from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

/** A failure of which a notice was drawn up on Thursday 26 March for somebody without an account. */
async function aNoticeOnPaper(): Promise<DecidedCase> {
  const exam = await aHeldCase(world, 'fail')
  await makePaperCase(world, exam)
  world.at('2026-03-26 17:00')
  await decisions.callPanel(world.as(exam.clerk), { number: exam.number, version: await exam.version(), memberIds: exam.panel.map((each) => each.accountId), chairId: exam.head.accountId })
  for (const member of exam.panel) await decisions.castVote(world.as(member), { number: exam.number, choice: 'fail', note: '' })
  await decisions.takeDecision(world.as(exam.clerk), { number: exam.number, version: await exam.version() })
  await sendFailNotice(world.as(exam.clerk), { number: exam.number, version: await exam.version(), recommendations: 'Тақырыпты қайталаңыз.' })
  return exam
}
const handOver = async (exam: DecidedCase, by: PersonActor, bytes: Uint8Array) =>
  recordDelivery(world.as(by), { number: exam.number, version: await exam.version(), deliveredOn: '2026-03-27', witnessId: exam.head.accountId, scan: { name: 'қол.png', bytes } })

describe('a result handed over under signature', () => {
  it('starts the term of appeal on the day of the signature, and is handed over once', async () => {
    const exam = await aNoticeOnPaper()
    world.at('2026-03-30 10:00')
    await handOver(exam, exam.clerk, PNG)
    expect(await exam.kinds()).toContain('result-delivered')
    await expect(handOver(exam, exam.clerk, PNG)).rejects.toMatchObject({ blockers: [{ code: 'delivery.already' }] })
  })

  it('is not there for somebody else, before anybody looks at his file', async () => {
    const exam = await aNoticeOnPaper()
    world.at('2026-03-30 10:00')
    const stored: number[] = []
    const stranger = await world.aStaffMember((await world.aCentre()).id, ['centre-operator'])
    const ctx = world.as(stranger)
    const files = { ...ctx.files, put: async (bytes: Uint8Array) => { stored.push(bytes.length); return ctx.files.put(bytes) } }
    await expect(recordDelivery({ ...ctx, files }, { number: exam.number, version: await exam.version(), deliveredOn: '2026-03-27', witnessId: exam.head.accountId, scan: { name: 'x.png', bytes: PNG } })).rejects.toMatchObject({ code: 'not-found' })
    expect(stored).toEqual([])
    const noFile = Buffer.from('not a picture')
    for (const other of [stranger, exam.candidate, exam.assessor]) await expect(handOver(exam, other, noFile)).rejects.toMatchObject({ code: 'not-found' })
    const fault: { code: string } = await handOver(exam, exam.clerk, noFile).then(() => ({ code: 'done' }), (error: { code: string }) => error)
    expect(fault.code).toMatch(/^(?:attachment|file)\./)
  })
})

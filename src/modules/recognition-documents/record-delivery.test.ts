import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as decisions from '#modules/decisions/index.ts'
import { aHeldCase, makePaperCase, type DecidedCase } from '../../../test/support/decided-case.ts'
import { anExamCase, type ExamCase } from '../../../test/support/exam-case.ts'
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

describe('the refusal of a contract handed over under signature', () => {
  async function aRefusal(): Promise<ExamCase> {
    const exam = await anExamCase(world)
    await makePaperCase(world, exam)
    await tx(world.system(), 'case.read', async (t) => {
      assertMay(t, casework.policy, 'case.read', { centreId: exam.centre.id, accountId: null })
      const paper = await t.sql.one<{ id: string }>('select id from paper where case_id = $1', [exam.caseId])
      await t.sql.run("update case_file set step = 'refused', closed_at = $2 where id = $1", [exam.caseId, t.now])
      await t.sql.run("insert into refusal (id, case_id, ground, reason, remedy, refused_by, refused_at, paper_id) values ($1, $2, 'INCOMPLETE_DOCUMENTS', 'Құжат жоқ', 'Тіркеңіз', $3, $4, $5)", [t.newId(), exam.caseId, exam.clerk.accountId, t.now, paper.id])
    })
    return exam
  }
  const give = async (exam: ExamCase, witness: PersonActor, deliveredOn: string) =>
    recordDelivery(world.as(exam.clerk), { number: exam.number, version: await exam.version(), deliveredOn, witnessId: witness.accountId, scan: { name: 'қол.png', bytes: PNG } })

  it('is recorded with its day, its scan and a second person, once, and starts no term', async () => {
    const exam = await aRefusal()
    world.at('2026-03-04 10:00')
    await expect(give(exam, exam.assessor, '2026-03-01')).rejects.toMatchObject({ blockers: [{ code: 'delivery.before-issue' }] })
    await give(exam, exam.assessor, '2026-03-03')
    expect(await exam.kinds()).toContain('refusal-delivered')
    expect(await exam.kinds()).not.toContain('result-delivered')
    expect(await exam.step()).toBe('refused')
    await expect(give(exam, exam.assessor, '2026-03-03')).rejects.toMatchObject({ blockers: [{ code: 'delivery.already' }] })
  })

  it('is not handed over to whoever has an account: there he reads it', async () => {
    const exam = await aRefusal()
    await tx(world.system(), 'case.read', async (t) => {
      assertMay(t, casework.policy, 'case.read', { centreId: exam.centre.id, accountId: null })
      await t.sql.run('update case_file set account_id = $2 where id = $1', [exam.caseId, exam.candidate.accountId])
    })
    world.at('2026-03-04 10:00')
    await expect(give(exam, exam.assessor, '2026-03-03')).rejects.toMatchObject({ code: 'case.not-at-this-step' })
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import { tx } from '#platform/acts/tx.ts'
import * as centres from '#modules/centres/index.ts'
import { holdCasesWithoutScope } from '#modules/continuations/index.ts'
import * as decisions from '#modules/decisions/index.ts'
import * as documents from '#modules/recognition-documents/index.ts'
import { aDecidedCase, aHeldCase, type DecidedCase } from '../../../../test/support/decided-case.ts'
import { rows } from '../../../../test/support/lost-scope.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import * as accreditation from '../index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

async function reissue(centreId: Uuid, certificateId: Uuid): Promise<string> {
  const head = await world.aStaffMember(centreId, ['centre-head'])
  const [one, another] = [world.as(await world.anOfficial('accreditor')), world.as(await world.anOfficial('accreditor'))]
  const wording = { nameKk: 'Шебер плюс (үлгі)', nameRu: 'Шебер плюс (образец)', nameEn: '', addressKk: 'Хромтау, Абай к-сі, 12', addressRu: 'Хромтау, ул. Абая, 12' }
  await accreditation.requestReissue(world.as(head), { certificateId, ground: 'name-changed', note: 'x', ...wording })
  const open = async () => (await accreditation.listReissues(one)).find((row) => row.certificateId === certificateId)!
  await accreditation.prepareReissue(one, { id: (await open()).id, version: (await open()).version, ...wording, clause: '' })
  return (await accreditation.decideReissue(another, { id: (await open()).id, version: (await open()).version, issue: true, reasons: '' })).number!
}
/** The renewal is issued while the old certificate has not ended. */
async function renew(exam: DecidedCase, until: string, from: string): Promise<string> {
  await world.db.run('update accreditation_certificate set valid_until = $2 where id = $1', [exam.centre.certificateId, until])
  const scope = await world.db.many<{ professionCode: string; level: number }>('select profession_code, level from centre_scope where certificate_id = $1', [exam.centre.certificateId])
  return tx(world.as(await world.anOfficial('accreditor')), 'accreditation.issue-certificate', async (t) =>
    (await centres.issueCertificate(t, { centreId: exam.centre.id, validFrom: day(from), validUntil: day('2029-03-27'), scope, previous: { id: exam.centre.certificateId, succession: 'renewal' } })).number)
}
async function decide(exam: DecidedCase): Promise<void> {
  await decisions.callPanel(world.as(exam.clerk), { number: exam.number, version: await exam.version(), memberIds: exam.panel.map((each) => each.accountId), chairId: exam.head.accountId })
  for (const member of exam.panel) await decisions.castVote(world.as(member), { number: exam.number, choice: 'pass', note: '' })
  await decisions.takeDecision(world.as(exam.clerk), { number: exam.number, version: await exam.version() })
  await documents.issueDocument(world.as(exam.head), { number: exam.number, version: await exam.version() })
}
const documentOf = async (exam: DecidedCase) => (await rows<{ number: string; certificate: string }>(world,
  'select d.number, a.number as certificate from recognition_document d join accreditation_certificate a on a.id = d.certificate_id where d.case_id = $1', [exam.caseId]))[0]!
const stepOf = async (exam: DecidedCase) => (await rows<{ step: string }>(world, 'select step from case_file where id = $1', [exam.caseId]))[0]!.step

describe('running cases', () => {
  it('go on under a certificate written anew in their midst, and none of them waits for the ministry', async () => {
    const exam = await aHeldCase(world, 'pass')
    world.at('2026-03-26 17:00')
    const anew = await reissue(exam.centre.id, exam.centre.certificateId)
    const before = await stepOf(exam)
    await holdCasesWithoutScope(world.system())
    expect(await stepOf(exam)).toBe(before)
    await decide(exam)
    expect((await documentOf(exam)).certificate).toBe(anew)
  })

  it('that ended before keep the certificate of their day, and their documents are good', async () => {
    const exam = await aDecidedCase(world, 'pass')
    const number = (await centres.findCertificate(world.db, exam.centre.certificateId, day('2026-03-26')))!.number
    await reissue(exam.centre.id, exam.centre.certificateId)
    expect((await documentOf(exam)).certificate).toBe(number)
    expect(await documents.verifyDocument(world.system(), (await documentOf(exam)).number)).toMatchObject({ status: 'valid' })
  })

  it('pass from the old certificate to the renewed one at midnight', async () => {
    const exam = await aHeldCase(world, 'pass')
    world.at('2026-03-26 17:00')
    const renewed = await renew(exam, '2026-03-26', '2026-03-27')
    world.at('2026-03-27 00:00')
    const before = await stepOf(exam)
    await holdCasesWithoutScope(world.system())
    expect(await stepOf(exam)).toBe(before)
    world.at('2026-03-27 10:00')
    await decide(exam)
    expect((await documentOf(exam)).certificate).toBe(renewed)
  })
})

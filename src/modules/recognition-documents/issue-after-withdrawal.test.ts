import { afterAll, beforeAll, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import * as centres from '#modules/centres/index.ts'
import * as decisions from '#modules/decisions/index.ts'
import { aHeldCase, type DecidedCase } from '../../../test/support/decided-case.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import { issueDocument, verifyDocument } from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

/** Decided as passed on 26 March; the head has yet to press `issue`. */
async function aPassedCase(): Promise<DecidedCase> {
  const exam = await aHeldCase(world, 'pass')
  world.at('2026-03-26 17:00')
  await decisions.callPanel(world.as(exam.clerk), { number: exam.number, version: await exam.version(), memberIds: exam.panel.map((each) => each.accountId), chairId: exam.head.accountId })
  for (const member of exam.panel) await decisions.castVote(world.as(member), { number: exam.number, choice: 'pass', note: '' })
  await decisions.takeDecision(world.as(exam.clerk), { number: exam.number, version: await exam.version() })
  return exam
}

async function withdraw(centreId: Uuid, only?: string): Promise<void> {
  const [one, another] = [await world.anOfficial('accreditor'), await world.anOfficial('accreditor')]
  const certificate = (await centres.listCertificates(world.db, centreId, day('2026-03-26')))[0]!
  await centres.proposeCertificateEvent(world.as(one), { certificateId: certificate.id, kind: 'withdrawal', professions: only ? [only] : null, from: day('2026-03-26'), ground: 'breaches-found', note: 'Act of inspection', clause: '' })
  const { id } = await world.db.one<{ id: Uuid }>('select id from certificate_event where certificate_id = $1', [certificate.id])
  await centres.decideCertificateProposal(world.as(another), { id, approve: true })
}

it('a centre whose certificate was withdrawn for this profession alone is told so when it issues', async () => {
  const exam = await aPassedCase()
  const { professionCode } = await world.db.one<{ professionCode: string }>('select profession_code from centre_scope s join accreditation_certificate a on a.id = s.certificate_id where a.centre_id = $1', [exam.centre.id])
  await withdraw(exam.centre.id, professionCode)
  await expect(issueDocument(world.as(exam.head), { number: exam.number, version: await exam.version() })).rejects.toMatchObject({ blockers: [{ code: 'document.certificate-withdrawn' }] })
})

it('a document issued in the morning stays valid when the certificate is withdrawn the same day', async () => {
  const exam = await aPassedCase()
  const { documentNumber } = await issueDocument(world.as(exam.head), { number: exam.number, version: await exam.version() })
  const before = await verifyDocument(world.system(), documentNumber)
  await withdraw(exam.centre.id)
  expect(await verifyDocument(world.system(), documentNumber)).toEqual(before)
})

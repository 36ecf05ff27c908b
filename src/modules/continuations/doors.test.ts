import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Day } from '#kernel/day.ts'
import { makeDemonstrationIin } from '#kernel/iin.ts'
import type { PartnerActor } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { tx } from '#platform/acts/tx.ts'
import * as applications from '#modules/applications/index.ts'
import * as documents from '#modules/recognition-documents/index.ts'
import * as people from '#modules/people/index.ts'
import { aDecidedCase } from '../../../test/support/decided-case.ts'
import { PNG } from '../../../test/support/files.ts'
import { aReceivingCentre, certificateEvent, rows } from '../../../test/support/lost-scope.ts'
import { codesOf } from '../../../test/support/refusal.ts'
import { openTestWorld, type CentreMade, type TestWorld } from '../../../test/support/world.ts'

let world: TestWorld
let centre: CentreMade & { clerk: Awaited<ReturnType<typeof aReceivingCentre>>['clerk'] }
let lost: string
let kept: string
let partner: Ctx
beforeAll(async () => {
  world = await openTestWorld()
  lost = await world.aProfession()
  kept = await world.aProfession()
  centre = await aReceivingCentre(world, lost)
  await world.db.run('insert into centre_scope (certificate_id, profession_code, level) values ($1, $2, 4)', [centre.certificateId, kept])
  await world.db.run('insert into price (price_list_id, profession_code, level, amount, retake_theory, retake_practice, retake_both) values ($1, $2, 4, 1000, 1, 1, 1)', [centre.priceListId, kept])
  const organisationId = await tx(world.system(), 'organisation.create', (t) => people.createOrganisation(t, { kind: 'partner', bin: null, nameKk: 'Серіктес', nameRu: 'Партнёр', nameEn: 'Partner', demonstration: true }))
  const key = await people.createApiKey(world.system(), { organisationId, name: 'door', scopes: ['applications.write'], mayAssertIdentity: false })
  partner = { ...world.system(), actor: (await people.resolveApiKey(world.system(), key.secret)) as PartnerActor }
})
afterAll(() => world.drop())

let serial = 600
const person = () => ({ iin: makeDemonstrationIin('1990-05-17' as Day, ++serial).reveal(), surname: 'Мұқанова', givenName: 'Айсұлу', birthOn: '1990-05-17', phone: '+7 700 222 22 22', address: 'Ақтөбе' })

async function online(professionCode: string): Promise<string> {
  const candidate = world.as(await world.aPerson())
  const draft = await applications.openDraft(candidate, professionCode)
  await applications.saveDraft(candidate, { professionCode, data: { level: 4, centreId: centre.id, phone: '+7 700 000 00 01', address: 'Хромтау', wayLearnt: 'informal', examLanguage: 'kk' } })
  return applications.submitApplication(candidate, { professionCode, draftId: draft.id, consentVersion: applications.CONSENT_VERSION })
}
const onPaper = (professionCode: string, receivedOn: string) => applications.registerPaperApplication(world.as(centre.clerk), {
  centreId: centre.id, professionCode, level: 4, person: person(), email: '', language: 'kk', examLanguage: 'kk', wayLearnt: 'informal', needs: [], receivedOn, identitySeen: true, files: [{ kind: 'paper-application', name: 'scan.png', bytes: PNG }],
})
const byApi = (professionCode: string) => applications.handInForPartner(partner, {
  reference: `R-${++serial}`, centreSerial: centre.serial, professionCode, level: 4, email: 'a@example.kz', language: 'kk', examLanguage: 'kk', wayLearnt: 'informal', consentVersion: 'C-1', needs: [], person: person(), files: [],
})

it('from the instant of withdrawal no door takes an application for the profession concerned, and every door takes one for another', async () => {
  world.at('2026-03-05 10:00')
  expect(await codesOf(online(lost))).toEqual(['done'])
  expect(await codesOf(onPaper(lost, '2026-03-04'))).toEqual(['done'])
  expect(await byApi(lost)).toMatchObject({ outcome: 'registered' })

  world.at('2026-03-05 12:00')
  await certificateEvent(world, centre, 'withdrawal', { professions: [lost] })
  expect(await codesOf(online(lost))).toEqual(['application.certificate-expired'])
  expect(await codesOf(onPaper(lost, '2026-03-05'))).toEqual(['application.certificate-expired'])
  // Received before, entered after: nobody can tell it from one that was dated back, and a new application is free elsewhere [D].
  expect(await codesOf(onPaper(lost, '2026-03-04'))).toEqual(['application.certificate-expired'])
  expect(await byApi(lost)).toEqual({ outcome: 'returned-without-registration', grounds: ['application.certificate-expired'] })

  expect(await codesOf(online(kept))).toEqual(['done'])
  expect(await codesOf(onPaper(kept, '2026-03-04'))).toEqual(['done'])
  expect(await byApi(kept)).toMatchObject({ outcome: 'registered' })
  expect(await rows(world, "select step from case_file where centre_id = $1 and profession_code = $2 group by 1", [centre.id, lost])).toEqual([{ step: 'waiting' }])
  expect(await rows(world, "select step from case_file where centre_id = $1 and profession_code = $2 group by 1", [centre.id, kept])).toEqual([{ step: 'registered' }])

  await certificateEvent(world, centre, 'resumption', { professions: [lost] })
  expect(await codesOf(online(lost))).toEqual(['done'])
})

it('a document issued before stays valid through withdrawal, resumption and termination, and keeps its certificate', async () => {
  const exam = await aDecidedCase(world, 'pass')
  const [document] = await rows<{ number: string }>(world, 'select number, certificate_id from recognition_document where case_id = $1', [exam.caseId])
  const before = await documents.verifyDocument(world.system(), document!.number)
  expect(before.status).toBe('valid')
  for (const kind of ['withdrawal', 'resumption', 'termination'] as const) {
    await certificateEvent(world, exam.centre, kind)
    expect(await documents.verifyDocument(world.system(), document!.number)).toEqual(before)
    expect(await rows(world, 'select number, certificate_id from recognition_document where case_id = $1', [exam.caseId])).toEqual([{ ...document, certificateId: exam.centre.certificateId }])
    expect(await exam.step()).toBe('document-issued')
  }
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import { anAccreditationCast, checkAll, fillWhole, reviewWhole, versionOf, type AccreditationCast } from '../../../test/support/accreditation.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import * as accreditation from './index.ts'

let world: TestWorld
let cast: AccreditationCast
beforeAll(async () => {
  world = await openTestWorld()
  cast = await anAccreditationCast(world)
})
afterAll(() => world.drop())

const seen = async (caseId: string) => ({ caseId, version: await versionOf(world, caseId) })
const stepOf = async (caseId: string) => (await world.db.one<{ step: string }>('select step from accreditation_case where id = $1', [caseId])).step

describe('the whole road of a centre', () => {
  it('from an empty draft to a public centre: two professions granted, one refused, each part by other people', async () => {
    world.at('2026-03-05 10:00')
    const codes = [await world.aProfession(), await world.aProfession(), await world.aProfession()]
    const [granted, also, refused] = codes as [string, string, string]
    const applicant = world.as(cast.applicant)

    const ministry = await world.anOfficial('ministry')
    // Stage 1: the application and its receipt by the chamber of the region.
    const caseId = await accreditation.openApplication(applicant, { organisationId: cast.applicantId, regionKato: cast.region })
    await fillWhole(world, cast.applicant, caseId, codes)
    await accreditation.submitApplication(applicant, await seen(caseId))
    await checkAll(world, cast.officer, caseId)
    await accreditation.acceptApplication(world.as(cast.officer), await seen(caseId))

    // Stage 2: the expert.
    await accreditation.assignExperts(world.as(cast.accreditor), { ...(await seen(caseId)), experts: [cast.expert.accountId] })
    await reviewWhole(world, cast.expert, caseId)
    await accreditation.finishExpertise(world.as(cast.accreditor), await seen(caseId))

    // Stage 3: the survey, not by the expert.
    const surveyors = [await world.aStaffMember(cast.bodyId, ['surveyor']), await world.aStaffMember(cast.bodyId, ['surveyor'])]
    await people.grantRole(world.system(), { accountId: cast.expert.accountId, role: 'surveyor', organisationId: cast.bodyId, validFrom: day('2024-01-01') })
    const assign = async (who: readonly PersonActor[]) => accreditation.assignSurvey(world.as(cast.accreditor), { ...(await seen(caseId)), surveyors: who.map((each) => each.accountId), heldOn: '2026-03-06' })
    await expect(assign([surveyors[0]!, cast.expert])).rejects.toMatchObject({ blockers: [{ code: 'survey.took-part' }] })
    await assign(surveyors)
    world.at('2026-03-06 10:00')
    // A surveyor opens the case he surveys, and does not review it; an expert does not write the survey.
    expect((await accreditation.listCases(world.as(surveyors[0]!), 1, 10)).rows.map((row) => row.id)).toEqual([caseId])
    expect((await accreditation.readCase(world.as(surveyors[0]!), caseId)).may).toMatchObject({ review: false, assign: false, check: false })
    await expect(accreditation.giveOpinion(world.as(surveyors[0]!), { caseId, opinion: 'conforms', grounds: 'x' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(accreditation.signSurvey(world.as((await people.personActor(world, cast.expert.accountId))!), await seen(caseId))).rejects.toMatchObject({ code: 'not-found' })
    const { items } = await accreditation.readSurvey(world.as(surveyors[0]!), caseId)
    const entries = items.map((item, place) => ({ seq: place + 1, writtenAt: '2026-03-06T05:00:00.000Z', kind: 'mark' as const, body: { item: item.key, mark: 'meets' as const, note: '' } }))
    await accreditation.writeEntries(world.as(surveyors[0]!), { caseId, device: randomUUID(), entries })
    for (const each of surveyors) await accreditation.signSurvey(world.as(each), await seen(caseId))
    await accreditation.answerAct(applicant, { ...(await seen(caseId)), answer: 'signed', reason: '' })
    await accreditation.finishSurvey(world.as(cast.accreditor), await seen(caseId))
    expect(await stepOf(caseId)).toBe('awaiting-agreement')

    // Stage 4: the authorised body, and a commission of people who did nothing before.
    const lines = codes.map((professionCode) => ({ professionCode, level: 4 }))
    await accreditation.answerAgreement(world.as(ministry), { id: caseId, version: await versionOf(world, caseId), answers: lines.map((line) => ({ ...line, answer: 'agrees', grounds: '' })) })
    const members = [await world.aStaffMember(cast.bodyId, ['accreditation-commission']), await world.aStaffMember(cast.bodyId, ['accreditation-commission']), await world.aStaffMember(cast.bodyId, ['accreditation-commission'])]
    const call = async (who: readonly { accountId: string }[]) => accreditation.callCommission(world.as(cast.accreditor), { id: caseId, version: await versionOf(world, caseId), members: who.map((each) => each.accountId), chair: members[0]!.accountId })
    for (const busy of [cast.expert, surveyors[1]!, cast.officer]) {
      await people.grantRole(world.system(), { accountId: busy.accountId, role: 'accreditation-commission', organisationId: cast.bodyId, validFrom: day('2024-01-01') })
      await expect(call([members[0]!, members[1]!, busy])).rejects.toMatchObject({ blockers: [{ code: 'commission.took-part' }] })
    }
    await call(members)
    for (const member of members) await accreditation.voteOnCase(world.as(member), { id: caseId, ballot: lines.map((line) => (line.professionCode === refused ? { ...line, choice: 'refused', note: 'Шеберхана дайын емес.' } : { ...line, choice: 'granted', note: '' })) })
    const bystander = await world.aStaffMember(cast.applicantId, ['assessor'])
    await accreditation.decideCase(world.as(members[0]!), { id: caseId, version: await versionOf(world, caseId), reasons: new Map([[accreditation.keyOf({ professionCode: refused, level: 4 }), 'Дәнекерлеу бөлмесінде желдету жоқ.']]) })
    expect(await stepOf(caseId)).toBe('accredited')
    // The decision is told to those who act for the applicant, not to all of its staff.
    const told = async (who: PersonActor) => (await world.db.many("select 1 from letter where account_id = $1 and kind = 'accreditation-case-granted-in-part'", [who.accountId])).length
    expect([await told(cast.applicant), await told(bystander)]).toEqual([1, 0])

    // Whoever moves next was written to each time: the ministry once, the accrediting body after receipt, review, act, agreement and decision.
    const kinds = async (who: PersonActor, kind: string) => (await world.db.many('select 1 from letter where account_id = $1 and kind = $2', [who.accountId, `accreditation-${kind}`])).length
    expect([await kinds(ministry, 'agreement-asked'), await kinds(cast.accreditor, 'accreditor-move'), await kinds(cast.applicant, 'accreditor-move')]).toEqual([1, 5, 0])

    // Stages 5 and 6: the certificate, the contract, the registration.
    const { number } = await accreditation.issueAccreditationCertificate(world.as(cast.accreditor), {
      id: caseId, version: await versionOf(world, caseId), representative: cast.applicant.accountId, addressKk: 'Алматы, Абай к-сі, 1', addressRu: 'Алматы, ул. Абая, 1', phone: '+7 700 000 00 00', email: 'talap@example.kz', hoursKk: '9:00–18:00', hoursRu: '9:00–18:00',
    })
    const open = await accreditation.readPublicCertificate(world.system(), number)
    expect([open.certificate.state, open.scope.map((line) => line.professionCode).sort()]).toEqual(['valid', [granted, also].sort()])
    await accreditation.sendAccreditationContract(world.as(cast.accreditor), { id: caseId, version: await versionOf(world, caseId) })
    const head = world.as((await people.personActor(world, cast.applicant.accountId))!)
    await accreditation.acceptAccreditationContract(head, { id: caseId, version: await versionOf(world, caseId), agree: true })
    expect(await stepOf(caseId)).toBe('completed')
    const centreId = cast.applicantId
    await world.aStaffMember(centreId, ['centre-operator', 'assessor', 'panel-member'])
    await centres.publishPriceList(head, { centreId, inForceFrom: day('2026-03-07'), prices: [granted, also].map((professionCode) => ({ professionCode, level: 4, amount: 45000, retakeTheory: 1000, retakePractice: 2000, retakeBoth: 3000 })) })
    await world.aProgramme(centreId, granted, 4)
    await centres.setAccessibility(head, { centreId, features: centres.ACCESSIBILITY_FEATURES.map((feature) => ({ feature, available: false, noteKk: '', noteRu: '' })) })
    expect((await centres.listPublicCentres(world.db, day('2026-03-07'))).some((centre) => centre.id === centreId)).toBe(false)
    await accreditation.registerCentre(head, { id: caseId })
    expect((await centres.listPublicCentres(world.db, day('2026-03-07'))).some((centre) => centre.id === centreId)).toBe(true)
    for (const [code, offers] of [[granted, 1], [also, 1], [refused, 0]] as const) expect(await centres.listCentresFor(world.db, { professionCode: code, on: day('2026-03-07') })).toHaveLength(offers)

    // Every stage of the law had its clock, and each ended done.
    const clocks = await world.db.many<{ stage: number; endedHow: string }>('select stage, ended_how from accreditation_clock where case_id = $1 order by stage', [caseId])
    expect(clocks).toEqual([1, 2, 3, 4, 5, 6].map((stage) => ({ stage, endedHow: 'done' })))
  })
})

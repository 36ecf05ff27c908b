import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDemonstrationBin } from '#kernel/bin.ts'
import { day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import * as accreditation from '#modules/accreditation/index.ts'
import * as people from '#modules/people/index.ts'
import { aChamber, anAccreditationCast, checkAll, fillWhole, versionOf } from '../../../../test/support/accreditation.ts'
import { aRoadCast, decideRoad, walkToSurvey, type RoadCast } from '../../../../test/support/accreditation-road.ts'
import { PNG } from '../../../../test/support/files.ts'
import { codesOf } from '../../../../test/support/refusal.ts'
import { aNormEdition } from '../../../../test/support/norm-edition.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'

let world: TestWorld
let cast: RoadCast
beforeAll(async () => {
  world = await openTestWorld()
  world.at('2026-03-02 10:00')
  cast = await aRoadCast(world, await anAccreditationCast(world))
})
afterAll(() => world.drop())

let serial = 930
const scan = { name: 's.png', bytes: PNG }
const seen = async (caseId: string) => ({ caseId, version: await versionOf(world, caseId) })
const onPaper = () => accreditation.enterPaperApplication(world.as(cast.officer), {
  chamberId: cast.chamberId, bin: makeDemonstrationBin(++serial).reveal(), nameKk: 'Қағаз ЖШС', nameRu: 'ТОО Бумага', receivedOn: '2026-02-27', language: 'kk', scan,
})
const handOver = async (caseId: string, kind: string, overrides: Partial<Parameters<typeof accreditation.handOverOnPaper>[1]> = {}, by = cast.officer) =>
  codesOf(accreditation.handOverOnPaper(world.as(by), { ...(await seen(caseId)), kind, no: 1, deliveredOn: '2026-03-03', recipient: 'Асқаров Данияр', capacity: 'директор', scan, ...overrides }))

/** A term of correction of five working days, which the norms leave open. */
async function withCorrectionTerm(caseId: Uuid): Promise<void> {
  const edition = await aNormEdition(world, { 'accreditation.correction.term': 5 })
  await world.db.run("update accreditation_case set norm_edition = $2 where id = $1", [caseId, edition])
}

describe('to an applicant without an account', () => {
  it('a giving back is handed over under signature, and the term of correction counts from that day', async () => {
    world.at('2026-03-02 10:00')
    const caseId = await onPaper()
    await fillWhole(world, cast.officer, caseId, [await world.aProfession()])
    await accreditation.submitApplication(world.as(cast.officer), await seen(caseId))
    expect(await handOver(caseId, 'given-back')).toEqual(['accreditation-delivery.nothing'])
    await checkAll(world, cast.officer, caseId, ['registration'])
    await withCorrectionTerm(caseId)
    await accreditation.giveBackApplication(world.as(cast.officer), await seen(caseId))
    const giveUp = async () => codesOf(accreditation.returnApplication(world.as(cast.officer), { ...(await seen(caseId)), grounds: 'Түзетілмеді.' }))
    // Weeks later: what was never handed over runs against nobody.
    world.at('2026-03-30 10:00')
    expect(await giveUp()).toEqual(['accreditation.correction-runs'])

    for (const stranger of [(await aChamber(world)).officer, cast.expert, cast.ministry, await world.aPerson()]) expect(await handOver(caseId, 'given-back', {}, stranger)).toEqual(['not-found'])
    expect(await handOver(caseId, 'given-back', { deliveredOn: '2026-03-01', recipient: ' ', capacity: '', scan: undefined })).toEqual([
      'accreditation-delivery.before-made', 'accreditation-delivery.recipient-missing', 'accreditation-delivery.capacity-missing', 'accreditation-delivery.scan-missing'])
    expect(await handOver(caseId, 'given-back', { deliveredOn: '2026-03-27' })).toEqual(['done'])
    expect(await handOver(caseId, 'given-back')).toEqual(['accreditation-delivery.already'])
    const { papers, may } = await accreditation.readHandOvers(world.as(cast.officer), caseId)
    expect([may, papers]).toMatchObject([true, [{ kind: 'given-back', no: 1, madeOn: '2026-03-02', delivery: { deliveredOn: '2026-03-27', recipient: 'Асқаров Данияр', capacity: 'директор' } }]])
    expect((await accreditation.readDecisionPaper(world.as(cast.officer), papers[0]!.paperId!)).name).toContain('accreditation-notice')
    const notice = await world.db.one<{ data: { lines: { ru: string }[]; signatures: unknown[] } }>('select data from paper where id = $1', [papers[0]!.paperId!])
    expect([notice.data.lines.map((line) => line.ru), notice.data.signatures.length]).toEqual([['Справка о государственной регистрации юридического лица: Мөрі жоқ'], 2])
    expect((await accreditation.openPaper(world.as(cast.officer), papers[0]!.delivery!.scanId)).paper.mediaType).toBe('image/png')

    // Five working days after Friday 27 March: the last is Friday 3 April.
    world.at('2026-04-03 18:00')
    expect(await giveUp()).toEqual(['accreditation.correction-runs'])
    world.at('2026-04-04 10:00')
    expect(await giveUp()).toEqual(['done'])
    expect(await handOver(caseId, 'returned', { deliveredOn: '2026-04-04' })).toEqual(['done'])
  })

  it('decision, certificate and contract are handed over; the contract signed on paper completes the case, with no head on the platform yet', async () => {
    world.at('2026-03-02 10:00')
    const caseId = await onPaper()
    await walkToSurvey(world, cast, caseId, [await world.aProfession()], '2026-03-03', { onPaper: true })
    await decideRoad(world, cast, caseId)
    const known = async () => ({ id: caseId, version: await versionOf(world, caseId) })
    const contacts = { addressKk: 'Алматы, Абай к-сі, 1', addressRu: 'Алматы, ул. Абая, 1', phone: '+7 700 000 00 00', email: 'qagaz@example.kz', hoursKk: '9:00–18:00', hoursRu: '9:00–18:00' }
    const { number } = await accreditation.issueAccreditationCertificate(world.as(cast.accreditor), { ...(await known()), representative: '', ...contacts })
    expect(await handOver(caseId, 'contract', {}, cast.accreditor)).toEqual(['accreditation-delivery.nothing'])
    await accreditation.sendAccreditationContract(world.as(cast.accreditor), await known())
    for (const kind of ['decision', 'certificate']) expect(await handOver(caseId, kind, {}, cast.accreditor)).toEqual(['done'])
    expect((await accreditation.readDecision(world.as(cast.accreditor), caseId)).kase.step).toBe('contract-sent')
    expect(await handOver(caseId, 'contract', {}, cast.accreditor)).toEqual(['done'])
    const { kase, contract } = await accreditation.readDecision(world.as(cast.accreditor), caseId)
    expect([kase.step, contract!.acceptedBy, contract!.acceptedOnPaper, contract!.acceptedAt !== null]).toEqual(['completed', null, true, true])
    const { data } = await world.db.one<{ data: { signatures: { name: string; signedAt: string }[] } }>('select data from paper where id = $1', [contract!.paperId])
    expect(data.signatures[1]).toMatchObject({ name: 'Асқаров Данияр', signedAt: '03.03.2026' })
    expect((await accreditation.readPublicCertificate(world.system(), number)).certificate.state).toBe('valid')
    expect(await people.listHolders(world.db, kase.organisationId, day('2026-03-03'), 'centre-head')).toEqual([])
  })

  it('nothing is handed over where somebody acts for it on the platform, nor of an application sent there', async () => {
    world.at('2026-03-02 10:00')
    const caseId = await onPaper()
    await fillWhole(world, cast.officer, caseId, [await world.aProfession()])
    await accreditation.submitApplication(world.as(cast.officer), await seen(caseId))
    await checkAll(world, cast.officer, caseId, ['registration'])
    await accreditation.giveBackApplication(world.as(cast.officer), await seen(caseId))
    const { kase } = await accreditation.readCase(world.as(cast.officer), caseId)
    const representative = await world.aStaffMember(kase.organisationId, ['applicant'])
    expect([await handOver(caseId, 'given-back'), (await accreditation.readHandOvers(world.as(cast.officer), caseId)).may]).toEqual([['accreditation-delivery.represented'], false])
    expect(await handOver(caseId, 'given-back', {}, representative)).toEqual(['not-found'])
    const online = await accreditation.openApplication(world.as(cast.applicant), { organisationId: cast.applicantId, regionKato: cast.region })
    expect(await handOver(online, 'given-back')).toEqual(['not-found'])
  })
})

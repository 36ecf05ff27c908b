import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { accountOf } from '#platform/acts/actor.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import { anAccreditationCast, anApplicant, type AccreditationCast } from '../../../../test/support/accreditation.ts'
import { aCentreByTheRoad, aRoadCast, decideRoad, issueRoad, nowAs, walkToSurvey } from '../../../../test/support/accreditation-road.ts'
import { codesOf } from '../../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import * as accreditation from '../index.ts'

let world: TestWorld
let body: AccreditationCast
beforeAll(async () => {
  world = await openTestWorld()
  world.at('2026-03-02 09:00')
  body = await anAccreditationCast(world)
})
afterAll(() => world.drop())

const read = (number: string) => accreditation.readPublicCertificate(world.system(), number)
const WORDS = { nameKk: 'Талап плюс (үлгі)', nameRu: 'Талап плюс (образец)', nameEn: 'Talap plus (sample)', addressKk: 'Алматы, Абай к-сі, 1', addressRu: 'Алматы, ул. Абая, 1' }

/** A centre whose certificate is valid from 3 March 2026, and two people of the accreditor. */
async function aHolder() {
  world.at('2026-03-02 09:00')
  const cast = await aRoadCast(world, { ...body, ...(await anApplicant(world)) })
  const codes = [await world.aProfession(), await world.aProfession()]
  const { number } = await aCentreByTheRoad(world, cast, codes, '2026-03-03')
  const { certificate } = await read(number)
  const [first, second] = [world.as(cast.accreditor), world.as(await world.aStaffMember(cast.bodyId, ['accreditor']))]
  const ask = async (more: object = {}, as?: Parameters<typeof nowAs>[1]) => accreditation.requestReissue(await nowAs(world, as ?? cast.applicant), { certificateId: certificate.id, ground: 'name-changed', note: 'Қайта тіркелді', ...WORDS, ...more })
  const open = async () => (await accreditation.listReissues(first)).find((row) => row.organisationId === cast.applicantId && row.outcome === null)!
  const seen = async () => { const { id, version } = await open(); return { id, version } }
  const issue = async () => {
    await accreditation.prepareReissue(first, { ...(await seen()), ...WORDS, clause: '' })
    return (await accreditation.decideReissue(second, { ...(await seen()), issue: true, reasons: '' })).number!
  }
  return { cast, codes, number, certificate, first, second, ask, open, seen, issue, centreId: cast.applicantId }
}

describe('a certificate written anew', () => {
  it('is asked for by the centre, prepared by one person and issued by another, with the same scope and last day', async () => {
    const { codes, number, ask, seen, first, second, centreId } = await aHolder()
    world.at('2026-04-01 10:00')
    await ask()
    const told = (await world.db.many<{ accountId: string }>("select account_id from letter where kind = 'reissue-asked'")).map((each) => each.accountId)
    for (const { actor } of [first, second]) expect(told).toContain(accountOf(actor))
    expect(await codesOf(ask())).toEqual(['reissue.asked-already'])
    expect(await codesOf(accreditation.decideReissue(second, { ...(await seen()), issue: true, reasons: '' }))).toEqual(['reissue.not-prepared'])
    await accreditation.prepareReissue(first, { ...(await seen()), ...WORDS, clause: '' })
    expect(await codesOf(accreditation.decideReissue(first, { ...(await seen()), issue: true, reasons: '' }))).toEqual(['reissue.own-preparation'])
    const decided = await seen()
    const anew = (await accreditation.decideReissue(second, { ...decided, issue: true, reasons: '' })).number!
    expect(await codesOf(accreditation.decideReissue(second, { ...decided, issue: true, reasons: '' }))).toEqual(['reissue.decided-already'])
    const [before, after] = [await read(number), await read(anew)]
    expect([before.certificate.state, before.next, after.certificate.state, after.previous, after.certificate.validFrom, after.certificate.validUntil, after.scope.map((line) => line.professionCode).sort(), after.centre.name.ru])
      .toEqual(['replaced', anew, 'valid', number, '2026-04-01', '2029-03-03', [...codes].sort(), WORDS.nameRu])
    // A case of yesterday keeps the certificate of its day, and on every day there is one.
    for (const code of codes) {
      const on = (date: string) => centres.findScope(world.db, { centreId, professionCode: code, level: 4, on: day(date) })
      expect([(await on('2026-03-31'))?.number, (await on('2026-04-01'))?.number]).toEqual([number, anew])
    }
  })

  it('is nobody else’s business: not of another applicant, not of the centre’s other staff, not decided by who belongs to the centre', async () => {
    const { cast, ask, seen, second, centreId } = await aHolder()
    for (const stranger of [(await anApplicant(world)).applicant, await world.aStaffMember(centreId, ['assessor']), cast.officer, cast.accreditor]) expect(await codesOf(ask({}, stranger))).toEqual(['not-found'])
    await ask()
    const ofCentre = await world.aStaffMember(cast.bodyId, ['accreditor'])
    await people.grantRole(world.system(), { accountId: ofCentre.accountId, role: 'panel-member', organisationId: centreId, validFrom: day('2024-01-01') })
    for (const stranger of [cast.applicant, cast.officer, ofCentre]) expect(await codesOf((async () => accreditation.prepareReissue(await nowAs(world, stranger), { ...(await seen()), ...WORDS, clause: '' }))())).toEqual(['not-found'])
    await accreditation.prepareReissue(second, { ...(await seen()), ...WORDS, clause: '' })
  })

  it('refused has its reasons and changes nothing; taken back it may be asked for again', async () => {
    const { number, ask, seen, first, second, cast } = await aHolder()
    await ask()
    await accreditation.prepareReissue(first, { ...(await seen()), ...WORDS, clause: '' })
    expect(await codesOf(accreditation.decideReissue(second, { ...(await seen()), issue: false, reasons: '  ' }))).toEqual(['reissue.reasons-missing'])
    await accreditation.decideReissue(second, { ...(await seen()), issue: false, reasons: 'Тіркеу туралы анықтама жоқ.' })
    const after = await read(number)
    expect([after.certificate.state, after.next, after.centre.name.ru]).toEqual(['valid', undefined, 'Мастерская (образец)'])
    await ask()
    await accreditation.withdrawReissue(await nowAs(world, cast.applicant), await seen())
    expect(await codesOf(ask())).toEqual(['done'])
  })

  it('is not asked for while the certificate is withdrawn, nor issued then', async () => {
    const { cast, number, ask, seen, first, second, certificate } = await aHolder()
    await ask()
    await accreditation.prepareReissue(first, { ...(await seen()), ...WORDS, clause: '' })
    await centres.proposeCertificateEvent(first, { certificateId: certificate.id, kind: 'withdrawal', professions: null, from: day('2026-03-03'), ground: 'breaches-found', note: 'x', clause: '' })
    expect(await codesOf(accreditation.decideReissue(second, { ...(await seen()), issue: true, reasons: '' }))).toEqual(['certificate.proposal-waits'])
    const [event] = (await centres.readCertificate(second, certificate.id)).events
    await centres.decideCertificateProposal(second, { id: event!.id, approve: true })
    expect(await codesOf(accreditation.decideReissue(second, { ...(await seen()), issue: true, reasons: '' }))).toEqual(['certificate.previous-not-valid'])
    // The refusal left the name alone: the whole act is one transaction.
    expect((await read(number)).centre.name.ru).toBe('Мастерская (образец)')
    await accreditation.withdrawReissue(await nowAs(world, cast.applicant), await seen())
    expect(await codesOf(ask())).toEqual(['reissue.certificate-not-valid'])
  })

  it('in the middle of an extension lets it go on about the certificate that stands now', async () => {
    const { cast, codes, number, ask, issue, centreId } = await aHolder()
    const third = await world.aProfession()
    world.at('2026-06-01 10:00')
    const caseId = await accreditation.openNextApplication(await nowAs(world, cast.applicant), { organisationId: centreId, kind: 'extension' })
    await walkToSurvey(world, cast, caseId, [third], '2026-06-02')
    await ask()
    const anew = await issue()
    world.at('2026-06-03 10:00')
    await decideRoad(world, cast, caseId)
    const wider = await issueRoad(world, cast, caseId)
    const [first, middle, last] = [await read(number), await read(anew), await read(wider)]
    expect([first.next, middle.previous, middle.next, last.previous, last.certificate.validUntil, last.scope.length]).toEqual([anew, number, wider, anew, '2029-03-03', codes.length + 1])
  })

  it('keeps its paper for the centre and the accreditor alone', async () => {
    const { cast, ask, issue, first } = await aHolder()
    await ask()
    await issue()
    const { paperId } = (await accreditation.listReissues(first)).find((row) => row.organisationId === cast.applicantId)!
    expect((await accreditation.readReissuePaper(await nowAs(world, cast.applicant), paperId!)).paperId).toBe(paperId)
    expect(await codesOf(accreditation.readReissuePaper(world.as((await anApplicant(world)).applicant), paperId!))).toEqual(['not-found'])
  })
})

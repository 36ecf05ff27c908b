import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import * as centres from '#modules/centres/index.ts'
import { anAccreditationCast, anApplicant, type AccreditationCast } from '../../../../test/support/accreditation.ts'
import { aCentreByTheRoad, aRoadCast, concludeRoad, decideRoad, issueRoad, nowAs, walkToSurvey, type RoadCast } from '../../../../test/support/accreditation-road.ts'
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
const scopeOn = (centreId: Uuid, professionCode: string, on: string) => centres.findScope(world.db, { centreId, professionCode, level: 4, on: day(on) })

/** A centre of two professions, accredited on 3 March 2026 until 3 March 2029, or to a nearer day: the calendar of 2026 is the only one loaded. */
async function aCentre(until?: string): Promise<{ cast: RoadCast; number: string; codes: string[]; centreId: Uuid; open: (kind: string) => Promise<Uuid> }> {
  world.at('2026-03-02 09:00')
  const cast = await aRoadCast(world, { ...body, ...(await anApplicant(world)) })
  const codes = [await world.aProfession(), await world.aProfession()]
  const { number } = await aCentreByTheRoad(world, cast, codes, '2026-03-03')
  if (until) await world.db.run('update accreditation_certificate set valid_until = $2 where number = $1', [number, until])
  return { cast, number, codes, centreId: cast.applicantId, open: async (kind) => accreditation.openNextApplication(await nowAs(world, cast.applicant), { organisationId: cast.applicantId, kind }) }
}
async function decideEvent(cast: RoadCast, number: string, kind: 'withdrawal' | 'resumption' | 'termination', from: string, professions: string[] | null = null): Promise<void> {
  const { certificate } = await read(number)
  await centres.proposeCertificateEvent(world.as(cast.accreditor), { certificateId: certificate.id, kind, professions, from: day(from), ground: 'breaches-found', note: 'Тексеру', clause: '' })
  const { events } = await centres.readCertificate(world.as(cast.accreditor), certificate.id)
  await centres.decideCertificateProposal(world.as(await world.aStaffMember(cast.bodyId, ['accreditor'])), { id: events.find((event) => event.decidedBy === null)!.id, approve: true })
}

describe('an extension of scope', () => {
  it('walks the six stages for the new profession alone and is issued with the whole scope and the same last day', async () => {
    const { cast, number, codes, centreId, open } = await aCentre()
    const [third, refused] = [await world.aProfession(), await world.aProfession()]
    world.at('2026-06-01 10:00')
    const caseId = await open('extension')
    // What need not be sent again lies in the case; what the certificate names already has no place in it.
    const { papers } = await accreditation.readCase(await nowAs(world, cast.applicant), caseId)
    expect(papers.map((paper) => [paper.kind, paper.language])).toEqual([['registration', 'kk'], ['registration', 'ru']])
    expect(await codesOf(accreditation.nameProfession(await nowAs(world, cast.applicant), { caseId, professionCode: codes[0]!, level: '4' }))).toEqual(['extension.line-held'])
    await walkToSurvey(world, cast, caseId, [third, refused], '2026-06-02')
    await decideRoad(world, cast, caseId, [refused])
    expect(await scopeOn(centreId, third, '2026-06-02')).toBeUndefined()
    const wider = await issueRoad(world, cast, caseId)
    const [before, after] = [await read(number), await read(wider)]
    expect([before.certificate.state, before.next, after.previous, after.gap, after.certificate.validFrom, after.certificate.validUntil]).toEqual(['replaced', wider, number, undefined, '2026-06-02', '2029-03-03'])
    expect(after.scope.map((line) => line.professionCode).sort()).toEqual([...codes, third].sort())
    // From that instant the new profession, and on every day one certificate for the old ones: a case keeps that of its day.
    expect((await scopeOn(centreId, third, '2026-06-02'))?.number).toBe(wider)
    expect([(await scopeOn(centreId, codes[0]!, '2026-06-01'))?.number, (await scopeOn(centreId, codes[0]!, '2026-06-02'))?.number]).toEqual([number, wider])
    await concludeRoad(world, cast, caseId)
  })

  it('refused leaves the certificate untouched, and another may be opened at once', async () => {
    const { cast, number, codes, open } = await aCentre()
    const third = await world.aProfession()
    world.at('2026-06-01 10:00')
    const caseId = await open('extension')
    await walkToSurvey(world, cast, caseId, [third], '2026-06-02')
    await decideRoad(world, cast, caseId, [third])
    const after = await read(number)
    expect([after.certificate.state, after.certificate.validUntil, after.next, after.scope.map((line) => line.professionCode).sort()]).toEqual(['valid', '2029-03-03', undefined, [...codes].sort()])
    expect(await codesOf(open('extension'))).toEqual(['done'])
  })

  it('is not opened a second time, nor beside another case, nor by a stranger, nor instead of a first application', async () => {
    const { cast, open, centreId } = await aCentre('2026-08-31')
    expect(await codesOf(accreditation.openApplication(await nowAs(world, cast.applicant), { organisationId: centreId, regionKato: cast.region }))).toEqual(['accreditation.centre-already'])
    for (const stranger of [(await anApplicant(world)).applicant, cast.accreditor, cast.officer, await world.aStaffMember(centreId, ['assessor'])]) {
      expect(await codesOf(accreditation.openNextApplication(world.as(stranger), { organisationId: centreId, kind: 'extension' }))).toEqual(['not-found'])
    }
    expect(await codesOf(open('initial'))).toEqual(['not-found'])
    expect(await codesOf(open('extension'))).toEqual(['done'])
    world.at('2026-04-01 10:00')
    expect([await codesOf(open('extension')), await codesOf(open('renewal'))]).toEqual([['accreditation.open-already'], ['accreditation.open-already']])
  })

  it('is refused with its reason while the certificate is withdrawn, and opened when it is resumed', async () => {
    const { cast, number, open } = await aCentre()
    world.at('2026-04-01 10:00')
    await decideEvent(cast, number, 'withdrawal', '2026-04-01')
    expect((await read(number)).certificate.state).toBe('withdrawn')
    expect(await codesOf(open('extension'))).toEqual(['extension.withdrawn'])
    await decideEvent(cast, number, 'resumption', '2026-04-01')
    expect(await codesOf(open('extension'))).toEqual(['done'])
  })

  it('does not revive what was withdrawn or terminated for single professions', async () => {
    const { cast, number, codes, centreId, open } = await aCentre()
    const [kept, ended, third] = [codes[0]!, codes[1]!, await world.aProfession()]
    world.at('2026-06-01 10:00')
    const caseId = await open('extension')
    await walkToSurvey(world, cast, caseId, [third], '2026-06-02')
    await decideRoad(world, cast, caseId)
    await decideEvent(cast, number, 'withdrawal', '2026-06-02', [kept])
    await decideEvent(cast, number, 'termination', '2026-06-02', [ended])
    const { certificate } = await read(number)
    await centres.proposeCertificateEvent(world.as(cast.accreditor), { certificateId: certificate.id, kind: 'resumption', professions: [kept], from: day('2026-06-02'), ground: 'breaches-remedied', note: 'x', clause: '' })
    expect(await codesOf(issueRoad(world, cast, caseId))).toEqual(['certificate.proposal-waits'])
    const open2 = (await centres.readCertificate(world.as(cast.accreditor), certificate.id)).events.find((event) => event.decidedBy === null)
    await centres.decideCertificateProposal(world.as(await world.aStaffMember(cast.bodyId, ['accreditor'])), { id: open2!.id, approve: false })
    const lossOf = async () => centres.findLoss(world.db, { centreId, professionCode: kept, level: 4, on: day('2026-06-02') })
    const loss = await lossOf()
    const wider = await issueRoad(world, cast, caseId)
    expect((await read(wider)).scope.map((line) => line.professionCode).sort()).toEqual([kept, third].sort())
    // The same decision goes on: running cases that the ministry let finish in spite of it are not asked about anew.
    expect([loss?.state, await lossOf()]).toEqual(['withdrawn', loss])
    expect([await scopeOn(centreId, kept, '2026-06-03'), await scopeOn(centreId, ended, '2026-06-03'), (await scopeOn(centreId, third, '2026-06-03'))?.number]).toEqual([undefined, undefined, wider])
    await decideEvent(cast, wider, 'resumption', '2026-06-02', [kept])
    expect((await scopeOn(centreId, kept, '2026-06-03'))?.number).toBe(wider)
  })

  it('granted too late for a certificate that has ended is closed without one, and no earlier', async () => {
    const { cast, number, open } = await aCentre()
    const third = await world.aProfession()
    world.at('2026-06-01 10:00')
    const caseId = await open('extension')
    await walkToSurvey(world, cast, caseId, [third], '2026-06-02')
    await decideRoad(world, cast, caseId)
    const close = async () => accreditation.closeUnissued(world.as(cast.accreditor), { id: caseId, version: (await accreditation.readDecision(world.as(cast.accreditor), caseId)).kase.version })
    expect(await codesOf(close())).toEqual(['certificate.still-issuable'])
    await decideEvent(cast, number, 'termination', '2026-06-02')
    expect(await codesOf(issueRoad(world, cast, caseId))).toEqual(['certificate.previous-not-valid'])
    expect(await codesOf(close())).toEqual(['done'])
    expect(await codesOf(accreditation.openApplication(await nowAs(world, cast.applicant), { organisationId: cast.applicantId, regionKato: cast.region }))).toEqual(['done'])
  })
})

describe('a renewal', () => {
  it('is asked for within its window, begins with the whole scope and follows the old certificate without a gap', async () => {
    const { cast, number, codes, centreId, open } = await aCentre('2026-08-31')
    world.at('2026-03-03 11:00')
    expect(await codesOf(open('renewal'))).toEqual(['renewal.too-early'])
    world.at('2026-03-04 10:00')
    const caseId = await open('renewal')
    const head = await nowAs(world, cast.applicant)
    expect((await accreditation.readCase(head, caseId)).lines.map((line) => line.professionCode).sort()).toEqual([...codes].sort())
    expect(await codesOf(accreditation.nameProfession(head, { caseId, professionCode: await world.aProfession(), level: '4' }))).toEqual(['renewal.line-not-held'])
    await walkToSurvey(world, cast, caseId, codes, '2026-03-05')
    await decideRoad(world, cast, caseId)
    const renewed = await issueRoad(world, cast, caseId)
    const [before, after] = [await read(number), await read(renewed)]
    expect([before.certificate.state, before.next, after.certificate.state, after.previous, after.gap, after.certificate.validFrom, after.certificate.validUntil]).toEqual(['valid', renewed, 'not-yet', number, undefined, '2026-09-01', '2029-09-01'])
    for (const code of codes) expect([(await scopeOn(centreId, code, '2026-08-31'))?.number, (await scopeOn(centreId, code, '2026-09-01'))?.number]).toEqual([number, renewed])
    // The contract is concluded before the first day; until then nothing is extended or renewed again, and nobody is reminded of the old end.
    await concludeRoad(world, cast, caseId)
    expect([await codesOf(open('renewal')), await codesOf(open('extension'))]).toEqual([['renewal.renewed-already'], ['extension.renewed-ahead']])
    await centres.remindOfCertificates(world.system())
    expect(await world.db.many('select 1 from certificate_reminder where certificate_id = $1', [before.certificate.id])).toEqual([])
    // At midnight in Almaty, which is 19:00 UTC of the day before, the one gives way to the other.
    world.at('2026-08-31 23:59')
    expect([(await read(number)).certificate.state, (await read(renewed)).certificate.state]).toEqual(['valid', 'not-yet'])
    world.at('2026-09-01 00:00')
    expect([(await read(number)).certificate.state, (await read(renewed)).certificate.state]).toEqual(['expired', 'valid'])
    expect(await codesOf(open('extension'))).toEqual(['done'])
  })

  it('under way when the certificate runs out at midnight leaves a gap, and the gap is told', async () => {
    const { cast, number, codes, centreId, open } = await aCentre('2026-08-31')
    world.at('2026-08-24 10:00')
    const caseId = await open('renewal')
    await walkToSurvey(world, cast, caseId, codes, '2026-08-26')
    world.at('2026-08-31 23:59')
    expect((await scopeOn(centreId, codes[0]!, '2026-08-31'))?.number).toBe(number)
    world.at('2026-09-01 00:00')
    expect(await scopeOn(centreId, codes[0]!, '2026-09-01')).toBeUndefined()
    expect((await read(number)).certificate.state).toBe('expired')
    // The case goes on; nothing was prolonged by itself.
    world.at('2026-09-09 10:00')
    await decideRoad(world, cast, caseId)
    const renewed = await issueRoad(world, cast, caseId)
    const after = await read(renewed)
    expect([after.certificate.state, after.certificate.validFrom, after.certificate.validUntil, after.gap]).toEqual(['valid', '2026-09-09', '2029-09-09', { from: '2026-09-01', until: '2026-09-08' }])
    expect([await scopeOn(centreId, codes[0]!, '2026-09-08'), (await scopeOn(centreId, codes[0]!, '2026-09-09'))?.number]).toEqual([undefined, renewed])
  })

  it('in part lets the other professions end with the old certificate', async () => {
    const { cast, number, codes, centreId, open } = await aCentre('2026-08-31')
    world.at('2026-06-01 10:00')
    const caseId = await open('renewal')
    await accreditation.dropProfession(await nowAs(world, cast.applicant), { caseId, professionCode: codes[1]!, level: '4' })
    await walkToSurvey(world, cast, caseId, [codes[0]!], '2026-06-02')
    await decideRoad(world, cast, caseId)
    const renewed = await issueRoad(world, cast, caseId)
    expect([(await scopeOn(centreId, codes[1]!, '2026-08-31'))?.number, await scopeOn(centreId, codes[1]!, '2026-09-01'), (await scopeOn(centreId, codes[0]!, '2026-09-01'))?.number]).toEqual([number, undefined, renewed])
  })

  it('that waits for its first day shares the fate of the certificate in force', async () => {
    const { cast, number, codes, centreId, open } = await aCentre('2026-08-31')
    world.at('2026-06-01 10:00')
    const caseId = await open('renewal')
    await walkToSurvey(world, cast, caseId, codes, '2026-06-02')
    await decideRoad(world, cast, caseId)
    const renewed = await issueRoad(world, cast, caseId)
    await decideEvent(cast, number, 'withdrawal', '2026-07-15')
    expect(await scopeOn(centreId, codes[0]!, '2026-09-01')).toBeUndefined()
    world.at('2026-08-03 10:00')
    await decideEvent(cast, number, 'resumption', '2026-08-03')
    expect((await scopeOn(centreId, codes[0]!, '2026-09-01'))?.number).toBe(renewed)
  })
})

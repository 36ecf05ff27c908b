import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, day } from '#kernel/day.ts'
import { decideCertificateProposal, proposeCertificateEvent, readOwnCertificates } from '#modules/centres/index.ts'
import { openTestWorld, type CentreMade, type TestWorld } from '../../../test/support/world.ts'
import { readinessOf, type ReadinessFacts } from './domain/readiness.ts'
import { readReadiness } from './index.ts'

describe('what is missing to examine a qualification', () => {
  const today = day('2026-03-02')
  const whole: ReadinessFacts = {
    today, certificate: { state: 'valid', validUntil: day('2027-12-31') }, warnDays: 180, hasProgramme: true, hasPrice: true, rooms: 1, assessors: 1, competent: 1, competenceRequired: false,
  }
  it.each<[string, Partial<ReadinessFacts>, string[], string[]]>([
    ['is nothing when all is there', {}, [], []],
    ['is a certificate that is withdrawn', { certificate: { state: 'withdrawn', validUntil: day('2027-12-31') } }, ['certificate-withdrawn'], []],
    ['is a certificate that has run out', { certificate: { state: 'expired', validUntil: day('2026-03-01') } }, ['certificate-expired'], []],
    ['is not a certificate that ends today, which is only spoken of', { certificate: { state: 'valid', validUntil: today } }, [], ['certificate-ends']],
    ['is spoken of on the first day of the norm', { certificate: { state: 'valid', validUntil: addDays(today, 180) } }, [], ['certificate-ends']],
    ['is not spoken of on the day before it', { certificate: { state: 'valid', validUntil: addDays(today, 181) } }, [], []],
    ['is an approved programme', { hasProgramme: false }, ['no-programme'], []],
    ['is a published price', { hasPrice: false }, ['no-price'], []],
    ['is a room', { rooms: 0 }, ['no-room'], []],
    ['is an assessor', { assessors: 0, competent: 0 }, ['no-assessor'], []],
    ['is only advised to be a competent assessor while the norm does not ask for one', { competent: 0 }, [], ['no-competent-assessor']],
    ['is a competent assessor where the norm asks for one', { competent: 0, competenceRequired: true }, ['no-competent-assessor'], []],
  ])('%s', (_says, change, missing, warnings) => {
    const found = readinessOf({ ...whole, ...change })
    const codes = (list: typeof found.missing) => list.map((each) => each.code.replace('readiness.', ''))
    expect([codes(found.missing), codes(found.warnings)]).toEqual([missing, warnings])
  })

  it('says how many days are left', () => {
    expect(readinessOf({ ...whole, certificate: { state: 'valid', validUntil: addDays(today, 40) } }).warnings).toEqual([{ code: 'readiness.certificate-ends', data: { days: 40 } }])
  })
})

describe('the certificate on the desk of its centre', () => {
  let world: TestWorld
  let centre: CentreMade
  let code: string
  beforeAll(async () => {
    world = await openTestWorld()
    code = await world.aProfession()
    centre = await world.aCentre({ professionCode: code, level: 4 })
  })
  afterAll(() => world.drop())

  it('shows what is there for each qualification and what is not', async () => {
    const head = world.as(await world.aStaffMember(centre.id, ['centre-head']))
    const [line] = await readReadiness(head, centre.id)
    expect(line).toMatchObject({ professionCode: code, level: 4, certificate: { state: 'valid', number: `T-${centre.serial}` }, price: { amount: 45000 }, programme: undefined })
    expect(line!.missing.map((each) => each.code)).toEqual(['readiness.no-programme', 'readiness.no-room', 'readiness.no-assessor'])
    await world.aProgramme(centre.id, code, 4)
    expect((await readReadiness(head, centre.id))[0]).toMatchObject({ programme: { versionNo: 1 } })
  })

  it('speaks of decisions with their grounds, and not of what the accreditor only proposes', async () => {
    const [one, two] = [await world.anOfficial('accreditor'), await world.anOfficial('accreditor')]
    const propose = (kind: string) => proposeCertificateEvent(world.as(one), { certificateId: centre.certificateId, kind, professions: null, from: day('2026-03-02'), ground: 'breaches-found', note: 'Act 7', clause: '' })
    await propose('withdrawal')
    const head = world.as(await world.aStaffMember(centre.id, ['centre-head']))
    const seen = async () => (await readOwnCertificates(head, centre.id)).certificates
    expect(await seen()).toMatchObject([{ state: 'valid', daysLeft: 669, lines: [{ professionCode: code, level: 4, state: 'valid' }], happened: [] }])
    const { id } = await world.db.one<{ id: string }>('select id from certificate_event where certificate_id = $1', [centre.certificateId])
    await decideCertificateProposal(world.as(two), { id, approve: true })
    expect(await seen()).toMatchObject([{ state: 'withdrawn', happened: [{ kind: 'withdrawal', from: '2026-03-02', decided: { ground: 'breaches-found', note: 'Act 7' } }] }])
    expect((await readReadiness(head, centre.id))[0]!.missing[0]).toEqual({ code: 'readiness.certificate-withdrawn' })
  })

  it('is for the people of the centre alone', async () => {
    const elsewhere = await world.aCentre()
    const strangers = [await world.aStaffMember(elsewhere.id, ['centre-head']), await world.aPerson(), await world.anOfficial('accreditor')]
    for (const stranger of strangers) {
      await expect(readOwnCertificates(world.as(stranger), centre.id)).rejects.toMatchObject({ code: 'not-found' })
      await expect(readReadiness(world.as(stranger), centre.id)).rejects.toMatchObject({ code: 'not-found' })
    }
  })
})

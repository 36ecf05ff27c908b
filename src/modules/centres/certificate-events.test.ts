import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addDays, day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import * as people from '#modules/people/index.ts'
import { openTestWorld, type CentreMade, type TestWorld } from '../../../test/support/world.ts'
import { eventBlockers, type EventProposal, type LineFacts } from './domain/certificate-event.ts'
import { decideCertificateProposal, findScope, listCentresFor, proposeCertificateEvent, readCertificate, remindOfCertificates } from './index.ts'

describe('a decision about a certificate', () => {
  const plain = { validFrom: day('2025-06-02'), validUntil: day('2028-06-02'), withdrawnOn: null, resumedOn: null, terminatedOn: null }
  const withdrawn = { ...plain, events: [{ kind: 'withdrawal' as const, from: day('2026-02-01') }] }
  const ended = { ...plain, events: [{ kind: 'termination' as const, from: day('2026-02-01') }] }
  const coming = { ...plain, events: [{ kind: 'withdrawal' as const, from: day('2026-04-01') }] }
  const proposal: EventProposal = { kind: 'withdrawal', professions: null, from: day('2026-03-02'), ground: 'breaches-found', note: 'act 1' }
  it.each<[string, Partial<EventProposal>, typeof plain, string[]]>([
    ['may withdraw from today', {}, plain, []],
    ['may withdraw from a day to come', { from: day('2026-03-03') }, plain, []],
    ['is never taken from yesterday', { from: day('2026-03-01') }, plain, ['day-past']],
    ['may withdraw on the last day of the certificate', { from: day('2028-06-02') }, plain, []],
    ['does not withdraw what will have run out', { from: day('2028-06-03') }, plain, ['day-after-expiry']],
    ['does not withdraw what is withdrawn', {}, withdrawn, ['no-withdrawal']],
    ['resumes what is withdrawn', { kind: 'resumption' }, withdrawn, []],
    ['does not resume what is in force', { kind: 'resumption' }, plain, ['no-resumption']],
    ['terminates what is in force', { kind: 'termination' }, plain, []],
    ['terminates what is withdrawn', { kind: 'termination' }, withdrawn, []],
    ['does not resume what is terminated', { kind: 'resumption' }, ended, ['no-resumption']],
    ['does not stand before one that is decided for later', {}, coming, ['later-event']],
    ['names its ground', { ground: '', note: ' ' }, plain, ['ground-missing', 'note-missing']],
    ['names professions of this certificate', { professions: ['K-9'] }, plain, ['profession-missing']],
  ])('%s', (_says, change, facts, codes) => {
    const lines: LineFacts[] = [{ ...facts, professionCode: 'K-1' }]
    expect(eventBlockers({ ...proposal, ...change }, facts, lines, day('2026-03-02')).map((each) => each.code.replace('certificate.', ''))).toEqual(codes)
  })
})

describe('the life of a certificate', () => {
  let world: TestWorld
  let centre: CentreMade
  let code: string
  let other: string
  let first: PersonActor
  let second: PersonActor

  beforeAll(async () => {
    world = await openTestWorld()
    first = await world.anOfficial('accreditor')
    second = await world.anOfficial('accreditor')
  })
  beforeEach(async () => {
    world.at('2026-03-02 10:00')
    code = await world.aProfession()
    other = await world.aProfession()
    centre = await world.aCentre({ professionCode: code, level: 4 })
    await world.db.run('insert into centre_scope (certificate_id, profession_code, level) values ($1, $2, 4)', [centre.certificateId, other])
  })
  afterAll(() => world.drop())

  const propose = (overrides: Partial<EventProposal> = {}, by = first, key?: string) =>
    proposeCertificateEvent(world.as(by, key), { certificateId: centre.certificateId, kind: 'withdrawal', professions: null, from: day('2026-03-02'), ground: 'breaches-found', note: 'Act of inspection', clause: '', ...overrides })
  const openId = async () => (await world.db.one<{ id: Uuid }>('select id from certificate_event where certificate_id = $1 and decided_by is null', [centre.certificateId])).id
  const decide = async (approve = true, by = second) => decideCertificateProposal(world.as(by), { id: await openId(), approve })
  const inScope = async (professionCode: string, on: string) => (await findScope(world.db, { centreId: centre.id, professionCode, level: 4, on: day(on) })) !== undefined

  it('changes by no proposal alone, and at once by the decision of another person', async () => {
    await propose()
    expect(await inScope(code, '2026-03-02')).toBe(true)
    await decide()
    expect(await inScope(code, '2026-03-02')).toBe(false)
    expect(await inScope(code, '2026-03-01')).toBe(true)
    expect(await listCentresFor(world.db, { professionCode: code, on: day('2026-03-02') })).toEqual([])
  })

  it('is not decided by the person who proposed, nor twice', async () => {
    await propose()
    const id = await openId()
    await expect(decide(true, first)).rejects.toMatchObject({ code: 'certificate.own-proposal' })
    await expect(propose({}, second)).rejects.toMatchObject({ code: 'certificate.proposed-already' })
    await decide()
    await expect(decideCertificateProposal(world.as(second), { id, approve: false })).rejects.toMatchObject({ code: 'certificate.decided-already' })
  })

  it('is nobody else’s to see or to change', async () => {
    const strangers = [await world.anOfficial('ministry'), await world.anOfficial('auditor'), await world.aStaffMember(centre.id, ['centre-head']), await world.aPerson()]
    await propose()
    for (const stranger of strangers) {
      await expect(propose({}, stranger)).rejects.toMatchObject({ code: 'not-found' })
      await expect(decide(true, stranger)).rejects.toMatchObject({ code: 'not-found' })
      await expect(readCertificate(world.as(stranger), centre.certificateId)).rejects.toMatchObject({ code: 'not-found' })
    }
    await expect(propose({ from: day('2026-03-01') })).rejects.toMatchObject({ code: 'certificate.not-possible' })
  })

  it('is neither proposed nor decided by who belongs to the centre, whatever role he holds at the accrediting body', async () => {
    await people.grantRole(world.system(), { accountId: second.accountId, role: 'assessor', organisationId: centre.id, validFrom: day('2025-01-01') })
    const own = (await people.personActor(world, second.accountId))!
    await expect(propose({}, own)).rejects.toMatchObject({ code: 'not-found' })
    await propose()
    await expect(decideCertificateProposal(world.as(own), { id: await openId(), approve: true })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('ends for one profession and goes on for the other, each day exactly', async () => {
    await propose({ professions: [code], from: day('2026-03-10') })
    await decide()
    expect([await inScope(code, '2026-03-09'), await inScope(code, '2026-03-10'), await inScope(other, '2026-03-10')]).toEqual([true, false, true])
    world.at('2026-03-10 00:00')
    const view = await readCertificate(world.as(first), centre.certificateId)
    expect([view.state, view.lines.find((line) => line.professionCode === code)?.state, view.lines.find((line) => line.professionCode === other)?.state]).toEqual(['valid', 'withdrawn', 'valid'])
  })

  it('is withdrawn, resumed and withdrawn anew, and after its termination no more resumed', async () => {
    for (const [kind, from] of [['withdrawal', '2026-03-02'], ['resumption', '2026-03-12'], ['withdrawal', '2026-03-20'], ['termination', '2026-03-25']] as const) {
      await propose({ kind, from: day(from) })
      await decide()
    }
    const days = ['2026-03-01', '2026-03-02', '2026-03-11', '2026-03-12', '2026-03-19', '2026-03-20', '2026-03-25']
    expect(await Promise.all(days.map((on) => inScope(code, on)))).toEqual([true, false, false, true, true, false, false])
    await expect(propose({ kind: 'resumption', from: day('2026-04-01') })).rejects.toMatchObject({ code: 'certificate.not-possible' })
  })

  it('stays as it is when the proposal is rejected, and nothing is approved into the past', async () => {
    await propose()
    await decide(false)
    expect(await inScope(code, '2026-03-02')).toBe(true)
    await propose()
    world.at('2026-03-03 00:00')
    await expect(decide()).rejects.toMatchObject({ code: 'certificate.not-possible' })
    await decide(false)
    expect(await inScope(code, '2026-03-03')).toBe(true)
  })

  it('is proposed once however often the form is sent, and the centre gets one letter', async () => {
    const letters = async () => (await world.db.one<{ n: number }>("select count(*)::int as n from letter where kind = 'certificate-withdrawal' and body like '%' || $1 || '%'", [`T-${centre.serial}`])).n
    await propose({}, first, `twice-${centre.serial}`)
    await propose({}, first, `twice-${centre.serial}`)
    expect((await readCertificate(world.as(second), centre.certificateId)).events).toHaveLength(1)
    expect(await letters()).toBe(0)
    await decide()
    expect(await letters()).toBe(1)
  })

  const toldBy = async (who: PersonActor, kind: string) => (await world.db.one<{ n: number }>('select count(*)::int as n from letter where kind = $2 and account_id = $3 and body like $1', [`%T-${centre.serial}%`, kind, who.accountId])).n

  it('is written of to the head of the centre as well, and a proposal to the other accreditors, none of whom belongs to the centre', async () => {
    const head = await world.aStaffMember(centre.id, ['centre-head'])
    const clerk = await world.aStaffMember(centre.id, ['centre-operator'])
    const ofCentre = await world.anOfficial('accreditor')
    await people.grantRole(world.system(), { accountId: ofCentre.accountId, role: 'assessor', organisationId: centre.id, validFrom: day('2025-01-01') })
    await propose()
    const told = async (kind: string, who: PersonActor[]) => Promise.all(who.map((each) => toldBy(each, kind)))
    expect(await told('certificate-event-proposed', [second, first, ofCentre, head])).toEqual([1, 0, 0, 0])
    await decide()
    expect(await told('certificate-withdrawal', [head, clerk, first, second])).toEqual([1, 0, 0, 0])
  })

  it('is shown to an accreditor of the centre without a form to propose or to decide', async () => {
    const ofCentre = await world.anOfficial('accreditor')
    await people.grantRole(world.system(), { accountId: ofCentre.accountId, role: 'assessor', organisationId: centre.id, validFrom: day('2025-01-01') })
    const own = (await people.personActor(world, ofCentre.accountId))!
    expect((await readCertificate(world.as(own), centre.certificateId)).may).toEqual({ propose: false, decide: false })
    expect((await readCertificate(world.as(second), centre.certificateId)).may).toEqual({ propose: true, decide: true })
  })

  it('tells the centre of its expiry on the 180th, the 90th and the 30th day before, once each, and never after its termination', async () => {
    const asked: [string, number][] = [['2027-07-03 12:00', 0], ['2027-07-04 00:00', 1], ['2027-07-05 00:00', 0], ['2027-10-02 00:00', 1], ['2027-12-01 00:00', 1], ['2027-12-31 00:00', 0]]
    const reminders = async () => (await world.db.one<{ n: number }>('select count(*)::int as n from certificate_reminder where certificate_id = $1', [centre.certificateId])).n
    for (const [at, more] of asked) {
      const before = await reminders()
      world.at(at)
      await remindOfCertificates(world.system())
      expect([at, (await reminders()) - before]).toEqual([at, more])
      expect(await remindOfCertificates(world.system())).toBe(0)
    }
    const ended = await world.aCentre()
    world.at('2027-07-04 00:00')
    await proposeCertificateEvent(world.as(first), { certificateId: ended.certificateId, kind: 'termination', professions: null, from: day('2027-07-04'), ground: 'own-request', note: 'Letter', clause: '' })
    const { id } = await world.db.one<{ id: Uuid }>('select id from certificate_event where certificate_id = $1', [ended.certificateId])
    await decideCertificateProposal(world.as(second), { id, approve: true })
    expect(await remindOfCertificates(world.system())).toBe(0)
  })

  it('is good until midnight in Almaty of its last day', async () => {
    const last = day('2027-12-31')
    expect([await inScope(code, last), await inScope(code, addDays(last, 1))]).toEqual([true, false])
    world.at('2027-12-31 23:59')
    expect((await readCertificate(world.as(first), centre.certificateId)).state).toBe('valid')
    world.at('2028-01-01 00:00')
    expect((await readCertificate(world.as(first), centre.certificateId)).state).toBe('expired')
  })
})

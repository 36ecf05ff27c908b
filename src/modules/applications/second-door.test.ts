import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import { makeDemonstrationIin } from '#kernel/iin.ts'
import { ANONYMOUS, type PartnerActor, type PersonActor } from '#platform/acts/actor.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { formatTenge } from '#platform/i18n/format.ts'
import type { ContractData } from '#platform/pdf/papers.ts'
import * as casework from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import { makePaperCase } from '../../../test/support/decided-case.ts'
import { PNG } from '../../../test/support/files.ts'
import { pinNorms } from '../../../test/support/norm-edition.ts'
import { codesOf } from '../../../test/support/refusal.ts'
import { openTestServer } from '../../../test/support/server.ts'
import { aVisitor, inAllLanguages } from '../../../test/support/visitor.ts'
import { openTestWorld, type CentreMade, type TestWorld } from '../../../test/support/world.ts'
import { routes } from './api.ts'
import { checkEligibility, type EligibilityQuestion } from './check-eligibility.ts'
import { handInForPartner, partnerStatus, type PartnerApplication } from './hand-in-for-partner.ts'
import { CONSENT_VERSION, openDraft, openFreeRetake, readRetakeOffer, readStanding, requestRetake, requestRetakeOnPaper, saveDraft, submitApplication } from './index.ts'
import { messages } from './messages/index.ts'
import { policy } from './policy.ts'
import { withdrawForPartner } from './withdraw-for-partner.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

async function aPartner(mayAssertIdentity = false, scopes = ['applications.write']): Promise<PartnerActor> {
  const organisationId = await tx(world.system(), 'organisation.create', (t) =>
    people.createOrganisation(t, { kind: 'partner', bin: null, nameKk: 'Серіктес', nameRu: 'Партнёр', nameEn: 'Partner', demonstration: true }))
  const key = await people.createApiKey(world.system(), { organisationId, name: 'door', scopes, mayAssertIdentity })
  return (await people.resolveApiKey(world.system(), key.secret))!
}
let serial = 800
async function handedIn(change: Partial<PartnerApplication> = {}, birthOn = '1992-03-04') {
  serial++
  const professionCode = await world.aProfession({ experienceRequired: true })
  const centre = await world.aCentre({ professionCode })
  const input: PartnerApplication = {
    reference: `CE-${serial}`, centreSerial: centre.serial, professionCode, level: 4, email: 'a@example.kz', language: 'kk', examLanguage: 'kk', wayLearnt: 'non-formal', consentVersion: 'CE-3', needs: [],
    person: { iin: makeDemonstrationIin(birthOn as Day, serial).reveal(), surname: 'Мұқанова', givenName: 'Айсұлу', birthOn, phone: '+7 700 222 22 22', address: 'Ақтөбе' },
    files: [{ kind: 'work', name: 'work.png', bytes: PNG }], ...change,
  }
  return { input, centre }
}
const as = (partner: PartnerActor, key?: string) => ({ ...world.context(partner, 'kk'), ...(key ? { requestKey: { key, hash: new TextEncoder().encode(key) } } : {}) })
async function filesOf(number: string): Promise<number> {
  const clerk = await world.db.one<{ count: number }>('select count(*) as count from attachment a where a.case_id is not null and a.name = $1 and exists (select 1 from journal_entry j where j.chain = \'case:\' || a.case_id)', ['work.png'])
  return number ? clerk.count : 0
}

describe('an application by the second door', () => {
  it('arrives whole, once, with its files, however often it is handed in', async () => {
    const partner = await aPartner()
    const { input } = await handedIn()
    const before = await filesOf('x')
    const outcomes = await Promise.all([handInForPartner(as(partner, 'key-0001'), input), handInForPartner(as(partner, 'key-0001'), input), handInForPartner(as(partner, 'key-0002'), input), handInForPartner(as(partner), input)])
    const numbers = new Set(outcomes.map((each) => each.outcome === 'registered' ? each.number : 'returned'))
    expect(numbers.size).toBe(1)
    expect(await filesOf('x')).toBe(before + 1)
    expect(await partnerStatus(as(partner), input.reference)).toMatchObject({ number: [...numbers][0], step: 'registered', receivedOn: '2026-03-02', dueOn: '2026-03-05' })
  })

  it('and another for the same profession, for two levels and handed in at once, open one case: the second is returned', async () => {
    const partner = await aPartner(true)
    const { input } = await handedIn()
    const third = await world.aCentre({ professionCode: input.professionCode, level: 3 })
    await handInForPartner(as(partner), { ...(await handedIn()).input, person: input.person })
    const outcomes = await Promise.all([
      handInForPartner(as(partner), input), handInForPartner(as(partner), { ...input, reference: `${input.reference}-3`, level: 3, centreSerial: third.serial }),
    ])
    expect(outcomes.map((each) => each.outcome).sort()).toEqual(['registered', 'returned-without-registration'])
    expect(outcomes.find((each) => each.outcome !== 'registered')).toMatchObject({ grounds: ['application.open-case'] })
  })

  it('arrives with whatever citizenship the partner wrote', async () => {
    const { input } = await handedIn()
    expect(await handInForPartner(as(await aPartner()), { ...input, person: { ...input.person, citizenship: 'KAZ' } })).toMatchObject({ outcome: 'registered' })
  })

  it('is seen by its own partner only', async () => {
    const { input } = await handedIn()
    await handInForPartner(as(await aPartner()), input)
    expect(await codesOf(partnerStatus(as(await aPartner()), input.reference))).toEqual(['not-found'])
  })

  it('is refused to a key without the scope', async () => {
    const { input } = await handedIn()
    expect(await codesOf(handInForPartner(as(await aPartner(false, [])), input))).toEqual(['not-found'])
  })

  it('that meets a wall is returned without registration, and the return is kept', async () => {
    const { input, centre } = await handedIn({}, '2012-01-01')
    const partner = await aPartner()
    expect(await handInForPartner(as(partner), input)).toEqual({ outcome: 'returned-without-registration', grounds: ['application.too-young'] })
    expect(await world.db.many('select channel, ground from returned_application where centre_id = $1', [centre.id])).toEqual([{ channel: 'partner', ground: 'application.too-young' }])
    expect(await codesOf(partnerStatus(as(partner), input.reference))).toEqual(['not-found'])
  })

  it('that lacks a demanded paper is not registered, and nothing of it stays', async () => {
    const { input } = await handedIn({ files: [] })
    const partner = await aPartner()
    expect(await codesOf(handInForPartner(as(partner), input))).toEqual(['application.paper-work-missing'])
    expect(await codesOf(partnerStatus(as(partner), input.reference))).toEqual(['not-found'])
  })

  it('with a hostile file does not arrive at all', async () => {
    const { input } = await handedIn({ files: [{ kind: 'work', name: 'work.pdf', bytes: Buffer.from('<html>') }] })
    expect(await codesOf(handInForPartner(as(await aPartner()), input))).toEqual(['file.wrong-type'])
  })

  it('under a reference used for another person is told so', async () => {
    const partner = await aPartner()
    const first = await handedIn()
    await handInForPartner(as(partner), first.input)
    const second = await handedIn({ reference: first.input.reference })
    expect(await codesOf(handInForPartner(as(partner), { ...second.input, person: { ...second.input.person, surname: 'Ким' } }))).toEqual(['application.reference-taken'])
  })

  it('asserts identity only when the contract of its key says so', async () => {
    const isVerified = async (number: string) => world.db.one<{ verified: boolean }>(
      "select exists (select 1 from person where iin_last_four = $1 and verified_at is not null) as verified", [number])
    const claimed = await handedIn()
    await handInForPartner(as(await aPartner(false)), claimed.input)
    expect(await isVerified(claimed.input.person.iin.slice(-4))).toEqual({ verified: false })
    const asserted = await handedIn()
    await handInForPartner(as(await aPartner(true)), asserted.input)
    expect(await isVerified(asserted.input.person.iin.slice(-4))).toEqual({ verified: true })
  })

  it('is described by a schema that knows nothing of funding by an employer', () => {
    const body = routes[0]!.body!
    expect(body.safeParse({ funding: 'employer' }).success).toBe(false)
    expect(routes.map((route) => [route.method, route.path])).toEqual([['POST', '/applications'], ['GET', '/applications/{reference}'], ['POST', '/applications/{reference}/withdrawal'], ['GET', '/professions/{code}/eligibility']])
  })
})

describe('an application withdrawn by the second door', () => {
  const withdraw = (partner: PartnerActor, reference: string, key?: string) => withdrawForPartner(as(partner, key), { reference, note: '' })

  it('is withdrawn once, with its clock, timeline and letter, however often it is told', async () => {
    const partner = await aPartner()
    const { input } = await handedIn()
    const handed = await handInForPartner(as(partner), input)
    const outcomes = await Promise.all([withdraw(partner, input.reference, 'key-of-withdrawal'), withdraw(partner, input.reference, 'key-of-withdrawal'), withdraw(partner, input.reference)])
    expect(outcomes.every((each) => each.step === 'withdrawn' && each.number === (handed as { number: string }).number)).toBe(true)
    expect(await partnerStatus(as(partner), input.reference)).toMatchObject({ step: 'withdrawn', dueOn: null })
    const kept = await tx(world.system(), 'application.read', async (t) => {
      const kase = await casework.getCaseByNumber(t, outcomes[0]!.number)
      assertMay(t, policy, 'application.read', kase)
      return {
        journal: await t.sql.many("select payload ->> 'how' as how from journal_entry where chain = 'case:' || $1::text and kind = 'application-withdrawn'", [kase.id]),
        letters: await t.sql.one<{ count: number }>("select count(*)::int as count from letter where case_id = $1 and kind = 'application-withdrawn-by-partner'", [kase.id]),
      }
    })
    expect(kept).toMatchObject({ journal: [{ how: 'partner' }], letters: { count: 1 } })
  })

  it('leaves the way free for another of the same person', async () => {
    const partner = await aPartner(true)
    const { input } = await handedIn()
    await handInForPartner(as(partner), input)
    await withdraw(partner, input.reference)
    expect(await handInForPartner(as(partner), { ...input, reference: `${input.reference}-again` })).toMatchObject({ outcome: 'registered', repeated: false })
  })

  it('is not there for another partner, for a key without the scope, and for nobody’s reference', async () => {
    const { input } = await handedIn()
    const partner = await aPartner()
    await handInForPartner(as(partner), input)
    expect(await codesOf(withdraw(await aPartner(), input.reference))).toEqual(['not-found'])
    expect(await codesOf(withdraw({ ...partner, scopes: [] }, input.reference))).toEqual(['not-found'])
    expect(await codesOf(withdraw(partner, 'never-handed-in'))).toEqual(['not-found'])
    expect(await codesOf(withdrawForPartner(world.system(), { reference: input.reference, note: '' }))).toEqual(['not-found'])
    expect(await partnerStatus(as(partner), input.reference)).toMatchObject({ step: 'registered' })
  })

  it('is refused once the exam has begun', async () => {
    const { input } = await handedIn()
    const partner = await aPartner()
    const handed = await handInForPartner(as(partner), input) as { number: string }
    await tx(world.system(), 'application.read', async (t) => {
      const kase = await casework.lockCaseByNumber(t, handed.number)
      assertMay(t, policy, 'application.read', kase)
      await casework.touchCase(t, kase, { step: 'theory-running', whoseMove: 'candidate' })
    })
    expect(await codesOf(withdraw(partner, input.reference))).not.toContain('done')
    expect(await partnerStatus(as(partner), input.reference)).toMatchObject({ step: 'theory-running' })
  })
})

describe('what is asked of whoever would apply', () => {
  const ask = (question: EligibilityQuestion) => checkEligibility(world.context(ANONYMOUS, 'kk'), question)

  it('is papers, age, centres with their prices, and nothing stands in the way', async () => {
    const { input } = await handedIn()
    expect(await ask({ professionCode: input.professionCode })).toMatchObject({ eligible: true, blockers: [], papers: ['work'], papersKnown: true, checkDays: 3, centres: [{ centre: input.centreSerial, level: 4, price: 45_000 }] })
    expect(await ask({ professionCode: input.professionCode, level: 4, centreSerial: input.centreSerial, birthOn: '1992-03-04' as Day })).toMatchObject({ eligible: true, blockers: [] })
  })

  it.each([
    ['a level the profession has not', { level: 7 }, 'application.level-unknown'], ['somebody under age', { birthOn: '2015-01-01' as Day }, 'application.too-young'],
  ])('meets %s with its reason', async (_what, change, code) => {
    const { input } = await handedIn()
    const { eligible, blockers } = await ask({ professionCode: input.professionCode, ...change })
    expect([eligible, blockers.map((each) => each.code)]).toEqual([false, [code]])
  })

  it('meets a mandatory profession, a centre out of scope and an unknown one with their reasons', async () => {
    const mandatory = await world.aProfession({ track: 'mandatory' })
    expect(await ask({ professionCode: mandatory })).toMatchObject({ eligible: false, papers: [], centres: [], blockers: [{ code: 'application.mandatory-profession' }] })
    const [{ input }, other] = [await handedIn(), await world.aCentre()]
    expect((await ask({ professionCode: input.professionCode, level: 4, centreSerial: other.serial })).blockers).toEqual([{ code: 'application.centre-not-in-scope' }])
    expect(await codesOf(ask({ professionCode: input.professionCode, centreSerial: 'none' }))).toEqual(['application.centre-unknown'])
    expect(await codesOf(ask({ professionCode: 'K-NONE' }))).toEqual(['not-found'])
  })

  it('says nothing of a person: an open case does not show', async () => {
    const { input } = await handedIn()
    await handInForPartner(as(await aPartner(true)), input)
    expect((await ask({ professionCode: input.professionCode, level: 4, centreSerial: input.centreSerial, birthOn: input.person.birthOn as Day })).eligible).toBe(true)
  })
})

describe('a retake', () => {
  async function aFailedCase(theoryPassed: boolean) {
    const professionCode = await world.aProfession()
    const centre: CentreMade = await world.aCentre({ professionCode })
    const person = await world.aPerson()
    const clerk = await world.aStaffMember(centre.id, ['centre-operator'])
    const author = await world.aStaffMember(centre.id, ['assessor'])
    const content = { title: { kk: 'а', ru: 'а', en: 'a' } }
    const now = world.clock.now()
    await world.db.run('insert into programme (id, centre_id, profession_code, level, created_at) values (gen_random_uuid(), $1, $2, 4, $3)', [centre.id, professionCode, now])
    const { id: programmeVersionId } = await world.db.one<{ id: Uuid }>(
      `insert into programme_version (id, programme_id, version_no, content, author_id, created_at, submitted_at, approved_by, approved_at)
       select gen_random_uuid(), id, 1, $2, $3, $4, $4, $5, $4 from programme where centre_id = $1 returning id`, [centre.id, JSON.stringify(content), author.accountId, now, clerk.accountId])
    const draft = await import('./index.ts').then(async (applications) => {
      const opened = await applications.openDraft(world.as(person), professionCode)
      await applications.saveDraft(world.as(person), { professionCode, data: { level: 4, centreId: centre.id, phone: '1', address: 'x', wayLearnt: 'formal', examLanguage: 'ru' } })
      return applications.submitApplication(world.as(person), { professionCode, draftId: opened.id, consentVersion: applications.CONSENT_VERSION })
    })
    return tx(world.system(), 'application.read', async (t) => {
      const kase = await casework.lockCaseByNumber(t, draft)
      assertMay(t, policy, 'application.read', kase)
      const ids = { contract: t.newId(), attempt: t.newId(), sitting: t.newId(), room: t.newId(), panel: t.newId(), decision: t.newId(), paper: t.newId() }
      await t.sql.run("insert into paper (id, kind, case_id, centre_id, data, created_at) values ($1, 'protocol', $2, $3, '{}', $4)", [ids.paper, kase.id, centre.id, t.now])
      await t.sql.run(
        `insert into contract (id, case_id, kind, price, price_list_id, payer, programme_version_id, stages, sent_by, sent_at, accepted_at, paper_id)
         values ($1, $2, 'first', 45000, $3, 'candidate', $4, '{theory,practice}', $5, $6, $6, $7)`, [ids.contract, kase.id, centre.priceListId, programmeVersionId, clerk.accountId, t.now, ids.paper])
      await t.sql.run("insert into attempt (id, case_id, number, contract_id, programme_version_id, stages, opened_at) values ($1, $2, 1, $3, $4, '{theory,practice}', $5)", [ids.attempt, kase.id, ids.contract, programmeVersionId, t.now])
      await t.sql.run("insert into room (id, centre_id, name_kk, name_ru, seats) values ($1, $2, 'а', 'а', 3)", [ids.room, centre.id])
      await t.sql.run(
        `insert into sitting (id, centre_id, stage, profession_code, level, room_id, on_day, starts_at, ends_at, seats, created_by, created_at)
         values ($1, $2, 'theory', $3, 4, $4, '2026-03-02', $5, $5::timestamptz + interval '1 hour', 3, $6, $5)`, [ids.sitting, centre.id, professionCode, ids.room, t.now, clerk.accountId])
      await t.sql.run(
        `insert into theory_run (id, attempt_id, case_id, sitting_id, seed, language, form, total, admitted_by, identity_checked_at, started_at, ends_at, handed_in_at, end_kind, correct, passed)
         values (gen_random_uuid(), $1, $2, $3, '\\x00', 'ru', '[]', 10, $4, $5, $5, $5, $5, 'handed-in', 8, $6)`, [ids.attempt, kase.id, ids.sitting, clerk.accountId, t.now, theoryPassed])
      await t.sql.run("insert into panel (id, case_id, attempt_id, purpose, called_by, called_at) values ($1, $2, $3, 'decision', $4, $5)", [ids.panel, kase.id, ids.attempt, clerk.accountId, t.now])
      await t.sql.run(
        `insert into decision (id, case_id, attempt_id, number, outcome, ground, panel_id, decided_at, decided_on, protocol_paper_id)
         values ($1, $2, $3, $4, 'fail', 'PRACTICE_NOT_PER_MAP', $5, $6, '2026-03-02', $7)`, [ids.decision, kase.id, ids.attempt, kase.number, ids.panel, t.now, ids.paper])
      await t.sql.run("insert into fail_notice (id, decision_id, case_id, recommendations, issued_by, issued_at, paper_id) values (gen_random_uuid(), $1, $2, 'read', $3, $4, $5)", [ids.decision, kase.id, clerk.accountId, t.now, ids.paper])
      const at = await casework.touchCase(t, kase, { step: 'fail-notice-sent', whoseMove: 'candidate' })
      return { number: at.number, version: at.version, person, clerk, kase: at }
    })
  }

  it('holds again only the failed stage, at its price, and leads back to the notification', async () => {
    const scene = await aFailedCase(true)
    expect(await readRetakeOffer(world.as(scene.person), scene.number)).toMatchObject({ stages: ['practice'], amount: 20000, lastDay: '2026-09-02', blockers: [] })
    expect(await codesOf(requestRetake(world.as(scene.clerk), scene))).toEqual(['not-found'])
    const ask = () => codesOf(requestRetake(world.as(scene.person), scene))
    expect((await Promise.all([ask(), ask()])).flat().sort()).toEqual(['case.changed-meanwhile', 'done'])
    const row = await tx(world.system(), 'application.read', async (t) => {
      const kase = await casework.getCaseByNumber(t, scene.number)
      assertMay(t, policy, 'application.read', kase)
      return { step: kase.step, due: kase.nextDueOn, contract: await t.sql.one("select kind, price, stages, accepted_how from contract where case_id = $1 and kind = 'retake'", [kase.id]) }
    })
    expect(row).toEqual({ step: 'contract-signed', due: '2026-03-05', contract: { kind: 'retake', price: 20000, stages: ['practice'], acceptedHow: 'account' } })
  })

  it.each([['first-free', 0, 20000], ['half-of-list', 10000, 10000]] as const)('costs by the norm %s %i, and the next one %i', async (rule, first, next) => {
    const { app } = await openTestServer(world)
    const scene = await aFailedCase(true)
    await pinNorms(world, scene.kase.id, { 'retake.price': rule })
    const rows = <T>(text: string) => world.db.begin((sql) => sql.many<T>(text, [scene.kase.id]), { 'tanu.scope': 'system' })
    expect((await readRetakeOffer(world.as(scene.person), scene.number)).amount).toBe(first)
    const page = await inAllLanguages(await aVisitor(world, app, scene.person), `/cases/${scene.number}/retake`)
    for (const [at, words] of [messages.kk, messages.ru, messages.en].entries()) expect(page[at]).toContain(words.retakeRules[rule])
    await requestRetake(world.as(scene.person), scene)
    expect(await rows("select price, payer from contract where case_id = $1 and kind = 'retake'")).toEqual([{ price: first, payer: 'candidate' }])
    expect(await rows('select amount from invoice where case_id = $1')).toEqual(first === 0 ? [] : [{ amount: first }])
    const [paper] = await rows<{ data: ContractData }>("select data from paper where case_id = $1 and kind = 'contract' order by created_at desc limit 1")
    expect([paper!.data.price.rule?.ru, paper!.data.retakeRule?.kk, paper!.data.retakePrice]).toEqual([messages.ru.retakeRules[rule], messages.kk.retakeRules[rule], formatTenge(rule === 'first-free' ? 25000 : 12500, 'ru')])
    await move(scene.number, 'notification.send', 'exam-notified')
    await world.db.begin((sql) => sql.run("update case_file set step = 'fail-notice-sent' where id = $1", [scene.kase.id]), { 'tanu.scope': 'system' })
    expect((await readRetakeOffer(world.as(scene.person), scene.number)).amount).toBe(next)
  })

  it('of everything is offered when the theory was not passed either', async () => {
    const scene = await aFailedCase(false)
    expect(await readRetakeOffer(world.as(scene.person), scene.number)).toMatchObject({ stages: ['theory', 'practice'], amount: 25000 })
  })

  it('is not asked for after the months of the norm', async () => {
    const scene = await aFailedCase(true)
    world.at('2026-09-03 09:00')
    expect(await codesOf(requestRetake(world.as(scene.person), scene))).toEqual(['retake.too-late'])
    world.at('2026-03-02 09:00')
  })

  it('is asked for on paper by somebody without an account: scan, clerk and a second person', async () => {
    const scene = await aFailedCase(true)
    const witness = await world.aStaffMember(scene.kase.centreId, ['invigilator'])
    const ask = (by: PersonActor, change: object = {}) => codesOf(requestRetakeOnPaper(world.as(by), { number: scene.number, version: scene.version, witnessId: witness.accountId, receivedOn: '2026-03-02', scan: { name: 'scan.png', bytes: PNG }, ...change }))
    expect(await ask(scene.clerk)).toEqual(['not-found'])
    await makePaperCase(world, { caseId: scene.kase.id })
    expect(await codesOf(requestRetake(world.as(scene.person), scene))).toEqual(['not-found'])
    const broken = { name: 'scan.png', bytes: Buffer.from('<html>') }
    for (const scan of [undefined, broken]) expect(await ask(witness, { scan })).toEqual(['not-found'])
    expect(await ask(scene.clerk, { scan: broken })).toEqual(['file.wrong-type'])
    expect(await ask(scene.clerk, { scan: undefined })).toEqual(['retake.scan-missing'])
    expect(await ask(scene.clerk, { witnessId: scene.clerk.accountId })).toEqual(['contract.witness-is-clerk'])
    expect((await Promise.all([ask(scene.clerk), ask(scene.clerk)])).flat().sort()).toEqual(['case.changed-meanwhile', 'done'])
    const kept = await tx(world.system(), 'application.read', async (t) => {
      assertMay(t, policy, 'application.read', scene.kase)
      return {
        contracts: await t.sql.many("select price, accepted_how, accepted_by, witnessed_by from contract where case_id = $1 and kind = 'retake'", [scene.kase.id]),
        scans: await t.sql.many("select name from attachment where case_id = $1 and kind = 'delivery-scan'", [scene.kase.id]),
      }
    })
    expect(kept).toEqual({ contracts: [{ price: 20000, acceptedHow: 'paper', acceptedBy: null, witnessedBy: witness.accountId }], scans: [{ name: 'scan.png' }] })
  })

  it('on paper is of the day on which it was received: by it the months are judged, and from it the term of the centre runs', async () => {
    const scene = await aFailedCase(true)
    await makePaperCase(world, { caseId: scene.kase.id })
    const witness = await world.aStaffMember(scene.kase.centreId, ['invigilator'])
    const ask = (receivedOn: string) => codesOf(requestRetakeOnPaper(world.as(scene.clerk), { number: scene.number, version: scene.version, witnessId: witness.accountId, receivedOn, scan: { name: 'scan.png', bytes: PNG } }))
    world.at('2026-09-03 09:00')
    expect(await ask('2026-09-03')).toEqual(['retake.too-late'])
    expect(await ask('2026-03-01')).toEqual(['paper.received-before-ground'])
    expect(await ask('2026-09-04')).toEqual(['paper.received-in-future'])
    expect(await ask('2026-02-30')).toEqual(['paper.received-on-wrong'])
    expect(await ask('2026-09-01')).toEqual(['done'])
    const kept = await tx(world.system(), 'application.read', async (t) => {
      assertMay(t, policy, 'application.read', scene.kase)
      return {
        contract: await t.sql.one("select received_on from contract where case_id = $1 and kind = 'retake'", [scene.kase.id]),
        clock: await t.sql.one("select started_on, due_on from deadline where case_id = $1 and rule = 'T2'", [scene.kase.id]),
      }
    })
    expect(kept).toEqual({ contract: { receivedOn: '2026-09-01' }, clock: { startedOn: '2026-09-01', dueOn: '2026-09-04' } })
    world.at('2026-03-02 09:00')
  })

  /** Nothing was asked for, and the case was closed on the day after the last one. */
  async function closedUnasked(scene: Awaited<ReturnType<typeof aFailedCase>>): Promise<void> {
    await makePaperCase(world, { caseId: scene.kase.id })
    world.at('2026-09-03 09:00')
    await move(scene.number, 'case.close', 'case-closed')
  }
  const move = (number: string, act: casework.RoadAct, entry: string) => tx(world.system(), 'application.read', async (t) => {
    const kase = await casework.lockCaseByNumber(t, number)
    assertMay(t, policy, 'application.read', kase)
    await casework.advance(t, kase, act, entry)
  })
  async function enter(scene: Awaited<ReturnType<typeof aFailedCase>>, receivedOn: string): Promise<string[]> {
    const witness = await world.aStaffMember(scene.kase.centreId, ['invigilator'])
    const { version } = (await readStanding(world.as(scene.clerk), scene.number)).kase
    return codesOf(requestRetakeOnPaper(world.as(scene.clerk), { number: scene.number, version, witnessId: witness.accountId, receivedOn, scan: { name: 'scan.png', bytes: PNG } }))
  }

  it('that came on paper in its months is entered from the folder of a case that was closed since, and opens it again', async () => {
    const { app } = await openTestServer(world)
    const scene = await aFailedCase(true)
    await closedUnasked(scene)
    const clerk = await aVisitor(world, app, scene.clerk)
    for (const body of await inAllLanguages(clerk, `/centre/cases/${scene.number}/retake`)) expect(body).toContain('name="receivedOn-day"')
    expect(await clerk.get(`/kk/centre/cases/${scene.number}`)).toContain(`/kk/centre/cases/${scene.number}/retake"`)
    expect(await enter(scene, '2026-09-03')).toEqual(['retake.too-late'])
    expect(await enter(scene, '2026-09-02')).toEqual(['done'])
    const { kase } = await readStanding(world.as(scene.clerk), scene.number)
    expect([kase.step, kase.closedAt, kase.nextDueOn]).toEqual(['contract-signed', null, '2026-09-07'])
    // Closed for another reason afterwards, the same months give nothing more.
    await move(scene.number, 'contract.lapse', 'contract-lapsed')
    expect(await enter(scene, '2026-09-02')).toEqual(['case.not-at-this-step'])
    expect(await clerk.get(`/kk/centre/cases/${scene.number}`)).not.toContain(`/kk/centre/cases/${scene.number}/retake"`)
    await app.close()
    world.at('2026-03-02 09:00')
  })

  it('does not open a closed case beside another that its person has for the profession by then, nor for somebody with an account', async () => {
    const scene = await aFailedCase(true)
    await closedUnasked(scene)
    const professionCode = scene.kase.professionCode!
    const { id: draftId } = await openDraft(world.as(scene.person), professionCode)
    await saveDraft(world.as(scene.person), { professionCode, data: { level: 4, centreId: scene.kase.centreId, phone: '1', address: 'x', wayLearnt: 'formal', examLanguage: 'ru' } })
    await submitApplication(world.as(scene.person), { professionCode, draftId, consentVersion: CONSENT_VERSION })
    expect(await enter(scene, '2026-09-02')).toEqual(['retake.other-case-open'])
    world.at('2026-03-02 09:00')
    const online = await aFailedCase(true)
    world.at('2026-09-03 09:00')
    await move(online.number, 'case.close', 'case-closed')
    expect(await codesOf(requestRetake(world.as(online.person), { number: online.number, version: online.version + 1 }))).toEqual(['case.not-at-this-step'])
    world.at('2026-03-02 09:00')
  })

  it('after an upheld appeal is free of charge', async () => {
    const scene = await aFailedCase(true)
    const price = await tx(world.system(), 'application.read', async (t) => {
      const kase = await casework.lockCaseByNumber(t, scene.number)
      assertMay(t, policy, 'application.read', kase)
      const id = await openFreeRetake(t, kase, ['practice'])
      return (await t.sql.one<{ price: number }>('select price from contract where id = $1', [id])).price
    })
    expect(price).toBe(0)
  })
})

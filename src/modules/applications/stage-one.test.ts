import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import { makeDemonstrationIin } from '#kernel/iin.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { read } from '#platform/acts/tx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import * as casework from '#modules/casework/index.ts'
import * as uploads from '#modules/uploads/index.ts'
import { makePaperCase } from '../../../test/support/decided-case.ts'
import { PNG } from '../../../test/support/files.ts'
import { aNormEdition, pinNorms } from '../../../test/support/norm-edition.ts'
import { openTestWorld, type CentreMade, type ProfessionSeed, type TestWorld } from '../../../test/support/world.ts'
import * as applications from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())
beforeEach(() => world.at('2026-03-02 09:00'))

interface Scene {
  professionCode: string
  centre: CentreMade
  person: PersonActor
  clerk: PersonActor
}

async function aScene(profession: Partial<ProfessionSeed> = {}, birthOn = '1990-05-17'): Promise<Scene> {
  const professionCode = await world.aProfession(profession)
  const centre = await world.aCentre({ professionCode })
  const person = await world.aPerson({ birthOn })
  const clerk = await world.aStaffMember(centre.id, ['centre-operator'])
  return { professionCode, centre, person, clerk }
}
async function approve(scene: Scene): Promise<void> {
  const author = await world.aStaffMember(scene.centre.id, ['assessor'])
  const content = { title: { kk: 'Дәнекерлеуші', ru: 'Сварщик', en: 'Welder' }, topics: [], blueprint: [], theoryMinutes: 40, map: {}, methodology: {}, briefing: {}, recommendations: {}, needs: {}, modes: ['offline'] }
  await world.db.run('insert into programme (id, centre_id, profession_code, level, created_at) values (gen_random_uuid(), $1, $2, 4, $3)', [scene.centre.id, scene.professionCode, world.clock.now()])
  await world.db.run(
    `insert into programme_version (id, programme_id, version_no, content, author_id, created_at, submitted_at, approved_by, approved_at)
     select gen_random_uuid(), id, 1, $2, $3, $4, $4, $5, $4 from programme where centre_id = $1`, [scene.centre.id, JSON.stringify(content), author.accountId, world.clock.now(), scene.clerk.accountId])
}
async function aDraft({ professionCode, centre, person }: Scene, data: applications.DraftData = {}): Promise<Uuid> {
  const draft = await applications.openDraft(world.as(person), professionCode)
  await applications.saveDraft(world.as(person), { professionCode, data: { level: 4, centreId: centre.id, phone: '+7 700 000 00 01', address: 'Хромтау', wayLearnt: 'informal', examLanguage: 'kk', ...data } })
  return draft.id
}
async function send(scene: Scene, draftId: Uuid, key?: string): Promise<string> {
  return applications.submitApplication(world.as(scene.person, key), { professionCode: scene.professionCode, draftId, consentVersion: applications.CONSENT_VERSION })
}
async function registered(profession: Partial<ProfessionSeed> = {}, data: applications.DraftData = {}) {
  const scene = await aScene(profession)
  return { ...scene, number: await send(scene, await aDraft(scene, data)) }
}
const see = (actor: PersonActor, number: string) => read(world.as(actor), 'case.read', async (t) => {
  const kase = await casework.getCaseByNumber(t, number)
  assertMay(t, casework.policy, 'case.read', kase)
  return { kase, deadlines: await casework.deadlinesOf(t, kase.id), timeline: (await casework.timelineOf(t, kase.id)).map((entry) => entry.kind) }
})
const blockersOf = (promise: Promise<unknown>) => promise.then(() => ['done'], (error: { code: string; blockers: { code: string }[] }) => error.blockers?.length ? error.blockers.map((each) => each.code) : [error.code])

async function checkAll(scene: { clerk: PersonActor; number: string }, wrong: string[] = []): Promise<number> {
  const standing = await applications.readStanding(world.as(scene.clerk), scene.number)
  await applications.checkItems(world.as(scene.clerk), {
    number: scene.number, version: standing.kase.version,
    checks: standing.list.map((item) => wrong.includes(item) ? { item, verdict: 'wrong' as const, note: 'not signed' } : { item, verdict: 'right' as const, note: '' }),
  })
  return (await see(scene.clerk, scene.number)).kase.version
}

describe('applying', () => {
  it('registers the application, starts T1, writes the timeline, a paper and a letter', async () => {
    const scene = await registered({}, { needs: [{ kind: 'extra-time', asked: 'I read slowly' }] })
    const { kase, deadlines, timeline } = await see(scene.person, scene.number)
    expect(kase).toMatchObject({ step: 'registered', whoseMove: 'centre', nextDueOn: '2026-03-05', professionCode: scene.professionCode, level: 4 })
    expect(deadlines).toMatchObject([{ rule: 'T1', startedOn: '2026-03-02', dueOn: '2026-03-05' }])
    expect(timeline).toEqual(['application-registered'])
    expect(await world.db.many('select kind from letter where case_id = $1', [kase.id])).toEqual([{ kind: 'application-registered' }])
    expect(await world.db.many('select kind from paper where case_id = $1', [kase.id])).toEqual([{ kind: 'application' }])
    expect((await world.db.one<{ data: { candidate: { citizenship?: object }; citizenship?: object } }>('select data from paper where case_id = $1', [kase.id])).data).toMatchObject({ candidate: { citizenship: { kk: 'Қазақстан', ru: 'Казахстан' } } })
  })

  it('makes one case of two sendings at once, and of a double click', async () => {
    const scene = await aScene()
    const draftId = await aDraft(scene)
    const numbers = await Promise.all([send(scene, draftId, 'key-a'), send(scene, draftId, 'key-a'), send(scene, draftId, 'key-b'), send(scene, draftId)])
    expect(new Set(numbers).size).toBe(1)
    expect((await see(scene.person, numbers[0]!)).timeline).toEqual(['application-registered'])
  })

  it('of somebody without an account is withdrawn by a clerk, with the scan of what was signed', async () => {
    const scene = await registered()
    const { kase } = await see(scene.person, scene.number)
    const withdraw = (change: object = {}) => blockersOf(applications.withdrawOnPaper(world.as(scene.clerk), { number: scene.number, version: kase.version, note: '', receivedOn: '2026-03-02', scan: { name: 'scan.png', bytes: PNG }, ...change }))
    expect(await withdraw()).toEqual(['not-found'])
    await makePaperCase(world, { caseId: kase.id })
    const foreign = await world.aStaffMember((await world.aCentre()).id, ['centre-operator', 'centre-head'])
    const broken = { name: 'scan.png', bytes: Buffer.from('<html>') }
    expect(await blockersOf(applications.withdrawOnPaper(world.as(foreign), { number: scene.number, version: kase.version, note: '', receivedOn: '2026-03-02', scan: broken }))).toEqual(['not-found'])
    expect(await withdraw({ scan: broken })).toEqual(['file.wrong-type'])
    expect(await withdraw({ scan: undefined })).toEqual(['withdrawal.scan-missing'])
    world.at('2026-03-04 09:00')
    expect(await withdraw({ receivedOn: '' })).toEqual(['paper.received-on-wrong'])
    expect(await withdraw({ receivedOn: '2026-03-05' })).toEqual(['paper.received-in-future'])
    expect(await withdraw({ receivedOn: '2026-03-01' })).toEqual(['paper.received-before-ground'])
    expect(await withdraw({ receivedOn: '2026-03-03' })).toEqual(['done'])
    expect(await world.db.begin((sql) => sql.one('select withdrawn_on from application where case_id = $1', [kase.id]), { 'tanu.scope': 'system' })).toEqual({ withdrawnOn: '2026-03-03' })
    world.at('2026-03-02 09:00')
    expect((await see(scene.clerk, scene.number)).kase).toMatchObject({ step: 'withdrawn', whoseMove: 'nobody' })
    expect(await withdraw()).toEqual(['case.changed-meanwhile'])
  })

  it('refuses a second open application for the same qualification, and allows it after a withdrawal', async () => {
    const scene = await registered()
    const again = () => aDraft(scene).then((draftId) => send(scene, draftId))
    expect(await blockersOf(again())).toEqual(['application.open-case'])
    const { kase } = await see(scene.person, scene.number)
    await applications.withdrawApplication(world.as(scene.person), { number: scene.number, version: kase.version, note: '' })
    expect((await see(scene.person, scene.number)).kase).toMatchObject({ step: 'withdrawn', whoseMove: 'nobody' })
    expect(await blockersOf(again())).toEqual(['done'])
  })

  /** One person with a draft for each of two levels of one profession, at two centres. */
  async function twoLevels(): Promise<{ third: Scene; fourth: Scene }> {
    const fourth = await aScene({ levels: [3, 4] })
    return { fourth, third: { ...fourth, centre: await world.aCentre({ professionCode: fourth.professionCode, level: 3 }) } }
  }

  it('for another level of the profession waits for the open case, and names it', async () => {
    const { third, fourth } = await twoLevels()
    const number = await send(fourth, await aDraft(fourth))
    const draftId = await aDraft(third, { level: 3 })
    await expect(send(third, draftId)).rejects.toMatchObject({ code: 'application.not-admissible', blockers: [{ code: 'application.open-case', data: { number, level: 4 } }] })
    expect((await applications.seeTerms(world.as(fourth.person), fourth.professionCode)).blockers.map((each) => each.code)).toEqual(['application.open-case'])
  })

  it('for another level runs beside the open case where the norm allows two', async () => {
    await aNormEdition(world, { 'application.openCasesPerQualification': 2 }, '2026-04-01' as Day)
    world.at('2026-04-02 09:00')
    const { third, fourth } = await twoLevels()
    const first = await send(fourth, await aDraft(fourth))
    expect(await send(third, await aDraft(third, { level: 3 }))).not.toBe(first)
    expect(await blockersOf(aDraft(third, { level: 3 }).then((id) => send(third, id)))).toEqual(['application.open-case'])
  })

  it('cannot be sent without consent, without demanded papers, by a person under age, or to a centre whose certificate ran out', async () => {
    const young = await aScene({ experienceRequired: true }, '2010-03-03')
    const draftId = await aDraft(young)
    expect(await blockersOf(applications.submitApplication(world.as(young.person), { professionCode: young.professionCode, draftId, consentVersion: undefined })))
      .toEqual(['application.too-young', 'application.paper-work-missing', 'application.consent-missing'])
    const late = await aScene()
    await world.db.run("update accreditation_certificate set valid_until = '2026-03-01' where centre_id = $1", [late.centre.id])
    expect(await blockersOf(aDraft(late).then((id) => send(late, id)))).toEqual(['application.certificate-expired'])
  })

  it('shows a mandatory profession the way and lets no draft be opened', async () => {
    const professionCode = await world.aProfession({ track: 'mandatory', levels: [] })
    const person = await world.aPerson()
    expect(await blockersOf(applications.openDraft(world.as(person), professionCode))).toEqual(['application.mandatory-profession'])
    expect((await applications.seeTerms(world.as(person), professionCode)).blockers.map((each) => each.code)).toEqual(['application.mandatory-profession'])
  })

  it('sends only one’s own draft', async () => {
    const scene = await aScene()
    const draftId = await aDraft(scene)
    const stranger = await world.aPerson()
    expect(await blockersOf(applications.submitApplication(world.as(stranger), { professionCode: scene.professionCode, draftId, consentVersion: applications.CONSENT_VERSION }))).toEqual(['not-found'])
  })
})

describe('files of an application', () => {
  it('are cleaned, adopted by the case, seen by its centre and by nobody else', async () => {
    const scene = await aScene()
    const draftId = await aDraft(scene)
    const file = await uploads.receiveAttachment(world.as(scene.person), { draftId, kind: 'work', name: '../../еңбек.png', bytes: PNG })
    expect(file).toMatchObject({ name: 'еңбек.png', mediaType: 'image/png' })
    await send(scene, draftId)
    const opened = await uploads.openAttachment(world.as(scene.clerk), file.id)
    expect(Buffer.from(opened.bytes).subarray(1, 4).toString()).toBe('PNG')
    const stranger = await world.aPerson()
    expect(await blockersOf(uploads.openAttachment(world.as(stranger), file.id))).toEqual(['not-found'])
    expect(await blockersOf(uploads.openAttachment(world.as(scene.person), '-'.repeat(36)))).toEqual(['not-found'])
    expect(await blockersOf(uploads.removeAttachment(world.as(scene.person), file.id))).toEqual(['not-found'])
  })

  it.each([
    ['an empty file', Buffer.alloc(0), 'attachment.empty'],
    ['more than ten megabytes', Buffer.alloc(10 * 1024 * 1024 + 1, 1), 'attachment.too-large'],
    ['HTML in a PDF’s clothes', Buffer.from('<html><script>alert(1)</script></html>'), 'file.wrong-type'],
    ['a torn PDF', Buffer.from('%PDF-1.7\nhello'), 'file.broken'],
  ])('refuses %s', async (_what, bytes, code) => {
    const scene = await aScene()
    const draftId = await aDraft(scene)
    expect(await blockersOf(uploads.receiveAttachment(world.as(scene.person), { draftId, kind: 'work', name: 'work.pdf', bytes }))).toEqual([code])
  })

  it('holds ten files at most, also when they arrive at once', async () => {
    const scene = await aScene()
    const draftId = await aDraft(scene)
    const results = await Promise.all(Array.from({ length: 12 }, (_, place) => blockersOf(uploads.receiveAttachment(world.as(scene.person), { draftId, kind: 'other', name: `${place}.png`, bytes: PNG }))))
    expect(results.filter((each) => each[0] === 'done')).toHaveLength(10)
    expect(results.filter((each) => each[0] === 'attachment.too-many')).toHaveLength(2)
  })

  it('go with a draft that is thrown away', async () => {
    const scene = await aScene()
    const draftId = await aDraft(scene)
    await uploads.receiveAttachment(world.as(scene.person), { draftId, kind: 'other', name: 'a.png', bytes: PNG })
    await applications.deleteDraft(world.as(scene.person), scene.professionCode)
    expect(await applications.listDrafts(world.as(scene.person))).toEqual([])
  })
})

describe('checking', () => {
  it('is the clerk’s of this centre: for another centre the case does not exist', async () => {
    const scene = await registered()
    const other = await aScene()
    expect(await blockersOf(applications.readStanding(world.as(other.clerk), scene.number))).toEqual(['not-found'])
    expect(await blockersOf(applications.checkItem(world.as(other.clerk), { number: scene.number, version: 2, item: 'field.person', verdict: 'right', note: '' }))).toEqual(['not-found'])
    expect(await blockersOf(applications.checkItem(world.as(scene.person), { number: scene.number, version: 2, item: 'field.person', verdict: 'right', note: '' }))).toEqual(['not-found'])
  })

  it('tells the second of two clerks that the case has changed, and keeps the first one’s work', async () => {
    const scene = await registered()
    const second = await world.aStaffMember(scene.centre.id, ['centre-head'])
    const { version } = (await see(scene.clerk, scene.number)).kase
    const judge = (actor: PersonActor, item: string) => blockersOf(applications.checkItem(world.as(actor), { number: scene.number, version, item, verdict: 'right', note: '' }))
    expect([...(await Promise.all([judge(scene.clerk, 'field.person'), judge(second, 'field.contact')])).flat()].sort()).toEqual(['case.changed-meanwhile', 'done'])
    expect((await applications.readStanding(world.as(scene.clerk), scene.number)).checks).toHaveLength(1)
  })
})

describe('the contract', () => {
  it('is sent only when every item is right and a programme is approved, at the price of the day of application', async () => {
    const scene = await registered()
    const { kase } = await see(scene.clerk, scene.number)
    expect(await blockersOf(applications.sendContract(world.as(scene.clerk), { number: scene.number, version: kase.version }))).toEqual(['contract.items-unchecked', 'contract.programme-missing'])
    await approve(scene)
    const version = await checkAll(scene)
    // A dearer list comes into force the day after the application: the contract keeps the price of its day.
    const list = await world.db.one<{ id: Uuid }>("insert into price_list (id, centre_id, in_force_from, published_at) values (gen_random_uuid(), $1, '2026-03-03', $2) returning id", [scene.centre.id, world.clock.now()])
    await world.db.run('insert into price (price_list_id, profession_code, level, amount, retake_theory, retake_practice, retake_both) values ($1, $2, 4, 99000, 1, 1, 1)', [list.id, scene.professionCode])
    world.at('2026-03-04 10:00')
    await applications.sendContract(world.as(scene.clerk), { number: scene.number, version })
    const { contract } = await applications.readContract(world.as(scene.person), scene.number)
    expect(contract).toMatchObject({ price: 45000, priceListId: scene.centre.priceListId, stages: ['theory', 'practice'], acceptedAt: null })
    const after = await see(scene.person, scene.number)
    expect(after.kase).toMatchObject({ step: 'contract-sent', whoseMove: 'candidate' })
    expect(after.deadlines.find((each) => each.rule === 'T1')?.metAt).not.toBeNull()
  })

  async function sent() {
    const scene = await registered()
    await approve(scene)
    await applications.sendContract(world.as(scene.clerk), { number: scene.number, version: await checkAll(scene) })
    return { ...scene, version: (await see(scene.clerk, scene.number)).kase.version }
  }

  it('is accepted once by its candidate, and T2 runs from that day', async () => {
    const scene = await sent()
    expect(await blockersOf(applications.acceptContract(world.as(scene.clerk), scene))).toEqual(['not-found'])
    const accept = () => blockersOf(applications.acceptContract(world.as(scene.person), scene))
    expect((await Promise.all([accept(), accept()])).flat().sort()).toEqual(['case.changed-meanwhile', 'done'])
    const { kase, deadlines } = await see(scene.person, scene.number)
    expect(kase).toMatchObject({ step: 'contract-signed', whoseMove: 'centre', nextDueOn: '2026-03-05' })
    expect(deadlines.map((each) => each.rule)).toEqual(expect.arrayContaining(['T1', 'T15', 'T2']))
    expect(await world.db.many("select kind from paper where case_id = $1 and kind = 'contract'", [kase.id])).toHaveLength(2)
  })

  it.each([
    ['contract-concluded', '2026-03-05', ['2026-03-02'], '2026-03-05', '5 наурыз'], ['contract-paid', null, [], '2026-03-11', 'төлем толық түскен күннен'],
  ])('starts T2 by the norm %s: the letter, the case and the pages say from when', async (value, dueAtOnce, startedAtOnce, dueAfter, words) => {
    const scene = await sent()
    const { kase: { id } } = await see(scene.clerk, scene.number)
    await pinNorms(world, id, { 'deadline.T2.start': value })
    const state = async () => { const { kase, deadlines } = await see(scene.person, scene.number); return { due: kase.nextDueOn, started: deadlines.filter((each) => each.rule === 'T2' && each.cancelledAt === null).map((each) => each.startedOn) } }
    const pay = async (amount: number, receipt: string, paidOn: string) => applications.recordPayment(world.as(scene.clerk), { number: scene.number, version: (await see(scene.clerk, scene.number)).kase.version, amount, paidOn, receipt })
    await applications.acceptContract(world.as(scene.person), scene)
    expect(await state()).toEqual({ due: dueAtOnce, started: startedAtOnce })
    expect((await world.db.one<{ body: string }>("select body from letter where case_id = $1 and kind = 'contract-accepted'", [id])).body).toContain(words)
    world.at('2026-03-05 09:00')
    await pay(20_000, 'A-1', '2026-03-03')
    expect(await state()).toEqual({ due: dueAtOnce, started: startedAtOnce })
    // Three working days after Thursday 5 March are 6, 10 and 11 March: Monday the ninth is a day off.
    const paymentId = await pay(25_000, 'A-2', '2026-03-05')
    const after = { due: dueAfter, started: [value === 'contract-paid' ? '2026-03-05' : '2026-03-02'] }
    expect(await state()).toEqual(after)
    await applications.reversePayment(world.as(scene.clerk), { number: scene.number, version: (await see(scene.clerk, scene.number)).kase.version, paymentId })
    expect(await state()).toEqual({ due: dueAtOnce, started: startedAtOnce })
    // Entered late, with a day before the contract.
    await pay(25_000, 'A-3', '2026-03-01')
    expect((await state()).started).toEqual([value === 'contract-paid' ? '2026-03-05' : '2026-03-02'])
  })

  it.each([['17:59', '2026-03-02', '2026-03-05'], ['18:00', '2026-03-03', '2026-03-06']])('accepted at %s it is concluded on the day that counts by the norm', async (time, startedOn, dueOn) => {
    const scene = await sent()
    const { kase: { id } } = await see(scene.clerk, scene.number)
    await pinNorms(world, id, { 'deadline.electronicActsUntil': '18:00' })
    world.at(`2026-03-02 ${time}`)
    await applications.acceptContract(world.as(scene.person), scene)
    expect((await see(scene.person, scene.number)).deadlines.filter((each) => each.rule === 'T2')).toMatchObject([{ startedOn, dueOn }])
  })

  it('is accepted on paper only with a scan and a second person who saw it', async () => {
    const scene = await sent()
    const witness = await world.aStaffMember(scene.centre.id, ['invigilator'])
    const accept = (change: object) => blockersOf(applications.acceptContractOnPaper(world.as(scene.clerk), { number: scene.number, version: scene.version, witnessId: witness.accountId, scan: { name: 'scan.png', bytes: PNG }, ...change }))
    expect(await accept({ scan: undefined })).toEqual(['contract.scan-missing'])
    expect(await accept({ witnessId: scene.clerk.accountId })).toEqual(['contract.witness-is-clerk'])
    expect(await accept({ witnessId: scene.person.accountId })).toEqual(['contract.witness-unknown'])
    expect(await accept({})).toEqual(['done'])
    expect((await applications.readContract(world.as(scene.clerk), scene.number)).contract).toMatchObject({ acceptedHow: 'paper', witnessedBy: witness.accountId })
  })

  it('is not accepted on paper by somebody without the right, who learns nothing of his file either', async () => {
    const scene = await sent()
    const foreign = await world.aStaffMember((await world.aCentre()).id, ['centre-operator', 'centre-head'])
    const witness = await world.aStaffMember(scene.centre.id, ['invigilator'])
    const broken = { name: 'scan.png', bytes: Buffer.from('<html>') }
    const hand = (by: PersonActor, scan: typeof broken | undefined) => blockersOf(applications.acceptContractOnPaper(world.as(by), { number: scene.number, version: scene.version, witnessId: witness.accountId, scan }))
    for (const by of [foreign, witness, scene.person]) for (const scan of [broken, undefined]) expect(await hand(by, scan)).toEqual(['not-found'])
    expect(await hand(scene.clerk, broken)).toEqual(['file.wrong-type'])
  })

  it('that nobody signs is closed with a ground, and the case with it', async () => {
    const scene = await sent()
    expect(await blockersOf(applications.closeContract(world.as(scene.clerk), { ...scene, ground: ' ' }))).toEqual(['contract.close-ground-missing'])
    await applications.closeContract(world.as(scene.clerk), { ...scene, ground: 'no answer for a month' })
    expect((await see(scene.person, scene.number)).kase).toMatchObject({ step: 'closed', whoseMove: 'nobody' })
  })

  it('has its payments recorded, reversed by a second entry, and never over the price', async () => {
    const scene = await sent()
    const pay = async (change: object = {}) => applications.recordPayment(world.as(scene.clerk), { number: scene.number, version: (await see(scene.clerk, scene.number)).kase.version, amount: 45000, paidOn: '2026-03-02', receipt: 'A-17', ...change })
    expect(await blockersOf(pay({ paidOn: '2026-03-03', receipt: '' }))).toEqual(['payment.day-in-future', 'payment.receipt-missing'])
    const paymentId = await pay()
    expect(await blockersOf(pay())).toEqual(['payment.more-than-price', 'payment.receipt-known'])
    world.at('2026-03-02 09:30')
    const reverse = async () => applications.reversePayment(world.as(scene.clerk), { number: scene.number, version: (await see(scene.clerk, scene.number)).kase.version, paymentId })
    await reverse()
    expect(await blockersOf(reverse())).toEqual(['payment.already-reversed'])
    world.at('2026-03-02 10:00')
    expect(await blockersOf(pay({ amount: 40000 }))).toEqual(['done'])
    expect((await applications.readContract(world.as(scene.person), scene.number)).payments.map((each) => each.amount)).toEqual([45000, -45000, 40000])
  })
})

describe('a refusal', () => {
  it('cannot be sent without its reason, and says to the candidate what to put right', async () => {
    const scene = await registered()
    const version = await checkAll(scene, ['paper.application'])
    const refuse = (change: object) => blockersOf(applications.refuseContract(world.as(scene.clerk), { number: scene.number, version, ground: 'INCOMPLETE_DOCUMENTS', reason: 'The form is not signed.', remedy: 'Sign the form.', ...change }))
    expect(await refuse({ reason: '' })).toEqual(['refusal.reason-missing'])
    expect(await refuse({ ground: 'BAD_MOOD' })).toEqual(['refusal.ground-unknown'])
    expect(await refuse({})).toEqual(['done'])
    const { kase, timeline } = await see(scene.person, scene.number)
    expect(kase.step).toBe('refused')
    expect(timeline.at(-1)).toBe('contract-refused')
    const letter = await world.db.one<{ body: string }>("select body from letter where case_id = $1 and kind = 'contract-refused'", [kase.id])
    expect(letter.body).toContain('The form is not signed.')
    expect(letter.body).toContain('Sign the form.')
  })
})

describe('conditions', () => {
  it('are answered by the centre with the share of extra time', async () => {
    const scene = await registered({}, { needs: [{ kind: 'extra-time', asked: '' }, { kind: 'place', asked: 'ground floor' }] })
    const answer = async (change: object) => blockersOf(applications.answerAccommodation(world.as(scene.clerk), { number: scene.number, version: (await see(scene.clerk, scene.number)).kase.version, kind: 'extra-time', answer: 'granted', extraPercent: 25, note: '', ...change }))
    expect(await answer({ extraPercent: undefined })).toEqual(['accommodation.percent-wrong'])
    expect(await answer({})).toEqual(['done'])
    expect(await answer({ kind: 'place', answer: 'refused' })).toEqual(['accommodation.note-missing'])
    expect(await answer({ kind: 'assistant' })).toEqual(['not-found'])
    expect((await applications.readStanding(world.as(scene.clerk), scene.number)).accommodations).toMatchObject([{ kind: 'extra-time', answer: 'granted', extraPercent: 25 }, { kind: 'place', answer: null }])
  })
})

describe('an application on paper', () => {
  let serial = 700
  async function onPaper(scene: Scene, change: Partial<applications.PaperApplication> = {}, birthOn = '1988-02-01') {
    serial++
    return applications.registerPaperApplication(world.as(scene.clerk), {
      centreId: scene.centre.id, professionCode: scene.professionCode, level: 4, receivedOn: '2026-02-27', identitySeen: true, email: '', language: 'ru', examLanguage: 'ru', wayLearnt: 'formal', needs: [],
      person: { iin: makeDemonstrationIin(birthOn as Day, serial).reveal(), surname: 'Ким', givenName: 'Аркадий', birthOn, phone: '+7 700 111 11 11', address: 'Хромтау' },
      files: [{ kind: 'paper-application', name: 'scan.png', bytes: PNG }], ...change,
    })
  }
  it('has its T1 run from the day it was received', async () => {
    const scene = await aScene()
    const number = await onPaper(scene)
    const { deadlines } = await see(scene.clerk, number)
    expect(deadlines).toMatchObject([{ rule: 'T1', startedOn: '2026-02-27', dueOn: '2026-03-04' }])
    expect((await applications.readStanding(world.as(scene.clerk), number)).verified).toBe(true)
  })
  it('needs its scan, a day that has come, and an IIN that agrees with the birth date', async () => {
    const scene = await aScene()
    expect(await blockersOf(onPaper(scene, { files: [] }))).toEqual(['application.scan-missing'])
    expect(await blockersOf(onPaper(scene, { receivedOn: '2026-03-03' }))).toEqual(['application.received-in-future'])
    const person = { iin: makeDemonstrationIin('1988-02-01' as Day, 650).reveal(), surname: 'Ким', givenName: 'Аркадий', birthOn: '1988-02-02', phone: '1', address: 'x' }
    expect(await blockersOf(onPaper(scene, { person }))).toEqual(['person.birth-date-not-of-iin'])
  })
  it('that meets a wall is returned without registration, with its ground', async () => {
    const scene = await aScene()
    expect(await blockersOf(onPaper(scene, {}, '2011-02-01'))).toEqual(['application.too-young'])
    const back = (change: object) => blockersOf(applications.returnWithoutRegistration(world.as(scene.clerk), { centreId: scene.centre.id, channel: 'paper', ground: 'application.too-young', note: 'under 16', professionCode: scene.professionCode, personName: 'Ким А.', ...change }))
    expect(await back({ ground: 'INCOMPLETE_DOCUMENTS' })).toEqual(['application.return-ground-unknown'])
    expect(await back({ note: '' })).toEqual(['application.return-note-missing'])
    expect(await back({})).toEqual(['done'])
    expect(await world.db.many('select ground from returned_application where centre_id = $1', [scene.centre.id])).toEqual([{ ground: 'application.too-young' }])
  })
  it('is entered by a clerk of that centre only', async () => {
    const scene = await aScene()
    const other = await aScene()
    expect(await blockersOf(onPaper({ ...scene, clerk: other.clerk }))).toEqual(['not-found'])
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Uuid } from '#kernel/id.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import type { Sql } from '#platform/db/database.ts'
import * as applications from '#modules/applications/index.ts'
import * as casework from '#modules/casework/index.ts'
import * as documents from '#modules/recognition-documents/index.ts'
import * as people from '#modules/people/index.ts'
import { aDecidedCase } from '../../../test/support/decided-case.ts'
import { codeOf } from '../../../test/support/refusal.ts'
import { openTestWorld, type CentreMade, type TestWorld } from '../../../test/support/world.ts'
import { REFERRAL_COLUMNS, type ReferralTyped } from './index.ts'
import * as employers from './index.ts'
import { listedProof } from './listed.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())
beforeEach(() => world.at('2026-03-02 09:00'))

interface Scene {
  organisationId: Uuid
  representative: PersonActor
  worker: PersonActor
  iin: string
  professionCode: string
  centre: CentreMade
}

async function anEmployer(): Promise<{ organisationId: Uuid; representative: PersonActor }> {
  const organisationId = await tx(world.system(), 'organisation.create', (t) => people.createOrganisation(t, { kind: 'employer', bin: null, nameKk: 'Зауыт', nameRu: 'Завод', nameEn: 'Plant', demonstration: true }))
  return { organisationId, representative: await world.aStaffMember(organisationId, ['employer-representative']) }
}
async function iinOf(person: PersonActor): Promise<string> {
  const row = await world.db.one<{ iinCipher: Uint8Array }>('select iin_cipher from person where id = $1', [person.personId])
  return world.system().cipher.open(row.iinCipher, 'person.iin')
}
const verify = (person: PersonActor) => world.db.run('update person set verified_at = $2, verified_by = null where id = $1', [person.personId, world.clock.now()])
async function aScene(): Promise<Scene> {
  const professionCode = await world.aProfession()
  const centre = await world.aCentre({ professionCode })
  const worker = await world.aPerson()
  return { ...(await anEmployer()), worker, iin: await iinOf(worker), professionCode, centre }
}
const typed = (scene: Scene, change: Partial<ReferralTyped> = {}): ReferralTyped => ({
  number: '15-ж', referred_on: '', iin: scene.iin, surname: 'Сейітқали', given_name: 'Нұрлан', patronymic: '', email: '', profession: scene.professionCode, level: '4', centre: '', pays: 'иә', pay_limit: '', ...change,
})
const refer = (scene: Scene, change: Partial<ReferralTyped> = {}) => employers.refer(world.as(scene.representative), typed(scene, change))
async function opened(scene: Scene, change: Partial<ReferralTyped> = {}): Promise<Uuid> {
  const id = await refer(scene, change)
  const { code } = await employers.getReferral(world.as(scene.representative), id)
  return employers.openReferral(world.as(scene.worker), code)
}
async function apply(scene: Scene, id: Uuid, centreId = scene.centre.id): Promise<string> {
  const ctx = world.as(scene.worker)
  await applications.beginFromReferral(ctx, id)
  await applications.saveDraft(ctx, { professionCode: scene.professionCode, data: { centreId, phone: '+7 700 000 00 01', address: 'Хромтау', wayLearnt: 'informal', examLanguage: 'kk' } })
  const draft = await applications.openDraft(ctx, scene.professionCode)
  return applications.submitApplication(ctx, { professionCode: scene.professionCode, draftId: draft.id, consentVersion: applications.CONSENT_VERSION })
}
/** Looks into the tables past row-level security, as no page can. */
const looking = <T>(fn: (sql: Sql) => Promise<T>) => tx(world.system(), 'case.read', async (t) => {
  assertMay(t, casework.policy, 'case.read', { centreId: '', accountId: null })
  return fn(t.sql)
})
const rowsOf = (scene: Scene, changes: readonly Partial<ReferralTyped>[]) => ({
  header: [...REFERRAL_COLUMNS], rows: changes.map((change, at) => ({ line: at + 2, cells: { ...typed(scene, change) } as Record<string, string> })),
})

describe('an employer refers a worker', () => {
  it('and sees that it was sent; the IIN lies sealed, and the same person is not referred twice for one qualification', async () => {
    const scene = await aScene()
    const id = await refer(scene)
    const { items, total } = await employers.listReferrals(world.as(scene.representative), { page: 1, pageSize: 10 })
    expect([total, items[0]]).toMatchObject([1, { id, state: 'sent', surname: 'Сейітқали', iinLastFour: scene.iin.slice(-4), pays: true, road: undefined, validUntil: '2026-05-31' }])
    expect(await codeOf(refer(scene))).toBe('referral.sent-already')
    expect((await looking((sql) => sql.one<{ row: string }>('select row_to_json(r)::text as row from referral r where id = $1', [id]))).row).not.toContain(scene.iin)
  })

  it('every fault is told at once, by field', async () => {
    const scene = await aScene()
    await expect(refer(scene, { number: '', level: '9', iin: '1' })).rejects.toMatchObject({ code: 'referral.not-sent', blockers: [{ code: 'referral.number-missing', data: { field: 'number' } }, { code: 'iin.twelve-digits' }, { code: 'referral.level-unknown' }] })
  })

  it('ten by a file: a fault enters none, a right file all at once, a second press nothing more', async () => {
    const scene = await aScene()
    const ten = await Promise.all(Array.from({ length: 10 }, async () => ({ iin: await iinOf(await world.aPerson()) })))
    const ctx = world.as(scene.representative)
    const wrong = await employers.examineReferrals(ctx, { filename: 'wrong.csv', table: rowsOf(scene, [...ten.slice(1), { iin: '111' }, { level: '7' }]) })
    expect(await employers.findReferralImport(ctx, wrong)).toMatchObject({ rows: 11, added: 0, faultCount: 2, faults: [{ line: 11, column: 'iin' }, { line: 12, column: 'level', reason: 'referral.level-unknown' }], kept: false })
    expect(await codeOf(employers.sendReferrals(ctx, wrong))).toBe('import.has-faults')
    const right = await employers.examineReferrals(ctx, { filename: 'right.csv', table: rowsOf(scene, ten) })
    expect((await employers.listReferrals(ctx, { page: 1, pageSize: 20 })).total).toBe(0)
    await Promise.all([employers.sendReferrals(ctx, right), employers.sendReferrals(ctx, right)])
    expect((await employers.listReferrals(ctx, { page: 1, pageSize: 20 })).total).toBe(10)
    expect(await employers.findReferralImport(ctx, right)).toMatchObject({ added: 10, kept: false })
    const again = await employers.examineReferrals(ctx, { filename: 'again.csv', table: rowsOf(scene, ten.slice(0, 1)) })
    expect((await employers.findReferralImport(ctx, again)).faults).toEqual([{ line: 2, column: 'iin', reason: 'referral.sent-already' }])
  })

  it('rows that were never sent leave within a day', async () => {
    const scene = await aScene()
    const id = await employers.examineReferrals(world.as(scene.representative), { filename: 'a.csv', table: rowsOf(scene, [{}]) })
    world.at('2026-03-03 10:00')
    expect(await employers.forgetReferralTables(world.system())).toBeGreaterThan(0)
    expect(await codeOf(employers.sendReferrals(world.as(scene.representative), id))).toBe('referral.file-gone')
  })

  it('another employer, a clerk and a candidate find nothing', async () => {
    const scene = await aScene()
    const id = await refer(scene)
    const other = await anEmployer()
    const clerk = await world.aStaffMember(scene.centre.id, ['centre-operator'])
    for (const actor of [other.representative, clerk, scene.worker]) {
      expect(await codeOf(employers.getReferral(world.as(actor), id))).toBe('not-found')
      expect(await codeOf(employers.withdrawReferral(world.as(actor), { id, ground: 'x' }))).toBe('not-found')
    }
    expect((await employers.listReferrals(world.as(other.representative), { page: 1, pageSize: 10 })).total).toBe(0)
  })

  it('takes it back with a ground while nobody has taken it up', async () => {
    const scene = await aScene()
    const id = await opened(scene)
    expect(await codeOf(employers.withdrawReferral(world.as(scene.representative), { id, ground: ' ' }))).toBe('referral.ground-missing')
    await employers.withdrawReferral(world.as(scene.representative), { id, ground: 'Қызметкер ауысты' })
    expect(await codeOf(applications.beginFromReferral(world.as(scene.worker), id))).toBe('referral.withdrawn')
    expect(await codeOf(refer(scene))).toBe('done')
  })

  it('one that ran out makes room for the next', async () => {
    const scene = await aScene()
    await refer(scene)
    world.at('2026-06-01 09:00')
    await refer(scene)
    const { items } = await employers.listReferrals(world.as(scene.representative), { page: 1, pageSize: 10 })
    expect(items.map((each) => [each.state, each.withdrawalGround])).toEqual([['sent', ''], ['withdrawn', 'expired']])
  })
})

describe('the worker', () => {
  it('with a claimed IIN sees it only by its code; another account with that code sees nothing; a verified one sees it at once', async () => {
    const scene = await aScene()
    const id = await refer(scene)
    const { code } = await employers.getReferral(world.as(scene.representative), id)
    expect(await employers.listOwnReferrals(world.as(scene.worker))).toEqual([])
    expect(await codeOf(employers.getOwnReferral(world.as(scene.worker), id))).toBe('not-found')
    const stranger = await world.aPerson()
    expect(await codeOf(employers.openReferral(world.as(stranger), code))).toBe('referral.code-wrong')
    expect(await codeOf(employers.openReferral(world.as(scene.worker), '0000-0000-0000-0'))).toBe('referral.code-wrong')
    await employers.openReferral(world.as(scene.worker), code.toLowerCase().replaceAll('-', ' '))
    expect((await employers.listOwnReferrals(world.as(scene.worker))).map((each) => each.id)).toEqual([id])

    const second = await aScene()
    const other = await refer(second)
    await verify(second.worker)
    expect((await employers.listOwnReferrals(world.as(second.worker))).map((each) => each.id)).toEqual([other])
  })

  it('applies on it: initiative and payer stand in the application and in the contract, the referral is taken up once', async () => {
    const scene = await aScene()
    await world.aProgramme(scene.centre.id, scene.professionCode, 4)
    const id = await opened(scene)
    const number = await apply(scene, id)
    const clerk = await world.aStaffMember(scene.centre.id, ['centre-operator'])
    const standing = await applications.readStanding(world.as(clerk), number)
    expect(standing.application).toMatchObject({ initiative: 'employer', funding: 'employer' })
    await applications.checkItems(world.as(clerk), { number, version: standing.kase.version, checks: standing.list.map((item) => ({ item, verdict: 'right' as const, note: '' })) })
    await applications.sendContract(world.as(clerk), { number, version: (await applications.readStanding(world.as(clerk), number)).kase.version })
    const paper = await looking((sql) => sql.one<{ data: { payer: object } }>("select data from paper where kind = 'contract' and case_id = (select id from case_file where number = $1)", [number]))
    const contracts = await applications.listPayerContracts(world.as(scene.representative))
    expect(contracts).toMatchObject([{ caseNumber: number, price: 45_000, paid: 0, state: 'waiting', surname: 'Сейітқали' }])
    expect(paper.data.payer).toMatchObject({ kind: 'employer', name: { kk: 'Зауыт', ru: 'Завод' } })
    expect(await codeOf(employers.withdrawReferral(world.as(scene.representative), { id, ground: 'x' }))).toBe('referral.taken')
    expect(await codeOf(employers.declineReferral(world.as(scene.worker), id))).toBe('referral.taken')
  })

  it('is told of a price above the most the employer pays, and may go on without the referral', async () => {
    const scene = await aScene()
    const id = await opened(scene, { pay_limit: '44999' })
    expect(await codeOf(apply(scene, id))).toBe('referral.over-limit')
    await applications.leaveReferral(world.as(scene.worker), scene.professionCode)
    const draft = await applications.openDraft(world.as(scene.worker), scene.professionCode)
    const number = await applications.submitApplication(world.as(scene.worker), { professionCode: scene.professionCode, draftId: draft.id, consentVersion: applications.CONSENT_VERSION })
    const clerk = await world.aStaffMember(scene.centre.id, ['centre-operator'])
    expect((await applications.readStanding(world.as(clerk), number)).application).toMatchObject({ initiative: 'candidate', funding: 'own' })
    expect((await employers.getOwnReferral(world.as(scene.worker), id)).state).toBe('sent')
  })

  it('does not use the referral of another: the draft may name it, the act does not find it', async () => {
    const scene = await aScene()
    const id = await opened(scene)
    const thief = { ...scene, worker: await world.aPerson() }
    const ctx = world.as(thief.worker)
    await applications.saveDraft(ctx, { professionCode: scene.professionCode, data: { referralId: id, level: 4, centreId: scene.centre.id, phone: '+7 700 000 00 01', address: 'Хромтау', wayLearnt: 'informal', examLanguage: 'kk' } })
    const draft = await applications.openDraft(ctx, scene.professionCode)
    expect(await codeOf(applications.submitApplication(ctx, { professionCode: scene.professionCode, draftId: draft.id, consentVersion: applications.CONSENT_VERSION }))).toBe('not-found')
  })

  it('is not examined at the centre of his own employer', async () => {
    const scene = await aScene()
    const representative = await world.aStaffMember(scene.centre.id, ['employer-representative'])
    const own: Scene = { ...scene, organisationId: scene.centre.id, representative }
    expect(await codeOf(refer(own, { centre: scene.centre.serial }))).toBe('referral.own-centre')
    const id = await opened(own)
    await expect(apply(own, id)).rejects.toMatchObject({ blockers: [{ code: 'application.own-referred' }] })
  })

  it('all codes of open referrals are read at once, by the employer alone, and that they were is written down', async () => {
    const scene = await aScene()
    const id = await refer(scene)
    await refer(scene, { level: '3' })
    const { code } = await employers.getReferral(world.as(scene.representative), id)
    const listed = await employers.listCodes(world.as(scene.representative))
    expect([listed.length, listed.find((each) => each.referral.id === id)?.code]).toEqual([2, code])
    await employers.withdrawReferral(world.as(scene.representative), { id, ground: 'x' })
    expect((await employers.listCodes(world.as(scene.representative))).map((each) => each.referral.level)).toEqual([3])
    expect(await codeOf(employers.listCodes(world.as(scene.worker)))).toBe('not-found')
    expect(await employers.listCodes(world.as((await anEmployer()).representative))).toEqual([])
    const entries = await looking((sql) => sql.many<{ payload: unknown }>("select payload from journal_entry where chain = $1 and kind = 'codes-listed' order by seq", [`referrals:${scene.organisationId}`]))
    // How many and of which list, not a name for each of thousands.
    expect(entries.map((each) => each.payload)).toEqual([listedProof(listed.map((each) => each.referral.id)), listedProof(listed.map((each) => each.referral.id).filter((each) => each !== id))])
  })

  it('declines without a reason, and a second press is one act', async () => {
    const scene = await aScene()
    const id = await opened(scene)
    await employers.declineReferral(world.as(scene.worker), id)
    await employers.declineReferral(world.as(scene.worker), id)
    expect((await employers.getReferral(world.as(scene.representative), id)).referral.state).toBe('declined')
  })
})

describe('what the employer sees', () => {
  it('of the road only what the worker allows, as long as he allows it; each reading is written down', async () => {
    const scene = await aScene()
    const id = await opened(scene)
    await apply(scene, id)
    const seen = async () => (await employers.getReferral(world.as(scene.representative), id)).referral
    expect(await seen()).toMatchObject({ state: 'taken', road: undefined, consents: [] })
    await employers.giveConsent(world.as(scene.worker), { id, scope: 'road', given: true })
    await employers.giveConsent(world.as(scene.worker), { id, scope: 'road', given: true })
    expect(await seen()).toMatchObject({ road: { step: 'registered', closed: false, dueOn: '2026-03-05' }, consents: ['road'] })
    await employers.giveConsent(world.as(scene.worker), { id, scope: 'road', given: false })
    expect(await seen()).toMatchObject({ road: undefined, consents: [] })
    const kinds = await looking((sql) => sql.many<{ kind: string }>('select kind from journal_entry where chain = $1 order by seq', [`referrals:${scene.organisationId}`]))
    expect(kinds.map((each) => each.kind)).toEqual(['referral-sent', 'referral-opened', 'referral-taken', 'consent-given', 'roads-viewed', 'consent-withdrawn'])
    expect(await codeOf(employers.giveConsent(world.as(await world.aPerson()), { id, scope: 'road', given: true }))).toBe('not-found')
  })

  it('documents only with their own consent; a reminder goes once, and none after the consent is taken back', async () => {
    const decided = await aDecidedCase(world, 'pass')
    const { organisationId, representative } = await anEmployer()
    const scene: Scene = { organisationId, representative, worker: decided.candidate, iin: await iinOf(decided.candidate), professionCode: decided.professionCode, centre: decided.centre }
    world.at('2026-03-30 09:00')
    const id = await opened(scene)
    // The case of the referral is another one than that of the document: what he holds is read from any centre.
    await looking((sql) => sql.run('update referral set taken_at = $2, person_id = $3, account_id = $4, case_id = $5 where id = $1', [id, world.clock.now(), scene.worker.personId, scene.worker.accountId, decided.caseId]))
    expect((await documents.listHoldings(world.as(representative))).items).toEqual([])
    await employers.giveConsent(world.as(scene.worker), { id, scope: 'documents', given: true })
    const { items } = await documents.listHoldings(world.as(representative))
    expect(items).toMatchObject([{ status: 'valid', surname: 'Сейітқали', level: 4 }])
    const onPage = async (page: number) => { const found = await documents.listHoldings(world.as(representative), { page, pageSize: 1 }); return [found.items.length, found.total, found.people] }
    expect([await onPage(1), await onPage(2)]).toEqual([[1, 1, 1], [0, 1, 1]])
    expect(await documents.remindEmployers(world.system())).toBe(0)
    world.at(`${Number(items[0]!.validUntil!.slice(0, 4))}-02-01 09:00`)
    expect([await documents.remindEmployers(world.system()), await documents.remindEmployers(world.system())]).toEqual([1, 0])
    await employers.giveConsent(world.as(scene.worker), { id, scope: 'documents', given: false })
    world.at(`${Number(items[0]!.validUntil!.slice(0, 4))}-03-10 09:00`)
    expect(await documents.remindEmployers(world.system())).toBe(0)
    expect((await documents.listHoldings(world.as(representative))).people).toBe(0)

    const number = items[0]!.number
    const last = scene.iin.slice(-4)
    const wrong = String((Number(last) + 1) % 10_000).padStart(4, '0')
    const checked = await documents.checkDocuments(world.as(representative), `${number} ${last}\n${number} ${wrong}\nAAAA-AAAA-AAAA-A ${last}`)
    expect(checked.map((each) => [each.status, each.kind])).toEqual([['valid', 'voluntary'], ['not-found', undefined], ['not-found', undefined]])
    expect({ ...checked[1], line: 0, number: '' }).toEqual({ ...checked[2], line: 0, number: '', lastFour: wrong })
    expect(await codeOf(documents.checkDocuments(world.as(representative), ' \n '))).toBe('documents.nothing-to-check')
    expect(await codeOf(documents.checkDocuments(world.as(representative), 'A 1234\n'.repeat(501)))).toBe('documents.too-many-to-check')
    expect(await codeOf(documents.checkDocuments(world.as(scene.worker), `${number} ${last}`))).toBe('not-found')
  })
})

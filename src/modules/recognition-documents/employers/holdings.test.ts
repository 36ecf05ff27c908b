import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeDemonstrationBin } from '#kernel/bin.ts'
import type { Uuid } from '#kernel/id.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { tx } from '#platform/acts/tx.ts'
import { readTable } from '#platform/tables/read-table.ts'
import * as employers from '#modules/employers/index.ts'
import * as mandatory from '#modules/mandatory-outcomes/index.ts'
import * as people from '#modules/people/index.ts'
import * as register from '#modules/register/index.ts'
import { aDecidedCase, type DecidedCase } from '../../../../test/support/decided-case.ts'
import { codeOf } from '../../../../test/support/refusal.ts'
import { anOutcome, aSectorBody } from '../../../../test/support/sector-body.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import { listHoldings, listOwnHoldings, remindEmployers } from '../index.ts'

let world: TestWorld
let decided: DecidedCase
let worker: PersonActor
let iin: string
beforeAll(async () => {
  world = await openTestWorld()
  decided = await aDecidedCase(world, 'pass')
  worker = decided.candidate
  const row = await world.db.one<{ iinCipher: Uint8Array }>('select iin_cipher from person where id = $1', [worker.personId])
  iin = world.system().cipher.open(row.iinCipher, 'person.iin')
  world.at('2026-03-30 09:00')
  const header = 'number,iin,surname,given_name,profession,level,centre,issued_on,valid_until'
  const table = await readTable(new TextEncoder().encode(`${header}\nAB-7,${iin},Сейітқали,Нұрлан,${decided.professionCode},3,${decided.centre.serial},2024-05-12,2026-05-12`), { filename: 'h.csv' })
  expect(await register.importTable(world.system(), 'historic-documents', table, { dryRun: false })).toMatchObject({ applied: true, faults: [] })
  const body = await aSectorBody(world, 'T07', 'K-N7')
  await mandatory.registerOutcome(world.as(body.officer), anOutcome(body, { number: 'МС-7', iin, surname: 'Сейітқали', given_name: 'Нұрлан', issued_on: '2026-02-01', valid_until: '2031-01-31' }))
})
afterAll(() => world.drop())
beforeEach(() => world.at('2026-03-30 09:00'))

let bins = 7_700
async function anEmployer(): Promise<{ organisationId: Uuid; bin: string; representative: PersonActor }> {
  const bin = makeDemonstrationBin(bins++).reveal()
  const organisationId = await tx(world.system(), 'organisation.create', (t) => people.createOrganisation(t, { kind: 'employer', bin, nameKk: 'Зауыт', nameRu: 'Завод', nameEn: 'Plant', demonstration: true }))
  return { organisationId, bin, representative: await world.aStaffMember(organisationId, ['employer-representative']) }
}
async function referred(by: PersonActor): Promise<Uuid> {
  const id = await employers.refer(world.as(by), { number: '15-ж', referred_on: '', iin, surname: 'Сейітқали', given_name: 'Нұрлан', patronymic: '', email: '', profession: decided.professionCode, level: '4', centre: '', pays: 'жоқ', pay_limit: '' })
  return employers.openReferral(world.as(worker), (await employers.getReferral(world.as(by), id)).code)
}
const asSystem = (sql: string, values: unknown[]) => world.db.begin((t) => t.run(sql, values), { 'tanu.scope': 'system' })
const taken = (id: Uuid) => asSystem('update referral set taken_at = $2, person_id = $3, account_id = $4, case_id = $5 where id = $1', [id, world.clock.now(), worker.personId, worker.accountId, decided.caseId])
const held = async (by: PersonActor) => (await listHoldings(world.as(by))).items.map((each) => [each.kind, each.level, each.status])
const verified = (isSo: boolean) => world.db.run('update person set verified_at = $2 where id = $1', [worker.personId, isSo ? world.clock.now() : null])

describe('who of mine holds what', () => {
  it('is every document: through Tanu, from before it, and of mandatory recognition; of a claimed IIN those of Tanu alone', async () => {
    const { representative } = await anEmployer()
    const id = await referred(representative)
    await taken(id)
    await employers.giveConsent(world.as(worker), { id, scope: 'documents', given: true })
    await verified(false)
    expect(await held(representative)).toEqual([['voluntary', 4, 'valid']])
    await verified(true)
    expect((await held(representative)).sort()).toEqual([['historic', 3, 'valid'], ['mandatory', null, 'valid'], ['voluntary', 4, 'valid']])
    const { items } = await listHoldings(world.as(representative))
    expect(items.find((each) => each.kind === 'mandatory')).toMatchObject({ number: 'МС-7', centre: { kk: 'T07-орган' }, validUntil: '2031-01-31' })
    expect(items.find((each) => each.kind === 'historic')).toMatchObject({ number: 'AB-7', validUntil: '2026-05-12', surname: 'Сейітқали' })
    world.at('2026-05-01 09:00')
    expect([await remindEmployers(world.system()), await remindEmployers(world.system())]).toEqual([1, 0])
    world.at('2026-05-13 09:00')
    expect((await listHoldings(world.as(representative))).items.find((each) => each.kind === 'historic')!.status).toBe('expired')
  })
})

describe('a worker who holds a document lets his employer see it without a referral', () => {
  const show = (bin: string, by = worker) => codeOf(employers.showDocuments(world.as(by), { bin }))
  const seeing = async () => (await employers.listEmployersSeeing(world.as(worker))).map((each) => each.bin)
  const kindsOf = async (organisationId: string) => (await world.db.begin((t) => t.many<{ kind: string }>('select kind from journal_entry where chain = $1 order by seq', [`referrals:${organisationId}`]), { 'tanu.scope': 'system' })).map((each) => each.kind)

  it('by its BIN, takes it back at any time, and each word stands in the journal once', async () => {
    const { bin, representative, organisationId } = await anEmployer()
    await verified(true)
    expect([await show(bin), await show(bin)]).toEqual(['done', 'done'])
    expect(await seeing()).toContain(bin)
    expect(await held(representative)).toHaveLength(3)
    expect(await listHoldings(world.as(representative), { page: 1, pageSize: 25 })).toMatchObject({ people: 1, total: 3, items: [{ surname: expect.any(String), iinLastFour: iin.slice(-4) }, {}, {}] })
    await employers.hideDocuments(world.as(worker), { organisationId })
    await employers.hideDocuments(world.as(worker), { organisationId })
    expect([await held(representative), (await seeing()).includes(bin)]).toEqual([[], false])
    expect(await kindsOf(organisationId)).toEqual(['consent-given', 'documents-viewed', 'documents-viewed', 'consent-withdrawn'])
    await expect(world.db.begin((t) => t.run('delete from employer_document_consent'), { 'tanu.scope': 'system' })).rejects.toThrow()
  })

  it('not in another’s name: whoever only claims an IIN shows what was issued to himself, and nothing that the claimed IIN holds elsewhere', async () => {
    const { bin, representative } = await anEmployer()
    await verified(true)
    const thief = await world.aPerson()
    await world.db.run('update person set iin_index = (select iin_index from person where id = $2) where id = $1', [thief.personId, worker.personId])
    expect([await show(bin, thief), await held(representative)]).toEqual(['done', []])
    await verified(false)
    expect([await show(bin), (await held(representative)).map(([kind]) => kind)]).toEqual(['done', ['voluntary']])
  })

  it('only to an employer that has a desk', async () => {
    await verified(true)
    expect(await show('123456789012')).toBe('desk-request.bin-wrong')
    expect(await show(makeDemonstrationBin(7_999).reveal())).toBe('documents-consent.employer-unknown')
    const noDesk = makeDemonstrationBin(7_998).reveal()
    await tx(world.system(), 'organisation.create', (t) => people.createOrganisation(t, { kind: 'employer', bin: noDesk, nameKk: 'Зауыт', nameRu: 'Завод', nameEn: 'Plant', demonstration: true }))
    expect(await show(noDesk)).toBe('documents-consent.employer-unknown')
  })

  it('two presses at once are one word, and another employer sees nothing by it', async () => {
    const [mine, other] = [await anEmployer(), await anEmployer()]
    await verified(true)
    await Promise.all(Array.from({ length: 8 }, () => show(mine.bin)))
    expect(await kindsOf(mine.organisationId)).toEqual(['consent-given'])
    expect(await held(other.representative)).toEqual([])
  })

  it('a consent beside an open referral counts from that word, and ends with the referral', async () => {
    const { representative, bin } = await anEmployer()
    const id = await referred(representative)
    await employers.giveConsent(world.as(worker), { id, scope: 'documents', given: true })
    expect(await held(representative)).toHaveLength(3)
    expect(await employers.listEmployersSeeing(world.as(worker))).toContainEqual(expect.objectContaining({ bin, referralId: id }))
    await employers.declineReferral(world.as(worker), id)
    expect([await held(representative), (await seeing()).includes(bin)]).toEqual([[], false])
  })

  it('keeps his word when a clerk finds that he is a person known before: his employer sees what that person holds, and he takes it back', async () => {
    const { bin, representative, organisationId } = await anEmployer()
    await verified(true)
    const claimed = await world.aPerson()
    expect([await show(bin, claimed), await held(representative)]).toEqual(['done', []])
    await world.db.run('update account set person_id = $2 where id = $1', [claimed.accountId, worker.personId])
    const known = (await people.personActor(world, claimed.accountId))!
    expect(await held(representative)).toHaveLength(3)
    expect((await employers.listEmployersSeeing(world.as(known))).map((each) => each.bin)).toContain(bin)
    // The last word of the person counts, from whichever of his accounts it comes.
    await employers.hideDocuments(world.as(worker), { organisationId })
    expect([await held(representative), (await seeing()).includes(bin)]).toEqual([[], false])
    await show(bin, known)
    expect(await held(representative)).toHaveLength(3)
    await employers.hideDocuments(world.as(known), { organisationId })
    expect([await held(representative), (await seeing()).includes(bin)]).toEqual([[], false])
  })

  it('shows him beforehand what will be seen, and nothing of anybody else', async () => {
    await verified(true)
    expect((await listOwnHoldings(world.as(worker))).map((each) => each.kind).sort()).toEqual(['historic', 'mandatory', 'voluntary'])
    expect(await listOwnHoldings(world.as(await world.aPerson()))).toEqual([])
  })
})

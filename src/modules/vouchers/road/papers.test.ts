import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { tx } from '#platform/acts/tx.ts'
import * as people from '#modules/people/index.ts'
import * as retention from '#modules/retention/index.ts'
import { aPicture, PNG } from '../../../../test/support/files.ts'
import { codesOf } from '../../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import * as vouchers from '../index.ts'

const [ZHETYSU, AKMOLA] = ['330000000', '110000000']
let world: TestWorld
let specialist: PersonActor
let foreigner: PersonActor
let professionCode: string
beforeAll(async () => {
  world = await openTestWorld()
  world.at('2026-03-02 09:00')
  specialist = await aSpecialist(ZHETYSU)
  foreigner = await aSpecialist(AKMOLA)
  professionCode = await world.aProfession({ educationRequired: true, experienceRequired: true })
})
afterAll(() => world.drop())

async function aSpecialist(regionKato: string): Promise<PersonActor> {
  const organisationId = await tx(world.system(), 'organisation.create', (t) => people.createOrganisation(t, { kind: 'career-centre', bin: null, nameKk: 'Мансап орталығы', nameRu: 'Карьерный центр', nameEn: 'Career centre', demonstration: true }))
  await vouchers.enterCareerCentre(world.system(), { organisationId, regionKato, from: '2026-01-01' as Day })
  return world.aStaffMember(organisationId, ['career-centre-specialist'])
}
const copy = (kind: vouchers.PaperKind, bytes: Uint8Array = PNG) => ({ kind, file: { name: `${kind}.png`, bytes } })
const ask = (person: PersonActor, papers: ReturnType<typeof copy>[], code = professionCode) => vouchers.requestVoucher(world.as(person), { professionCode: code, level: 4, centreId: null, regionKato: ZHETYSU, papers })
const file = (id: Uuid) => vouchers.readVoucherRequest(world.as(specialist), id)
const journal = (id: Uuid) => world.db.many<{ kind: string }>('select kind from journal_entry where chain = $1 order by seq', [`voucher-request:${id}`])

describe('copies of papers in a request for a voucher', () => {
  it('the check says of each kind whether it is there: all, one, none, and none where none is asked for', async () => {
    const all = await file(await ask(await world.aPerson(), [copy('education'), copy('work')]))
    expect([all.request.checks.documents, all.papersAsked, all.papers.map((each) => each.kind)]).toEqual(['yes', ['education', 'work'], ['education', 'work']])
    const one = await file(await ask(await world.aPerson(), [copy('work')]))
    expect([one.request.checks.documents, one.papers.map((each) => each.kind)]).toEqual(['no', ['work']])
    expect((await file(await ask(await world.aPerson(), []))).request.checks.documents).toBe('no')
    expect((await file(await ask(await world.aPerson(), [], await world.aProfession()))).request.checks.documents).toBe('yes')
  })

  it('what is no PDF, JPEG or PNG is not taken, and no request is filed with it', async () => {
    const person = await world.aPerson()
    await expect(ask(person, [copy('work', new TextEncoder().encode('MZ not a paper'))])).rejects.toThrow()
    expect((await vouchers.listOwnVouchers(world.as(person))).requests).toEqual([])
  })

  it('are opened by the sender and the specialist of the region, with a line in the journal, and by nobody else', async () => {
    const person = await world.aPerson()
    const id = await ask(person, [copy('education')])
    const { papers: [paper] } = await file(id)
    expect((await vouchers.openVoucherPaper(world.as(person), paper!.id)).mediaType).toBe('image/png')
    expect((await journal(id)).filter((each) => each.kind === 'voucher-paper-opened')).toHaveLength(0)
    expect((await vouchers.openVoucherPaper(world.as(specialist), paper!.id)).bytes.length).toBeGreaterThan(0)
    expect((await journal(id)).filter((each) => each.kind === 'voucher-paper-opened')).toHaveLength(1)
    for (const stranger of [foreigner, await world.aPerson(), await world.anOfficial('ministry'), await world.anOfficial('auditor')]) expect(await codesOf(vouchers.openVoucherPaper(world.as(stranger), paper!.id))).toEqual(['not-found'])
  })

  it('are judged by the specialist of the region, wrong with the reason, and no more once it was decided', async () => {
    const id = await ask(await world.aPerson(), [copy('work')])
    const { papers: [paper] } = await file(id)
    const judge = (by: PersonActor, verdict: string, note = '') => codesOf(vouchers.judgeVoucherPaper(world.as(by), { id: paper!.id, verdict, note }))
    expect(await judge(foreigner, 'right')).toEqual(['not-found'])
    expect(await judge(specialist, '')).toEqual(['voucher.verdict-missing'])
    expect(await judge(specialist, 'wrong', ' ')).toEqual(['voucher.verdict-note-missing'])
    expect(await judge(specialist, 'wrong', 'x'.repeat(501))).toEqual(['voucher.verdict-note-too-long'])
    expect(await judge(specialist, 'wrong', 'Мөрі жоқ')).toEqual(['done'])
    expect((await file(id)).papers).toMatchObject([{ verdict: 'wrong', verdictNote: 'Мөрі жоқ' }])
    await vouchers.refuseVoucher(world.as(specialist), { id, ground: 'DOCUMENTS_MISSING', reason: 'Мөрі жоқ', remedy: 'Мөрі бар көшірмесін тіркеңіз' })
    expect(await judge(specialist, 'right')).toEqual(['voucher.decided-already'])
  })

  it('the same copy of somebody else is told to the specialist as a number, one of one’s own is not', async () => {
    const bytes = await aPicture()
    const [first, second] = [await world.aPerson(), await world.aPerson()]
    const [one, other] = [await ask(first, [copy('education', bytes), copy('work')]), await ask(second, [copy('education', bytes)])]
    const told = async (id: Uuid) => { const { papers, others } = await file(id); return papers.filter((each) => each.kind === 'education').map((each) => others.get(each.id) ?? 0) }
    expect([await told(one), await told(other)]).toEqual([[1], [1]])
    await vouchers.withdrawRequest(world.as(second), other)
    expect(await told(await ask(second, [copy('education', bytes)]))).toEqual([1])
  })

  it('are added and sent anew by the sender while the request is under review: what is missing or was judged wrong, and nothing else', async () => {
    const person = await world.aPerson()
    const id = await ask(person, [copy('work')])
    const add = (by: PersonActor, ...papers: ReturnType<typeof copy>[]) => codesOf(vouchers.addVoucherPapers(world.as(by), { id, papers }))
    const own = async () => (await vouchers.listOwnVouchers(world.as(person))).requests.find((each) => each.id === id)!
    expect([(await own()).toSend, (await file(id)).request.checks.documents]).toEqual([['education'], 'no'])
    for (const stranger of [await world.aPerson(), specialist]) expect(await add(stranger, copy('education'))).toEqual(['not-found'])
    expect(await add(person)).toEqual(['voucher.copy-missing'])
    expect(await add(person, copy('work'))).toEqual(['voucher.copy-not-wanted'])
    expect(await add(person, copy('education', new TextEncoder().encode('MZ not a paper')))).not.toEqual(['done'])
    expect(await add(person, copy('education'))).toEqual(['done'])
    expect([(await own()).toSend, (await file(id)).request.checks.documents]).toEqual([[], 'yes'])

    const wrong = (await file(id)).papers.find((each) => each.kind === 'work')!
    await vouchers.judgeVoucherPaper(world.as(specialist), { id: wrong.id, verdict: 'wrong', note: 'Мөрі жоқ' })
    const letter = await world.db.begin((sql) => sql.maybe<{ body: string }>("select body from letter where account_id = $1 and kind = 'voucher-copy-wrong'", [person.accountId]), { 'tanu.scope': 'system' })
    expect(letter?.body).toContain('Мөрі жоқ')
    expect((await own()).toSend).toEqual(['work'])
    // Two tabs send at once: one copy counts.
    const both = await Promise.all([add(person, copy('work')), add(person, copy('work'))])
    expect(both.flat().sort()).toEqual(['done', 'voucher.copy-not-wanted'])
    const { papers } = await file(id)
    expect(papers.map((each) => [each.kind, each.verdict, each.replacedAt !== null])).toEqual([['education', null, false], ['work', null, false], ['work', 'wrong', true]])
    expect((await own()).papers).toHaveLength(2)
    expect(await codesOf(vouchers.judgeVoucherPaper(world.as(specialist), { id: wrong.id, verdict: 'right', note: '' }))).toEqual(['voucher.copy-replaced'])
    expect((await journal(id)).filter((each) => each.kind === 'voucher-paper-added')).toHaveLength(2)
    await vouchers.refuseVoucher(world.as(specialist), { id, ground: 'DOCUMENTS_MISSING', reason: 'x', remedy: 'y' })
    expect(await add(person, copy('work'))).toEqual(['voucher.decided-already'])
  })

  it('leave when the norm of keeping is over, and not before; those of a request under review stay', async () => {
    const [decided, open] = [await ask(await world.aPerson(), [copy('work')]), await ask(await world.aPerson(), [copy('work')])]
    await vouchers.refuseVoucher(world.as(specialist), { id: decided, ground: 'DOCUMENTS_MISSING', reason: 'x', remedy: 'y' })
    const kept = async (id: Uuid) => (await world.db.begin((sql) => sql.one<{ n: number }>('select count(*)::int as n from voucher_paper where request_id = $1', [id]), { 'tanu.scope': 'system' })).n
    world.at('2031-03-02 23:00')
    await retention.sweepRetention(world.system())
    expect(await kept(decided)).toBe(1)
    world.at('2031-03-03 09:00')
    await retention.sweepRetention(world.system())
    expect(await world.db.many("select kind, counted, norm, norm_value from retention_deletion where on_day = '2031-03-03' and kind = 'voucher-paper'")).toMatchObject([{ kind: 'voucher-paper', norm: 'retention.fileYears', normValue: 5 }])
    world.at('2026-03-02 10:00')
    expect([(await file(decided)).papers.length, (await file(open)).papers.length]).toEqual([0, 1])
    expect((await journal(decided)).map((each) => each.kind)).toContain('voucher-paper-deleted')
  })
})

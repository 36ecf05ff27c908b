import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Day } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import { makeDemonstrationIin } from '#kernel/iin.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import type { Ctx, LawBook } from '#platform/acts/ctx.ts'
import * as applications from '#modules/applications/index.ts'
import { computeSignals } from '#modules/monitoring/index.ts'
import { selectSignals } from '#modules/monitoring/signals/store/signal-store.ts'
import { sweepRetention } from '#modules/retention/index.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import * as people from '../index.ts'

let world: TestWorld
let serial = 700
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())
beforeEach(() => world.at('2026-03-02 09:00'))

const aNumber = (): string => randomBytes(16).toString('base64url')
const seen = <T extends object>(sql: string) => world.db.begin((t) => t.many<T>(sql), { 'tanu.scope': 'system', 'tanu.account_id': '', 'tanu.centre_ids': '{}' })
const notes = () => seen<{ device: Uint8Array; act: string; notedAt: string }>('select device, act, noted_at from device_use order by noted_at, act')
const codeOf = (done: Promise<unknown>) => done.then(() => 'done', (error: unknown) => (error instanceof Denial ? (error.blockers[0]?.code ?? error.code) : String(error)))

/** The same norms, but for the time of keeping. */
function withoutTerm(): LawBook {
  const { law } = world.system()
  return { ...law, normsInForce: async (...args) => {
    const edition = await law.normsInForce(...args)
    return { ...edition, norms: edition.norms.map((norm) => (norm.key === 'retention.deviceDays' ? { ...norm, value: null } : norm)) }
  } }
}
/** Somebody who opens an account from a device, as an anonymous visitor does. */
async function aComer(device: string | undefined, ctx: Ctx = world.context({ kind: 'anonymous' }, 'kk')): Promise<PersonActor> {
  const n = serial++
  const email = `comer-${n}@example.kz`
  await people.openAccount(ctx, { iin: makeDemonstrationIin('1990-05-06' as Day, n).reveal(), surname: 'Серікова', givenName: 'Аружан', birthOn: '1990-05-06', phone: '+7 701 000 00 00', address: 'Алматы', email, password: null, lang: 'kk', device })
  return (await people.personActor(world, (await world.db.one<{ id: string }>('select id from account where email = $1', [email])).id))!
}
async function apply(person: PersonActor, place: { professionCode: string; centreId: string }, device: string | undefined): Promise<string> {
  const draft = await applications.openDraft(world.as(person), place.professionCode)
  await applications.saveDraft(world.as(person), { professionCode: place.professionCode, data: { level: 4, centreId: place.centreId as never, phone: `+7 701 000 0${serial} 01`, address: 'Алматы', wayLearnt: 'informal', examLanguage: 'kk' } })
  return applications.submitApplication(world.as(person), { professionCode: place.professionCode, draftId: draft.id, consentVersion: applications.CONSENT_VERSION, device })
}
async function aPlace() {
  const professionCode = await world.aProfession()
  const centre = await world.aCentre({ professionCode })
  return { professionCode, centreId: centre.id }
}

describe('the device somebody acts from', () => {
  it('is noted with an account and an application, as a keyed hash, and nobody but the system sees the notes', async () => {
    const [device, place, before] = [aNumber(), await aPlace(), (await notes()).length]
    const person = await aComer(device)
    await apply(person, place, device)
    const made = (await notes()).slice(before)
    expect(made.map((each) => each.act)).toEqual(['account', 'application'])
    expect(new Set(made.map((each) => Buffer.from(each.device).toString('hex'))).size).toBe(1)
    expect(Buffer.from(made[0]!.device).toString('latin1')).not.toContain(device)
    const asked = await world.db.begin((t) => t.many('select 1 from device_use'), { 'tanu.scope': 'oversight', 'tanu.account_id': person.accountId, 'tanu.centre_ids': '{}' })
    expect(asked).toEqual([])
  })

  it.each([['none', undefined], ['no number of ours', 'Mozilla/5.0 (X11; Linux x86_64)'], ['one too long', 'x'.repeat(300)]])('a browser with %s is not noted', async (_says, device) => {
    const before = (await notes()).length
    await aComer(device)
    expect(await notes()).toHaveLength(before)
  })

  it('is not noted while the norm says no time of keeping', async () => {
    const before = (await notes()).length
    const ctx = { ...world.context({ kind: 'anonymous' }, 'kk'), law: withoutTerm() }
    expect(await people.deviceDays(ctx)).toBeUndefined()
    await aComer(aNumber(), ctx)
    expect(await notes()).toHaveLength(before)
    expect(await people.deviceDays(world.system())).toBe(365)
  })

  it('is forgotten on the day after its last, with a record', async () => {
    world.at('2026-03-03 09:00')
    const before = (await notes()).length
    await aComer(aNumber())
    expect(await notes()).toHaveLength(before + 1)
    world.at('2027-03-03 22:00')
    await sweepRetention(world.system())
    expect((await notes()).filter((each) => each.notedAt >= '2026-03-02T19:00')).toHaveLength(1)
    world.at('2027-03-04 09:00')
    await sweepRetention(world.system())
    expect(await notes()).toEqual([])
    expect(await world.db.many("select counted, norm from retention_deletion where kind = 'device-note' and on_day = '2027-03-04'")).toEqual([{ counted: 1, norm: 'retention.deviceDays' }])
  })
})

describe('one device for many people', () => {
  it('is a signal at the centre that one of them came to; a judged one rests until as many new people come', async () => {
    const [device, place] = [aNumber(), await aPlace()]
    const comers = []
    for (let n = 0; n < 5; n++) comers.push(await aComer(device))
    await apply(comers[0]!, place, device)
    const signals = async () => (await selectSignals(world.db)).filter((each) => each.kind === 'shared-device' && each.centreId === place.centreId)
    await computeSignals(world.system())
    expect(await signals()).toEqual([])
    await aComer(device)
    world.at('2026-03-02 10:00')
    await computeSignals(world.system())
    expect((await signals()).map((each) => each.figures)).toEqual([{ people: 6, here: 1, centres: 1, threshold: 6 }])
  })
})

describe('a common computer', () => {
  it('is marked by the desk of its own organisation, once, and what is done on it from then on is noted of no device', async () => {
    const place = await aPlace()
    const clerk = await world.aStaffMember(place.centreId, ['centre-operator'])
    const stranger = await world.aStaffMember((await aPlace()).centreId, ['centre-operator'])
    const assessor = await world.aStaffMember(place.centreId, ['assessor'])
    const number = aNumber()
    const mark = (actor: PersonActor, name = 'Зал, 1-орын') => codeOf(people.markComputer(world.as(actor), { organisationId: place.centreId, number, name }))
    const before = (await notes()).length
    await aComer(number)
    expect([await mark(stranger), await mark(assessor), await mark(clerk, ' '), await mark(clerk, 'x'.repeat(81)), await mark(clerk), await mark(clerk)]).toEqual(['not-found', 'not-found', 'computer.name-missing', 'computer.name-too-long', 'done', 'computer.marked-already'])
    await aComer(number)
    // What was noted before the mark stays: nobody washes himself clean by it.
    expect(await notes()).toHaveLength(before + 1)

    const view = await people.readComputers(world.as(clerk), { organisationId: place.centreId, number })
    expect(view.computers.map((each) => [each.name, each.here])).toEqual([['Зал, 1-орын', true]])
    const [computer] = view.computers
    expect(await codeOf(people.unmarkComputer(world.as(stranger), computer!.id))).toBe('not-found')
    expect([await codeOf(people.unmarkComputer(world.as(clerk), computer!.id)), await codeOf(people.unmarkComputer(world.as(clerk), computer!.id)), await codeOf(people.unmarkComputer(world.as(clerk), 'x'))]).toEqual(['done', 'done', 'not-found'])
    expect(await world.db.many('select kind from journal_entry where chain = $1 order by seq', [`common-computer:${computer!.id}`])).toEqual([{ kind: 'computer-marked' }, { kind: 'computer-unmarked' }])
    await aComer(number)
    expect(await notes()).toHaveLength(before + 2)
  })
})

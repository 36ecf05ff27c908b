import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Day } from '#kernel/day.ts'
import { makeDemonstrationIin } from '#kernel/iin.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import * as employers from '#modules/employers/index.ts'
import * as people from '#modules/people/index.ts'
import { PNG } from '../../../test/support/files.ts'
import { aNormEdition } from '../../../test/support/norm-edition.ts'
import { openTestWorld, type CentreMade, type TestWorld } from '../../../test/support/world.ts'
import { ownPeopleBlockers } from './domain/check-list.ts'
import * as applications from './index.ts'

let world: TestWorld
let professionCode: string
let centre: CentreMade
let clerk: PersonActor
let second: PersonActor
beforeAll(async () => {
  world = await openTestWorld()
  world.at('2026-03-02 09:00')
  professionCode = await world.aProfession()
  centre = await world.aCentre({ professionCode })
  await world.aProgramme(centre.id, professionCode, 4)
  clerk = await world.aStaffMember(centre.id, ['centre-operator'])
  second = await world.aStaffMember(centre.id, ['centre-operator'])
})
afterAll(() => world.drop())

const codesOf = (promise: Promise<unknown>) => promise.then(() => ['done'], (error: { code: string; blockers?: { code: string }[] }) => (error.blockers?.length ? error.blockers.map((each) => each.code) : [error.code]))
async function apply(person: PersonActor, at = centre): Promise<string> {
  const ctx = world.as(person)
  const draft = await applications.openDraft(ctx, professionCode)
  await applications.saveDraft(ctx, { professionCode, data: { level: 4, centreId: at.id, phone: '+7 700 000 00 01', address: 'Хромтау', wayLearnt: 'informal', examLanguage: 'kk' } })
  return applications.submitApplication(ctx, { professionCode, draftId: draft.id, consentVersion: applications.CONSENT_VERSION })
}
const iinOf = async (person: PersonActor) => world.system().cipher.open((await world.db.one<{ iinCipher: Uint8Array }>('select iin_cipher from person where id = $1', [person.personId])).iinCipher, 'person.iin')
async function referredByCentre(person: PersonActor): Promise<string> {
  const representative = await world.aStaffMember(centre.id, ['employer-representative'])
  return employers.refer(world.as(representative), { number: '7', referred_on: '', iin: await iinOf(person), surname: 'А', given_name: 'Б', patronymic: '', email: '', profession: professionCode, level: '3', centre: '', pays: 'жоқ', pay_limit: '' })
}
const verify = (person: PersonActor) => world.db.run('update person set verified_at = $2 where id = $1', [person.personId, world.clock.now()])
async function checked(number: string): Promise<number> {
  const standing = await applications.readStanding(world.as(clerk), number)
  await applications.checkItems(world.as(clerk), { number, version: standing.kase.version, checks: standing.list.map((item) => ({ item, verdict: 'right' as const, note: '' })) })
  return (await applications.readStanding(world.as(clerk), number)).kase.version
}
const send = async (actor: PersonActor, number: string) => codesOf(applications.sendContract(world.as(actor), { number, version: await checked(number) }))
const note = async (actor: PersonActor, number: string, text = 'Ағасы орталықта жұмыс істейді; сарапшылар бөлек') => codesOf(applications.noteOwnPeople(world.as(actor), { number, version: (await applications.readStanding(world.as(clerk), number)).kase.version, note: text }))

describe('a centre does not examine its own people', () => {
  it('somebody with a role there is told so when he applies, unreferred and at his own cost, and another centre takes him', async () => {
    const assessor = await world.aStaffMember(centre.id, ['assessor'])
    expect(await codesOf(apply(assessor))).toEqual(['application.own-staff'])
    expect((await applications.seeTerms(world.as(assessor), professionCode)).blockers.map((each) => each.code)).toEqual(['application.own-staff'])
    expect(await codesOf(apply(assessor, await world.aCentre({ professionCode })))).toEqual(['done'])
  })

  it('somebody whose role there has ended may apply', async () => {
    const former = await world.aPerson()
    await people.grantRole(world.system(), { accountId: former.accountId, role: 'assessor', organisationId: centre.id, validFrom: '2024-01-01' as Day, validUntil: '2026-03-01' as Day })
    expect(await codesOf(apply(former))).toEqual(['done'])
  })

  it('a worker whom its organisation referred is told so though he leaves the referral aside; a claimed IIN alone proves nothing', async () => {
    const worker = await world.aPerson()
    await referredByCentre(worker)
    await verify(worker)
    expect(await codesOf(apply(worker))).toEqual(['application.own-referred'])
    const claimant = await world.aPerson()
    await referredByCentre(claimant)
    expect(await codesOf(apply(claimant))).toEqual(['done'])
  })

  it('whoever represents its organisation as an employer belongs to it', async () => {
    expect(await codesOf(apply(await world.aStaffMember(centre.id, ['employer-representative'])))).toEqual(['application.own-staff'])
  })

  it('neither does an application on paper open it', async () => {
    const iin = makeDemonstrationIin('1991-02-03' as Day, 911).reveal()
    const person = { iin, surname: 'Ахмет', givenName: 'Дана', birthOn: '1991-02-03', phone: '+7 700 000 00 02', address: 'Ақтөбе' }
    const input = { centreId: centre.id, professionCode, level: 4, person, email: '', language: 'kk' as const, examLanguage: 'kk', wayLearnt: 'informal', needs: [], receivedOn: '2026-03-02', identitySeen: true, files: [{ kind: 'paper-application' as const, name: 'a.png', bytes: PNG }] }
    const representative = await world.aStaffMember(centre.id, ['employer-representative'])
    await employers.refer(world.as(representative), { number: '8', referred_on: '', iin, surname: 'Ахмет', given_name: 'Дана', patronymic: '', email: '', profession: professionCode, level: '4', centre: '', pays: 'жоқ', pay_limit: '' })
    expect(await codesOf(applications.registerPaperApplication(world.as(clerk), input))).toEqual(['application.own-referred'])
  })

  it('a role that was given after the application stops the contract, with the remedy', async () => {
    const person = await world.aPerson()
    const number = await apply(person)
    await people.grantRole(world.system(), { accountId: person.accountId, role: 'invigilator', organisationId: centre.id, validFrom: '2026-03-02' as Day })
    expect(await send(clerk, number)).toEqual(['contract.own-people'])
    expect(await note(second, number)).toEqual(['own-people.not-needed'])
  })
})

describe('by a norm that sets a condition', () => {
  it.each([
    ['refuse', 'anothers', ['contract.own-people']], ['with-note', 'none', ['contract.own-people-note-missing']], ['with-note', 'own', ['contract.own-people-second-person']], ['with-note', 'anothers', []], ['with-other-examiners', 'none', ['contract.own-people-note-missing']], ['with-other-examiners', 'anothers', []], ['allowed', 'none', []],
  ] as const)('%s, note of %s', (rule, by, expected) => expect(ownPeopleBlockers({ rule, note: by }).map((each) => each.code)).toEqual(expected))

  it('he may apply, and the contract goes once one of the staff wrote the note and another sends it', async () => {
    await aNormEdition(world, { 'employer.ownCentre': 'with-note' }, '2026-03-02' as Day)
    const person = await world.aStaffMember(centre.id, ['invigilator'])
    const number = await apply(person)
    expect(await send(clerk, number)).toEqual(['contract.own-people-note-missing'])
    expect(await note(clerk, number, '  ')).toEqual(['own-people.note-missing'])
    expect(await note(clerk, number, 'x'.repeat(1001))).toEqual(['own-people.note-too-long'])
    expect(await note(person, number)).toEqual(['not-found'])
    expect(await note(clerk, number)).toEqual(['done'])
    expect(await send(clerk, number)).toEqual(['contract.own-people-second-person'])
    expect(await send(second, number)).toEqual(['done'])
    expect((await applications.readStanding(world.as(clerk), number)).ownPeople).toMatchObject({ tie: 'staff', rule: 'with-note', notes: [{ note: 'Ағасы орталықта жұмыс істейді; сарапшылар бөлек' }] })
  })

  it('without conditions the contract goes as any other', async () => {
    await aNormEdition(world, { 'employer.ownCentre': 'allowed' }, '2026-03-03' as Day)
    world.at('2026-03-03 09:00')
    const number = await apply(await world.aStaffMember(centre.id, ['assessor']))
    expect(await send(clerk, number)).toEqual(['done'])
  })
})

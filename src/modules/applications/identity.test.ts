import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Day } from '#kernel/day.ts'
import { makeDemonstrationIin } from '#kernel/iin.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import * as people from '#modules/people/index.ts'
import { PNG } from '../../../test/support/files.ts'
import { pinNorms } from '../../../test/support/norm-edition.ts'
import { codesOf } from '../../../test/support/refusal.ts'
import { openTestWorld, type CentreMade, type TestWorld } from '../../../test/support/world.ts'
import * as applications from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())
beforeEach(() => world.at('2026-03-02 09:00'))

interface Applied { number: string; person: PersonActor; iin: string; clerk: PersonActor; centre: CentreMade; professionCode: string }

/** Applies on line with a new account; the IIN is only claimed. */
async function anApplication(serial: number, place?: Pick<Applied, 'centre' | 'professionCode' | 'clerk'>): Promise<Applied> {
  const professionCode = place?.professionCode ?? (await world.aProfession())
  const centre = place?.centre ?? (await world.aCentre({ professionCode }))
  const clerk = place?.clerk ?? (await world.aStaffMember(centre.id, ['centre-operator']))
  const iin = makeDemonstrationIin('1988-02-01' as Day, serial).reveal()
  const email = `claims-${serial}-${centre.serial}@example.kz`
  await people.openAccount(world.system(), { iin, surname: 'Ким', givenName: 'Аркадий', patronymic: '', birthOn: '1988-02-01', email, password: null, lang: 'ru', phone: '+7 700 000 00 00', address: 'Алматы' })
  const person = (await people.personActor(world, (await world.db.one<{ id: string }>('select id from account where email = $1', [email])).id))!
  const draft = await applications.openDraft(world.as(person), professionCode)
  await applications.saveDraft(world.as(person), { professionCode, data: { level: 4, centreId: centre.id, phone: '+7 700 000 00 01', address: 'Хромтау', wayLearnt: 'informal', examLanguage: 'kk' } })
  const number = await applications.submitApplication(world.as(person), { professionCode, draftId: draft.id, consentVersion: applications.CONSENT_VERSION })
  return { number, person, iin, clerk, centre, professionCode }
}
const standingOf = (applied: Pick<Applied, 'number' | 'clerk'>) => applications.readStanding(world.as(applied.clerk), applied.number)
async function confirm(applied: Applied, clerk: PersonActor, iin: string, seen = true): Promise<string[]> {
  const { number, version } = (await standingOf(applied)).kase
  return codesOf(applications.confirmIdentity(world.as(clerk), { number, version, iin, seen }))
}
const isVerified = async (applied: Applied) => (await standingOf(applied)).verified
const onPaper = (applied: Pick<Applied, 'clerk' | 'centre' | 'professionCode'>, iin: string, level = 4) => applications.registerPaperApplication(world.as(applied.clerk), {
  centreId: applied.centre.id, professionCode: applied.professionCode, level, receivedOn: '2026-02-27', identitySeen: true, email: '', language: 'ru', examLanguage: 'ru', wayLearnt: 'formal', needs: [],
  person: { iin, surname: 'Ким', givenName: 'Аркадий', birthOn: '1988-02-01', phone: '+7 700 111 11 11', address: 'Хромтау' }, files: [{ kind: 'paper-application', name: 'scan.png', bytes: PNG }],
})

async function centreOfLevel3({ professionCode }: Pick<Applied, 'professionCode'>) {
  const centre = await world.aCentre({ professionCode, level: 3 })
  return { professionCode, centre, clerk: await world.aStaffMember(centre.id, ['centre-operator']) }
}

describe('confirming the identity of a candidate', () => {
  it('makes the claimed IIN verified once the number typed from the document is the same', async () => {
    const applied = await anApplication(801)
    const other = makeDemonstrationIin('1988-02-01' as Day, 899).reveal()
    expect(await confirm(applied, applied.clerk, other)).toEqual(['identity.iin-differs'])
    expect(await confirm(applied, applied.clerk, '12345')).toEqual(['identity.iin-wrong'])
    expect(await confirm(applied, applied.clerk, applied.iin, false)).toEqual(['identity.not-seen'])
    expect(await isVerified(applied)).toBe(false)
    expect(await confirm(applied, applied.clerk, applied.iin)).toEqual(['done'])
    expect(await isVerified(applied)).toBe(true)
    expect(await confirm(applied, applied.clerk, applied.iin)).toEqual(['person.verified-already'])
    expect(await world.db.many("select kind from letter where account_id = $1 and kind = 'person-verified'", [applied.person.accountId])).toHaveLength(1)
  })

  it('happens once when two clerks confirm at the same moment', async () => {
    const applied = await anApplication(807)
    const second = await world.aStaffMember(applied.centre.id, ['centre-operator'])
    const both = await Promise.all([confirm(applied, applied.clerk, applied.iin), confirm(applied, second, applied.iin)])
    expect(both.flat()).toContain('done')
    expect(both.flat().filter((code) => code !== 'done' && !['case.changed-meanwhile', 'person.verified-already'].includes(code))).toEqual([])
    expect(both.flat().filter((code) => code === 'done')).toHaveLength(1)
    expect(await world.db.many("select kind from letter where account_id = $1 and kind = 'person-verified'", [applied.person.accountId])).toHaveLength(1)
  })

  it('is not for the candidate, nor for a clerk of another centre', async () => {
    const applied = await anApplication(802)
    const stranger = await world.aStaffMember((await world.aCentre()).id, ['centre-operator', 'centre-head'])
    expect(await confirm(applied, applied.person, applied.iin)).toEqual(['not-found'])
    expect(await confirm(applied, stranger, applied.iin)).toEqual(['not-found'])
  })

  it('does not give the verified IIN of one account to another that claims it', async () => {
    const first = await anApplication(803)
    const thief = await anApplication(803)
    expect(await confirm(first, first.clerk, first.iin)).toEqual(['done'])
    expect(await confirm(thief, thief.clerk, thief.iin)).toEqual(['person.iin-verified-for-another'])
  })

  it('joins the account with the person of an earlier paper case', async () => {
    const professionCode = await world.aProfession()
    const centre = await world.aCentre({ professionCode })
    const clerk = await world.aStaffMember(centre.id, ['centre-operator'])
    const iin = makeDemonstrationIin('1988-02-01' as Day, 804).reveal()
    const paper = await onPaper({ centre, professionCode, clerk }, iin)
    const applied = await anApplication(804)
    expect(await confirm(applied, applied.clerk, iin)).toEqual(['done'])
    const paperCase = (await standingOf({ number: paper, clerk })).kase
    expect((await standingOf(applied)).kase.personId).toBe(paperCase.personId)
    expect((await people.personActor(world, applied.person.accountId))!.personId).toBe(paperCase.personId)
  })

  it.each([['one qualification', 805, 4], ['two levels of one profession', 808, 3]] as const)('refuses to make two open cases for %s out of one person', async (_says, serial, level) => {
    const place = await anApplication(serial)
    const again = await anApplication(serial + 1, place)
    await onPaper(level === 4 ? place : await centreOfLevel3(place), again.iin, level)
    expect(await confirm(again, place.clerk, again.iin)).toEqual(['case.person-has-another'])
    expect(await isVerified(again)).toBe(false)
  })

  it('lets both stand where the norm of the case allows two levels at a time', async () => {
    const place = await anApplication(811)
    const again = await anApplication(812, place)
    await onPaper(await centreOfLevel3(place), again.iin, 3)
    await pinNorms(world, (await standingOf(again)).kase.id, { 'application.openCasesPerQualification': 2 })
    expect(await confirm(again, place.clerk, again.iin)).toEqual(['done'])
  })
})

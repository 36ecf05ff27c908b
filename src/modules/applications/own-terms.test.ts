import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { day, type Day } from '#kernel/day.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import * as applications from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())
beforeEach(() => world.at('2026-03-02 09:00'))

async function aScene() {
  const professionCode = await world.aProfession()
  const centre = await world.aCentre({ professionCode })
  await world.aProgramme(centre.id, professionCode, 4)
  const [clerk, head] = [world.as(await world.aStaffMember(centre.id, ['centre-operator'])), world.as(await world.aStaffMember(centre.id, ['centre-head']))]
  const own = async (inForceFrom: Day, textKk: string, textRu: string) => {
    const id = await centres.draftContractTerms(clerk, { centreId: centre.id, inForceFrom, textKk, textRu, none: textKk === '' })
    await centres.decideContractTerms(head, { id, approve: true, note: '' })
  }
  const apply = async () => {
    const person = world.as(await world.aPerson())
    const draft = await applications.openDraft(person, professionCode)
    await applications.saveDraft(person, { professionCode, data: { level: 4, centreId: centre.id, phone: '+7 700 000 00 01', address: 'Хромтау', wayLearnt: 'informal', examLanguage: 'kk' } })
    const number = await applications.submitApplication(person, { professionCode, draftId: draft.id, consentVersion: applications.CONSENT_VERSION })
    return { person, number }
  }
  const version = async (number: string) => read(clerk, 'case.read', async (t) => {
    const kase = await casework.getCaseByNumber(t, number)
    assertMay(t, casework.policy, 'case.read', kase)
    return kase
  })
  const send = async (number: string) => {
    const standing = await applications.readStanding(clerk, number)
    await applications.checkItems(clerk, { number, version: standing.kase.version, checks: standing.list.map((item) => ({ item, verdict: 'right' as const, note: '' })) })
    await applications.sendContract(clerk, { number, version: (await version(number)).version })
  }
  const clauses = async (number: string) => {
    const rows = await world.db.many<{ data: { ownTerms?: { clauses: { ru: string }[] } } }>("select data from paper where kind = 'contract' and case_id = $1 order by created_at, id", [(await version(number)).id])
    return rows.map((row) => row.data.ownTerms?.clauses.map((each) => each.ru))
  }
  return { own, apply, send, clauses, version }
}

describe('what a centre adds to the standard contract', () => {
  it('is that of the day of the application, when it is sent and when it is accepted later', async () => {
    const scene = await aScene()
    await scene.own(day('2026-03-03'), 'Арнайы киім', 'Спецодежда')
    const early = await scene.apply()
    world.at('2026-03-03 09:00')
    const late = await scene.apply()
    await scene.own(day('2026-03-05'), 'Құжат', 'Документ')
    world.at('2026-03-05 09:00')
    await scene.send(early.number)
    await scene.send(late.number)
    expect([await scene.clauses(early.number), await scene.clauses(late.number)]).toEqual([[undefined], [['Спецодежда']]])
    world.at('2026-03-06 09:00')
    await applications.acceptContract(late.person, { number: late.number, version: (await scene.version(late.number)).version })
    expect(await scene.clauses(late.number)).toEqual([['Спецодежда'], ['Спецодежда']])
  })

  it('is nothing where the centre says so from a day on', async () => {
    const scene = await aScene()
    await scene.own(day('2026-03-03'), 'Арнайы киім', 'Спецодежда')
    await scene.own(day('2026-03-04'), '', '')
    world.at('2026-03-04 09:00')
    const { number } = await scene.apply()
    await scene.send(number)
    expect(await scene.clauses(number)).toEqual([undefined])
  })
})

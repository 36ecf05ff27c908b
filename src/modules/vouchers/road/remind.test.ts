import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Uuid } from '#kernel/id.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { tx } from '#platform/acts/tx.ts'
import * as people from '#modules/people/index.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import * as vouchers from '../index.ts'

const REGION = '330000000'
let world: TestWorld
let specialist: PersonActor
let professionCode: string
beforeAll(async () => {
  world = await openTestWorld()
  world.at('2026-03-02 09:00')
  const [one, other] = [await world.anOfficial('ministry'), await world.anOfficial('ministry')]
  await vouchers.decideOrder(world.as(other), { id: await vouchers.proposePlan(world.as(one), { year: 2026, lines: [{ region: REGION, places: 20 }], ground: 'Бюджет', document: '№ 1' }), approve: true, note: '' })
  const organisationId = await tx(world.system(), 'organisation.create', (t) => people.createOrganisation(t, { kind: 'career-centre', bin: null, nameKk: 'Мансап орталығы', nameRu: 'Карьерный центр', nameEn: 'Career centre', demonstration: true }))
  await vouchers.enterCareerCentre(world.system(), { organisationId, regionKato: REGION })
  specialist = await world.aStaffMember(organisationId, ['career-centre-specialist'])
  professionCode = await world.aProfession()
})
afterAll(() => world.drop())

async function held(): Promise<{ person: PersonActor; id: Uuid }> {
  world.at('2026-03-02 10:00')
  const person = await world.aPerson()
  const request = await vouchers.requestVoucher(world.as(person), { professionCode, level: 4, centreId: null, regionKato: REGION })
  return { person, id: await vouchers.grantVoucher(world.as(specialist), { id: request, note: 'Орталық сеанс ашады', identitySeen: true }) }
}
const reminders = async (person: PersonActor) => (await people.listOwnLetters(world.as(person), 1)).letters.filter((letter) => letter.kind.startsWith('voucher-ends-soon')).map((letter) => letter.subject).reverse()
const sweepAt = async (moment: string) => { world.at(moment); return vouchers.remindOfLastDay(world.system()) }

it('the holder is reminded on each day of the norm, once, and not when the voucher has ended: granted on 2 March it ends on Thursday 16 April', async () => {
  const { person } = await held()
  // Fourteen days before: 2 April. The evening before nothing goes out.
  expect([await sweepAt('2026-04-01 23:50'), await sweepAt('2026-04-02 00:10'), await sweepAt('2026-04-02 12:00'), await sweepAt('2026-04-12 23:50')]).toEqual([0, 1, 0, 0])
  expect([await sweepAt('2026-04-13 00:10'), await sweepAt('2026-04-16 23:50'), await sweepAt('2026-04-17 00:10')]).toEqual([1, 0, 0])
  expect(await reminders(person)).toEqual(['Ваучердің мерзімі жақындап қалды: 2026 ж. 16 сәуір', 'Ваучердің мерзімі жақындап қалды: 2026 ж. 16 сәуір'])
})

it('a platform that stood still reminds of the nearest day alone, on its last day too', async () => {
  const { person } = await held()
  expect(await sweepAt('2026-04-16 20:00')).toBe(1)
  expect(await sweepAt('2026-04-16 21:00')).toBe(0)
  expect(await reminders(person)).toHaveLength(1)
})

it('an extension makes a new last day, which is reminded of anew; who has no voucher in force any more is left in peace', async () => {
  const [extended, annulled] = [await held(), await held()]
  expect(await sweepAt('2026-04-02 09:00')).toBe(2)
  await vouchers.extendVoucher(world.as(specialist), { id: extended.id, ground: 'incapacity', days: 10, paper: 'Парақ № 12' })
  await vouchers.annulVoucher(world.as(specialist), { id: annulled.id, ground: 'Мәртебесі тоқтады' })
  expect([await sweepAt('2026-04-11 23:00'), await sweepAt('2026-04-12 09:00')]).toEqual([0, 1])
  expect([(await reminders(extended.person)).at(-1), await reminders(annulled.person)]).toEqual(['Ваучердің мерзімі жақындап қалды: 2026 ж. 26 сәуір', ['Ваучердің мерзімі жақындап қалды: 2026 ж. 16 сәуір']])
})

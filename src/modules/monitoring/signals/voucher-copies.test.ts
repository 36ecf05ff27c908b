import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
import * as applications from '#modules/applications/index.ts'
import * as uploads from '#modules/uploads/index.ts'
import * as vouchers from '#modules/vouchers/index.ts'
import { aPicture } from '../../../../test/support/files.ts'
import { openTestWorld, type CentreMade, type TestWorld } from '../../../../test/support/world.ts'
import { computeSignals } from '../index.ts'

const ZHETYSU = '330000000'
let world: TestWorld
let code: string
let centre: CentreMade
beforeAll(async () => {
  world = await openTestWorld()
  world.at('2026-03-02 09:00')
  code = await world.aProfession({ educationRequired: true })
  centre = await world.aCentre({ professionCode: code })
})
afterAll(() => world.drop())

const ask = (person: PersonActor, bytes: Buffer, centreId: CentreMade['id'] | null) => vouchers.requestVoucher(world.as(person), { professionCode: code, level: 4, centreId, regionKato: ZHETYSU, papers: [{ kind: 'education', file: { name: 'diploma.png', bytes } }] })
async function apply(person: PersonActor, bytes: Buffer): Promise<void> {
  const ctx = world.as(person)
  const draft = await applications.openDraft(ctx, code)
  await applications.saveDraft(ctx, { professionCode: code, data: { level: 4, centreId: centre.id, phone: '+7 700 000 00 01', address: 'Хромтау', wayLearnt: 'informal', examLanguage: 'kk' } })
  await uploads.receiveAttachment(ctx, { draftId: draft.id, kind: 'education', name: 'diploma.png', bytes })
  await applications.submitApplication(ctx, { professionCode: code, draftId: draft.id, consentVersion: applications.CONSENT_VERSION })
}
const signals = () => world.db.many<{ centreId: string; people: number; cases: number }>("select centre_id, (figures ->> 'people')::int as people, cardinality(case_ids) as cases from monitoring_signal where kind = 'same-upload' order by people, cases")

it('one diploma in the voucher requests of two people, and in a request and an application, is a signal at the centre; two copies of one person are none', async () => {
  const [shared, mixed, own, unnamed] = [await aPicture(), await aPicture(), await aPicture(), await aPicture()]
  await ask(await world.aPerson(), shared, centre.id)
  await ask(await world.aPerson(), shared, null)
  await ask(await world.aPerson(), mixed, null)
  await apply(await world.aPerson(), mixed)
  const alone = await world.aPerson()
  await ask(alone, own, centre.id)
  await apply(alone, own)
  for (const _ of [1, 2]) await ask(await world.aPerson(), unnamed, null)
  world.at('2026-03-03 03:00')
  await computeSignals(world.system())
  expect(await signals()).toEqual([{ centreId: centre.id, people: 2, cases: 0 }, { centreId: centre.id, people: 2, cases: 1 }])
})

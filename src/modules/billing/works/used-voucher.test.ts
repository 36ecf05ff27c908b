import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Day } from '#kernel/day.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as billing from '#modules/billing/index.ts'
import * as casework from '#modules/casework/index.ts'
import * as decisions from '#modules/decisions/index.ts'
import * as people from '#modules/people/index.ts'
import * as vouchers from '#modules/vouchers/index.ts'
import { aHeldCase, type DecidedCase } from '../../../../test/support/decided-case.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'

const REGION = '330000000'
let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

/** The candidate's voucher, granted and bound to the case on the day of its contract, which the budget pays. */
async function bound(exam: DecidedCase): Promise<void> {
  world.at('2026-03-02 11:00')
  const row = await world.db.one<{ iinCipher: Uint8Array }>('select iin_cipher from person where id = $1', [exam.candidate.personId])
  await vouchers.simulateEmployment(world.system(), [{ iin: world.system().cipher.open(row.iinCipher, 'person.iin'), regionKato: REGION, registeredFrom: '2025-01-01' as Day, registeredUntil: null }])
  const [one, two] = [await world.anOfficial('ministry'), await world.anOfficial('ministry')]
  const planned = await vouchers.proposePlan(world.as(one), { year: 2026, lines: [{ region: REGION, places: 5 }], ground: 'Бюджет', document: '№ 1' }).catch(() => undefined)
  if (planned) await vouchers.decideOrder(world.as(two), { id: planned, approve: true, note: '' }).catch(() => {})
  const organisationId = await tx(world.system(), 'organisation.create', (t) => people.createOrganisation(t, { kind: 'career-centre', bin: null, nameKk: 'Мансап орталығы', nameRu: 'Карьерный центр', nameEn: 'Career centre', demonstration: true }))
  await vouchers.enterCareerCentre(world.system(), { organisationId, regionKato: REGION })
  const specialist = await world.aStaffMember(organisationId, ['career-centre-specialist'])
  const request = await vouchers.requestVoucher(world.as(exam.candidate), { professionCode: exam.professionCode, level: 4, centreId: null, regionKato: REGION })
  const voucherId = await vouchers.grantVoucher(world.as(specialist), { id: request, identitySeen: true, note: 'Орталық сеанс ашады' })
  await tx(world.as(exam.candidate), 'case.read', async (t) => {
    const kase = await casework.getCaseByNumber(t, exam.number)
    assertMay(t, casework.policy, 'case.read', kase)
    await vouchers.bindVoucher(t, { voucherId, caseId: kase.id, centreId: kase.centreId, professionCode: exam.professionCode, level: 4 })
    await t.sql.run("update contract set payer = 'budget' where case_id = $1", [kase.id])
  })
}
async function decided(exam: DecidedCase, choice: 'pass' | 'fail'): Promise<void> {
  world.at('2026-03-26 17:00')
  await decisions.callPanel(world.as(exam.clerk), { number: exam.number, version: await exam.version(), memberIds: exam.panel.map((each) => each.accountId), chairId: exam.head.accountId })
  for (const member of exam.panel) await decisions.castVote(world.as(member), { number: exam.number, choice, note: '' })
  await decisions.takeDecision(world.as(exam.clerk), { number: exam.number, version: await exam.version() })
}

it.each(['pass', 'fail'] as const)('a voucher used in a procedure that ended with "%s" is a service of the centre, in the act of its month, once', async (outcome) => {
  const exam = await aHeldCase(world, outcome)
  await bound(exam)
  await decided(exam, outcome)
  world.at('2026-04-01 08:00')
  await billing.makeActsOfWorks(world.system())
  const [act, ...others] = await billing.listActs(world.as(exam.head), exam.centre.id)
  expect(others).toEqual([])
  expect(act).toMatchObject({ month: '2026-03-01', total: 45_000, state: 'made' })
  const { services } = await billing.readAct(world.as(exam.head), act!.number)
  expect(services).toMatchObject([{ caseNumber: exam.number, heldOn: '2026-03-26', price: 45_000 }])
  const [voucher] = (await vouchers.listOwnVouchers(world.as(exam.candidate))).vouchers
  expect(voucher).toMatchObject({ state: 'used', id: services[0]!.voucherId })
  expect((await billing.readCaseMoney(world.as(exam.candidate), exam.number)).invoices).toEqual([])
})

import { afterAll, beforeAll, expect, it } from 'vitest'
import { tx, read } from '#platform/acts/tx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import * as casework from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

async function aCase() {
  const professionCode = await world.aProfession()
  const centre = await world.aCentre({ professionCode })
  const person = await world.aPerson()
  const clerk = await world.aStaffMember(centre.id, ['centre-operator'])
  const kase = await tx(world.system(), 'case.read', async (t) => {
    assertMay(t, casework.policy, 'case.read', { centreId: centre.id, accountId: person.accountId })
    const opened = await casework.openCase(t, { kind: 'recognition', centreId: centre.id, centreSerial: centre.serial, personId: person.personId, accountId: person.accountId, professionCode, level: 4, step: 'registered', whoseMove: 'centre' })
    await casework.startClock(t, opened, 'T1')
    await casework.record(t, opened.id, 'application-registered')
    return opened
  })
  return { kase, person, clerk, centre }
}

it('numbers cases one after another within a centre, and pins them to the norms in force', async () => {
  const { kase } = await aCase()
  expect(kase.number).toMatch(/^2026-\d\d-000001-[A-Z]$/)
  expect(kase.normEdition).toBe('2026-01')
})

it('stores the due date when the clock starts: three working days from Monday 2 March 2026 end on Thursday the 5th', async () => {
  const { kase, person } = await aCase()
  const deadlines = await read(world.as(person), 'case.read', async (t) => {
    assertMay(t, casework.policy, 'case.read', kase)
    return casework.deadlinesOf(t, kase.id)
  })
  expect(deadlines).toMatchObject([{ rule: 'T1', startedOn: '2026-03-02', dueOn: '2026-03-05' }])
})

it('shows a case to its candidate and to its centre, and to nobody else: for a foreigner it does not exist', async () => {
  const { kase, person, clerk } = await aCase()
  const stranger = await world.aPerson()
  const other = await aCase()
  const see = (actor: typeof person) => read(world.as(actor), 'case.read', async (t) => {
    const found = await casework.getCaseByNumber(t, kase.number)
    assertMay(t, casework.policy, 'case.read', found)
    return found.number
  })
  await expect(see(person)).resolves.toBe(kase.number)
  await expect(see(clerk)).resolves.toBe(kase.number)
  await expect(see(stranger)).rejects.toMatchObject({ code: 'not-found' })
  await expect(see(other.clerk)).rejects.toMatchObject({ code: 'not-found' })
})

it('keeps a chain that breaks at the row somebody changed', async () => {
  const { kase, clerk } = await aCase()
  await casework.assignCase(world.as(clerk), { number: kase.number, to: clerk.accountId })
  const chain = () => read(world.as(clerk), 'case.read', async (t) => {
    assertMay(t, casework.policy, 'case.read', kase)
    return casework.chainBreakOf(t, kase.id)
  })
  expect(await chain()).toBeUndefined()
  await expect(world.db.run("update journal_entry set payload = '{}' where chain = $1", [casework.chainOf(kase.id)])).rejects.toMatchObject({ code: '42501' })
})

it('does an act once, however often its form is sent', async () => {
  const { kase, clerk } = await aCase()
  const send = () => casework.assignCase(world.as(clerk, 'form-1'), { number: kase.number, to: clerk.accountId })
  await Promise.all([send(), send(), send()])
  const entries = await read(world.as(clerk), 'case.read', async (t) => {
    assertMay(t, casework.policy, 'case.read', kase)
    return casework.timelineOf(t, kase.id)
  })
  expect(entries.filter((entry) => entry.kind === 'case-assigned')).toHaveLength(1)
})

it('refuses an act that has no place on the road', async () => {
  const { kase, clerk } = await aCase()
  await expect(tx(world.as(clerk), 'case.assign', async (t) => {
    const locked = await casework.lockCase(t, kase.id)
    assertMay(t, casework.policy, 'case.assign', locked)
    await casework.advance(t, locked, 'document.issue', 'document-issued')
  })).rejects.toMatchObject({ code: 'case.not-at-this-step' })
})

it('leaves a clerk or a head without a hand in a case of his own, and lets him read it as its candidate', async () => {
  const { kase, centre, clerk } = await aCase()
  const head = await world.aStaffMember(centre.id, ['centre-head'])
  for (const actor of [clerk, head]) {
    const own = { centreId: kase.centreId, accountId: actor.accountId }
    expect([casework.isClerkOf(actor, kase), casework.isClerkOf(actor, own)]).toEqual([true, false])
    expect(casework.policy['case.read'](actor, own)).toBe(true)
  }
  await world.db.begin((sql) => sql.run('update case_file set account_id = $2 where id = $1', [kase.id, clerk.accountId]), { 'tanu.scope': 'system' })
  await expect(casework.assignCase(world.as(clerk), { number: kase.number, to: clerk.accountId })).rejects.toMatchObject({ code: 'not-found' })
  await casework.assignCase(world.as(head), { number: kase.number, to: head.accountId })
})

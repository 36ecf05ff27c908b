import { afterAll, beforeAll, expect, it } from 'vitest'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import * as casework from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

async function aRunningTerm() {
  const professionCode = await world.aProfession()
  const centre = await world.aCentre({ professionCode })
  const person = await world.aPerson()
  return tx(world.system(), 'case.read', async (t) => {
    assertMay(t, casework.policy, 'case.read', { centreId: centre.id, accountId: person.accountId })
    const kase = await casework.openCase(t, { kind: 'recognition', centreId: centre.id, centreSerial: centre.serial, personId: person.personId, accountId: person.accountId, professionCode, level: 4, step: 'registered', whoseMove: 'centre' })
    await casework.touchCase(t, kase, { nextDueOn: await casework.startClock(t, kase, 'T1') })
    return kase
  })
}
const stateOf = (id: string) => tx(world.system(), 'case.read', async (t) => {
  assertMay(t, casework.policy, 'case.read', { centreId: '', accountId: null })
  const [clock] = await casework.deadlinesOf(t, id)
  return { due: clock!.dueOn, next: (await casework.getCase(t, id)).nextDueOn, kinds: (await casework.timelineOf(t, id)).map((entry) => entry.kind) }
})
let loads = 0
/** A decree: the newest calendar with one day more that departs from the plain week. */
async function decree(date: string, day: 'off' | 'work'): Promise<void> {
  loads++
  const [from, to] = [`decree-${loads - 1}`, `decree-${loads}`]
  await world.db.begin(async (sql) => {
    await sql.run(`insert into calendar_version (version, source, years, loaded_at) select $1, 'decree', years, loaded_at + interval '1 day' from calendar_version order by loaded_at desc limit 1`, [to])
    const before = loads === 1 ? (await sql.one<{ version: string }>('select version from calendar_version where version <> $1 order by loaded_at desc limit 1', [to])).version : from
    await sql.run('insert into calendar_day (version, date, day, kind, name_kk, name_ru, name_en, status) select $1, date, day, kind, name_kk, name_ru, name_en, status from calendar_day where version = $2 and date <> $3', [to, before, date])
    await sql.run("insert into calendar_day (version, date, day, kind, name_kk, name_ru, name_en, status) select $1, $2, $3, kind, name_kk, name_ru, name_en, status from calendar_day where version = $1 and day = $3 limit 1", [to, date, day])
  }, { 'tanu.scope': 'system' })
  world.system().law.forget()
}
const sweep = async () => { while ((await casework.recountDeadlines(world.system())) > 0); }

it('moves a running term later when a decree makes a working day a day off, and says so once', async () => {
  const kase = await aRunningTerm()
  expect(await stateOf(kase.id)).toMatchObject({ due: '2026-03-05', next: '2026-03-05' })
  await sweep()
  expect((await stateOf(kase.id)).kinds).toEqual([])
  await decree('2026-03-04', 'off')
  await sweep()
  await sweep()
  expect(await stateOf(kase.id)).toEqual({ due: '2026-03-06', next: '2026-03-06', kinds: ['deadline-recounted'] })
})

it('never moves a term earlier, and leaves a term that was met as it was', async () => {
  const [running, met] = [await aRunningTerm(), await aRunningTerm()]
  const due = (await stateOf(running.id)).due
  await tx(world.system(), 'case.read', async (t) => {
    assertMay(t, casework.policy, 'case.read', { centreId: '', accountId: null })
    await casework.meetClock(t, met.id, 'T1')
  })
  await decree('2026-03-04', 'work')
  await sweep()
  expect(await stateOf(running.id)).toMatchObject({ due, kinds: [] })
  await decree('2026-03-05', 'off')
  await sweep()
  expect((await stateOf(met.id)).due).toBe(due)
})

import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestWorld, type TestWorld } from '../test/support/world.ts'
import { emptyDemonstration } from '#platform/db/empty.ts'
import { firstStart } from '../src/entry/first-start.ts'
import { loadDemonstration } from './load.ts'

let world: TestWorld
const told: string[] = []
beforeAll(async () => {
  world = await openTestWorld()
  world.at('2026-11-24 19:00')
  // Every loading here follows one that was killed in the midst of the story, which leaves people and cases behind.
  let moments = 40
  const dying = { ...world, clock: { ...world.clock, now: () => {
    if (--moments === 0) throw new Error('killed')
    return world.clock.now()
  } } }
  await expect(loadDemonstration(dying, { say: (text) => told.push(text) })).rejects.toThrow('killed')
  expect((await world.db.one<{ count: number }>('select count(*) as count from account')).count).toBeGreaterThan(0)
  await firstStart(world, { say: (text) => told.push(text), empty: () => emptyDemonstration(world.ownerUrl) })
}, 120_000)
afterAll(() => world.drop())

it('tells a story with at least 24 people in at least six centres and twelve professions, in every state of the road', async () => {
  const counts = await world.db.begin(async (sql) => {
    await sql.one("select set_config('tanu.scope', 'system', true)")
    return sql.one<{ people: number; centres: number; professions: number; steps: string[] }>(
      'select count(distinct person_id) as people, count(distinct centre_id) as centres, count(distinct profession_code) as professions, array_agg(distinct step) as steps from case_file')
  })
  expect(counts.people).toBeGreaterThanOrEqual(24)
  expect(counts.centres).toBeGreaterThanOrEqual(6)
  expect(counts.professions).toBeGreaterThanOrEqual(12)
  expect(counts.steps).toEqual(expect.arrayContaining(['registered', 'contract-sent', 'contract-signed', 'notified', 'briefed', 'held', 'decided-pass', 'decided-fail', 'document-issued', 'fail-notice-sent', 'refused', 'withdrawn', 'closed']))
})

it('says that it begins anew where it was broken off, and keeps nothing of the broken one', async () => {
  expect(told).toEqual(['Loading the demonstration …', 'The demonstration was broken off while it was loading, so it is loaded anew …'])
  const marks = await world.db.begin(async (sql) => {
    await sql.one("select set_config('tanu.scope', 'system', true)")
    return sql.many<{ kind: string }>("select kind from journal_entry where chain = 'register:demonstration' order by seq")
  })
  expect(marks.map((mark) => mark.kind)).toEqual(['demonstration-begun', 'demonstration-loaded'])
})

it('is emptied by nobody where it is real work', async () => {
  const real = await openTestWorld()
  const owner = new pg.Client({ connectionString: real.ownerUrl })
  await owner.connect()
  await owner.query("update instance set kind = 'real'")
  await expect(emptyDemonstration(real.ownerUrl)).rejects.toThrow('only a demonstration')
  expect((await owner.query('select 1 from region')).rowCount).toBe(20)
  await owner.end()
  await real.drop()
})

it('is loaded once: a second start changes nothing', async () => {
  const before = await world.db.one<{ count: number }>('select count(*) as count from journal_entry')
  await loadDemonstration(world, { say: () => {} })
  expect(await world.db.one('select count(*) as count from journal_entry')).toEqual(before)
})

import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestWorld, type TestWorld } from '../test/support/world.ts'
import { loadDemonstration } from './load.ts'

let world: TestWorld
beforeAll(async () => {
  world = await openTestWorld()
  world.at('2026-11-24 19:00')
  await loadDemonstration(world, { say: () => {} })
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

it('is loaded once: a second start changes nothing', async () => {
  const before = await world.db.one<{ count: number }>('select count(*) as count from journal_entry')
  await loadDemonstration(world, { say: () => {} })
  expect(await world.db.one('select count(*) as count from journal_entry')).toEqual(before)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { legalDay } from '#kernel/day.ts'
import { tx } from '#platform/acts/tx.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import { loadRegisters } from '../../../../demo/registers.ts'
import { enterProfession, findProfession, getProfessionVersion, listVersionsOf, versionChanges } from '../index.ts'

let world: TestWorld
beforeAll(async () => {
  world = await openTestWorld()
  await loadRegisters(world)
})
afterAll(() => world.drop())

test('a profession moved to mandatory keeps its voluntary version in the history, and a case of that version still reads it', async () => {
  const before = (await findProfession(world.db, 'K-0015', legalDay(world.clock.now())))!
  await tx(world.system(), 'register.enter', (t) => enterProfession(t, { ...before, track: 'mandatory', basis: null, basisTitle: {}, form: 'attestation' }))
  const [after, earlier] = await listVersionsOf(world.db, 'K-0015')
  expect(earlier).toMatchObject({ versionId: before.versionId, track: 'voluntary', validUntil: after!.validFrom })
  expect(after).toMatchObject({ track: 'mandatory', validUntil: null })
  expect(versionChanges(earlier, after!)[0]).toEqual({ kind: 'moved', to: 'mandatory' })
  expect((await getProfessionVersion(world.db, before.versionId)).track).toBe('voluntary')
})

test('a version entered with the same facts changes nothing', async () => {
  const before = (await findProfession(world.db, 'K-0002', legalDay(world.clock.now())))!
  await tx(world.system(), 'register.enter', (t) => enterProfession(t, before))
  const [after, earlier] = await listVersionsOf(world.db, 'K-0002')
  expect(versionChanges(earlier, after!)).toEqual([])
})

test('what is in no register has no history', async () => {
  expect(await listVersionsOf(world.db, 'K-9999')).toEqual([])
})

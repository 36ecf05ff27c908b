import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '#platform/db/database.ts'
import { anExamCase } from '../../../../test/support/exam-case.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import { watchSitting } from './watch-sitting.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

it('reads a sitting about once a second, however many watch, and not at all when nobody does', async () => {
  const exam = await anExamCase(world)
  const { theory } = await exam.notified()
  let transactions = 0
  const db = new Proxy(world.db, { get: (target, key) => (key === 'begin' ? (...args: unknown[]) => { transactions++; return (target.begin as (...all: unknown[]) => unknown)(...args) } : Reflect.get(target, key)) }) as Database
  const ctx = { ...world.as(exam.invigilator), db }
  const watchers = []
  for (let each = 0; each < 12; each++) watchers.push(await watchSitting(ctx, theory, () => undefined))
  const begun = transactions
  await new Promise((resolve) => setTimeout(resolve, 3_000))
  expect(transactions - begun).toBeGreaterThanOrEqual(2)
  expect(transactions - begun).toBeLessThanOrEqual(5)
  for (const each of watchers) each.stop()
  const left = transactions
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  expect(transactions - left).toBeLessThanOrEqual(1)
})

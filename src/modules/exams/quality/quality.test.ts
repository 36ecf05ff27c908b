import { afterAll, beforeAll, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { anExamHistory } from '../../../../test/support/exam-history.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import { readExaminerQuality } from '../index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

it('is counted for one centre from the practices of the window, and seen by its head and those who oversee', async () => {
  world.at('2026-03-20 12:00')
  const [here, there] = [await anExamHistory(world, { questions: 4 }), await anExamHistory(world, { questions: 4 })]
  const done = (text: string) => [...text].map((sign) => sign === '+')
  const person = ({ assessors: [a, b] }: typeof here, first: string, second: string) => ({ passed: true, practice: { passed: true, marks: [{ assessor: a, done: done(first) }, { assessor: b, done: done(second) }] } })
  // Ten operations at a time, four people: of forty, b calls eight not done and a four of these.
  await here.write([{ on: day('2026-03-10'), people: Array.from({ length: 4 }, () => person(here, '+++++++++-', '++++++++--')) }])
  // A year and more ago, and elsewhere: not counted.
  await here.write([{ on: day('2025-03-10'), people: [person(here, '----------', '++++++++++')] }])
  await there.write([{ on: day('2026-03-10'), people: [person(there, '+++++', '+++++')] }])
  const head = await world.aStaffMember(here.centre.id, ['centre-head'])
  const [a] = here.assessors

  const seen = await readExaminerQuality(world.as(head), here.centre.id)
  expect(seen.runs).toBe(4)
  expect(seen.assessors.find((each) => each.assessorId === a)).toMatchObject({ runs: 4, marks: 40, ownNotDonePercent: 10, othersNotDonePercent: 20, secondsPerMark: 60 })
  expect(seen.pairs).toMatchObject([{ both: 40, differ: 4, kappa: 0.62, band: 'good', never: false }])
  const official = await world.anOfficial('national-body')
  expect((await readExaminerQuality(world.as(official), there.centre.id)).pairs).toMatchObject([{ both: 5, differ: 0, kappa: null, never: false }])

  const assessor = await world.aStaffMember(here.centre.id, ['assessor', 'centre-operator'])
  for (const [who, centreId] of [[assessor, here.centre.id], [head, there.centre.id]] as const) await expect(readExaminerQuality(world.as(who), centreId)).rejects.toMatchObject({ code: 'not-found' })
})

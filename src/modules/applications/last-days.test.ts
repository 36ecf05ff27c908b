import { afterAll, beforeAll, expect, it } from 'vitest'
import * as appeals from '#modules/appeals/index.ts'
import { aDecidedCase } from '../../../test/support/decided-case.ts'
import { pinNorms } from '../../../test/support/norm-edition.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import * as applications from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

// The notice went on Thursday 26 March: six months later is a Saturday.
it.each([[false, '2026-09-26'], [true, '2026-09-28']])('asking for a retake moves off a day off by the norm of the case (%s): until %s, and the case stays open as long', async (moves, last) => {
  const exam = await aDecidedCase(world, 'fail')
  await pinNorms(world, exam.caseId, { 'deadline.moveOffDayOff': moves })
  world.at('2026-09-26 12:00')
  expect((await applications.readRetakeOffer(world.as(exam.candidate), exam.number)).lastDay).toBe(last)
  world.at('2026-09-27 12:00')
  const { blockers } = await applications.readRetakeOffer(world.as(exam.candidate), exam.number)
  expect(blockers.map((each) => each.code).includes('retake.too-late')).toBe(!moves)
  expect(await appeals.closeFinishedCases(world.system())).toBe(moves ? 0 : 1)
  world.at('2026-09-29 12:00')
  expect(await appeals.closeFinishedCases(world.system())).toBe(moves ? 1 : 0)
})

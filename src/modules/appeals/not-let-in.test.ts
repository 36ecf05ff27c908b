import { afterAll, beforeAll, expect, it } from 'vitest'
import { decide, withPanel } from '../../../test/support/decided-case.ts'
import { anExamCase } from '../../../test/support/exam-case.ts'
import { pinNorms } from '../../../test/support/norm-edition.ts'
import { codesOf } from '../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import * as exams from '#modules/exams/index.ts'
import * as appeals from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

it('whoever came and was not let in complains of it at once, by the name of who said so, and appeals against the decision as anybody', async () => {
  const exam = await withPanel(world, await anExamCase(world))
  await exam.briefed()
  await pinNorms(world, exam.caseId, { 'admission.anotherDayTimes': 0 })
  await exams.refuseAdmission(world.as(exam.invigilator), { number: exam.number, stage: 'theory', ground: 'face-differs', note: 'На фото в документе борода.' })
  const complaint = await appeals.lodgeComplaint(world.as(exam.candidate), { about: { caseNumber: exam.number, person: exam.invigilator.accountId }, subject: 'conduct', body: 'Бұл менмін, сақалымды қырғанмын.' })
  expect((await appeals.readComplaint(world.as(exam.head), complaint)).parentNumber).toBe(exam.number)
  world.at('2026-03-26 12:10')
  await exams.recordNoShow(world.as(exam.invigilator), { number: exam.number, stage: 'theory' })
  await decide(world, exam, 'fail')
  const number = await appeals.lodgeAppeal(world.as(exam.candidate), { number: exam.number, version: await exam.version(), ground: 'Мені танымады.' })
  const members = await Promise.all([1, 2, 3].map(() => world.aStaffMember(exam.centre.id, ['panel-member'])))
  const versionOf = async () => (await appeals.readAppeal(world.as(exam.clerk), number)).kase.version
  await appeals.callAppealPanel(world.as(exam.clerk), { number, version: await versionOf(), members: members.map((each) => each.accountId), chair: members[0]!.accountId })
  for (const member of members) await appeals.voteOnAppeal(world.as(member), { number, choice: 'uphold', note: '' })
  const decideIt = async (outcome: string, again: string[] = []) => codesOf(appeals.decideAppeal(world.as(members[0]!), { number, version: await versionOf(), outcome, again, reasons: 'Құжатындағы адам – өзі.' }))
  // Nobody is passed who sat nothing: he gets his stages free of charge.
  expect(await decideIt('upheld-pass')).toEqual(['appeal.not-examined'])
  expect(await decideIt('upheld-again', ['theory', 'practice'])).toEqual(['done'])
  expect(await exam.step()).toBe('contract-signed')
})

import { afterAll, beforeAll, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { NormValue } from '#kernel/norms.ts'
import * as decisions from '#modules/decisions/index.ts'
import * as exams from '#modules/exams/index.ts'
import { sendFailNotice } from '#modules/recognition-documents/index.ts'
import { anExamCase } from '../../../test/support/exam-case.ts'
import { aNormEdition } from '../../../test/support/norm-edition.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import { readRetakeOffer, requestRetake, seeTerms, tryBan } from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

const setBan = (value: NormValue, from: string) => aNormEdition(world, { 'violation.banAfterRemoval': value }, day(from))

/** Removed from the theory on Thursday 26 March 2026, decided and told the same evening. */
async function aRemovedCase() {
  const exam = await anExamCase(world)
  const head = await world.aStaffMember(exam.centre.id, ['centre-head'])
  const panel = [head, await world.aStaffMember(exam.centre.id, ['panel-member']), await world.aStaffMember(exam.centre.id, ['panel-member'])]
  await world.db.begin((t) => t.run(
    `insert into application (case_id, channel, submitted_at, received_on, language, exam_language, way_learnt, initiative, funding, surname, given_name, patronymic, birth_on, citizenship, phone, address, consent_version)
     values ($1, 'online', now(), '2026-03-02', 'kk', 'kk', 'informal', 'candidate', 'own', 'Сейітқали', 'Нұрлан', 'Ерланұлы', '1990-05-17', 'KZ', '+7 700 000 00 00', 'Алматы', '2026-01')`, [exam.caseId]), { 'tanu.scope': 'system' })
  await exam.writing()
  for (const note of ['Сөйлесті', 'Тағы сөйлесті']) await exams.recordViolation(world.as(exam.invigilator), { number: exam.number, stage: 'theory', ground: 'communication', note })
  world.at('2026-03-26 17:00')
  await decisions.callPanel(world.as(exam.clerk), { number: exam.number, version: await exam.version(), memberIds: panel.map((each) => each.accountId), chairId: head.accountId })
  for (const member of panel) await decisions.castVote(world.as(member), { number: exam.number, choice: 'fail', note: '' })
  await decisions.takeDecision(world.as(exam.clerk), { number: exam.number, version: await exam.version() })
  await sendFailNotice(world.as(exam.clerk), { number: exam.number, version: await exam.version(), recommendations: 'Тәртіпті сақтаңыз.' })
  return exam
}
const stopped = async (exam: Awaited<ReturnType<typeof aRemovedCase>>) => ({
  retake: (await readRetakeOffer(world.as(exam.candidate), exam.number)).blockers.filter((each) => each.code === 'retake.removed-before'),
  anew: (await seeTerms(world.as(exam.candidate), await world.aProfession())).blockers.filter((each) => each.code === 'application.removed-before'),
})

it('bars nobody while the norm is not set', async () => {
  expect(await stopped(await aRemovedCase())).toEqual({ retake: [], anew: [] })
})

it('bars somebody removed for the days of the norm of his case, from a retake and from every new application, and names the first lawful day', async () => {
  await setBan(30, '2026-03-01')
  const exam = await aRemovedCase()
  await setBan(null, '2026-04-01')
  world.at('2026-04-25 10:00')
  const first = { data: { first: '2026-04-26' } }
  expect(await stopped(exam)).toEqual({ retake: [{ code: 'retake.removed-before', ...first }], anew: [{ code: 'application.removed-before', ...first }] })
  await expect(requestRetake(world.as(exam.candidate), { number: exam.number, version: await exam.version() })).rejects.toMatchObject({ code: 'retake.not-possible', blockers: expect.arrayContaining([expect.objectContaining({ code: 'retake.removed-before' })]) })
  world.at('2026-04-26 09:00')
  expect(await stopped(exam)).toEqual({ retake: [], anew: [] })
})

it('bars nobody whose removal was undone on appeal', async () => {
  const exam = await aRemovedCase()
  world.at('2026-04-01 10:00')
  expect((await stopped(exam)).anew).toHaveLength(1)
  const id = 'a0000000-0000-7000-8000-000000000001'
  await world.db.begin(async (t) => {
    await t.run(`insert into case_file (id, number, kind, parent_case_id, centre_id, person_id, account_id, step, whose_move, norm_edition, calendar_version, opened_at, opened_on, moved_at, closed_at)
      select $2, 'appeal-1', 'appeal', id, centre_id, person_id, account_id, 'decided', 'nobody', norm_edition, calendar_version, opened_at, opened_on, moved_at, now() from case_file where id = $1`, [exam.caseId, id])
    await t.run("insert into appeal (case_id, decision_id, ground, lodged_at, outcome, decided_at) select $2, id, 'x', '2026-03-30', 'upheld-again', '2026-04-01' from decision where case_id = $1", [exam.caseId, id])
  }, { 'tanu.scope': 'system' })
  expect(await stopped(exam)).toEqual({ retake: [], anew: [] })
})

it('is tried on the norms desk: whom it would have concerned, and until when', async () => {
  world.at('2026-04-02 10:00')
  const own = await world.law.normsInForce(world.db, day('2026-04-01'))
  const after = { ...own, norms: own.norms.map((norm) => (norm.key === 'violation.banAfterRemoval' ? { ...norm, value: 10 } : norm)) }
  const trial = await tryBan(world.as(await world.anOfficial('ministry')), { before: own, after, from: '2026-05-01' as never, days: 90 })
  expect(trial).toEqual({ removed: 2, before: { days: undefined, first: undefined }, after: { days: 10, first: '2026-05-12' } })
})

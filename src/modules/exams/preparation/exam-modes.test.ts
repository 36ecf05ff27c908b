import { afterAll, beforeAll, expect, it } from 'vitest'
import { momentAt, type Day } from '#kernel/day.ts'
import type { ExamMode, Stage } from '#kernel/exam-stage.ts'
import { newUuid } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { anExamCase, type ExamCase, type ExamCaseOptions } from '../../../../test/support/exam-case.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import * as exams from '../index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

const ON = '2026-03-26' as Day

/** The candidate chose to sit on line; both kinds of sittings stand in the schedule for both stages. */
async function chosenOnLine(options: ExamCaseOptions): Promise<{ exam: ExamCase; sittings: Record<Stage, Record<ExamMode, string>> }> {
  const exam = await anExamCase(world, options)
  const proctor = await world.aStaffMember(exam.centre.id, ['proctor'])
  await sql(exam,
    `insert into application (case_id, channel, submitted_at, received_on, language, exam_language, way_learnt, initiative, funding, surname, given_name, birth_on, citizenship, phone, address, consent_version, exam_mode)
     values ($1, 'online', now(), '2026-03-02', 'kk', 'kk', 'informal', 'candidate', 'own', 'А', 'Б', '1990-05-17', 'KZ', '1', '1', '1', 'online')`, [exam.caseId])
  const online = async (stage: Stage, from: string, to: string) => {
    const id = newUuid(world.clock.now())
    await world.db.run(
      `insert into sitting (id, centre_id, stage, profession_code, level, mode, proctor_id, place_kk, place_ru, on_day, starts_at, ends_at, seats, created_by, created_at)
       values ($1, $2, $3, $4, 4, 'online', $5, 'онлайн', 'онлайн', $6, $7, $8, 12, $9, $10)`,
      [id, exam.centre.id, stage, exam.professionCode, proctor.accountId, ON, momentAt(ON, from), momentAt(ON, to), exam.clerk.accountId, world.clock.now()])
    if (stage === 'practice') await world.db.run('insert into sitting_assessor (sitting_id, account_id) values ($1, $2)', [id, exam.assessor.accountId])
    return id
  }
  world.at('2026-03-05 11:00')
  return {
    exam, sittings: {
      theory: { offline: await exam.sitting('theory', ON), online: await online('theory', '10:00', '12:00') },
      practice: { offline: await exam.sitting('practice', ON, '13:00', '16:00'), online: await online('practice', '13:00', '16:00') },
    },
  }
}
const sql = <T>(exam: ExamCase, text: string, values: unknown[] = []) => tx(world.system(), 'case.read', async (t) => {
  assertMay(t, casework.policy, 'case.read', { centreId: exam.centre.id, accountId: null })
  return t.sql.many<T>(text, values)
})
const offered = async (exam: ExamCase) => {
  const { sittings } = (await exams.readNoticePage(world.as(exam.clerk), exam.number)).offer
  return { theory: sittings.theory.map((each) => each.id), practice: sittings.practice.map((each) => each.id) }
}
const papers = (exam: ExamCase) => sql<{ data: { mode: { kk: string; ru: string }; online?: { requirements: unknown[] } } }>(exam, "select data from paper where case_id = $1 and kind = 'notification' order by created_at", [exam.caseId])
const letters = (exam: ExamCase) => world.db.many<{ body: string }>("select body from letter where account_id = $1 and kind = 'notification'", [exam.candidate.accountId])

it('a programme that says nothing of the practice: the theory is offered on line, the practice in the centre, and the notice says so', async () => {
  const { exam, sittings } = await chosenOnLine({})
  expect(await offered(exam)).toEqual({ theory: [sittings.theory.online], practice: [sittings.practice.offline] })
  await expect(exams.sendNotification(world.as(exam.clerk), { number: exam.number, version: await exam.version(), sittings: { theory: sittings.theory.online, practice: sittings.practice.online } })).rejects.toMatchObject({ blockers: [{ code: 'notice.other-mode' }] })
  await exams.sendNotification(world.as(exam.clerk), { number: exam.number, version: await exam.version(), sittings: { theory: sittings.theory.online, practice: sittings.practice.offline } })
  expect((await papers(exam))[0]!.data.mode).toEqual({ kk: 'теория — онлайн, прокторингпен; практика — орталықта, офлайн', ru: 'теория — онлайн, с прокторингом; практика — в центре, офлайн' })
  expect((await exams.readNotice(world.as(exam.candidate), exam.number)).sittings.map((each) => each.mode)).toEqual(['online', 'offline'])
})

it('a programme that allows it: both stages are offered and chosen on line, and the notice names what the practice needs', async () => {
  const { exam, sittings } = await chosenOnLine({ bothOnLine: true })
  expect(await offered(exam)).toEqual({ theory: [sittings.theory.online], practice: [sittings.practice.online] })
  const choice = await exams.readChoice(world.as(exam.candidate), exam.number)
  expect([choice.modes, choice.days?.sittings.practice.map((each) => each.id)]).toEqual([{ theory: 'online', practice: 'online' }, [sittings.practice.online]])
  await exams.chooseDay(world.as(exam.candidate), { number: exam.number, version: await exam.version(), sittings: { theory: sittings.theory.online, practice: sittings.practice.online } })
  await exams.sendNotification(world.as(exam.clerk), { number: exam.number, version: await exam.version(), sittings: { theory: sittings.theory.online, practice: sittings.practice.online } })
  const [paper] = await papers(exam)
  expect(paper!.data.mode).toEqual({ kk: 'онлайн, прокторингпен', ru: 'онлайн, с прокторингом' })
  expect(paper!.data.online!.requirements).toHaveLength(4)
  expect((await letters(exam))[0]!.body).toContain('Теория мен практика онлайн өтеді.')
})

it('the edition of his attempt counts, not the one that came after it', async () => {
  const { exam, sittings } = await chosenOnLine({ bothOnLine: true })
  await exams.sendNotification(world.as(exam.clerk), { number: exam.number, version: await exam.version(), sittings: { theory: sittings.theory.online, practice: sittings.practice.online } })
  const later = newUuid(world.clock.now())
  await sql(exam,
    `insert into programme_version (id, programme_id, version_no, content, author_id, created_at, approved_by, approved_at)
     select $1, programme_id, version_no + 1, content - 'practiceModes', author_id, now(), approved_by, now() from programme_version where id = $2`, [later, exam.versionId])
  expect((await offered(exam)).practice).toEqual([sittings.practice.online])
})

it('whoever chose the centre is called to the centre for both stages, whatever the programme allows', async () => {
  const { exam, sittings } = await chosenOnLine({ bothOnLine: true })
  await sql(exam, "update application set exam_mode = 'offline' where case_id = $1", [exam.caseId])
  expect(await offered(exam)).toEqual({ theory: [sittings.theory.offline], practice: [sittings.practice.offline] })
})

import type { PersonActor } from '#platform/acts/actor.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as decisions from '#modules/decisions/index.ts'
import * as exams from '#modules/exams/index.ts'
import * as documents from '#modules/recognition-documents/index.ts'
import { anExamCase, answerRightly, type ExamCase, type ExamCaseOptions } from './exam-case.ts'
import type { TestWorld } from './world.ts'

export interface DecidedCase extends ExamCase {
  head: PersonActor
  /** The three who decided. */
  panel: PersonActor[]
}

/** What was held: everything passed, the theory failed and no practice after it, or the practice failed. */
export type Held = 'pass' | 'fail' | 'fail-practice'

/** A case whose last stage ended on Thursday 26 March 2026: the term of decision (T4) ends on Tuesday 31 March. Three people of the centre took no part. */
export async function aHeldCase(world: TestWorld, held: Held, options: ExamCaseOptions = {}): Promise<DecidedCase> {
  const exam = await withPanel(world, await anExamCase(world, options))
  const runId = await exam.writing()
  await answerRightly(exam, runId, held === 'fail' ? 10 : 20)
  await exams.handInTheory(world.as(exam.candidate), { number: exam.number })
  if (held !== 'fail') {
    world.at('2026-03-26 13:00')
    await exams.admitToPractice(world.as(exam.invigilator), { number: exam.number, identitySeen: true })
    for (const step of [1, 2, 3]) await exams.markStep(world.as(exam.assessor), { number: exam.number, step, done: held === 'pass', ...(held === 'pass' ? {} : { note: 'Орындалмады.' }) })
    await exams.endPractice(world.as(exam.assessor), { number: exam.number })
  }
  return exam
}

/** The same case with its application, and with three people of the centre who take no part in the exam. */
export async function withPanel(world: TestWorld, exam: ExamCase): Promise<DecidedCase> {
  const head = await world.aStaffMember(exam.centre.id, ['centre-head'])
  const panel = [head, await world.aStaffMember(exam.centre.id, ['panel-member']), await world.aStaffMember(exam.centre.id, ['panel-member'])]
  await tx(world.system(), 'case.read', async (t) => {
    assertMay(t, casework.policy, 'case.read', { centreId: exam.centre.id, accountId: null })
    await t.sql.run(
      `insert into application (case_id, channel, submitted_at, received_on, language, exam_language, way_learnt, initiative, funding, surname, given_name, patronymic, birth_on, citizenship, phone, address, consent_version)
       values ($1, 'online', $2, $3, 'kk', 'kk', 'informal', 'candidate', 'own', 'Сейітқали', 'Нұрлан', 'Ерланұлы', '1990-05-17', 'KZ', '+7 700 000 00 00', 'Алматы', '2026-01')`, [exam.caseId, t.now, t.today])
  })
  return { ...exam, head, panel }
}

/** A case decided on Thursday 26 March 2026 at 17 o'clock, whose result was made known the same evening: the appeal term ends on Thursday 2 April. */
export async function aDecidedCase(world: TestWorld, held: Held, options: ExamCaseOptions = {}): Promise<DecidedCase> {
  const exam = await aHeldCase(world, held, options)
  await decide(world, exam, held === 'pass' ? 'pass' : 'fail')
  return exam
}

/** The panel of a held case decides it, and its result is made known. */
export async function decide(world: TestWorld, exam: DecidedCase, outcome: 'pass' | 'fail'): Promise<void> {
  const { head, panel } = exam
  world.at('2026-03-26 17:00')
  await decisions.callPanel(world.as(exam.clerk), { number: exam.number, version: await exam.version(), memberIds: panel.map((each) => each.accountId), chairId: head.accountId })
  for (const member of panel) await decisions.castVote(world.as(member), { number: exam.number, choice: outcome, note: '' })
  await decisions.takeDecision(world.as(exam.clerk), { number: exam.number, version: await exam.version() })
  if (outcome === 'pass') await documents.issueDocument(world.as(head), { number: exam.number, version: await exam.version() })
  else await documents.sendFailNotice(world.as(exam.clerk), { number: exam.number, version: await exam.version(), recommendations: 'Тақырыпты қайталаңыз.' })
}

/** The case of somebody who came on paper: what is decided or sent from now on lies in no account. */
export async function makePaperCase(world: TestWorld, exam: Pick<ExamCase, 'caseId'>): Promise<void> {
  await tx(world.system(), 'case.read', async (t) => {
    assertMay(t, casework.policy, 'case.read', { centreId: '', accountId: null })
    await t.sql.run('update case_file set account_id = null where id = $1', [exam.caseId])
  })
}

import * as exams from '#modules/exams/index.ts'
import { anExamCase, answerRightly, type ExamCase } from './exam-case.ts'
import { withApplication } from './lost-scope.ts'
import type { TestWorld } from './world.ts'

export interface ExamDay {
  cases: readonly ExamCase[]
  theory: string
  practice: string
}

/** Candidates of one day, called to both stages, with two assessors at the practice; the morning of 26 March 2026 has not begun. */
export async function anExamDay(world: TestWorld, candidates: number): Promise<ExamDay> {
  const first = await anExamCase(world)
  const cases = [first]
  while (cases.length < candidates) cases.push(await anExamCase(world, { beside: first }))
  for (const exam of cases) await withApplication(world, exam)
  world.at('2026-03-05 11:00')
  const theory = await first.sitting('theory', '2026-03-26')
  const practice = await first.sitting('practice', '2026-03-26', '13:00', '17:00')
  await world.db.run('insert into sitting_assessor (sitting_id, account_id) values ($1, $2)', [practice, first.second.accountId])
  for (const exam of cases) await exams.sendNotification(world.as(exam.clerk), { number: exam.number, version: await exam.version(), sittings: { theory, practice } })
  return { cases, theory, practice }
}

export async function brief(exam: ExamCase): Promise<void> {
  const kinds = ['familiarisation', 'briefing'] as const
  await exams.holdBriefing(exam.world.as(exam.invigilator), { number: exam.number, kinds })
  await exams.confirmBriefing(exam.world.as(exam.candidate), { number: exam.number, kinds })
}
/** Admitted, begun, answered and handed in. */
export async function writeTheory(exam: ExamCase, right: number): Promise<void> {
  await exams.admitToTheory(exam.world.as(exam.invigilator), { number: exam.number, identitySeen: true })
  await exams.startTheory(exam.world.as(exam.candidate), { number: exam.number })
  await answerRightly(exam, (await exams.readExamRoom(exam.world.as(exam.candidate), { number: exam.number })).runId!, right)
  await exams.handInTheory(exam.world.as(exam.candidate), { number: exam.number })
}
/** Marked alike by both, sheets accepted, ended. */
export async function markAlike(exam: ExamCase): Promise<void> {
  await exams.admitToPractice(exam.world.as(exam.assessor), { number: exam.number, identitySeen: true })
  for (const who of [exam.assessor, exam.second]) {
    for (const step of [1, 2, 3]) await exams.markStep(exam.world.as(who), { number: exam.number, step, done: true })
    await exams.acceptSheet(exam.world.as(who), { number: exam.number })
  }
  await exams.endPractice(exam.world.as(exam.assessor), { number: exam.number })
}

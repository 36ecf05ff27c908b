import type { Tx } from '#platform/acts/ctx.ts'
import * as casework from '#modules/casework/index.ts'
import type { CaseFile } from '#modules/casework/index.ts'
import { passRuleOf } from '../attempts.ts'
import { answerKey } from '../neighbours.ts'
import { selectAttempt } from '../store/attempt-store.ts'
import { creditedItems } from './credited-items.ts'
import { gradeTheory, isTheoryPassed } from './domain/grading.ts'
import { hasCredit, insertCredit } from './store/credit-store.ts'
import { selectAnswers, selectTheoryRun, updateTheoryCredited } from './store/theory-store.ts'

export { selectRunsToCredit as runsToCredit } from './store/credit-store.ts'

/** What crediting a faulty question has changed in a run. */
export interface CreditedRun {
  total: number
  before: { correct: number; passed: boolean }
  after: { correct: number; passed: boolean }
}

/**
 * Credits a faulty question in an ended run: a result is raised or stays, it is never lowered [D]. Undefined when it was done before. The
 * case must be locked and the caller has asked its own policy.
 */
export async function creditRun(t: Tx, kase: CaseFile, attemptId: string, fault: { id: string }): Promise<CreditedRun | undefined> {
  const attempt = await selectAttempt(t.sql, attemptId)
  const run = attempt && (await selectTheoryRun(t.sql, attempt.id, { lock: true }))
  if (!attempt || !run?.endKind || (await hasCredit(t.sql, run.id, fault.id))) return undefined
  const grade = gradeTheory(run.form, await selectAnswers(t.sql, run.id), await answerKey(t.sql, attempt.programmeVersionId), await creditedItems(t, kase, attempt.programmeVersionId))
  const before = { correct: run.correct ?? 0, passed: run.passed ?? false }
  const mayPass = run.endKind !== 'removal' && run.endKind !== 'stopped'
  const after = {
    correct: Math.max(before.correct, grade.correct),
    passed: before.passed || (mayPass && isTheoryPassed(grade.correct, grade.total, passRuleOf(await casework.normsOf(t, kase)))),
  }
  await insertCredit(t.sql, {
    runId: run.id, faultId: fault.id as typeof run.id, caseId: kase.id, creditedAt: t.now,
    correctBefore: before.correct, correctAfter: after.correct, passedBefore: before.passed, passedAfter: after.passed,
  })
  if (after.correct !== before.correct || after.passed !== before.passed) {
    await updateTheoryCredited(t.sql, run.id, after)
    await casework.record(t, kase.id, 'theory-credited', { runId: run.id, faultId: fault.id, total: grade.total, correct: [before.correct, after.correct], passed: [before.passed, after.passed] })
  }
  return { total: grade.total, before, after }
}

import { legalDay, type Moment } from '#kernel/day.ts'
import { normBoolean } from '#kernel/norms.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import * as casework from '#modules/casework/index.ts'
import type { CaseFile } from '#modules/casework/index.ts'
import { endAttempt, passRuleOf, type Attempt } from '../attempts.ts'
import { answerKey } from '../neighbours.ts'
import { briefAnew } from '../preparation/brief-anew.ts'
import { briefsEachSitting } from '../preparation/domain/acknowledgement.ts'
import { creditedItems } from './credited-items.ts'
import { gradeTheory, isTheoryPassed } from './domain/grading.ts'
import { selectAnswers, selectLogEnd, updateTheoryEnded, type TheoryEnd, type TheoryRun } from './store/theory-store.ts'

const EMPTY_LOG = new Uint8Array(32)

/**
 * Grades what was answered and closes the run: the digest of the answer log enters the chain of the case. A removed candidate does
 * not pass whatever he answered.
 */
export async function closeTheory(t: Tx, { kase, attempt, run }: { kase: CaseFile; attempt: Attempt; run: TheoryRun }, end: { kind: TheoryEnd; at: Moment }): Promise<{ passed: boolean; correct: number; total: number }> {
  const { grade, passed, logged } = await gradeRun(t, { kase, attempt, run }, end)
  const payload = { runId: run.id, total: grade.total, correct: grade.correct, endKind: end.kind, ...logged }
  const on = legalDay(end.at)
  const goesOn = passed || (await mayPractise(t, kase, attempt, end.kind))
  if (!goesOn) await endAttempt(t, kase, attempt, 'theory.fail', 'theory-not-passed', { from: on, at: end.at, payload })
  else {
    const moved = await casework.advance(t, kase, 'theory.pass', passed ? 'theory-passed' : 'theory-not-passed', { payload: { attemptId: attempt.id, ...payload } })
    if (!attempt.stages.includes('practice')) await endAttempt(t, moved, attempt, 'attempt.end', 'attempt-held', { from: on, at: end.at, payload: {} })
    else if (briefsEachSitting(await casework.normsOf(t, kase))) await briefAnew(t, moved, attempt)
  }
  return { passed, correct: grade.correct, total: grade.total }
}

/** Whether the practice is held although the theory was not passed: only when the norm says so, and never after a removal. */
async function mayPractise(t: Tx, kase: CaseFile, attempt: Attempt, end: TheoryEnd): Promise<boolean> {
  if (end === 'removal' || end === 'stopped' || !attempt.stages.includes('practice')) return false
  return normBoolean(await casework.normsOf(t, kase), 'admitToPracticeAfterTheoryFail')
}

/** Stores the grade and the end without moving the case: for a removal, which moves it itself. */
export async function gradeRun(t: Tx, { kase, attempt, run }: { kase: CaseFile; attempt: Attempt; run: TheoryRun }, end: { kind: TheoryEnd; at: Moment }) {
  const grade = gradeTheory(run.form, await selectAnswers(t.sql, run.id), await answerKey(t.sql, attempt.programmeVersionId), await creditedItems(t, kase, attempt.programmeVersionId))
  const rule = passRuleOf(await casework.normsOf(t, kase))
  const passed = end.kind !== 'removal' && end.kind !== 'stopped' && isTheoryPassed(grade.correct, grade.total, rule)
  const log = await selectLogEnd(t.sql, run.id)
  const digest = log?.hash ?? EMPTY_LOG
  await updateTheoryEnded(t.sql, run.id, { at: end.at, kind: end.kind, correct: grade.correct, passed, logDigest: digest })
  return { grade, passed, logged: { answers: log?.seq ?? 0, logDigest: Buffer.from(digest).toString('hex') } }
}

import type { Tx } from '#platform/acts/ctx.ts'
import * as casework from '#modules/casework/index.ts'
import { writeToCandidate } from './letters.ts'
import { insertReview } from './store/review-store.ts'
import { sessionOf, type Watched } from './watched.ts'

/** Every ending goes at once to a person who took no part; the panel waits for his word. The case must be locked. */
export async function openReview(t: Tx, watched: Watched, flagId: string): Promise<void> {
  const { kase, exam } = watched
  await insertReview(t.sql, { sessionId: sessionOf(watched).id, caseId: kase.id, flagId, at: t.now })
  await casework.record(t, kase.id, 'ending-under-review', { attemptId: exam.attempt.id, stage: exam.stage, flagId })
  await writeToCandidate(t, kase, 'ended')
}

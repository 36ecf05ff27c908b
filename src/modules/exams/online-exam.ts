import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { findNotifiedSitting } from './attempts.ts'
import { selectNewestAttempt, selectViolations, type Attempt, type Violation } from './store/attempt-store.ts'
import { selectTheoryRun } from './theory/store/theory-store.ts'
import type { Stage } from './preparation/domain/notification.ts'
import type { PlannedSitting } from './neighbours.ts'

/** An attempt whose theory is held on line, as whoever watches it needs it. */
export interface OnlineExam {
  attempt: Attempt
  stage: Stage
  sitting: PlannedSitting
  run: { id: Uuid; startedAt: Moment | null; endsAt: Moment | null; endKind: string | null; endedAt: Moment | null; haltedAt: Moment | null; total: number } | undefined
  violations: Violation[]
}

/** The newest attempt of a case, when its theory is held on line; the caller has asked its own policy. */
export async function findOnlineExam(t: Tx, caseId: string): Promise<OnlineExam | undefined> {
  const attempt = await selectNewestAttempt(t.sql, caseId)
  const sitting = attempt && (await findNotifiedSitting(t, attempt.id, 'theory'))
  if (!attempt || sitting?.mode !== 'online') return undefined
  const run = await selectTheoryRun(t.sql, attempt.id)
  return {
    attempt, stage: 'theory', sitting, violations: await selectViolations(t.sql, attempt.id),
    run: run && { id: run.id, startedAt: run.startedAt, endsAt: run.endsAt, endKind: run.endKind, endedAt: run.handedInAt, haltedAt: run.haltedAt, total: run.total },
  }
}

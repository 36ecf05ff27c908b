import { plusMs, type Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { noteSignal } from '#modules/exams/index.ts'
import { insertFlag, type Flag } from './store/signal-store.ts'
import { sessionOf, type Watched } from './watched.ts'

/** Seconds of recording shown before and after what is told, so that a clip can be judged. */
const AROUND_MS = 5_000

export interface NewFlag {
  kind: string
  outcome: Flag['outcome']
  from: Moment
  to: Moment
  note: string
  raisedBy?: string | null
  byNorm?: string | null
  incidentId?: string | null
  violationId?: string | null
}

/** Raises a flag that the candidate will see with its clip, and may answer. */
export async function raiseFlag(t: Tx, watched: Watched, flag: NewFlag): Promise<Uuid> {
  const id = t.newId()
  const until = plusMs(flag.to, AROUND_MS)
  await insertFlag(t.sql, {
    id, sessionId: sessionOf(watched).id, caseId: watched.kase.id, kind: flag.kind, outcome: flag.outcome, fromAt: plusMs(flag.from, -AROUND_MS), toAt: until, raisedAt: t.now,
    raisedBy: (flag.raisedBy as Uuid) ?? null, byNorm: flag.byNorm ?? null, note: flag.note, incidentId: (flag.incidentId as Uuid) ?? null, violationId: (flag.violationId as Uuid) ?? null,
  })
  return id
}

/** What a machine noticed: an incident of the exam with its flag, and nothing more. */
export async function flagSignal(t: Tx, watched: Watched, signal: { kind: string; from: Moment; to: Moment; note: string }): Promise<Uuid> {
  const incidentId = await noteSignal(t, watched.kase, watched.exam.attempt.id, { kind: signal.kind, note: signal.note })
  return raiseFlag(t, watched, { ...signal, outcome: 'incident', incidentId })
}

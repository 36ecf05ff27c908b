import { deny } from '#kernel/denial.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { writeByList } from './automatic-violation.ts'
import { DETERMINISTIC, oneOf } from './domain/kinds.ts'
import { eachWatch } from './each-watch.ts'
import { policy } from './policy.ts'
import { selectPendingDue, updatePending, type Session } from './store/session-store.ts'
import { sessionOf, watchedCase, type Watched, type OfStage } from './watched.ts'

/** Where the norm lets a person look before an automatic end: he ends the exam, or lets it go on with his reason. */
export async function lookAtEnding(ctx: Ctx, input: OfStage & { number: string; end: boolean; note: string }): Promise<void> {
  await tx(ctx, 'proctoring.conduct', async (t) => {
    const watched = await watchedCase(t, input.number, { stage: input.stage, lock: true }, (kase) => assertMay(t, policy, 'proctoring.conduct', kase))
    const session = sessionOf(watched)
    if (session.pendingNorm === null) deny('proctoring.nothing-waits')
    if (input.note.trim() === '') deny('violation.note-missing', { field: 'note' })
    await updatePending(t.sql, session.id, null)
    if (input.end) await endPending(t, watched, session)
    else await casework.record(t, watched.kase.id, 'ending-let-go', { attemptId: session.attemptId, byNorm: session.pendingNorm, note: input.note.trim() })
  })
}

async function endPending(t: Tx, watched: Watched, session: Session): Promise<void> {
  const kind = oneOf(DETERMINISTIC, session.pendingNorm!.split(':')[1])
  if (!kind || watched.kase.step !== `${watched.exam.stage}-running` || watched.state === 'ended') return
  await writeByList(t, watched, { kind, from: session.pendingSince!, to: session.pendingSince!, byNorm: session.pendingNorm! })
}

/** Ends the exams for which nobody looked within the term of the norm. Answers how many; safe to run twice. */
export async function endUnlooked(ctx: Ctx): Promise<number> {
  const due = await read(ctx, 'proctoring.end-due', async (t) => {
    assertMay(t, policy, 'proctoring.end-due', undefined as never)
    return selectPendingDue(t.sql, t.now, 100)
  })
  return eachWatch(ctx, due, async (t, watched, session) => {
    if (session.pendingUntil === null || session.pendingUntil > t.now) return false
    await updatePending(t.sql, session.id, null)
    await endPending(t, watched, session)
    return true
  })
}

import { plusMinutes, type Moment } from '#kernel/day.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import * as casework from '#modules/casework/index.ts'
import { countedInStage, writeViolation } from '#modules/exams/index.ts'
import { violationStep } from './domain/automatic-end.ts'
import type { Deterministic } from './domain/kinds.ts'
import { raiseFlag } from './flag.ts'
import { forgetKnown } from './known-watch.ts'
import { messages } from './messages/index.ts'
import { openReview } from './open-review.ts'
import { updatePending } from './store/session-store.ts'
import { sessionOf, type Watched } from './watched.ts'

/** What the closed list says of it, in both languages of the protocol: found by arithmetic, so that it can be said exactly. */
const noteOf = (kind: Deterministic) => `${messages.kk.deterministic[kind]} / ${messages.ru.deterministic[kind]}`
const GROUNDS = { 'second-workstation': 'outside-help', 'page-left': 'left-place' } as const

/**
 * An entry of the closed list of the norms was found: a warning first, the end when it comes again after the warning was read. Where the norm
 * lets a person look first, the end waits for him. The case must be locked; answers what was done.
 */
export async function automaticViolation(t: Tx, watched: Watched, found: { kind: Deterministic; from: Moment; to: Moment }): Promise<'nothing' | 'warning' | 'ending' | 'look'> {
  const { kase, exam, norms } = watched
  if (!norms.deterministic.includes(found.kind) || kase.step !== `${exam.stage}-running` || exam.run?.broken) return 'nothing'
  const step = violationStep({
    before: countedInStage(exam.violations, exam.stage), endsExamAt: norms.endsExamAt, now: t.now, quietSeconds: norms.quietSeconds, automaticEnd: norms.automaticEnd, isPending: sessionOf(watched).pendingNorm !== null,
  })
  const byNorm = `violation.automaticKinds:${found.kind}`
  if (step === 'nothing') return step
  if (step === 'look') {
    const minutes = norms.automaticEnd.kind === 'after-look' ? norms.automaticEnd.minutes : 0
    await updatePending(t.sql, sessionOf(watched).id, { norm: byNorm, since: t.now, until: plusMinutes(t.now, minutes) })
    await raiseFlag(t, watched, { kind: found.kind, outcome: 'incident', from: found.from, to: found.to, note: noteOf(found.kind), byNorm })
    await casework.record(t, kase.id, 'ending-waits-for-look', { attemptId: exam.attempt.id, byNorm, minutes })
    return step
  }
  await writeByList(t, watched, { ...found, byNorm })
  return step
}

/** Writes the violation that the closed list found, and opens the look of a person at once when it ended the exam. */
export async function writeByList(t: Tx, watched: Watched, found: { kind: Deterministic; from: Moment; to: Moment; byNorm: string }): Promise<void> {
  const { kase, exam } = watched
  const written = await writeViolation(t, kase, exam.attempt, { stage: exam.stage, ground: GROUNDS[found.kind], note: noteOf(found.kind), by: null, byNorm: found.byNorm })
  const flagId = await raiseFlag(t, watched, { kind: found.kind, outcome: written.outcome === 'removal' ? 'ending' : 'warning', from: found.from, to: found.to, note: noteOf(found.kind), byNorm: found.byNorm, violationId: written.id })
  if (written.outcome === 'removal') {
    await openReview(t, watched, flagId)
    forgetKnown(kase.number)
  }
}

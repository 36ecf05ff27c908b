import { plusMs } from '#kernel/day.ts'
import { deny } from '#kernel/denial.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { writeIncident, writeViolation, type IncidentKind, type ViolationGround } from '#modules/exams/index.ts'
import { raiseFlag } from './flag.ts'
import { forgetKnown } from './known-watch.ts'
import { openReview } from './open-review.ts'
import { policy } from './policy.ts'
import { selectFlags } from './store/signal-store.ts'
import { sessionOf, watchedCase, type OfStage } from './watched.ts'

/** Without a flag to which the proctor points, the clip is what went before his press. */
const BEFORE_MS = 20_000

export interface OnlineViolation extends OfStage {
  number: string
  ground: ViolationGround
  note: string
  wanted: 'warning' | 'removal'
  /** How many violations that count in the stage stood on the page when he decided. */
  seen: number
  /** What he saw: the flag whose time is the clip of this violation. */
  flagId?: string | undefined
}

/** A proctor writes down a violation: the first is a warning that must be read, the second ends the exam and goes at once to a reviewer. */
export async function recordOnlineViolation(ctx: Ctx, input: OnlineViolation): Promise<{ outcome: 'warning' | 'removal' }> {
  return tx(ctx, 'proctoring.conduct', async (t) => {
    const watched = await watchedCase(t, input.number, { stage: input.stage, lock: true }, (kase) => assertMay(t, policy, 'proctoring.conduct', kase))
    const session = sessionOf(watched)
    // The practice goes on when the work of the candidate is over: then it is only marked.
    if (watched.state === 'ended' || watched.state === 'broken-down') deny('violation.not-running')
    const pointed = input.flagId ? (await selectFlags(t.sql, session.id)).find((flag) => flag.id === input.flagId) : undefined
    const by = accountOf(t.actor)!
    const written = await writeViolation(t, watched.kase, watched.exam.attempt, { stage: watched.exam.stage, ground: input.ground, note: input.note, seen: input.seen, wanted: input.wanted, by })
    const flagId = await raiseFlag(t, watched, {
      kind: input.ground, outcome: written.outcome === 'removal' ? 'ending' : 'warning', from: pointed?.fromAt ?? plusMs(t.now, -BEFORE_MS), to: pointed?.toAt ?? t.now,
      note: input.note.trim(), raisedBy: by, violationId: written.id,
    })
    if (written.outcome === 'removal') {
      await openReview(t, watched, flagId)
      forgetKnown(input.number)
    }
    return { outcome: written.outcome }
  })
}

/** A failure that is nobody's fault, with the minutes given back for it; it is never a violation. `seen`: how many stood on the page, so that two people do not both give the same minutes. */
export async function giveMinutesBack(ctx: Ctx, input: OfStage & { number: string; kind: IncidentKind; note: string; minutes: number; seen?: number }): Promise<void> {
  await tx(ctx, 'proctoring.conduct', async (t) => {
    const watched = await watchedCase(t, input.number, { stage: input.stage, lock: true }, (kase) => assertMay(t, policy, 'proctoring.conduct', kase))
    if (watched.state === 'ended') deny('proctoring.ended')
    await writeIncident(t, watched.kase, watched.exam.attempt, { kind: input.kind, note: input.note, minutes: input.minutes, ...(input.seen === undefined ? {} : { seen: input.seen }), stage: watched.exam.stage, by: accountOf(t.actor)! })
  })
}

import { assertNone, deny } from '#kernel/denial.ts'
import type { Moment } from '#kernel/day.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { getNotifiedSitting, type Attempt } from '../attempts.ts'
import { endsAtAfterHalt } from '../conduct/domain/halt.ts'
import { admitBlockers } from '../conduct/domain/violations.ts'
import { selectOpenHalt } from '../conduct/store/halt-store.ts'
import { extraPercentOf, getProgrammeVersion, listAccommodations } from '../neighbours.ts'
import { policy } from '../policy.ts'
import { isFullyAcknowledged } from '../preparation/domain/acknowledgement.ts'
import { selectAcknowledgements } from '../preparation/store/preparation-store.ts'
import { admissionBlockers, theoryEndsAt } from './domain/exam-time.ts'
import { minutesBefore } from './admit-to-theory.ts'
import { atSeat, type Seat } from './seat.ts'
import { leftMsOf } from '../postponing/domain/breakdown.ts'
import { goOnTheory } from '../postponing/store/breakdown-store.ts'
import { endBreakdown, selectOpenBreakdown } from '../postponing/store/online-breakdown-store.ts'
import { updateTheoryStarted, type TheoryRun } from './store/theory-store.ts'

/** The candidate begins: from now on the server counts his time. Beginning twice changes nothing. */
export async function startTheory(ctx: Ctx, seat: Seat): Promise<{ endsAt: Moment }> {
  return tx(ctx, 'theory.start', (t) => atSeat(t, seat, { lock: true }, async ({ kase, attempt, run, facts }) => {
    assertMay(t, policy, 'exam.sit', facts)
    if (!run) deny('theory.not-admitted')
    if (run.startedAt && run.endsAt && !run.interruptedAt) return { endsAt: run.endsAt }
    const broken = run.interruptedAt ? await selectOpenBreakdown(t.sql, run.id) : undefined
    if (run.interruptedAt && run.identityCheckedAt <= run.interruptedAt && !broken?.letOnAt) deny('theory.not-admitted')
    const sitting = await getNotifiedSitting(t, attempt.id, 'theory')
    if (await selectOpenHalt(t.sql, sitting.id)) deny('theory.halted')
    assertNone('theory.not-startable', [
      ...admitBlockers({ sittingOn: sitting.onDay, today: t.today, identitySeen: true, acknowledged: isFullyAcknowledged(await selectAcknowledgements(t.sql, attempt.id)) }),
      ...admissionBlockers({ startsAt: sitting.startsAt, endsAt: sitting.endsAt, now: t.now, minutesBefore: await minutesBefore(t, kase) }),
    ])
    if (run.interruptedAt) return goOn(t, kase, attempt, run)
    const { content } = await getProgrammeVersion(t.sql, attempt.programmeVersionId)
    const extra = extraPercentOf(await listAccommodations(t, kase.id))
    const endsAt = theoryEndsAt(t.now, content.theoryMinutes, extra)
    await updateTheoryStarted(t.sql, run.id, t.now, endsAt)
    await casework.advance(t, kase, 'theory.start', 'theory-started', {
      dueOn: t.today, payload: { attemptId: attempt.id, runId: run.id, total: run.total, minutes: content.theoryMinutes, extraPercent: extra, endsAt, bySeatCode: seat.token !== undefined },
    })
    return { endsAt }
  }))
}

/** A theory that broke down goes on: its clock runs again with exactly what was left. */
async function goOn(t: Tx, kase: casework.CaseFile, attempt: Attempt, run: TheoryRun): Promise<{ endsAt: Moment }> {
  const endsAt = endsAtAfterHalt(run.endsAt!, run.haltedAt!, t.now)
  await goOnTheory(t.sql, run.id, endsAt)
  await endBreakdown(t.sql, run.id, 'went-on', t.now)
  const payload = { attemptId: attempt.id, runId: run.id, leftMs: leftMsOf(run), endsAt }
  // On line it goes on within its own sitting, and the case never left its step.
  if (kase.step === 'theory-running') await casework.record(t, kase.id, 'theory-went-on', payload)
  else await casework.advance(t, kase, 'theory.start', 'theory-went-on', { dueOn: t.today, payload })
  return { endsAt }
}

import { assertNone, Denial } from '#kernel/denial.ts'
import { parseUuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { cancelWithin, lockSitting } from '#modules/scheduling/index.ts'
import { currentAttempt } from '../attempts.ts'
import { releaseChosenDay } from '../choosing/release-chosen-day.ts'
import { selectChosenCases } from '../choosing/store/choice-store.ts'
import { policy } from '../policy.ts'
import { lockSittings, selectCasesOfSitting, selectNotification } from '../preparation/store/preparation-store.ts'
import { callOffBlockers } from './domain/postponement.ts'
import { callOffNotification } from './postpone.ts'
import { countRunning } from './store/postponement-store.ts'

/**
 * The centre cannot hold a sitting: it leaves the schedule, and everybody called to it gets a new lawful day, free of charge, within the term for a notice,
 * which runs anew. Whoever has passed a stage keeps it. A sitting in which somebody runs is stopped, not called off.
 */
export async function callOffSitting(ctx: Ctx, input: { sittingId: string; ground: string; note: string }): Promise<{ calledOff: number }> {
  return tx(ctx, 'sitting.call-off', async (t) => {
    if (!parseUuid(input.sittingId)) throw new Denial('not-found')
    // Nobody is called to it meanwhile; cases before the sitting's own row, as every act of the exam locks them.
    await lockSittings(t.sql, [input.sittingId])
    const cases: casework.CaseFile[] = []
    for (const caseId of await selectCasesOfSitting(t.sql, input.sittingId)) cases.push(await casework.lockCase(t, caseId))
    const choosing: casework.CaseFile[] = []
    for (const caseId of await selectChosenCases(t.sql, input.sittingId)) choosing.push(await casework.lockCase(t, caseId))
    const sitting = await lockSitting(t, input.sittingId)
    assertMay(t, policy, 'sitting.call-off', sitting)
    const note = input.note.trim()
    assertNone('postponement.not-possible', callOffBlockers({ ground: input.ground, note }, { cancelled: sitting.cancelledAt !== null, over: sitting.endsAt <= t.now, running: await countRunning(t.sql, sitting.id) }))
    let calledOff = 0
    for (const kase of cases) {
      const attempt = await currentAttempt(t, kase.id)
      const notification = attempt && (await selectNotification(t.sql, attempt.id))
      // Whoever has handed in this stage goes on to the next as he was told.
      if (!attempt || attempt.endedAt || !notification || !casework.nextStep(kase.step, 'exam.postpone') || (sitting.stage === 'theory' && kase.step === 'theory-passed')) continue
      await callOffNotification(t, kase, { attempt, notification, kind: 'centre', ground: input.ground, note, paper: null })
      calledOff++
    }
    for (const kase of choosing) await releaseChosenDay(t, kase)
    await cancelWithin(t, sitting, { ground: input.ground, calledOff })
    return { calledOff }
  })
}

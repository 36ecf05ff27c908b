import { legalDay } from '#kernel/day.ts'
import { assertNone, deny } from '#kernel/denial.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { endAttempt, getNotifiedSitting, getOpenAttempt } from '../attempts.ts'
import { policy } from '../policy.ts'
import { callOffNotification } from '../postponing/postpone.ts'
import { countNotLetIn } from '../postponing/store/postponement-store.ts'
import { selectPracticeRun } from '../practice/store/practice-store.ts'
import { selectNotification } from '../preparation/store/preparation-store.ts'
import { selectTheoryRun } from '../theory/store/theory-store.ts'
import { decisionTermAfterNoShow } from './domain/decision-term.ts'
import { endAtTheDoor, type EndAtTheDoor } from './domain/not-let-in.ts'
import { noShowBlockers } from './domain/violations.ts'
import { insertNoShow } from './store/conduct-store.ts'
import { selectNotLetIn } from './store/not-let-in-store.ts'

/**
 * The sitting is over, and he was not inside. Who did not come is absent, and the panel decides. Who came and was not let in is not absent: he gets another day as often
 * as the norm says, his ground kept; after that his attempt ends under its own name, within the terms of an absence.
 */
export async function recordNoShow(ctx: Ctx, input: { number: string; stage: Stage }): Promise<EndAtTheDoor> {
  return tx(ctx, 'no-show.record', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'exam.conduct', { ...kase, stage: input.stage })
    casework.assertStep(kase, 'attempt.end')
    const attempt = await getOpenAttempt(t, kase)
    const sitting = await getNotifiedSitting(t, attempt.id, input.stage)
    const theory = input.stage === 'theory' ? await selectTheoryRun(t.sql, attempt.id) : undefined
    // Whoever was there when it broke down may still stay away on the new day.
    const startedAt = input.stage === 'theory' ? (theory?.interruptedAt ? null : theory?.startedAt) : (await selectPracticeRun(t.sql, attempt.id))?.startedAt
    assertNone('no-show.not-possible', noShowBlockers({ sittingEndsAt: sitting.endsAt, startedAt: startedAt ?? null, now: t.now }))
    const norms = await casework.normsOf(t, kase)
    const said = await selectNotLetIn(t.sql, attempt.id, sitting.id)
    const end = endAtTheDoor(norms, { notLetIn: said !== undefined, daysGiven: await countNotLetIn(t.sql, attempt.id) })
    if (said && end === 'another-day') {
      const notification = (await selectNotification(t.sql, attempt.id)) ?? deny('notice.none-yet')
      await callOffNotification(t, kase, { attempt, notification, kind: 'not-let-in', ground: null, note: said.note, paper: null, notLetIn: { id: said.id, ground: said.ground } })
      return end
    }
    await insertNoShow(t.sql, { attemptId: attempt.id, stage: input.stage, onDay: sitting.onDay, by: accountOf(t.actor)!, at: t.now, notLetInId: said?.id ?? null })
    const from = decisionTermAfterNoShow(norms, { appointed: legalDay(sitting.startsAt), recorded: t.today })
    await endAttempt(t, kase, attempt, 'attempt.end', said ? 'not-let-in-recorded' : 'no-show-recorded', {
      from, at: t.now, payload: { stage: input.stage, onDay: sitting.onDay, ...(said ? { kind: said.ground, note: said.note } : {}) },
    })
    return end
  })
}

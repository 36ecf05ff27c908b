import { deny, Denial } from '#kernel/denial.ts'
import { parseUuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { policy } from './policy.ts'
import { insertAnswer, selectFlag } from './store/signal-store.ts'
import { keptOf, watchedCase, type OfStage } from './watched.ts'

export const ANSWER_MOST = 4000

/** The candidate says in writing what happened; he may add to it, and nothing written is changed. */
export async function answerFlag(ctx: Ctx, input: OfStage & { number: string; flagId: string; text: string }): Promise<void> {
  await tx(ctx, 'proctoring.sit', async (t) => {
    const watched = await watchedCase(t, input.number, { stage: input.stage, lock: true }, (kase) => assertMay(t, policy, 'proctoring.sit', kase))
    const id = parseUuid(input.flagId)
    const flag = id && (await selectFlag(t.sql, id))
    if (!flag || flag.sessionId !== keptOf(watched).id) throw new Denial('not-found')
    const text = input.text.trim()
    if (text === '') deny('proctoring.message-missing', { field: 'text' })
    if (text.length > ANSWER_MOST) deny('proctoring.message-too-long', { field: 'text', most: ANSWER_MOST })
    await insertAnswer(t.sql, { id: t.newId(), flagId: flag.id, caseId: watched.kase.id, text, writtenAt: t.now })
    await casework.record(t, watched.kase.id, 'flag-answered', { attemptId: watched.exam.attempt.id, flagId: flag.id })
  })
}

import { deny } from '#kernel/denial.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { policy } from './policy.ts'
import { insertMessage } from './store/session-store.ts'
import { sessionOf, watchedCase, type OfStage } from './watched.ts'

export const MESSAGE_MOST = 1000

/** A line between candidate and proctor during the exam; it stays with the case. */
export async function writeMessage(ctx: Ctx, input: OfStage & { number: string; text: string }): Promise<void> {
  await tx(ctx, 'proctoring.sit', async (t) => {
    let fromCandidate = false
    const watched = await watchedCase(t, input.number, { stage: input.stage, lock: true }, (kase) => {
      fromCandidate = casework.isCandidateOf(t.actor, kase)
      if (fromCandidate) assertMay(t, policy, 'proctoring.sit', kase)
      else assertMay(t, policy, 'proctoring.conduct', kase)
    })
    const session = sessionOf(watched)
    const text = input.text.trim()
    if (watched.state === 'ended') deny('proctoring.ended')
    if (text === '') deny('proctoring.message-missing', { field: 'text' })
    if (text.length > MESSAGE_MOST) deny('proctoring.message-too-long', { field: 'text', most: MESSAGE_MOST })
    await insertMessage(t.sql, { id: t.newId(), sessionId: session.id, caseId: watched.kase.id, writtenBy: accountOf(t.actor)!, fromCandidate, text, writtenAt: t.now })
  })
}

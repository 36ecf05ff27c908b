import { isDenial } from '#kernel/denial.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import { eachInTurn } from '#platform/acts/each-in-turn.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { policy } from './policy.ts'
import type { Session } from './store/session-store.ts'
import { sessionOf, watchedOf, type Watched } from './watched.ts'

/** Goes through the watches that are due, each under the lock of its case and in a transaction of its own: a lawful no is nothing done, and a fault holds up no other. Answers how many moved. */
export function eachWatch<Due extends { caseId: string; stage: Stage }>(ctx: Ctx, all: readonly Due[], act: (t: Tx, watched: Watched, session: Session, each: Due) => Promise<boolean>): Promise<number> {
  return eachInTurn(all, (each) => tx(ctx, 'proctoring.end-due', async (t) => {
    assertMay(t, policy, 'proctoring.end-due', undefined as never)
    const watched = await watchedOf(t, await casework.lockCase(t, each.caseId), { stage: each.stage, lock: true })
    return act(t, watched, sessionOf(watched), each)
  }).catch((error: unknown) => {
    if (!isDenial(error)) throw error
    return false
  }))
}

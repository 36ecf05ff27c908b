import type { Uuid } from '#kernel/id.ts'
import { eachInTurn } from '#platform/acts/each-in-turn.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { currentAttempt, type Attempt } from './attempts.ts'
import { policy } from './policy.ts'

const AT_ONCE = 50

/** What a timer of the server ends: which cases are due, and the ending of one, which answers false where another was quicker. */
export interface Due {
  find(t: Tx, most: number): Promise<{ caseId: Uuid }[]>
  end(t: Tx, kase: casework.CaseFile, attempt: Attempt): Promise<boolean>
}

/** The server's own timer: ends what is due, each under the lock of its case and in a transaction of its own, so that one that fails holds up nobody else. Safe to run twice and by two workers. */
export async function endEachDue(ctx: Ctx, due: Due): Promise<number> {
  const found = await read(ctx, 'exam.end-due', async (t) => {
    assertMay(t, policy, 'exam.end-due', undefined as never)
    return due.find(t, AT_ONCE)
  })
  return eachInTurn(found, ({ caseId }) => tx(ctx, 'exam.end-due', async (t) => {
    assertMay(t, policy, 'exam.end-due', undefined as never)
    const kase = await casework.lockCase(t, caseId)
    const attempt = await currentAttempt(t, kase.id)
    return attempt !== undefined && !attempt.endedAt && (await due.end(t, kase, attempt))
  }))
}

import { deny } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { leaveComputer } from '#modules/exams/index.ts'
import { policy } from './policy.ts'
import { updateUnheard } from './store/session-store.ts'
import { sessionOf, watchedCase, type OfStage } from './watched.ts'

/**
 * The computer of the exam is forgotten, and the next one that speaks is his first: for whoever sits at another one, or whose browser has lost its name. It is no
 * violation, and nothing of the exam changes; while the former still speaks, it is the next one itself.
 */
export async function letAnotherComputerIn(ctx: Ctx, input: OfStage & { number: string }): Promise<void> {
  await tx(ctx, 'proctoring.conduct', async (t) => {
    const watched = await watchedCase(t, input.number, { stage: input.stage, lock: true }, (kase) => assertMay(t, policy, 'proctoring.conduct', kase))
    const session = sessionOf(watched)
    if (watched.state !== 'running' && watched.state !== 'warned') deny('proctoring.not-running')
    await updateUnheard(t.sql, session.id)
    if (watched.exam.stage === 'theory' && watched.exam.run) await leaveComputer(t, watched.exam.run.id)
    await casework.record(t, watched.kase.id, 'watch-computer-let-in', { attemptId: session.attemptId, stage: session.stage })
  })
}

import { deny } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { goOnWithWork, startPracticeOnline } from '#modules/exams/index.ts'
import { policy } from './policy.ts'
import { sessionOf, watchedCase } from './watched.ts'

/** The candidate of a practice on line begins his work, once a proctor has let him in. Beginning twice changes nothing; whom a failure broke off goes on. */
export async function beginPractice(ctx: Ctx, input: { number: string }): Promise<void> {
  await tx(ctx, 'proctoring.sit', async (t) => {
    const watched = await watchedCase(t, input.number, { stage: 'practice', lock: true }, (kase) => assertMay(t, policy, 'proctoring.sit', kase))
    const session = sessionOf(watched)
    if (watched.exam.run?.broken) return goOnWithWork(t, watched.kase)
    if (watched.exam.run) return
    if (watched.state === 'ended') deny('proctoring.ended')
    if (session.admittedBy === null || session.admittedAt === null) deny('proctoring.not-admitted')
    await startPracticeOnline(t, watched.kase, { admittedBy: session.admittedBy, admittedAt: session.admittedAt })
  })
}

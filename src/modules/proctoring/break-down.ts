import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { breakOffOnline, letGoOnOnline, putOffBrokenDown, type OnlineBreakdownGround } from '#modules/exams/index.ts'
import { policy } from './policy.ts'
import { updateUnheard } from './store/session-store.ts'
import { sessionOf, watchedCase, type OfStage, type Watched } from './watched.ts'

type Named = OfStage & { number: string }

const ofProctor = (t: Tx, input: Named): Promise<Watched> => watchedCase(t, input.number, { stage: input.stage, lock: true }, (kase) => assertMay(t, policy, 'proctoring.conduct', kase))

/** The exam of one candidate is broken off by a technical failure, which is never a violation: his clock stands, and any computer may be the next. */
export async function breakDownExam(ctx: Ctx, input: Named & { ground: OnlineBreakdownGround; note: string; minutes: number }): Promise<void> {
  await tx(ctx, 'proctoring.conduct', async (t) => {
    const watched = await ofProctor(t, input)
    const session = sessionOf(watched)
    await breakOffOnline(t, watched.kase, watched.exam, { ground: input.ground, note: input.note, minutes: input.minutes, by: accountOf(t.actor)! })
    await updateUnheard(t.sql, session.id)
  })
}

/** He may go on within the sitting. His consent and the pictures of this day stand, for it is the same watch; the computer may be another. */
export async function letGoOn(ctx: Ctx, input: Named): Promise<void> {
  await tx(ctx, 'proctoring.conduct', async (t) => {
    const watched = await ofProctor(t, input)
    sessionOf(watched)
    await letGoOnOnline(t, watched.kase, watched.exam, accountOf(t.actor)!)
  })
}

/** It does not go on today: another day, free of charge, with consent and pictures of that day. */
export async function putOffExam(ctx: Ctx, input: Named): Promise<void> {
  await tx(ctx, 'proctoring.conduct', async (t) => {
    const watched = await ofProctor(t, input)
    await putOffBrokenDown(t, watched.kase, watched.exam, accountOf(t.actor)!)
  })
}

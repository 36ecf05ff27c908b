import { deny } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as exams from '#modules/exams/index.ts'
import { forgetMoment } from './closed-moment.ts'
import { missingPictures } from './domain/state.ts'
import { writeToCandidate } from './letters.ts'
import { policy } from './policy.ts'
import { forgetClosedLook, picturesSince, selectPictures } from './store/session-store.ts'
import { sessionOf, watchedCase, type OfStage } from './watched.ts'

/**
 * The proctor does not let him in as he is, and says why. It ends nothing: new pictures are looked at anew, by him or by another, until the sitting ends. Who came and was
 * not let in has come; the history says so beside whatever is decided on his absence.
 */
export async function refuseAdmission(ctx: Ctx, input: OfStage & { number: string; ground: string; note: string }): Promise<void> {
  const sessionId = await tx(ctx, 'proctoring.conduct', async (t) => {
    const watched = await watchedCase(t, input.number, { stage: input.stage, lock: true }, (kase) => assertMay(t, policy, 'proctoring.conduct', kase))
    const session = sessionOf(watched)
    if (watched.state !== 'consented') deny('admission.let-in-already')
    if (missingPictures(picturesSince(await selectPictures(t.sql, session.id), watched), { closed: session.closedComparison }).length > 0) deny('proctoring.pictures-missing')
    const { ground, note } = await exams.writeNotLetIn(t, watched.kase, {
      attemptId: session.attemptId, sittingId: session.sittingId, stage: session.stage, online: true, coveredFace: session.closedComparison, ground: input.ground, note: input.note,
    })
    await forgetClosedLook(t.sql, session.id)
    await casework.record(t, watched.kase.id, 'watch-not-admitted', { attemptId: session.attemptId, stage: session.stage, kind: ground, note })
    await writeToCandidate(t, watched.kase, 'not-admitted', { reason: note }, `/exam/${watched.kase.number}/watch${session.stage === 'practice' ? '?stage=practice' : ''}`)
    return session.id
  })
  forgetMoment(sessionId)
}

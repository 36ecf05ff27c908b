import { deny } from '#kernel/denial.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { admitOnline, admitPracticeOnline } from '#modules/exams/index.ts'
import { forgetMoment } from './closed-moment.ts'
import { comparisonFault } from './domain/comparison.ts'
import { missingPictures } from './domain/state.ts'
import { policy } from './policy.ts'
import { picturesSince, selectPictures, selectReference, updateAdmitted } from './store/session-store.ts'
import { sessionOf, watchedCase, type OfStage } from './watched.ts'

/** A person has compared the face with the document and with the picture shown before, with what he writes where there is none, or in a closed moment, has seen the room, and lets the candidate in. */
export async function admitCandidate(ctx: Ctx, input: OfStage & { number: string; faceIsHis: boolean; roomIsEmpty: boolean; comparedWith?: string }): Promise<void> {
  const sessionId = await tx(ctx, 'proctoring.conduct', async (t) => {
    const watched = await watchedCase(t, input.number, { stage: input.stage, lock: true }, (kase) => assertMay(t, policy, 'proctoring.conduct', kase))
    const session = sessionOf(watched)
    if (watched.state === 'ended') deny('proctoring.ended')
    if (session.admittedAt) return session.id
    const closed = session.closedComparison
    const missing = missingPictures(picturesSince(await selectPictures(t.sql, session.id), watched), { closed })
    if (missing.length > 0) deny('proctoring.pictures-missing')
    // Whoever admits has looked himself, in this closed moment.
    if (closed && session.closedLookBy !== accountOf(t.actor)) deny('proctoring.closed-not-looked')
    if (!input.faceIsHis) deny('proctoring.face-not-compared', { field: 'face' })
    if (!input.roomIsEmpty) deny('proctoring.room-not-seen', { field: 'room' })
    const note = closed ? '' : (input.comparedWith ?? '').trim()
    const hasReference = watched.kase.accountId !== null && (await selectReference(t.sql, watched.kase.accountId)) !== undefined
    const fault = closed ? undefined : comparisonFault(note, { hasReference })
    if (fault) deny(fault.code, { field: 'comparedWith', ...(fault.most ? { most: fault.most } : {}) })
    if (watched.exam.stage === 'practice') await admitPracticeOnline(t, watched.kase)
    else await admitOnline(t, watched.kase, { identitySeen: true })
    await updateAdmitted(t.sql, session.id, { by: accountOf(t.actor)!, at: t.now, comparedWith: note || null })
    await casework.record(t, watched.kase.id, 'watch-admitted', { attemptId: session.attemptId, stage: session.stage, ...(closed ? { kind: 'closed' } : note ? { kind: 'no-reference', note } : {}) })
    return session.id
  })
  forgetMoment(sessionId)
}

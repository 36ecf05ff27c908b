import { assertNone, deny } from '#kernel/denial.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { openFreeRetake } from '#modules/applications/index.ts'
import * as casework from '#modules/casework/index.ts'
import { stagesOf } from '#modules/exams/index.ts'
import { oneOf } from './domain/kinds.ts'
import { decisionWaitsForReview, verdictBlockers, VERDICTS } from './domain/review.ts'
import { writeToCandidate } from './letters.ts'
import { policy } from './policy.ts'
import { selectOpenReviewOfCase, selectReview, updateReviewed } from './store/review-store.ts'
import { upholdFromOf } from './uphold-from.ts'
import { sessionOf, tiesOf, tookPartIn, watchedCase, type OfStage, type Watched } from './watched.ts'

/**
 * A person who took no part and is not bound to the candidate looks at the recording and at what the candidate wrote, and upholds the ending or annuls it with reasons. Annulled,
 * the stages that were not passed are held again on a new lawful day, free of charge; upheld, the panel decides.
 */
export async function reviewEnding(ctx: Ctx, input: OfStage & { number: string; verdict: string; reasons: string }): Promise<void> {
  await tx(ctx, 'proctoring.review', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    // Asked before anything is found: whose centre it is; who took part is asked below, with its reason.
    assertMay(t, policy, 'proctoring.review', { ...kase, tookPart: [] })
    const watched = await watchedCase(t, input.number, { stage: input.stage, lock: true }, () => undefined)
    const session = sessionOf(watched)
    const review = await selectReview(t.sql, session.id, { lock: true })
    const verdict = oneOf(VERDICTS, input.verdict)
    if (!verdict) deny('review.verdict-missing', { field: 'verdict' })
    const by = accountOf(t.actor)!
    assertNone('review.not-possible', [
      ...verdictBlockers({ isOpen: review !== undefined && review.verdict === null, tookPart: (await tookPartIn(t, watched.exam)).includes(by), reasons: input.reasons, verdict, now: t.now, upholdFrom: review ? await upholdFromOf(t, watched, review) : null }), ...(await tiesOf(t, kase, by)),
    ])
    await updateReviewed(t.sql, session.id, { verdict, reasons: input.reasons.trim(), by, at: t.now })
    await casework.record(t, kase.id, verdict === 'annulled' ? 'ending-annulled' : 'ending-upheld', { attemptId: session.attemptId })
    if (verdict === 'upheld' && decisionWaitsForReview(await casework.normsOf(t, kase))) await casework.restartClock(t, kase.id, 'T4')
    if (verdict === 'annulled') await openFreeRetake(t, kase, await stagesAgain(t, watched), { act: 'ending.annul' })
    await writeToCandidate(t, kase, verdict, { reasons: input.reasons.trim() })
  })
}

/** A theory that was passed before the end of the practice stays passed; what was still ahead is held too. */
async function stagesAgain(t: Tx, { exam }: Watched): Promise<Stage[]> {
  return exam.stage === 'practice' ? ['practice'] : stagesOf(t, exam.attempt.id)
}

/** Whether a decision has to wait, because an ending is still looked at; the caller has asked its own policy. */
export async function waitsForReview(t: Tx, caseId: string): Promise<boolean> {
  return (await selectOpenReviewOfCase(t.sql, caseId)) !== undefined
}

import type { Tx } from '#platform/acts/ctx.ts'
import { formatMoment } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import * as casework from '#modules/casework/index.ts'
import { decisionWaitsForReview, upholdFrom } from './domain/review.ts'
import { writeToCandidate } from './letters.ts'
import { messages } from './messages/index.ts'
import { insertReview } from './store/review-store.ts'
import { sessionOf, type Watched } from './watched.ts'

/** Every ending goes at once to a person who took no part; the panel waits for his word. The case must be locked. */
export async function openReview(t: Tx, watched: Watched, flagId: string): Promise<void> {
  const { kase, exam } = watched
  await insertReview(t.sql, { sessionId: sessionOf(watched).id, caseId: kase.id, flagId, at: t.now })
  await casework.record(t, kase.id, 'ending-under-review', { attemptId: exam.attempt.id, stage: exam.stage, flagId })
  if (decisionWaitsForReview(await casework.normsOf(t, kase))) await casework.awaitClock(t, kase.id, 'T4')
  const until = upholdFrom({ endedAt: t.now, answered: false, hours: watched.norms.answerHours })
  await writeToCandidate(t, kase, 'ended', (lang) => ({ wait: until ? `\n\n${fill(messages[lang].answerWait, { at: formatMoment(until, lang) })}` : '' }))
}

import type { Moment } from '#kernel/day.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { upholdFrom } from './domain/review.ts'
import type { Review } from './store/review-store.ts'
import { selectAnswers } from './store/signal-store.ts'
import type { Watched } from './watched.ts'

/** From when this ending may be upheld; nothing where the candidate has answered since it. The caller has asked its own policy. */
export async function upholdFromOf(t: Tx, { norms }: Watched, review: Pick<Review, 'sessionId' | 'openedAt'>): Promise<Moment | null> {
  const answered = (await selectAnswers(t.sql, review.sessionId)).some((each) => each.writtenAt >= review.openedAt)
  return upholdFrom({ endedAt: review.openedAt, answered, hours: norms.answerHours })
}

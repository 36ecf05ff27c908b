import { plusMs, type Day, type Moment } from '#kernel/day.ts'
import { nothingFound } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { personName } from '#platform/i18n/format.ts'
import type { OnlineRun } from '#modules/exams/index.ts'
import * as people from '#modules/people/index.ts'
import { policy } from './policy.ts'
import { selectRecordingSizes, type RecordingSize } from './store/chunk-store.ts'
import { selectViews } from './store/review-store.ts'
import { viewFactsOf, watchedCase } from './watched.ts'

/** The recording of a practice on line for those who mark it. */
export interface RecordingToMark {
  number: string
  candidate: string
  run: Pick<OnlineRun, 'startedAt' | 'endsAt' | 'endedAt'>
  recording: RecordingSize[]
  erasedOn: Day | null
  /** An opening for the marking that is still good; without one the recording is not shown. */
  viewId: Uuid | null
  /** Hours for which an opening is good. */
  viewHours: number
  now: Moment
}

/** What was recorded so far of the practice of a case, for whoever marks it now. */
export async function readRecordingToMark(ctx: Ctx, number: string): Promise<RecordingToMark> {
  return read(ctx, 'proctoring.view', async (t) => {
    const watched = await watchedCase(t, number, { stage: 'practice', lock: false }, () => undefined)
    assertMay(t, policy, 'proctoring.view', await viewFactsOf(t, watched, 'marking'))
    const { kase, session, exam, norms } = watched
    const since = plusMs(t.now, -norms.viewHours * 3_600_000)
    const view = session && (await selectViews(t.sql, session.id)).find((each) => each.viewer === accountOf(t.actor) && each.purpose === 'marking' && each.openedAt >= since)
    return {
      number: kase.number, candidate: personName(await people.getPerson(t, kase.personId), t.lang, 'full'), run: exam.run!, recording: session ? await selectRecordingSizes(t.sql, [session.id]) : [],
      erasedOn: session?.erasedOn ?? null, viewId: view?.id ?? null, viewHours: norms.viewHours, now: t.now,
    }
  })
}

/** The same where the reader marks it now; nothing for everybody else and where the practice is held in the centre. */
export async function findRecordingToMark(ctx: Ctx, number: string): Promise<RecordingToMark | undefined> {
  return readRecordingToMark(ctx, number).catch(nothingFound)
}

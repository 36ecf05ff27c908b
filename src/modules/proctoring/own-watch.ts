import type { NotLetInGround } from '#kernel/admission.ts'
import type { Moment } from '#kernel/day.ts'
import { nothingFound } from '#kernel/denial.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { closedViewOf, type ClosedView } from './closed-moment.ts'
import type { CoveredFaceWay } from './domain/closed-moment.ts'
import { offBecause } from './domain/signals.ts'
import { missingPictures, type WatchState } from './domain/state.ts'
import { TRACKS, type Track } from './domain/kinds.ts'
import { isShown, recordingBar } from './domain/recording-bar.ts'
import { grantedTo } from './give-consent.ts'
import { thresholdsFor } from './norms.ts'
import { policy } from './policy.ts'
import { selectNext, selectTrackStretches } from './store/chunk-store.ts'
import { picturesSince, selectPictures, selectReference } from './store/session-store.ts'
import { selectFlags } from './store/signal-store.ts'
import { watchedCase } from './watched.ts'

/** What the browser of the candidate asks before it goes on: where it stands and which numbers come next. */
export interface OwnState {
  state: WatchState
  tracks: Record<Track, { next: number }>
  thresholds: ReturnType<typeof thresholdsFor>
  off: readonly string[]
  seq: number
  /** Changes when something happens in a closed moment, or he is not let in: his page is to be drawn anew. */
  closed: string
}
export async function readOwnState(ctx: Ctx, number: string, stage?: Stage): Promise<OwnState> {
  return read(ctx, 'proctoring.sit', async (t) => {
    const { session, refusal, state, norms } = await watchedCase(t, number, { stage, lock: false }, (kase) => assertMay(t, policy, 'proctoring.sit', kase))
    const next = { camera: { next: 0 }, screen: { next: 0 } }
    if (session) for (const track of TRACKS) next[track].next = await selectNext(t.sql, session.id, track)
    return { state, tracks: next, thresholds: thresholdsFor(norms), off: session?.off ?? [], seq: session?.lastSeq ?? 0, closed: `${closedWord(await closedViewOf(t, session))}|${refusal?.at ?? ''}` }
  })
}

const closedWord = (view: ClosedView | undefined): string => (view ? `${view.askedBy?.name ?? ''}|${view.shown.join(' ')}|${view.looked?.name ?? ''}` : '')

/** The page of the candidate before and during his exam on line. */
export interface OwnWatch {
  number: string
  stage: Stage
  state: WatchState
  sitting: { startsAt: Moment; endsAt: Moment }
  consent: { version: string; at: Moment } | null
  pictures: { id: string; kind: string }[]
  missing: ReturnType<typeof missingPictures>
  hasReference: boolean
  off: readonly string[]
  /** The conditions granted to him because of which they are off. */
  offBecause: readonly string[]
  signalsAt: Moment | null
  /** The conditions granted to him, and how a covered face is compared: his consent says what follows from them. */
  granted: readonly string[]
  coveredFace: CoveredFaceWay
  /** He was not let in as he is: why, and when; new pictures are looked at anew. */
  refused: { ground: NotLetInGround; note: string; at: Moment } | null
  /** Where the closed moment stands, of whom shows his face so. */
  closed: ClosedView | undefined
}
export async function readOwnWatch(ctx: Ctx, number: string, stage?: Stage): Promise<OwnWatch> {
  return read(ctx, 'proctoring.sit', async (t) => {
    const { kase, session, refusal, begunBefore, state, exam, norms } = await watchedCase(t, number, { stage, lock: false }, (found) => assertMay(t, policy, 'proctoring.sit', found))
    const pictures = session ? await selectPictures(t.sql, session.id) : []
    const granted = await grantedTo(t, kase)
    return {
      refused: refusal && !begunBefore && state === 'consented' ? { ground: refusal.ground, note: refusal.note, at: refusal.at } : null, granted, coveredFace: norms.coveredFace, closed: begunBefore ? undefined : await closedViewOf(t, session),
      number: kase.number, stage: exam.stage, state, sitting: { startsAt: exam.sitting.startsAt, endsAt: exam.sitting.endsAt }, consent: session && !begunBefore ? { version: session.consentVersion, at: session.consentedAt } : null,
      pictures: pictures.map(({ id, kind }) => ({ id, kind })), missing: missingPictures(picturesSince(pictures, { session, refusal }), { closed: session?.closedComparison ?? false }),
      hasReference: kase.accountId !== null && (await selectReference(t.sql, kase.accountId)) !== undefined, off: session?.off ?? [], offBecause: offBecause(session?.off ?? [], granted, norms.offByCondition),
      signalsAt: session?.signalsAt ?? null,
    }
  })
}

/** The clip of a warning that was not read yet: it is shown beside the sentence, so that nobody leaves his exam to see it. */
export interface WarningClip {
  flagId: Uuid
  from: Moment
  to: Moment
  /** What was recorded of it: his face, his screen. */
  tracks: readonly Track[]
}
export async function findWarningClip(ctx: Ctx, number: string, stage?: Stage): Promise<WarningClip | undefined> {
  return read(ctx, 'proctoring.sit', async (t) => {
    const { exam, session, norms } = await watchedCase(t, number, { stage, lock: false }, (kase) => assertMay(t, policy, 'proctoring.sit', kase))
    const unread = exam.violations.find((each) => each.acknowledgedAt === null)
    const flag = session && unread && (await selectFlags(t.sql, session.id)).find((each) => each.violationId === unread.id)
    if (!session || !flag) return undefined
    const bar = recordingBar(await selectTrackStretches(t.sql, session.id, norms.gapSeconds))
    return { flagId: flag.id, from: flag.fromAt, to: flag.toAt, tracks: TRACKS.filter((track) => track === 'camera' || bar?.tracks.some((each) => each.track === track && isShown(each, flag))) }
  })
}

/** Whether a stage of this case is held on line, for the page of the exam; the exam itself says who may see it. */
export async function findOwnState(ctx: Ctx, number: string, stage?: Stage): Promise<OwnState | undefined> {
  return readOwnState(ctx, number, stage).catch(nothingFound)
}

import { notLetInGrounds, type NotLetInGround } from '#kernel/admission.ts'
import { msBetween, type Moment } from '#kernel/day.ts'
import { STAGES, type Stage } from '#kernel/exam-stage.ts'
import type { Uuid } from '#kernel/id.ts'
import { countsByStage } from '#kernel/violation-count.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay, may } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { personName } from '#platform/i18n/format.ts'
import * as casework from '#modules/casework/index.ts'
import { countedInStage, countIncidentsOf, groundsInForce, mayGoOn, theoryWayOf, type OnlineExam, type ViolationGround } from '#modules/exams/index.ts'
import * as people from '#modules/people/index.ts'
import { SKEW_WORTH_SAYING_MS } from './domain/client-clock.ts'
import { closedViewOf, isShownTo, type ClosedView } from './closed-moment.ts'
import { offBecause } from './domain/signals.ts'
import { recordingBar, type RecordingBar } from './domain/recording-bar.ts'
import { missingPictures, type WatchState } from './domain/state.ts'
import { grantedTo } from './give-consent.ts'
import { policy } from './policy.ts'
import { selectRecordingSizes, selectTrackStretches, type RecordingSize } from './store/chunk-store.ts'
import { selectReview, selectViews, type RecordingView, type Review } from './store/review-store.ts'
import { picturesSince, selectPictures, selectReference, selectWatchedStages, type Picture, type Session } from './store/session-store.ts'
import { selectAnswers, selectFlags, selectSignals, type Flag, type FlagAnswer, type Signal } from './store/signal-store.ts'
import { upholdFromOf } from './uphold-from.ts'
import { tiesOf, tookPartIn, watchedOf, type Watched } from './watched.ts'

/** Everything of one watch that a person may see of it: the proctor, the reviewer, the candidate himself. */
export interface WatchedAttempt {
  number: string
  stage: Stage
  /** The stages of which something was watched or is to be, for the way from one to the other. */
  stages: readonly Stage[]
  candidate: string
  step: string
  state: WatchState
  sitting: OnlineExam['sitting']
  run: OnlineExam['run']
  /** What a failure broke off: the time that was left, whether it may go on in this sitting, and who wrote it down. */
  broken: { leftMs: number; mayGoOn: boolean; recordedByName: string } | undefined
  violations: OnlineExam['violations']
  /** How many of them count in this stage. */
  counted: number
  /** Each stage counts its violations by itself. */
  countsByStage: boolean
  /** Events that people have written down, with minutes given back or without. */
  incidents: number
  /** On which the proctor may record one, as the norms of the case have it. */
  grounds: readonly ViolationGround[]
  /** On which he may be told that he is not let in, by the same norms. */
  doorGrounds: readonly NotLetInGround[]
  session: Omit<Session, 'wrappedKey' | 'consentHash'> | undefined
  /** What was said to him last, while he is not let in. */
  refusal: Watched['refusal']
  /** The conditions granted to him because of which signals are off. */
  offBecause: readonly string[]
  /** The candidate's clock differs by so many milliseconds that it is worth saying; null where it does not. */
  skewMs: number | null
  pictures: Picture[]
  missing: ReturnType<typeof missingPictures>
  hasReference: boolean
  /** Where the closed moment stands, of whom shows his face so; a photograph given before is seen by him alone to whom it is shown. */
  closed: ClosedView | undefined
  signals: Signal[]
  flags: (Flag & { answers: FlagAnswer[]; raisedByName: string | null })[]
  recording: RecordingSize[]
  /** The length of the recording by the clock, with what is missing of each track. */
  bar: RecordingBar | undefined
  views: (RecordingView & { viewerName: string })[]
  /** `upholdFrom`: before it the ending can only be annulled, for the candidate has not answered yet. */
  review: (Review & { reviewedByName: string | null; upholdFrom: Moment | null }) | undefined
  endedAt: Moment | null
  now: Moment
  may: { conduct: boolean; review: boolean }
}

/** A watch as the desk of the proctor and of the reviewer shows it. */
export async function readAttempt(ctx: Ctx, number: string, stage?: Stage): Promise<WatchedAttempt> {
  return read(ctx, 'proctoring.read', async (t) => {
    const kase = await casework.getCaseByNumber(t, number)
    assertMay(t, policy, 'proctoring.read', kase)
    return attemptOf(t, await watchedOf(t, kase, { stage, lock: false }))
  })
}

/** The same for the candidate: every flag, every clip that concerns him, who looked at his recording and why. */
export async function readOwnAttempt(ctx: Ctx, number: string, stage?: Stage): Promise<WatchedAttempt> {
  return read(ctx, 'proctoring.sit', async (t) => {
    const kase = await casework.getCaseByNumber(t, number)
    assertMay(t, policy, 'proctoring.sit', kase)
    return attemptOf(t, await watchedOf(t, kase, { stage, lock: false }))
  })
}

/** The watch as it is kept; the caller has asked its own policy. */
export async function attemptOf(t: Tx, watched: Watched): Promise<WatchedAttempt> {
  const { kase, exam, session, state } = watched
  const norms = await casework.normsOf(t, kase)
  // Without consent nothing is kept: there is no watch to ask about.
  const of = async <Row,>(select: (sql: Tx['sql'], id: Uuid) => Promise<Row[]>): Promise<Row[]> => (session ? select(t.sql, session.id) : [])
  const person = await people.getPerson(t, kase.personId)
  const names = new Map<string, string>()
  const nameOf = async (account: Uuid | null): Promise<string | null> => {
    if (account === null) return null
    if (!names.has(account)) names.set(account, (await people.fullNameOf(t, account)) ?? '—')
    return names.get(account)!
  }
  const answers = await of(selectAnswers)
  const flags: WatchedAttempt['flags'] = []
  for (const flag of await of(selectFlags)) flags.push({ ...flag, answers: answers.filter((each) => each.flagId === flag.id), raisedByName: await nameOf(flag.raisedBy) })
  const views: WatchedAttempt['views'] = []
  for (const view of await of(selectViews)) views.push({ ...view, viewerName: (await nameOf(view.viewer))! })
  const review = session && (await selectReview(t.sql, session.id))
  const pictures = await of(selectPictures)
  const { wrappedKey: _key, consentHash: _hash, ...shown } = session ?? ({} as Session)
  const took = await tookPartIn(t, exam)
  const own = accountOf(t.actor) ?? ''
  const begun = await selectWatchedStages(t.sql, exam.attempt.id)
  return {
    number: kase.number, stage: exam.stage, stages: STAGES.filter((stage) => stage === exam.stage || begun.includes(stage)), candidate: personName(person, t.lang, 'full'), step: kase.step, state, sitting: exam.sitting, run: exam.run, broken: await brokenOf(t, watched), violations: exam.violations, counted: countedInStage(exam.violations, exam.stage).length, countsByStage: countsByStage(norms), incidents: await countIncidentsOf(t, exam.attempt.id), grounds: groundsInForce(norms), doorGrounds: notLetInGrounds(norms, { online: true, coveredFace: session?.closedComparison ?? false }), session: session && shown, refusal: watched.refusal,
    offBecause: offBecause(session?.off ?? [], await grantedTo(t, kase), watched.norms.offByCondition),
    skewMs: session?.skewMs != null && Math.abs(session.skewMs) > SKEW_WORTH_SAYING_MS ? session.skewMs : null, pictures, missing: missingPictures(picturesSince(pictures, watched), { closed: session?.closedComparison ?? false }), closed: await closedViewOf(t, session),
    hasReference: kase.accountId !== null && !(session?.closedComparison && own !== kase.accountId && !isShownTo(session, accountOf(t.actor))) && (await selectReference(t.sql, kase.accountId)) !== undefined, signals: await of(selectSignals), flags,
    recording: session ? await selectRecordingSizes(t.sql, [session.id]) : [], bar: session && recordingBar(await selectTrackStretches(t.sql, session.id, watched.norms.gapSeconds)), views, review: review && { ...review, reviewedByName: await nameOf(review.reviewedBy), upholdFrom: review.verdict ? null : await upholdFromOf(t, watched, review) },
    endedAt: watched.endedAt, now: t.now,
    may: {
      conduct: may(t.actor, policy, 'proctoring.conduct', kase) && state !== 'ended',
      review: review?.verdict === null && may(t.actor, policy, 'proctoring.review', { ...kase, tookPart: took }) && !took.includes(own) && (await tiesOf(t, kase, own)).length === 0,
    },
  }
}

async function brokenOf(t: Tx, { kase, exam }: Watched): Promise<WatchedAttempt['broken']> {
  const broken = exam.run?.broken
  if (!broken) return undefined
  const way = await theoryWayOf(t, kase)
  return {
    leftMs: exam.run?.endsAt ? Math.max(0, msBetween(broken.recordedAt, exam.run.endsAt)) : 0, mayGoOn: mayGoOn({ stage: exam.stage, way }), recordedByName: (await people.fullNameOf(t, broken.recordedBy)) ?? '—',
  }
}

/** Where in the recording a moment lies, in whole seconds from its beginning. */
export function secondsInto(recording: readonly RecordingSize[], at: Moment): number | null {
  const camera = recording.find((each) => each.track === 'camera')
  return camera ? Math.max(0, Math.round(msBetween(camera.fromAt, at) / 1000)) : null
}

import { addDays, type Moment } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import type { Language } from '#kernel/localized.ts'
import { centresOf, hasRole, SYSTEM } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { sharedWatch } from '#platform/acts/shared-watch.ts'
import { read } from '#platform/acts/tx.ts'
import { findSitting, listOnlineSittings, type PlannedSitting } from '#modules/scheduling/index.ts'
import * as casework from '#modules/casework/index.ts'
import { consoleOf, listNotLetIn, sittingFactsOf, type ConsoleSeat, type SittingFacts } from '#modules/exams/index.ts'
import { missingPictures, watchState, type WatchState } from './domain/state.ts'
import { riskOf } from './domain/risk.ts'
import { policy } from './policy.ts'
import { countReviews, selectReviews, type Review } from './store/review-store.ts'
import { selectSessionsOfSitting, type Session } from './store/session-store.ts'
import { isAdmitted } from './watched.ts'
import { selectWatchCounts, type WatchCounts } from './store/signal-store.ts'

/** One candidate on the table of the proctor. */
export interface DeskSeat {
  number: string
  name: string
  state: WatchState
  answered: number
  total: number | null
  leftMs: number | null
  violations: number
  warningUnread: boolean
  incidents: number
  lastKind: string | null
  lastAt: Moment | null
  /** The newest flag, where something was recorded that shows it: its clip is one press away. */
  clipOf: Uuid | null
  silentSince: Moment | null
  pendingUntil: Moment | null
  waitsForAdmission: boolean
  unreadMessages: number
  off: readonly string[]
  absent: boolean
  /** Since when a failure has broken him off, and by what; `letOn` while he has still to go on. */
  brokenAt: Moment | null
  brokenGround: string | null
  letOn: boolean
  risk: number
}
export interface ProctorDesk {
  sitting: PlannedSitting
  now: Moment
  over: boolean
  seats: DeskSeat[]
}
interface DeskFacts {
  exam: SittingFacts
  sessions: Session[]
  counts: WatchCounts[]
}

const desk = sharedWatch<DeskFacts>({
  read: (ctx, sittingId, before) => read({ ...ctx, actor: SYSTEM }, 'proctoring.watch-system', async (t) => {
    assertMay(t, policy, 'proctoring.watch-system', undefined as never)
    return deskFacts(t, sittingId, before)
  }),
  parts: (facts) => new Map(deskOf(facts, 'kk').seats.map(({ leftMs, ...seat }) => [seat.number, JSON.stringify([seat, leftMs !== null && leftMs < 300_000])])),
})

async function deskFacts(t: Tx, sittingId: string, before?: DeskFacts): Promise<DeskFacts> {
  const sessions = await selectSessionsOfSitting(t.sql, sittingId)
  const outside = sessions.filter((each) => each.admittedAt === null).map((each) => each.attemptId)
  const refusals = outside.length > 0 ? await listNotLetIn(t.sql, sittingId, outside) : []
  return { exam: await sittingFactsOf(t, sittingId, before?.exam), sessions, counts: await selectWatchCounts(t.sql, sittingId, refusals) }
}

/** The candidates sorted by how soon a proctor should look at them. */
function deskOf(facts: DeskFacts, lang: Language): ProctorDesk {
  const { sitting, now, over, seats } = consoleOf(facts.exam, lang)
  return { sitting, now, over, seats: seats.map((seat) => deskSeat(seat, facts)).sort((a, b) => b.risk - a.risk || (a.name < b.name ? -1 : 1)) }
}

function deskSeat(seat: ConsoleSeat, facts: DeskFacts): DeskSeat {
  const session = facts.sessions.find((each) => each.attemptId === seat.attemptId)
  const counts = facts.counts.find((each) => each.sessionId === session?.id)
  const practice = facts.exam.sitting.stage === 'practice'
  const state = watchState({
    consented: session !== undefined, admitted: isAdmitted(session), run: practice ? practiceOf(seat) : seat.admittedAt ? { startedAt: seat.startedAt, endedAt: seat.endKind ? (seat.attemptEndedAt ?? facts.exam.now) : null } : undefined,
    attemptEndedAt: seat.attemptEndedAt, warningUnread: seat.warningUnread, broken: seat.brokenAt ? { letOn: seat.letOnAt !== null } : undefined,
  })
  const waitsForAdmission = state === 'consented' && missingPictures(counts?.pictures ?? [], { closed: session?.closedComparison ?? false }).length === 0
  const rest = {
    state, violations: seat.violations, incidents: counts?.incidents ?? 0, silentSince: state === 'ended' ? null : (session?.silentSince ?? null), waitsForAdmission, unreadMessages: counts?.unreadMessages ?? 0,
  }
  return {
    ...rest, number: seat.caseNumber, name: seat.name, answered: practice ? 0 : seat.answered, total: practice ? null : seat.total, leftMs: seat.leftMs, warningUnread: seat.warningUnread, lastKind: counts?.lastKind ?? null, lastAt: counts?.lastAt ?? null,
    clipOf: counts?.chunksAt && (state === 'running' || state === 'warned') ? counts.lastFlagId : null,
    pendingUntil: session?.pendingUntil ?? null, brokenAt: seat.brokenAt, brokenGround: seat.brokenGround, letOn: seat.letOnAt !== null, off: session?.off ?? [], absent: seat.noShow, risk: riskOf({ ...rest, isPending: session?.pendingNorm != null }),
  }
}

function practiceOf(seat: ConsoleSeat): { startedAt: Moment; endedAt: Moment | null } | undefined {
  return seat.practiceStartedAt ? { startedAt: seat.practiceStartedAt, endedAt: seat.practiceWorkEndedAt } : undefined
}

async function assertMayLook(t: Tx, sittingId: string): Promise<PlannedSitting> {
  const id = parseUuid(sittingId)
  const sitting = id ? await findSitting(t.sql, id) : undefined
  if (!sitting || sitting.mode !== 'online') throw new Denial('not-found')
  assertMay(t, policy, 'proctoring.watch', sitting)
  return sitting
}

/** The table of the proctor as it is now. */
export async function readDesk(ctx: Ctx, sittingId: string): Promise<ProctorDesk> {
  return read(ctx, 'proctoring.watch', async (t) => {
    const sitting = await assertMayLook(t, sittingId)
    return deskOf(await deskFacts(t, sitting.id), t.lang)
  })
}

/** Asks whether this person may look at the table now; the stream does so while it lasts. */
export async function assertMaySeeDesk(ctx: Ctx, sittingId: string): Promise<{ over: boolean }> {
  return read(ctx, 'proctoring.watch', async (t) => ({ over: t.now >= (await assertMayLook(t, sittingId)).endsAt }))
}
export function deskEventOf(ctx: Pick<Ctx, 'db'>, sittingId: string): Promise<string | undefined> {
  return desk.eventOf(ctx, sittingId)
}
/** The table as it changes: one read for all who watch it. */
export async function watchDesk(ctx: Ctx, sittingId: string, onChange: () => void) {
  await assertMaySeeDesk(ctx, sittingId)
  const watcher = await desk.watch(ctx, sittingId, onChange)
  return { desk: (lang: Language) => deskOf(watcher.facts(), lang), changesSince: watcher.changesSince, isFresh: watcher.isFresh, stop: watcher.stop }
}

export interface ProctorHome {
  sittings: PlannedSitting[]
  reviews: (Review & { number: string; stage: Stage })[]
  total: number
}
const AHEAD_DAYS = 60
const BEFORE_DAYS = 7

/** Sittings on line of the person's centres, and endings with those still to be looked at first. */
export async function readProctorHome(ctx: Ctx, page: { limit: number; offset: number }): Promise<ProctorHome> {
  return read(ctx, 'proctoring.desk', async (t) => {
    assertMay(t, policy, 'proctoring.desk', undefined as never)
    const centreIds = centresOf(t.actor).filter((id) => hasRole(t.actor, ['proctor', 'centre-head'], id))
    const reviews = await selectReviews(t.sql, page)
    const numbers = new Map<string, string>()
    for (const review of reviews) numbers.set(review.caseId, (await casework.getCase(t, review.caseId)).number)
    return {
      sittings: await listOnlineSittings(t.sql, centreIds, addDays(t.today, -BEFORE_DAYS), addDays(t.today, AHEAD_DAYS)),
      reviews: reviews.map((review) => ({ ...review, number: numbers.get(review.caseId)! })), total: await countReviews(t.sql),
    }
  })
}

import { msBetween, plusMs, type Moment } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { formatCountdown } from '#platform/i18n/format.ts'
import { sitAtComputer } from '#modules/exams/index.ts'
import { automaticViolation } from './automatic-violation.ts'
import { serverTime, skewOf } from './domain/client-clock.ts'
import { deviceFinding } from './domain/devices.ts'
import { TECHNICAL, type SignalKind } from './domain/kinds.ts'
import { isIncident, missingBefore, silentSince } from './domain/signals.ts'
import type { WatchState } from './domain/state.ts'
import { flagSignal } from './flag.ts'
import { policy } from './policy.ts'
import { insertSignal, selectSameBeginning, selectSignal, selectUnflagged, type Signal } from './store/signal-store.ts'
import { updateHeard } from './store/session-store.ts'
import { sessionOf, watchedCase, watchedOf, type OfStage, type Watched } from './watched.ts'

export interface SentSignal {
  seq: number
  kind: SignalKind
  from: number
  to: number
  peak: number
  detail: Record<string, unknown>
}
export interface TakenSignals {
  received: number
  state: WatchState
  warning: { id: string; text: string; at: Moment } | null
  /** This computer is a second one on the attempt: nothing of it was taken. */
  secondComputer: boolean
  /** So long must the first be silent before another may take its place. */
  deviceSilentSeconds: number
}

/**
 * Takes what the candidate's own computer noticed; an empty list is its sign of life. Numbers make it harmless to send again. The times
 * that count are the server's; what the browser's clock said is kept beside them. A machine's signal makes an incident and nothing more.
 */
export async function takeSignals(ctx: Ctx, input: OfStage & { number: string; device: string; signIn?: string | undefined; sentAt: number; signals: readonly SentSignal[] }): Promise<TakenSignals> {
  const device = parseUuid(input.device)
  if (!device) throw new Denial('input.wrong')
  return tx(ctx, 'proctoring.sit', async (t) => {
    const watched = await watchedCase(t, input.number, { stage: input.stage, lock: true }, (kase) => assertMay(t, policy, 'proctoring.sit', kase))
    const session = sessionOf(watched)
    // While a failure has broken him off, no computer is his yet: the next one that speaks after he is let on is.
    if (watched.state === 'ended' || watched.state === 'broken-down' || !session.wrappedKey) return answerOf(watched, session.lastSeq, false)
    const signIn = input.signIn ? (parseUuid(input.signIn) ?? null) : null
    const finding = deviceFinding({ device: session.device, seenAt: session.deviceSeenAt, signIn: session.deviceSignIn, former: session.formerDevices }, device, t.now, watched.norms.deviceSilentSeconds, signIn)
    if (finding === 'second') {
      await automaticViolation(t, watched, { kind: 'second-workstation', from: t.now, to: t.now })
      return answerOf(await watchedOf(t, watched.kase, { stage: watched.exam.stage, lock: false }), session.lastSeq, true)
    }
    const skewMs = skewOf(t.now, input.sentAt)
    if (watched.exam.run?.startedAt) await noteWhatIsMissing(t, watched, finding === 'moved' || finding === 'renamed', input.signals)
    let last = session.lastSeq
    for (const sent of [...input.signals].sort((a, b) => a.seq - b.seq)) {
      await takeOne(t, watched, { device, skewMs, sent })
      last = Math.max(last, sent.seq)
    }
    // Answers from another computer than the one that is watched are not taken.
    if (watched.exam.stage === 'theory' && watched.exam.run) await sitAtComputer(t, watched.exam.run.id, device)
    await updateHeard(t.sql, session.id, { device, signIn, skewMs, lastSeq: last, at: t.now })
    return answerOf(await watchedOf(t, watched.kase, { stage: watched.exam.stage, lock: false }), last, false)
  })
}

/** A computer that changed, a minute of silence, numbers taken out: told to the proctor, never held against the candidate. */
async function noteWhatIsMissing(t: Tx, watched: Watched, moved: boolean, signals: readonly SentSignal[]): Promise<void> {
  const session = sessionOf(watched)
  if (moved) await flagSignal(t, watched, { kind: 'device-changed', from: session.deviceSeenAt ?? t.now, to: t.now, note: '' })
  const silent = silentSince(session.signalsAt, t.now, watched.norms.silenceSeconds)
  if (silent && session.silentSince === null) await flagSignal(t, watched, { kind: 'signals-missing', from: silent, to: t.now, note: lengthOf(silent, t.now) })
  const missing = missingBefore(session.lastSeq, signals.map((each) => each.seq))
  if (missing > 0) await flagSignal(t, watched, { kind: 'signals-wrong', from: session.signalsAt ?? t.now, to: t.now, note: `-${missing}` })
}

async function takeOne(t: Tx, watched: Watched, { device, skewMs, sent }: { device: Uuid; skewMs: number; sent: SentSignal }): Promise<void> {
  const { exam, kase, norms } = watched
  const session = sessionOf(watched)
  const kept = await selectSignal(t.sql, session.id, device, sent.seq)
  if (kept) {
    // The same number with something else in it: the first stays, and the proctor is told.
    if (!isSame(kept, sent)) await flagSignal(t, watched, { kind: 'signals-wrong', from: kept.fromAt, to: t.now, note: `#${sent.seq}` })
    return
  }
  const [from, to] = [serverTime(sent.from, skewMs, t.now), serverTime(sent.to, skewMs, t.now)]
  const seen = { kind: sent.kind, from, to: to < from ? from : to, peak: sent.peak }
  const switchedOff = session.off.includes(sent.kind) || (exam.stage === 'practice' && norms.offInPractice.includes(sent.kind))
  const running = exam.run?.startedAt != null
  // The last word on something that lasted: the same thing, only longer. What happened once is neither two incidents, nor a repetition, nor two violations.
  const first = sent.detail['lasts'] === true ? await selectSameBeginning(t.sql, session.id, { device, kind: sent.kind, clientFrom: sent.from }) : undefined
  let flagId: Uuid | null = first?.flagId ?? null
  if (!switchedOff && running && flagId === null) {
    const before = await selectUnflagged(t.sql, session.id, plusMs(seen.to, -norms.signals.windowMinutes * 60_000))
    if (isIncident(seen, before.filter((each) => each.seq !== first?.seq || each.device !== device).map((each) => ({ kind: each.kind, from: each.fromAt, to: each.toAt, peak: each.peak })), norms.signals)) {
      flagId = await flagSignal(t, watched, { kind: sent.kind, from: seen.from, to: seen.to, note: lengthOf(seen.from, seen.to) })
    }
  }
  await insertSignal(t.sql, {
    sessionId: session.id, caseId: kase.id, device, seq: sent.seq, kind: sent.kind, clientFrom: sent.from, clientTo: sent.to, fromAt: seen.from, toAt: seen.to, peak: sent.peak,
    detail: sent.detail, switchedOff, receivedAt: t.now, flagId,
  })
  const isTooLong = (left: { from: Moment; to: Moment }) => sent.kind === 'page-left' && msBetween(left.from, left.to) >= norms.pageLeftViolationSeconds * 1000
  const tooLong = isTooLong(seen) && !(first && isTooLong({ from: first.fromAt, to: first.toAt }))
  if (tooLong && !switchedOff && running && !TECHNICAL.includes(sent.kind)) await automaticViolation(t, watched, { kind: 'page-left', from: seen.from, to: seen.to })
}

function isSame(kept: Signal, sent: SentSignal): boolean {
  return kept.kind === sent.kind && kept.clientFrom === sent.from && kept.clientTo === sent.to
}

/** How long it was, 0:10: read alike in every language. */
const lengthOf = (from: Moment, to: Moment) => formatCountdown(msBetween(from, to))

function answerOf({ exam, state, norms }: Watched, received: number, secondComputer: boolean): TakenSignals {
  const unread = exam.violations.find((each) => each.acknowledgedAt === null)
  return { received, state, secondComputer, deviceSilentSeconds: norms.deviceSilentSeconds, warning: unread ? { id: unread.id, text: unread.note, at: unread.recordedAt } : null }
}

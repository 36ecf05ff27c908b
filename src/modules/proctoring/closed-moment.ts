import { Denial, deny } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { examineUpload } from '#platform/files/intake.ts'
import * as casework from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import { CLOSED_KINDS, oneOf, type ClosedKind } from './domain/kinds.ts'
import { PICTURE_BYTES } from './keep-picture.ts'
import { policy } from './policy.ts'
import { updateClosedLook } from './store/session-store.ts'
import { sessionOf, tiesOf, watchedCase, type OfStage, type Watched } from './watched.ts'

/** What waits for one look. It lies in the memory of this process and nowhere else: no file, no row, no copy of the night has it. */
interface ClosedMoment {
  by: Uuid
  name: string
  faceSeen: boolean
  pictures: Map<ClosedKind, Uint8Array>
  end: ReturnType<typeof setTimeout>
}
const moments = new Map<string, ClosedMoment>()
/** Whom the candidate of a watch has declined: they ask no second time. Kept for a day, longer than any sitting. */
const declined = new Map<string, Set<Uuid>>()
const DAY_MS = 24 * 60 * 60 * 1000
const hasDeclined = (sessionId: string, by: Uuid): boolean => declined.get(sessionId)?.has(by) ?? false
function keepDeclined(sessionId: string, by: Uuid): void {
  const known = declined.get(sessionId)
  if (known) known.add(by)
  else {
    declined.set(sessionId, new Set([by]))
    setTimeout(() => declined.delete(sessionId), DAY_MS).unref()
  }
}

/** Nothing of it is left: it was looked at, its time is over, or the candidate was let in. */
export function forgetMoment(sessionId: string): void {
  const known = moments.get(sessionId)
  if (!known) return
  clearTimeout(known.end)
  known.pictures.clear()
  moments.delete(sessionId)
}
/** Begins its time, or begins it anew; after it nothing of it is left, whether anybody asks or not. */
function keepFor(sessionId: string, seconds: number): ReturnType<typeof setTimeout> {
  return setTimeout(() => forgetMoment(sessionId), seconds * 1000).unref()
}

/** The watch of somebody who shows his face in a closed moment, before he is let in. */
function closedOf(watched: Watched) {
  const session = sessionOf(watched)
  if (!session.closedComparison) throw new Denial('not-found')
  if (watched.state === 'ended' || session.admittedAt) deny('proctoring.ended')
  return session
}

/** A person of the sex that the candidate is of, alone before the screen, asks to be shown the face; nobody asks who is bound to the candidate. */
export async function askClosedMoment(ctx: Ctx, input: OfStage & { number: string; alone: boolean }): Promise<void> {
  const asked = await read(ctx, 'proctoring.conduct', async (t) => {
    const watched = await watchedCase(t, input.number, { stage: input.stage, lock: false }, (kase) => assertMay(t, policy, 'proctoring.conduct', kase))
    const session = closedOf(watched)
    if (!input.alone) deny('proctoring.closed-alone', { field: 'alone' })
    const by = accountOf(t.actor)!
    if (hasDeclined(session.id, by)) deny('proctoring.closed-declined')
    const [tie] = await tiesOf(t, watched.kase, by)
    if (tie) deny(tie.code, tie.data)
    return { sessionId: session.id, by, name: (await people.fullNameOf(t, by)) ?? '—', seconds: watched.norms.closedMomentSeconds }
  })
  forgetMoment(asked.sessionId)
  moments.set(asked.sessionId, { by: asked.by, name: asked.name, faceSeen: false, pictures: new Map(), end: keepFor(asked.sessionId, asked.seconds) })
}

/** The candidate does not want to be seen by this person; nobody asks him why, and this person does not ask again. */
export async function declineClosedMoment(ctx: Ctx, input: OfStage & { number: string }): Promise<void> {
  const sessionId = await read(ctx, 'proctoring.sit', async (t) => closedOf(await watchedCase(t, input.number, { stage: input.stage, lock: false }, (kase) => assertMay(t, policy, 'proctoring.sit', kase))).id)
  const moment = moments.get(sessionId)
  if (!moment) return
  keepDeclined(sessionId, moment.by)
  moment.pictures.clear()
}

/** The candidate shows his face, or his document, to whoever has asked: drawn anew, and held in memory until it was looked at. */
export async function showInClosedMoment(ctx: Ctx, input: OfStage & { number: string; kind: string; bytes: Uint8Array }): Promise<void> {
  const kind = oneOf(CLOSED_KINDS, input.kind)
  if (!kind) throw new Denial('not-found')
  const found = await read(ctx, 'proctoring.sit', async (t) => {
    const watched = await watchedCase(t, input.number, { stage: input.stage, lock: false }, (kase) => assertMay(t, policy, 'proctoring.sit', kase))
    return { sessionId: closedOf(watched).id, seconds: watched.norms.closedMomentSeconds }
  })
  const before = moments.get(found.sessionId)
  if (!before || hasDeclined(found.sessionId, before.by)) deny('proctoring.closed-not-asked')
  const examined = await examineUpload(input.bytes, { maxBytes: PICTURE_BYTES })
  if (examined.kind !== 'jpeg') deny('file.wrong-type')
  const moment = moments.get(found.sessionId)
  // Another person may have asked meanwhile: what was meant for the one is not shown to the other.
  if (!moment || hasDeclined(found.sessionId, moment.by) || moment.by !== before.by) deny('proctoring.closed-not-asked')
  clearTimeout(moment.end)
  moment.end = keepFor(found.sessionId, found.seconds)
  moment.pictures.set(kind, examined.cleaned)
}

/** The one look: by whoever has asked, and once. It is written down that he looked; the picture is gone from here with the answer. */
export async function lookInClosedMoment(ctx: Ctx, input: OfStage & { number: string; kind: string }): Promise<Uint8Array> {
  const kind = oneOf(CLOSED_KINDS, input.kind)
  if (!kind) throw new Denial('not-found')
  const { sessionId, moment } = await tx(ctx, 'proctoring.conduct', async (t) => {
    const watched = await watchedCase(t, input.number, { stage: input.stage, lock: true }, (kase) => assertMay(t, policy, 'proctoring.conduct', kase))
    const session = closedOf(watched)
    const by = accountOf(t.actor)!
    const moment = moments.get(session.id)
    if (!moment || moment.by !== by || !moment.pictures.has(kind)) throw new Denial('not-found')
    if (kind === 'face') await updateClosedLook(t.sql, session.id, { by, at: t.now })
    // The photograph in a document is a face too.
    await casework.record(t, watched.kase.id, 'watch-closed-look', { attemptId: session.attemptId, stage: session.stage, ...(kind === 'document' ? { kind } : {}) })
    return { sessionId: session.id, moment }
  })
  // Another person may have asked meanwhile: what is shown in his moment is not in this one, and what was shown in this one is gone.
  const bytes = moment.pictures.get(kind)
  if (!bytes) throw new Denial('not-found')
  moment.pictures.delete(kind)
  moment.faceSeen ||= kind === 'face'
  if (moment.faceSeen && moment.pictures.size === 0) forgetMoment(sessionId)
  return bytes
}

/** Where a closed moment stands, for the page of the candidate and of whoever asked. */
export interface ClosedView {
  askedBy: { name: string; isReader: boolean } | undefined
  declined: boolean
  /** What waits for the look. */
  shown: readonly ClosedKind[]
  looked: { name: string; isReader: boolean } | undefined
}
/** Nothing where the face is compared by pictures; the caller has asked its own policy. */
export async function closedViewOf(t: Tx, session: { id: string; closedComparison: boolean; closedLookBy: Uuid | null } | undefined): Promise<ClosedView | undefined> {
  if (!session?.closedComparison) return undefined
  const moment = moments.get(session.id)
  const own = accountOf(t.actor)
  const declined = moment !== undefined && hasDeclined(session.id, moment.by)
  return {
    askedBy: moment && !declined ? { name: moment.name, isReader: moment.by === own } : undefined, declined, shown: CLOSED_KINDS.filter((kind) => moment?.pictures.has(kind)),
    looked: session.closedLookBy ? { name: (await people.fullNameOf(t, session.closedLookBy)) ?? '—', isReader: session.closedLookBy === own } : undefined,
  }
}
/**
 * Whether this person may see what else shows the candidate uncovered, a photograph given before: to whom he shows his face, and who has looked. Whoever has only asked
 * may still be declined, and a name alone opens nothing.
 */
export function isShownTo(session: { id: string; closedLookBy: Uuid | null }, account: Uuid | undefined): boolean {
  if (account === undefined) return false
  const moment = moments.get(session.id)
  return session.closedLookBy === account || (moment?.by === account && !hasDeclined(session.id, account) && (moment.faceSeen || moment.pictures.size > 0))
}

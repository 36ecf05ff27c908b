import { Denial, deny } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { accountOf } from '#platform/acts/actor.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { examineUpload } from '#platform/files/intake.ts'
import * as casework from '#modules/casework/index.ts'
import { CLOSED_KINDS, oneOf, PICTURE_KINDS, type PictureKind } from './domain/kinds.ts'
import { policy } from './policy.ts'
import { isShownTo } from './closed-moment.ts'
import { newKey, openBytes, sealBytes, sha256Of, unwrapKey, wrapKey } from './seal.ts'
import { putSealed } from './put-sealed.ts'
import { insertPicture, selectPictures, selectReference, upsertReference } from './store/session-store.ts'
import { sessionOf, watchedCase, type OfStage } from './watched.ts'

export const PICTURE_BYTES = 1024 * 1024
/** Pictures of one watch: a check that went wrong is made again, but not for ever. */
const MOST_PICTURES = 60

/** Takes a picture of the identity check or of the room in; it is drawn anew, sealed with the key of the watch, and never leaves the house. */
export async function keepPicture(ctx: Ctx, input: OfStage & { number: string; kind: string; bytes: Uint8Array }): Promise<{ id: Uuid; kind: PictureKind }> {
  const kind = oneOf(PICTURE_KINDS, input.kind)
  if (!kind) throw new Denial('not-found')
  const key = await read(ctx, 'proctoring.sit', async (t) => {
    const watched = await watchedCase(t, input.number, { stage: input.stage, lock: false }, (kase) => assertMay(t, policy, 'proctoring.sit', kase))
    const session = sessionOf(watched)
    if (watched.state === 'ended' || !session.wrappedKey) deny('proctoring.ended')
    // Nothing of it is kept by mistake: who shows his face in a closed moment sends no picture of it here.
    if (session.closedComparison && oneOf(CLOSED_KINDS, kind)) deny('proctoring.closed-only')
    if ((await selectPictures(t.sql, session.id)).length >= MOST_PICTURES) deny('proctoring.too-many-pictures')
    return { sessionId: session.id, key: unwrapKey(t.cipher, session.wrappedKey) }
  })
  const examined = await examineUpload(input.bytes, { maxBytes: PICTURE_BYTES })
  if (examined.kind !== 'jpeg') deny('file.wrong-type')
  const put = await putSealed(ctx, sealBytes(key.key, examined.cleaned, `picture:${key.sessionId}:${kind}`))
  return tx(ctx, 'proctoring.sit', async (t) => {
    const watched = await watchedCase(t, input.number, { stage: input.stage, lock: true }, (kase) => assertMay(t, policy, 'proctoring.sit', kase))
    const id = t.newId()
    await insertPicture(t.sql, { id, sessionId: sessionOf(watched).id, caseId: watched.kase.id, kind, sha256: sha256Of(examined.cleaned), size: examined.cleaned.length, fileKey: put.key, takenAt: t.now })
    await casework.record(t, watched.kase.id, 'watch-picture', { attemptId: watched.exam.attempt.id, kind })
    return { id, kind }
  })
}

/** The picture that the candidate shows of himself before the day; the one of the day is compared with it by a person. */
export async function showReference(ctx: Ctx, bytes: Uint8Array): Promise<void> {
  if (ctx.actor.kind !== 'person') throw new Denial('sign-in.required')
  const examined = await examineUpload(bytes)
  if (examined.kind === 'pdf') deny('file.wrong-type')
  const key = newKey()
  const account = ctx.actor.accountId
  const put = await putSealed(ctx, sealBytes(key, examined.cleaned, `reference:${account}`))
  await tx(ctx, 'proctoring.sit', async (t) => {
    assertMay(t, policy, 'proctoring.sit', { centreId: '', accountId: account })
    await upsertReference(t.sql, { accountId: account, sha256: sha256Of(examined.cleaned), wrappedKey: wrapKey(t.cipher, key), fileKey: put.key, shownAt: t.now })
  })
}

/** A picture of the identity check, for whoever compares it and for the candidate himself. `id` `reference` is the one shown before the day. */
export async function openPicture(ctx: Ctx, input: OfStage & { number: string; id: string }): Promise<Uint8Array> {
  const found = await read(ctx, 'proctoring.read', async (t) => {
    const watched = await watchedCase(t, input.number, { stage: input.stage, lock: false }, (kase) => {
      if (casework.isCandidateOf(t.actor, kase)) assertMay(t, policy, 'proctoring.sit', kase)
      else assertMay(t, policy, 'proctoring.read', kase)
    })
    if (input.id === 'reference') {
      if (watched.session?.closedComparison && !casework.isCandidateOf(t.actor, watched.kase) && !isShownTo(watched.session, accountOf(t.actor))) return undefined
      const row = watched.kase.accountId ? await selectReference(t.sql, watched.kase.accountId) : undefined
      return row && { fileKey: row.fileKey, key: unwrapKey(t.cipher, row.wrappedKey), place: `reference:${row.accountId}` }
    }
    const { session } = watched
    const row = session ? (await selectPictures(t.sql, session.id)).find((each) => each.id === input.id) : undefined
    return row && session?.wrappedKey ? { fileKey: row.fileKey, key: unwrapKey(t.cipher, session.wrappedKey), place: `picture:${row.sessionId}:${row.kind}` } : undefined
  })
  if (!found) throw new Denial('not-found')
  return openBytes(found.key, await ctx.files.get(found.fileKey), found.place)
}

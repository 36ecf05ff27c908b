import { Denial } from '#kernel/denial.ts'
import { parseUuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { examineUpload, safeName } from '#platform/files/intake.ts'
import { policy } from '../policy.ts'
import { denyClosed } from './closed.ts'
import { dropPhoto, insertPhoto, selectPhoto, type PhotoFile } from './store/survey-store.ts'
import { assertSurvey, surveyCase } from './survey-case.ts'
import { takeEntries, type Written } from './write-entries.ts'

export interface SentPhoto {
  caseId: string
  device: string
  seq: number
  writtenAt: string
  item: string
  note: string
  name: string
  bytes: Uint8Array
  /** Bytes of the picture as the camera made it, when the device made it smaller before sending. */
  originalSize: number
}

/** Takes a photo of the survey: JPEG or PNG, up to the size every file may have; drawn anew, so that it carries neither the place nor the camera in its metadata. */
export async function receivePhoto(ctx: Ctx, input: SentPhoto): Promise<Written> {
  await read(ctx, 'survey.write', async (t) => {
    const it = await surveyCase(t, input.caseId)
    assertMay(t, policy, 'survey.write', it.facts)
    denyClosed(assertSurvey(it))
  })
  const examined = await examineUpload(input.bytes)
  if (examined.kind === 'pdf') throw new Denial('survey.photo-not-a-picture')
  const name = safeName(input.name)
  const original = await ctx.files.put(input.bytes)
  const cleaned = await ctx.files.put(examined.cleaned)
  return tx(ctx, 'survey.write', async (t) => {
    const it = await surveyCase(t, input.caseId, { lock: true })
    assertMay(t, policy, 'survey.write', it.facts)
    const id = t.newId()
    await insertPhoto(t.sql, {
      id, caseId: it.kase.id, name, mediaType: examined.mediaType, size: cleaned.size, sha256: examined.sha256, fileKey: cleaned.key, originalKey: original.key, uploadedBy: accountOf(t.actor)!, uploadedAt: t.now,
    })
    const body = { item: input.item, note: input.note, file: name, size: input.bytes.length, originalSize: input.originalSize }
    const written = await takeEntries(t, it, input.device, [{ kind: 'photo', seq: input.seq, writtenAt: input.writtenAt, body, paperId: id }])
    // A photo that came twice leaves its second file to the sweep of orphans.
    if (written.outcomes[0]?.outcome !== 'saved') await dropPhoto(t.sql, id)
    return written
  })
}

/** The cleaned picture, for those who may see the case. */
export async function openPhoto(ctx: Ctx, caseId: string, id: string): Promise<{ photo: PhotoFile; bytes: Uint8Array }> {
  const photo = await read(ctx, 'survey.read', async (t) => {
    const it = await surveyCase(t, caseId)
    assertMay(t, policy, 'survey.read', it.facts)
    const found = parseUuid(id) && (await selectPhoto(t.sql, caseId, id))
    if (!found) throw new Denial('not-found')
    return found
  })
  return { photo, bytes: await ctx.files.get(photo.fileKey) }
}

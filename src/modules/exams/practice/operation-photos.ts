import type { Moment } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import { parseUuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay, may } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { examineFile, examineVideo, findAttachment, type ExaminedFile, type SentFile } from '#modules/uploads/index.ts'
import { policy } from '../policy.ts'
import type { EvidenceLimits } from './domain/tablet.ts'
import { evidenceLimits } from './evidence-limits.ts'
import { takeDelivery, whoDelivers, type Delivered } from './deliver-words.ts'
import { selectPracticeOfSitting } from './store/practice-store.ts'
import { selectPhotoOfCase, selectPhotosOfCase } from './store/sheet-store.ts'

export interface SentPhoto {
  sittingId: string
  number: string
  device: string
  seq: number
  step: number
  note: string
  name: string
  /** Both by the clock of the device. */
  writtenAt: string
  sentAt: string
  bytes: Uint8Array
}

const ENDINGS: Readonly<Record<string, string>> = { 'image/png': 'png', 'video/mp4': 'mp4', 'video/webm': 'webm' }

/** A photo or a video of an operation. */
type Kind = 'photo' | 'video'

/** Takes a photo of an operation in its turn among the words of the tablet: a JPEG or PNG, drawn anew, so that it carries neither the place nor the camera. What is no photo is kept as a word with its reason, and the numbers go on. */
export async function deliverPhoto(ctx: Ctx, sent: SentPhoto): Promise<Delivered> {
  return deliver(ctx, 'photo', sent)
}

/** Takes a short video in the same way: WebM or MP4, without the place and the device that stood in it. */
export async function deliverVideo(ctx: Ctx, sent: SentPhoto): Promise<Delivered> {
  return deliver(ctx, 'video', sent)
}

async function deliver(ctx: Ctx, kind: Kind, { bytes, name, ...input }: SentPhoto): Promise<Delivered> {
  const limits = await read(ctx, 'practice.mark', async (t) => {
    const kase = await casework.getCaseByNumber(t, input.number)
    const run = await selectPracticeOfSitting(t.sql, kase.id, input.sittingId)
    assertMay(t, policy, 'practice.mark', { ...kase, assessorIds: await whoDelivers(t, kase, input.sittingId, run?.id) })
    return run && evidenceLimits(t, kase)
  })
  const { file, fault } = limits ? await (kind === 'photo' ? examinedPhoto : examinedVideo)(ctx, { name, bytes }, limits) : { file: undefined, fault: null }
  return takeDelivery(ctx, { ...input, words: [{ kind, seq: input.seq, step: input.step, note: input.note, writtenAt: input.writtenAt, fault, file }] })
}

interface Examined { file: ExaminedFile | undefined; fault: string | null }
const isLarger = (bytes: Uint8Array, megabytes: number): boolean => bytes.length > megabytes * 1024 * 1024

async function examinedVideo(ctx: Ctx, sent: SentFile, limits: EvidenceLimits): Promise<Examined> {
  if (isLarger(sent.bytes, limits.videoMegabytes)) return { file: undefined, fault: 'practice.video-too-large' }
  const { file, fault } = await examineVideo(ctx, sent, { mostSeconds: limits.videoSeconds })
  return { file, fault: fault && `practice.video-${fault}` }
}

async function examinedPhoto(ctx: Ctx, sent: SentFile, limits: EvidenceLimits): Promise<Examined> {
  if (isLarger(sent.bytes, limits.photoMegabytes)) return { file: undefined, fault: 'practice.photo-too-large' }
  try {
    const file = await examineFile(ctx, sent)
    return file.mediaType.startsWith('image/') ? { file, fault: null } : { file: undefined, fault: 'practice.photo-no-picture' }
  } catch (error) {
    if (!(error instanceof Denial)) throw error
    return { file: undefined, fault: error.blockers[0]?.code ?? error.code }
  }
}

/** The photos and videos of the practices of a case that have ended, by operation and time; none for whoever may not see them. */
export async function photosOfCase(t: Tx, kase: casework.CaseFile): Promise<{ id: string; kind: Kind; sha256: string; stepNo: number; takenAt: Moment }[]> {
  if (!may(t.actor, policy, 'practice.photo', { ...kase, own: false, ended: true })) return []
  return (await selectPhotosOfCase(t.sql, kase.id)).map(({ id, kind, sha256, stepNo, writtenAt }) => ({ id, kind, sha256, stepNo, takenAt: writtenAt }))
}

/** A photo or a video as people see it: whoever took it, and after the practice everybody who may read its marks, the candidate too. */
export async function openOperationPhoto(ctx: Ctx, number: string, id: string): Promise<{ bytes: Uint8Array; mediaType: string; name: string }> {
  const found = await read(ctx, 'practice.photo', async (t) => {
    const kase = await casework.getCaseByNumber(t, number)
    const photo = parseUuid(id) ? await selectPhotoOfCase(t.sql, kase.id, id) : undefined
    if (!photo) throw new Denial('not-found')
    assertMay(t, policy, 'practice.photo', { ...kase, own: photo.assessorId === accountOf(t.actor), ended: photo.ended })
    const file = await findAttachment(t.sql, photo.id)
    if (!file) throw new Denial('not-found')
    return { file, name: `${number}-${photo.stepNo}.${ENDINGS[file.mediaType] ?? 'jpg'}` }
  })
  return { bytes: await ctx.files.get(found.file.fileKey), mediaType: found.file.mediaType, name: found.name }
}

import { normNumberOr } from '#kernel/norms.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import * as casework from '#modules/casework/index.ts'
import type { EvidenceLimits } from './domain/tablet.ts'

/** How many photos and videos an operation takes and how large they are, by the norms of the case; where its edition does not say, as it was before. No norm lets in more bytes than the door: 10 megabytes of a photo, 40 of a video. */
export async function evidenceLimits(t: Tx, kase: casework.CaseFile): Promise<EvidenceLimits> {
  const norms = await casework.normsOf(t, kase)
  const read = (key: string, otherwise: number): number => normNumberOr(norms, key, otherwise)
  return {
    photosPerStep: read('practice.photosPerStep', 6), photoMegabytes: Math.min(10, read('practice.photoMegabytes', 10)),
    videosPerStep: read('practice.videosPerStep', 2), videoMegabytes: Math.min(40, read('practice.videoMegabytes', 20)), videoSeconds: read('practice.videoSeconds', 20),
  }
}

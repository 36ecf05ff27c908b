import { Denial } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { byteRoute, download, islandRoute, type PageRequest } from '#platform/http/page.ts'
import { deliverPhoto, deliverVideo, deliverWords, openOperationPhoto, readTablet, type Delivered } from '#modules/exams/index.ts'
import { denialText } from '../../denials.ts'
import { isDevice, wholeOf, wrong } from '../../kept/sent-words.ts'
import { readSentSheets } from './sent-marks.ts'
import { statesOf } from './tablet-state.ts'

/** Where the tablet delivers what was marked, sheet by sheet: a sheet that is not taken holds up no other. With nothing to deliver it asks how every sheet stands. */
export const marksRoute = islandRoute({
  path: '/examiner/sittings/:id/marks', action: 'practice.mark', access: ['assessor'], method: 'POST',
  async handle(ctx, { lang, params, body }) {
    const { sentAt, sheets } = readSentSheets(body)
    const answers: Record<string, unknown> = {}
    for (const { number, device, words } of sheets) {
      try {
        answers[number] = answerOf(await deliverWords(ctx, { sittingId: params['id']!, number, device, sentAt, words }))
      } catch (error) {
        if (!(error instanceof Denial)) throw error
        answers[number] = { denied: denialText(lang, error) }
      }
    }
    return { sheets: answers, states: statesOf(await readTablet(ctx, params['id']!), lang) }
  },
})

function answerOf({ lastSeq, outcomes }: Delivered) {
  return { lastSeq, outcomes: outcomes.map(({ seq, outcome }) => ({ seq, outcome })) }
}

/** Bytes of one photo at the very most, as everywhere; a tablet makes a larger one smaller first. */
const MOST_BYTES = 10 * 1024 * 1024

/** One photo in its turn; what stands beside the bytes comes in the address, its caption is written with the mark. */
export const photoRoute = byteRoute({
  path: '/examiner/sittings/:id/photos/:number/:step', action: 'practice.mark', access: ['assessor'], method: 'PUT', mediaTypes: ['image/jpeg', 'image/png', 'application/octet-stream'], most: MOST_BYTES,
  handle: (ctx, request) => takeFile(ctx, request, 'photo'),
})

/** Bytes of one video at the very most; the norm allows less. */
const MOST_VIDEO_BYTES = 40 * 1024 * 1024

/** One short video in its turn, as a photo. */
export const videoRoute = byteRoute({
  path: '/examiner/sittings/:id/videos/:number/:step', action: 'practice.mark', access: ['assessor'], method: 'PUT', mediaTypes: ['video/webm', 'video/mp4', 'application/octet-stream'], most: MOST_VIDEO_BYTES,
  handle: (ctx, request) => takeFile(ctx, request, 'video'),
})

async function takeFile(ctx: Ctx, { lang, params, query, bytes }: PageRequest & { bytes: Uint8Array }, name: 'photo' | 'video') {
  const device = query.get('device')
  if (!isDevice(device)) throw wrong()
  const time = (name: string): string => (query.get(name) ?? '').slice(0, 40)
  const number = params['number']!
  const delivered = await (name === 'photo' ? deliverPhoto : deliverVideo)(ctx, {
    sittingId: params['id']!, number, device, seq: wholeOf(Number(query.get('seq')), 1), step: wholeOf(Number(params['step']), 1, 1000), note: '', name, writtenAt: time('writtenAt'), sentAt: time('sentAt'), bytes,
  })
  return { status: 200, body: { sheets: { [number]: answerOf(delivered) }, states: statesOf(await readTablet(ctx, params['id']!), lang) } }
}

export const photoDownload = download({
  path: '/examiner/marking/:number/photos/:photo', action: 'practice.photo', access: 'signed-in',
  async handle(ctx, { params }) {
    const { bytes, mediaType, name } = await openOperationPhoto(ctx, params['number']!, params['photo']!)
    return { body: bytes, mediaType, filename: name, inline: true }
  },
})

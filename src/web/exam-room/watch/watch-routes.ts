import { Denial } from '#kernel/denial.ts'
import { STAGES, type Stage } from '#kernel/exam-stage.ts'
import { byteRoute, download, islandRoute } from '#platform/http/page.ts'
import { chatStream } from '../../chat/chat.tsx'
import { blockerText } from '../../denials.ts'
import { confirmChunk, isClientTime, keepChunk, keepPicture, offerPlace, oneOf, openPicture, PICTURE_BYTES, readBrowserSeal, readOwnState, showInClosedMoment, SIGNAL_KINDS, takeSignals, type SentSignal } from '#modules/proctoring/index.ts'

/** The calls of each stage have an address of their own: what is still to be sent of the one never mixes with the other. */
const BASES: Readonly<Record<Stage, string>> = { theory: '/exam/:number/watch', practice: '/exam/:number/practice/watch' }
const ofEach = <T,>(make: (base: string, stage: Stage) => T): T[] => STAGES.map((stage) => make(BASES[stage], stage))

/** The norm says how large a piece may be; this is the most that is read at all. */
const MOST_CHUNK_BYTES = 16 * 1024 * 1024
const MOST_SIGNALS = 200
const DETAIL_MOST = 2000

/** Where the watch stands and which numbers come next, for the browser of the candidate. */
export const stateRoutes = ofEach((base, stage) => islandRoute({
  path: `${base}/state`, action: 'proctoring.sit', access: 'signed-in', method: 'GET',
  // The key is in no page and no address: only in this answer, which nobody keeps.
  handle: async (ctx, { params }) => ({ ...(await readOwnState(ctx, params['number']!, stage)), seal: await readBrowserSeal(ctx, params['number']!, stage) }),
}))

/** Lines of the proctor as he writes them. */
export const ownChatStreams = ofEach((base, stage) => chatStream(`${base}/messages`, 'proctoring.sit', 'signed-in', 'candidate', () => stage))

/** Signals and the sign of life. To a second computer it says that there is nothing to watch: nothing of it is taken. */
export const signalsRoutes = ofEach((base, stage) => islandRoute({
  path: `${base}/signals`, action: 'proctoring.sit', access: 'signed-in', method: 'POST',
  async handle(ctx, { params, body, sessionId }) {
    const { secondComputer, deviceSilentSeconds, ...taken } = await takeSignals(ctx, { number: params['number']!, stage, signIn: sessionId, ...parse(body) })
    return secondComputer ? { received: 0, state: 'ended', warning: null, code: 'proctoring.second-computer', text: blockerText(ctx.lang, { code: 'proctoring.second-computer', data: { seconds: deviceSilentSeconds } }) } : taken
  },
}))

/** One numbered piece of a recording. */
export const chunkRoutes = ofEach((base, stage) => byteRoute({
  path: `${base}/chunks/:track/:chunk`, action: 'proctoring.sit', access: 'signed-in', method: 'PUT', mediaTypes: [/^video\/(webm|mp4)\b/], most: MOST_CHUNK_BYTES,
  async handle(ctx, { params, query, bytes, mediaType, header }) {
    const outcome = await keepChunk(ctx, {
      number: params['number']!, stage, track: params['track']!, chunk: wholeNumber(params['chunk']), bytes, mediaType, sha256: header('x-chunk-sha256'), clientFrom: wholeNumber(query.get('from')), ms: wholeNumber(query.get('ms')),
    })
    return { status: outcome === 'stored' ? 201 : 200, body: { outcome } }
  },
}))

/** A place in the store for one numbered piece that the browser has sealed itself. */
export const placeRoutes = ofEach((base, stage) => islandRoute({
  path: `${base}/places`, action: 'proctoring.sit', access: 'signed-in', method: 'POST',
  handle(ctx, { params, body }) {
    const said = fieldsOf(body)
    return offerPlace(ctx, {
      number: params['number']!, stage, track: textOf(said['track']), chunk: countOf(said['chunk']), mediaType: textOf(said['mediaType']), sha256: textOf(said['sha256']),
      clientFrom: countOf(said['clientFrom']), ms: countOf(said['ms']), sealedSha256: textOf(said['sealedSha256']), sealedSize: countOf(said['sealedSize']),
    })
  },
}))

/** The piece lies in its place. */
export const confirmRoutes = ofEach((base, stage) => islandRoute({
  path: `${base}/places/confirm`, action: 'proctoring.sit', access: 'signed-in', method: 'POST',
  handle: async (ctx, { params, body }) => ({ outcome: await confirmChunk(ctx, { number: params['number']!, stage, ticket: textOf(fieldsOf(body)['ticket']) }) }),
}))

/** A picture of the identity check or of the room; what is shown in a closed moment comes the same way and is kept nowhere. */
export const pictureRoutes = ofEach((base, stage) => byteRoute({
  path: `${base}/picture/:kind`, action: 'proctoring.sit', access: 'signed-in', method: 'POST', mediaTypes: ['image/jpeg'], most: PICTURE_BYTES,
  async handle(ctx, { params, bytes }) {
    const closed = /^closed-(.+)$/.exec(params['kind']!)?.[1]
    if (closed) {
      await showInClosedMoment(ctx, { number: params['number']!, stage, kind: closed, bytes })
      return { status: 201, body: { kind: params['kind']! } }
    }
    return { status: 201, body: { ...(await keepPicture(ctx, { number: params['number']!, stage, kind: params['kind']!, bytes })) } }
  },
}))

export const ownPictureDownloads = ofEach((base, stage) => download({
  path: `${base}/pictures/:id`, action: 'proctoring.sit', access: 'signed-in',
  handle: async (ctx, { params }) => ({ body: await openPicture(ctx, { number: params['number']!, stage, id: params['id']! }), mediaType: 'image/jpeg', filename: 'picture.jpg', inline: true }),
}))

function wholeNumber(text: string | null | undefined): number {
  if (!text || !/^\d{1,16}$/.test(text)) throw new Denial('input.wrong')
  return Number(text)
}

function fieldsOf(body: unknown): Record<string, unknown> {
  return (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
}
function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new Denial('input.wrong')
  return value
}
function countOf(value: unknown): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw new Denial('input.wrong')
  return value as number
}

/** Anything that is not a list of numbered signals is refused whole; texts and lists are bounded. */
function parse(body: unknown): { device: string; sentAt: number; signals: SentSignal[] } {
  const wrong = () => new Denial('input.wrong')
  const { device, sentAt, signals } = fieldsOf(body)
  if (typeof device !== 'string' || !isClientTime(sentAt) || !Array.isArray(signals) || signals.length > MOST_SIGNALS) throw wrong()
  return {
    device, sentAt,
    signals: signals.map((signal: unknown) => {
      const { seq, kind, from, to, peak, detail } = (typeof signal === 'object' && signal !== null ? signal : {}) as Record<string, unknown>
      const known = oneOf(SIGNAL_KINDS, kind)
      const isDetail = detail === undefined || (typeof detail === 'object' && detail !== null && !Array.isArray(detail) && JSON.stringify(detail).length <= DETAIL_MOST)
      if (!known || !Number.isSafeInteger(seq) || (seq as number) < 1 || (seq as number) > 2_000_000_000 || !isClientTime(from) || !isClientTime(to) || to < from || !isDetail) throw wrong()
      if (peak !== undefined && (typeof peak !== 'number' || !Number.isFinite(peak) || peak < 0 || peak > 1_000_000)) throw wrong()
      return { seq: seq as number, kind: known, from, to, peak: typeof peak === 'number' ? peak : 1, detail: (detail as Record<string, unknown>) ?? {} }
    }),
  }
}

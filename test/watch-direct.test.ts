import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { s3Store } from '#platform/files/s3-store.ts'
import * as proctoring from '#modules/proctoring/index.ts'
import { CUTS, film } from '../bench/proctoring/pictures.ts'
import { silence, wav } from '../bench/proctoring/sound.ts'
import { anOnlineExam, hashOf, type OnlineExamCase } from './support/online-exam.ts'
import { openOnlineRoom, sizeOfClip, type OnlineRoom } from './support/online-room.ts'
import { openS3Server, type S3Server } from './support/s3-server.ts'

let store: S3Server
let room: OnlineRoom
beforeAll(async () => {
  store = await openS3Server({ ownDoor: true })
  room = await openOnlineRoom({ files: s3Store(store.settings) })
}, 120_000)
afterEach(() => {
  room.stopClock()
  room.foreign.length = room.broken.length = 0
})
afterAll(async () => {
  await room.end()
  await store.end()
})

/** Keeps the digest of every piece the browser has made, over a page drawn anew. */
function noteMade(): void {
  const Before = MediaRecorder
  globalThis.MediaRecorder = class extends Before {
    constructor(stream: MediaStream, options?: MediaRecorderOptions) {
      super(stream, options)
      let noting: Promise<unknown> = Promise.resolve()
      this.addEventListener('dataavailable', ({ data }) => {
        if (data.size === 0) return
        noting = noting.then(async () => {
          const digest = [...new Uint8Array(await crypto.subtle.digest('SHA-256', await data.arrayBuffer()))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
          sessionStorage.setItem('made', `${sessionStorage.getItem('made') ?? ''}${digest} `)
        })
      })
    }
  }
}
const madeBy = (page: Page) => page.evaluate(() => (sessionStorage.getItem('made') ?? '').split(' ').filter(Boolean))
const until = async (what: () => Promise<boolean>) => { while (!(await what())) await new Promise((resolve) => setTimeout(resolve, 200)) }

interface Row { number: number; sha256: string; sealedBy: string; begins: boolean }
const rowsOf = (exam: OnlineExamCase) => exam.sql<Row>("select number, encode(sha256, 'hex') as sha256, sealed_by, begins from proctoring_chunk where case_id = $1 and track = 'camera' order by number", [exam.caseId])
const sealedBy = async (exam: OnlineExamCase, who: string) => (await rowsOf(exam)).filter((row) => row.sealedBy === who).length

async function begin(): Promise<{ exam: OnlineExamCase; page: Page; puts: string[]; pieces: string[] }> {
  const exam = await anOnlineExam(room.world)
  await exam.watched()
  room.runClock()
  const page = await room.sit(await room.computer({ video: await film({ cut: CUTS.womanA }), sound: wav(silence(8)) }), exam.candidate)
  const [puts, pieces]: [string[], string[]] = [[], []]
  page.on('request', (request) => {
    if (request.method() === 'PUT') (request.url().startsWith(room.origin) ? pieces : puts).push(request.url())
  })
  await page.addInitScript(noteMade)
  await page.goto(`${room.origin}/kk/exam/${exam.number}`)
  return { exam, page, puts, pieces }
}
/** The recording as the reviewer gets it, opened by the server. */
async function bytesOf(exam: OnlineExamCase, viewId: string): Promise<Buffer> {
  const { body } = await proctoring.readClip(room.world.as(exam.proctor), { viewId, number: exam.number, track: 'camera' })
  const parts: Buffer[] = []
  for await (const part of body) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

describe('a recording that a browser brings straight to a store of objects', () => {
  it('comes there sealed, piece by piece, past the server; whoever opens it sees the film that was made', { timeout: 120_000 }, async () => {
    const { world, origin } = room
    const { exam, page, puts, pieces } = await begin()
    await until(async () => (await sealedBy(exam, 'browser')) >= 3)
    const rows = await rowsOf(exam)
    const made = await madeBy(page)
    expect(rows.map((row) => row.sha256)).toEqual(made.slice(0, rows.length))
    expect(rows.map((row) => [row.number, row.sealedBy, row.begins])).toEqual(rows.map((_, place) => [place, 'browser', place === 0]))
    expect([puts.length >= rows.length, pieces]).toEqual([true, []])

    // What lies in the store shows nothing of the film.
    const [{ fileKey }] = await exam.sql<{ fileKey: string }>('select file_key from proctoring_chunk where case_id = $1 and number = 0', [exam.caseId]) as [{ fileKey: string }]
    const lying = Buffer.from(await world.files.get(fileKey))
    for (const mark of ['webm', 'matroska', 'V_VP8', 'A_OPUS']) expect(lying.includes(mark)).toBe(false)

    const proctor = await room.sit(page.context().browser()!, exam.proctor)
    await proctor.goto(`${origin}/kk/proctor/cases/${exam.number}`)
    await proctor.getByRole('button', { name: 'Жазбаны ашу' }).click()
    await proctor.getByText('Ашылуы жазылды.').waitFor()
    expect(await sizeOfClip(proctor.getByLabel('Камера мен дыбыс, Толық жазба'))).toEqual([640, 480])
    expect(await proctor.getByText('ашылмайтын бөліктері').count()).toBe(0)
    const film = await bytesOf(exam, new URL(proctor.url()).searchParams.get('view')!)
    expect([film.includes('webm'), hashOf(film.subarray(0, await sizeOf(exam, 0)))]).toEqual([true, rows[0]!.sha256])

    // Only the own origin and this store were called, the store by the page of the exam alone, and nobody was refused.
    expect([...new Set(room.foreign.map((url) => new URL(url).origin))]).toEqual([store.origin])
    expect(room.foreign.length).toBe(puts.length)
    expect(room.broken).toEqual([])

    // Somebody has put something else over the second piece: the film goes on behind it, and the page says so.
    const [second] = await exam.sql<{ fileKey: string }>('select file_key from proctoring_chunk where case_id = $1 and number = 1', [exam.caseId])
    expect((await fetch(`${store.origin}/tanu/${second!.fileKey}`, { method: 'PUT', body: Buffer.alloc(await sizeOf(exam, 1) + 28, 7) })).status).toBe(200)
    await proctor.reload()
    expect(await playedTo(proctor.getByLabel('Камера мен дыбыс, Толық жазба'))).toBeGreaterThan(8)
    await proctor.reload()
    await proctor.getByText('Жазбаның ашылмайтын бөліктері: 1.').waitFor()
    await page.context().browser()!.close()
  })

  it('goes on through the server when the store falls, over a page drawn anew: no piece is lost, none comes twice', { timeout: 180_000 }, async () => {
    const { exam, page, pieces } = await begin()
    await until(async () => (await sealedBy(exam, 'browser')) >= 2)
    await store.kill()
    await until(async () => (await sealedBy(exam, 'server')) >= 2)
    expect(pieces.length).toBeGreaterThanOrEqual(2)

    // Pieces wait on the device while our server is not reached either; then the page is drawn anew and tries the store once more.
    await page.route('**/watch/{chunks,places}/**', (route) => route.abort())
    await page.route('**/watch/places', (route) => route.abort())
    const [there, already] = [(await rowsOf(exam)).length, (await madeBy(page)).length]
    await until(async () => { const now = (await madeBy(page)).length; return now > already && now > there + 1 })
    // A moment for the device to keep the last one; the next is seconds away.
    await page.waitForTimeout(500)
    await page.reload()
    const before = await madeBy(page)
    await page.unrouteAll()
    await until(async () => (await rowsOf(exam)).length >= before.length + 2)

    const rows = await rowsOf(exam)
    const made = await madeBy(page)
    expect(rows.map((row) => row.number)).toEqual(rows.map((_, place) => place))
    // What was being made when the page was drawn anew is the one thing that a recorder loses; everything it gave is there, once and in order.
    expect(rows.map((row) => row.sha256)).toEqual(made.slice(0, rows.length))
    expect(rows.map((row) => row.sealedBy)).toEqual(rows.map((row) => (row.number < rows.findIndex((each) => each.sealedBy === 'server') ? 'browser' : 'server')))
    expect(rows.filter((row) => row.begins).map((row) => row.number)).toEqual([0, before.length])
    const view = await proctoring.openRecording(room.world.as(exam.proctor), { number: exam.number, purpose: 'live-watch' })
    const film = await bytesOf(exam, view)
    const sizes = await exam.sql<{ size: number }>('select size from proctoring_chunk where case_id = $1 order by number', [exam.caseId])
    expect(film.length).toBe(sizes.slice(0, before.length).reduce((sum, row) => sum + row.size, 0))
    expect([...new Set(room.foreign.map((url) => new URL(url).origin))]).toEqual([store.origin])
    await page.context().browser()!.close()
  })
})

/** How far a player comes, in seconds of the film. */
function playedTo(clip: Locator): Promise<number> {
  return clip.evaluate(async (element) => {
    const video = element as HTMLVideoElement
    video.muted = true
    video.playbackRate = 4
    await video.play()
    await new Promise((resolve, reject) => {
      video.onended = resolve
      video.onerror = () => reject(new Error(video.error?.message))
    })
    return video.currentTime
  })
}

async function sizeOf(exam: OnlineExamCase, number: number): Promise<number> {
  return (await exam.sql<{ size: number }>('select size from proctoring_chunk where case_id = $1 and number = $2', [exam.caseId, number]))[0]!.size
}

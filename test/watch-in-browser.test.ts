import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { show, type Shown } from '../bench/proctoring/film.ts'
import { CUTS, film } from '../bench/proctoring/pictures.ts'
import { madeSpeech, wav } from '../bench/proctoring/sound.ts'

const folder = mkdtempSync(join(tmpdir(), 'tanu-watch-'))
let shown: Shown

/** Waits for what the browser does by itself; the test of the file ends it when it never comes. */
async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await what())) await new Promise((resolve) => setTimeout(resolve, 100))
}
const kinds = () => new Set(shown.host.signals.map((signal) => signal.kind))

beforeAll(async () => {
  shown = await show(join(import.meta.dirname, '../dist/assets'), folder, { video: await film({ cut: CUTS.two }), sound: wav(madeSpeech(8)) })
})
afterAll(async () => {
  await shown?.end()
  rmSync(folder, { recursive: true, force: true })
})

describe('the watch of an exam on line, in a browser with a made camera', () => {
  it('sees two people and hears somebody, and says so when it has lasted', { timeout: 60_000 }, async () => {
    await until(() => kinds().has('several-faces') && kinds().has('speech'))
    expect(kinds().has('no-face')).toBe(false)
    expect(shown.host.signals.map((signal) => signal.seq)).toEqual(shown.host.signals.map((_, place) => place + 1))
  })

  it('sends the recording in order, over a server that stumbles and a page that is drawn anew', { timeout: 60_000 }, async () => {
    await until(() => shown.host.chunks.length >= 1)
    shown.host.answerNext = { status: 503, body: {} }
    await until(() => shown.host.answerNext === undefined && shown.host.chunks.length >= 2)
    const before = shown.host.chunks.length
    await shown.page.reload()
    await until(() => shown.host.chunks.slice(before).some((chunk) => chunk.begins))
    expect(shown.host.chunks.map((chunk) => chunk.number)).toEqual(shown.host.chunks.map((_, place) => place))
    expect(shown.host.chunks[0]!.begins).toBe(true)
  })

  it('has made a recording that plays', async () => {
    const again = shown.host.chunks.findIndex((chunk, place) => place > 0 && chunk.begins)
    const first = Buffer.concat(shown.host.chunks.slice(0, again).map((chunk) => chunk.bytes)).toString('base64')
    const played = await shown.page.evaluate(async (text) => {
      const video = document.createElement('video')
      video.src = URL.createObjectURL(new Blob([Uint8Array.from(atob(text), (each) => each.charCodeAt(0))], { type: 'video/webm' }))
      await new Promise((resolve, reject) => {
        video.onloadeddata = resolve
        video.onerror = () => reject(new Error('does not play'))
      })
      return [video.videoWidth, video.videoHeight]
    }, first)
    expect(played).toEqual([640, 480])
  })

  it('has asked no other host, and needed neither WebGL nor a looser policy of the page', async () => {
    expect(shown.foreign).toEqual([])
    expect(await shown.page.evaluate(() => document.createElement('canvas').getContext('webgl') === null)).toBe(true)
  })
})

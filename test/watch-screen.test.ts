import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as proctoring from '#modules/proctoring/index.ts'
import { CUTS, film } from '../bench/proctoring/pictures.ts'
import { silence, wav } from '../bench/proctoring/sound.ts'
import { anOnlineExam } from './support/online-exam.ts'
import { openOnlineRoom, sizeOfClip, type OnlineRoom } from './support/online-room.ts'

let room: OnlineRoom
beforeAll(async () => { room = await openOnlineRoom() }, 120_000)
afterAll(() => room.end())

/** Counts the pieces that the browser has made of each recording, over a page drawn anew: of a camera with its sound, and of a screen without. */
function countPieces(): void {
  const Before = MediaRecorder
  globalThis.MediaRecorder = class extends Before {
    constructor(stream: MediaStream, options?: MediaRecorderOptions) {
      super(stream, options)
      const name = stream.getAudioTracks().length > 0 ? 'camera' : 'screen'
      this.addEventListener('dataavailable', ({ data }) => { if (data.size > 0) sessionStorage.setItem(name, String(Number(sessionStorage.getItem(name)) + 1)) })
    }
  }
}

describe('the screen of a candidate who shows it', () => {
  it('is recorded beside the camera; a page drawn anew loses the piece being made and no other, and the screen is asked for again', { timeout: 120_000 }, async () => {
    const { world, origin } = room
    const exam = await anOnlineExam(world)
    await exam.watched()
    room.runClock()
    const computer = await room.computer({ video: await film({ cut: CUTS.womanA }), sound: wav(silence(8)) })
    const page = await room.sit(computer, exam.candidate)
    await page.addInitScript(countPieces)
    await page.goto(`${origin}/kk/exam/${exam.number}`)
    const next = async (track: 'camera' | 'screen') => (await proctoring.readOwnState(world.as(exam.candidate), exam.number)).tracks[track].next
    const made = async (track: 'camera' | 'screen') => Number(await page.evaluate((name) => sessionStorage.getItem(name), track))
    const until = async (what: () => Promise<boolean>) => { while (!(await what())) await page.waitForTimeout(200) }
    await page.locator('[data-line="camera"]', { hasText: 'Жазылып жатыр' }).waitFor()
    // The room is a part of the application that the browser can install; that it does not do so in a private window, as this one is, is all it says against it.
    const browser = await page.context().newCDPSession(page)
    expect((await browser.send('Page.getAppManifest')).errors).toEqual([])
    expect((await browser.send('Page.getInstallabilityErrors')).installabilityErrors.map((each) => each.errorId).filter((id) => id !== 'in-incognito')).toEqual([])
    await page.getByRole('button', { name: 'Экранды көрсету' }).click()
    await page.locator('[data-line="screen"]', { hasText: 'Жазылып жатыр' }).waitFor()
    await until(async () => (await next('screen')) >= 1 && (await next('camera')) >= 1)

    // The line is cut: pieces wait on the device. Then the page is drawn anew.
    await page.route('**/chunks/**', (route) => route.abort())
    const [sent, already] = [await next('screen'), await made('screen')]
    await until(async () => (await made('screen')) >= already + 1 && (await made('screen')) > sent)
    await page.reload()
    const before = { camera: await made('camera'), screen: await made('screen') }
    await page.locator('[data-line="screen"]', { hasText: 'Экранды қайта көрсетіңіз' }).waitFor()
    await page.unroute('**/chunks/**')
    await until(async () => (await next('screen')) >= before.screen && (await next('camera')) >= before.camera)
    // What a busy computer makes too large for one piece goes as two: all that was made has come when nothing more comes.
    let kept = -1
    await until(async () => {
      const was = kept
      kept = await next('screen')
      if (kept === was) return true
      await page.waitForTimeout(3_000)
      return false
    })
    expect(kept).toBeGreaterThanOrEqual(before.screen)

    // Shown again, the recording goes on under the next number, with a head of its own.
    await page.getByRole('button', { name: 'Экранды көрсету' }).click()
    await until(async () => (await next('screen')) > kept)
    const pieces = await exam.sql<{ number: number; begins: boolean }>("select number, begins from proctoring_chunk where case_id = $1 and track = 'screen' order by number", [exam.caseId])
    expect(pieces.map((piece) => piece.number)).toEqual(pieces.map((_, place) => place))
    expect(pieces.filter((piece) => piece.begins).map((piece) => piece.number)).toEqual([0, kept])

    const proctor = await room.sit(computer, exam.proctor)
    await proctor.goto(`${origin}/kk/proctor/cases/${exam.number}`)
    await proctor.getByRole('button', { name: 'Жазбаны ашу' }).click()
    const [width] = await sizeOfClip(proctor.getByLabel('Экран, Толық жазба'))
    expect(width).toBeGreaterThan(300)

    // A warning that stands on the page is not told to it once more: drawn anew, the page would take a press of the candidate with it.
    await page.goto('about:blank')
    await proctoring.recordOnlineViolation(world.as(exam.proctor), { number: exam.number, ground: 'other', note: 'Бөлмеге адам кірді', wanted: 'warning', seen: 0 })
    const told = page.waitForResponse((answer) => answer.url().endsWith('/watch/signals'))
    await page.goto(`${origin}/kk/exam/${exam.number}`)
    await page.getByRole('heading', { name: 'Сізге ескерту жасалды' }).waitFor()
    await page.evaluate(() => { document.body.dataset['seen'] = 'yes' })
    expect(await (await told).json()).toMatchObject({ state: 'warned', warning: { text: 'Бөлмеге адам кірді' } })
    // As long as the script waits for its recorders before it draws a page anew, and half a second.
    await page.waitForTimeout(2500)
    expect(await page.locator('body[data-seen]').count()).toBe(1)
    expect(room.foreign).toEqual([])
  })
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { day, moment } from '#kernel/day.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import type { FileStore } from '#platform/files/store.ts'
import { cookieName } from '#platform/http/cookies.ts'
import { createLog } from '#platform/log/log.ts'
import * as norms from '#modules/norms/index.ts'
import * as people from '#modules/people/index.ts'
import { readAssetNames } from '#web/assets.ts'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { launchWith, type Scene } from '../../bench/proctoring/film.ts'
import { buildServer } from '../../src/entry/build-server.ts'
import { freePort } from './s3-server.ts'
import { openTestWorld, type TestWorld } from './world.ts'

const ASSETS = join(import.meta.dirname, '../../dist/assets')

/** The product on a port of its own, and browsers whose cameras show a scene. */
export interface OnlineRoom {
  world: TestWorld
  origin: string
  /** Requests to another host, and answers that were refusals, of every page opened. */
  foreign: string[]
  broken: string[]
  /** A computer of its own with this scene before its camera. */
  computer(scene: Scene): Promise<Browser>
  /** A person at a computer, signed in. */
  sit(browser: Browser, person: PersonActor): Promise<Page>
  /** From now on the clock of the world goes on as clocks do. */
  runClock(): void
  stopClock(): void
  end(): Promise<void>
}

/** `files`: where recordings lie, when not in a folder. */
export async function openOnlineRoom(options: { files?: FileStore } = {}): Promise<OnlineRoom> {
  const folder = mkdtempSync(join(tmpdir(), 'tanu-online-'))
  const world = await openTestWorld(undefined, options)
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const { app } = await buildServer(world, { config: { publicUrl: origin, trustProxy: false }, log: createLog({ level: 'error', write: () => undefined }), assets: readAssetNames(join(ASSETS, 'manifest.json')), assetsFolder: ASSETS, secret: world.secret })
  await app.listen({ port, host: 'localhost' })
  const browsers: Browser[] = []
  let ticking: ReturnType<typeof setInterval> | undefined
  const room: OnlineRoom = {
    world, origin, foreign: [], broken: [],
    async computer(scene) {
      const browser = await launchWith(folder, scene)
      browsers.push(browser)
      return browser
    },
    async sit(browser, person) {
      const context = await browser.newContext({ viewport: { width: 1366, height: 900 } })
      await signIn(world, context, person, origin)
      const page = await context.newPage()
      page.setDefaultTimeout(30_000)
      page.on('request', (request) => void (/^(data|blob):/.test(request.url()) || request.url().startsWith(origin) || room.foreign.push(request.url())))
      page.on('response', (response) => void (response.status() >= 400 && room.broken.push(`${response.status()} ${response.url()}`)))
      return page
    },
    runClock() {
      clearInterval(ticking)
      const [began, started] = [Date.parse(world.clock.now()), performance.now()]
      ticking = setInterval(() => world.clock.set(moment(new Date(began + Math.floor(performance.now() - started)).toISOString())), 50)
    },
    stopClock: () => clearInterval(ticking),
    async end() {
      clearInterval(ticking)
      for (const browser of browsers) await browser.close()
      await app.close()
      await world.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return room
}

async function signIn(world: TestWorld, context: BrowserContext, person: PersonActor, origin: string): Promise<void> {
  const token = await people.startSession(world.as(person), person.accountId, 'test')
  await context.addCookies([{ name: cookieName('session', false), value: token, url: origin }])
}

/** Other values of some norms from 1 March 2026, as the ministry proposes and the National body approves them. */
export async function changeNorms(world: TestWorld, values: Readonly<Record<string, string>>): Promise<void> {
  world.at('2026-02-26 10:00')
  const [one, other] = [world.as(await world.anOfficial('ministry')), world.as(await world.anOfficial('national-body'))]
  for (const [key, value] of Object.entries(values)) {
    await norms.proposeNorm(one, { key, value, mark: 'D', sourceKk: 'Сынақ', sourceRu: 'Проба', ground: 'Сынақ', validFrom: day('2026-03-01') })
    const open = (await norms.readNormsDesk(other)).proposals.find((each) => each.decidedBy === null)!
    await norms.decideNorm(other, { id: open.id, approve: true })
  }
}

/** Whether a clip of the page is a film that a person can see: its width and height, once the browser has opened it. */
export async function sizeOfClip(clip: Locator): Promise<[number, number]> {
  return clip.evaluate(async (element) => {
    const video = element as HTMLVideoElement
    if (video.readyState === 0) {
      await new Promise((resolve, reject) => {
        video.onloadedmetadata = resolve
        video.onerror = () => reject(new Error(`does not play: ${video.src}`))
        video.load()
        video.preload = 'auto'
      })
    }
    return [video.videoWidth, video.videoHeight] as [number, number]
  })
}

/** A picture of the page, wide and narrow, in the folder `SHOTS`, when somebody wants to look at it. */
export async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS']
  if (!folder) return
  for (const width of [1366, 360]) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true })
  }
  await page.setViewportSize({ width: 1366, height: 900 })
}

/** The same of the page in both languages, each once `drawn` stands on it; the browser comes back to where it was. */
export async function shotInBoth(page: Page, name: string, drawn = 'main'): Promise<void> {
  if (!process.env['SHOTS']) return
  const address = page.url()
  for (const lang of ['kk', 'ru']) {
    await page.goto(address.replace(/\/(kk|ru)\//, `/${lang}/`))
    await page.locator(drawn).first().waitFor()
    await shot(page, `${name}-${lang}`)
  }
  await page.goto(address)
}

import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cookieName } from '#platform/http/cookies.ts'
import { createLog } from '#platform/log/log.ts'
import * as people from '#modules/people/index.ts'
import * as proctoring from '#modules/proctoring/index.ts'
import { readAssetNames } from '#web/assets.ts'
import { launchWith } from '../bench/proctoring/film.ts'
import { CUTS, film } from '../bench/proctoring/pictures.ts'
import { silence, wav } from '../bench/proctoring/sound.ts'
import { buildServer } from '../src/entry/build-server.ts'
import { anOnlineExam } from './support/online-exam.ts'
import { openTestWorld, type TestWorld } from './support/world.ts'

const ASSETS = join(import.meta.dirname, '../dist/assets')
const folder = mkdtempSync(join(tmpdir(), 'tanu-whole-'))
let world: TestWorld
let app: FastifyInstance
let browser: Browser
let origin: string

const freePort = () => new Promise<number>((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address() as { port: number }
    server.close(() => resolve(port))
  })
})
beforeAll(async () => {
  world = await openTestWorld()
  const port = await freePort()
  origin = `http://localhost:${port}`
  app = (await buildServer(world, { config: { publicUrl: origin, trustProxy: false }, log: createLog({ level: 'error', write: () => undefined }), assets: readAssetNames(join(ASSETS, 'manifest.json')), assetsFolder: ASSETS, secret: world.secret })).app
  await app.listen({ port, host: 'localhost' })
  browser = await launchWith(folder, { video: await film({ cut: CUTS.womanA }), sound: wav(silence(8)) })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await app?.close()
  await world?.drop()
  rmSync(folder, { recursive: true, force: true })
})

describe('an exam on line of somebody who sits and writes', () => {
  it('is recorded, signals nothing, and nothing follows from it', { timeout: 120_000 }, async () => {
    const exam = await anOnlineExam(world)
    await exam.watched()
    const token = await people.startSession(world.as(exam.candidate), exam.candidate.accountId, 'test')
    const context = await browser.newContext({ viewport: { width: 1366, height: 900 } })
    await context.addCookies([{ name: cookieName('session', false), value: token, url: origin }])
    const page = await context.newPage()
    const foreign: string[] = []
    const broken: string[] = []
    page.on('request', (request) => void (/^(data|blob):/.test(request.url()) || request.url().startsWith(origin) || foreign.push(request.url())))
    page.on('response', (response) => void (response.status() >= 400 && broken.push(`${response.status()} ${response.url()}`)))
    await page.goto(`${origin}/kk/exam/${exam.number}`)
    await page.locator('section[data-now] input').first().click()
    const stateNow = () => proctoring.readOwnState(world.as(exam.candidate), exam.number)
    while ((await stateNow()).tracks['camera']!.next < 3) await page.waitForTimeout(500)
    if (process.env['SHOTS']) await page.screenshot({ path: join(process.env['SHOTS'], 'whole-1366.png'), fullPage: true })
    const view = await proctoring.readAttempt(world.as(exam.proctor), exam.number)
    expect(view.violations).toEqual([])
    // A machine that carries other tests at once may call itself weak; that is no word on the candidate.
    expect(view.signals.map((signal) => signal.kind).filter((kind) => kind !== 'weak-computer')).toEqual([])
    expect([foreign, broken]).toEqual([[], []])
    expect((await stateNow()).state).toBe('running')
  })
})

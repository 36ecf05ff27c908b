import type { FastifyInstance } from 'fastify'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cookieName } from '#platform/http/cookies.ts'
import { createLog } from '#platform/log/log.ts'
import * as exams from '#modules/exams/index.ts'
import * as people from '#modules/people/index.ts'
import { readAssetNames } from '#web/assets.ts'
import { buildServer } from '../../src/entry/build-server.ts'
import { assertKind } from '../support/axe.ts'
import { findBrowser } from '../support/browser.ts'
import { anExamCase, type ExamCase } from '../support/exam-case.ts'
import { PNG } from '../support/files.ts'
import { openTestWorld, type TestWorld } from '../support/world.ts'

const ASSETS = join(import.meta.dirname, '../../dist/assets')
const FOLDER = mkdtempSync(join(tmpdir(), 'tanu-tablet-'))

let world: TestWorld
let app: FastifyInstance
let url: string
let one: ExamCase
let two: ExamCase
let tablet: string
let token: string

/** Two candidates of one practical sitting; the first is admitted. */
beforeAll(async () => {
  world = await openTestWorld()
  const served = await buildServer(world, {
    config: { publicUrl: world.publicUrl, trustProxy: false, isLoopback: true } as never, log: createLog({ level: 'error', write: (line) => process.stderr.write(line) }),
    assets: readAssetNames(join(ASSETS, 'manifest.json')), assetsFolder: ASSETS, secret: world.secret,
  })
  app = served.app
  url = await app.listen({ port: 0, host: '127.0.0.1' })
  one = await anExamCase(world, { stages: ['practice'] })
  two = await anExamCase(world, { stages: ['practice'], beside: one })
  const practice = await one.sitting('practice', '2026-03-26', '13:00', '16:00')
  world.at('2026-03-05 11:00')
  for (const exam of [one, two]) await exams.sendNotification(world.as(exam.clerk), { number: exam.number, version: await exam.version(), sittings: { practice } })
  world.at('2026-03-26 09:40')
  for (const exam of [one, two]) {
    await exams.holdBriefing(world.as(exam.invigilator), { number: exam.number, kinds: ['familiarisation', 'briefing'] })
    await exams.confirmBriefing(world.as(exam.candidate), { number: exam.number, kinds: ['familiarisation', 'briefing'] })
  }
  world.at('2026-03-26 13:00')
  await admit(one)
  tablet = `${url}/kk/examiner/sittings/${practice}/tablet`
  token = await people.startSession(world.as(one.assessor), one.assessor.accountId, 'test')
}, 120_000)
afterAll(async () => {
  await app.close()
  await world.drop()
  rmSync(FOLDER, { recursive: true, force: true })
})

const admit = (exam: ExamCase) => exams.admitToPractice(world.as(exam.invigilator), { number: exam.number, identitySeen: true })
const log = () => world.db.begin((sql) => sql.many<{ caseId: string; kind: string; seq: number; stepNo: number; done: boolean }>(
  'select r.case_id, e.kind, e.seq, e.step_no, e.done from mark_entry e join practice_run r on r.id = e.run_id where r.case_id = any($1) order by e.written_at, e.seq', [[one.caseId, two.caseId]]), { 'tanu.scope': 'system' })
const becomes = (page: Page, state: string) => expect.poll(() => page.locator('[data-save-state]').getAttribute('data-save-state'), { timeout: 30_000 }).toBe(state)
const kept = (page: Page) => page.locator('[data-save-words]').textContent()

async function take(): Promise<BrowserContext> {
  const { executablePath, env, args } = await findBrowser()
  const context = await chromium.launchPersistentContext(FOLDER, { executablePath, env: { ...env }, args: [...args, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'], headless: true, viewport: { width: 820, height: 1180 } })
  await context.addCookies([{ name: cookieName('session', false), value: token, url }])
  return context
}
/** As when the battery is empty: no page is told, nothing is closed. */
async function kill(context: BrowserContext): Promise<void> {
  const gone = new Promise((resolve) => context.once('close', resolve))
  const main = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).find((pid) => {
    try {
      const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      return line.includes(`--user-data-dir=${FOLDER}`) && !line.includes('--type=')
    } catch {
      return false
    }
  })
  process.kill(Number(main), 'SIGKILL')
  await gone
}
async function show(page: Page, exam: ExamCase, no: number): Promise<void> {
  await page.evaluate((hash) => { location.hash = hash }, `#${exam.number}.${no}`)
  await page.locator(`[data-sheet="${exam.number}"] [data-op="${no}"]`).waitFor()
}
async function mark(page: Page, exam: ExamCase, no: number, value: 'done' | 'not-done', note = ''): Promise<void> {
  await show(page, exam, no)
  const operation = page.locator(`[data-sheet="${exam.number}"] [data-op="${no}"]`)
  if (note) await operation.locator('textarea').first().fill(note)
  await operation.locator(`.t-markb[value="${value}"]`).click()
}

/** A film of the camera that the browser makes up, looked at and kept. */
async function film(page: Page, exam: ExamCase, no: number): Promise<void> {
  await show(page, exam, no)
  const operation = page.locator(`[data-sheet="${exam.number}"] [data-op="${no}"]`)
  await operation.locator('[data-film-open]').click()
  await operation.locator('[data-film="ready"] [data-film-record]').click()
  await expect.poll(() => operation.locator('[data-film-clock]').textContent(), { timeout: 20_000 }).toMatch(/^[1-9]/)
  await operation.locator('[data-film-stop]').click()
  await operation.locator('[data-film="taken"] [data-film-keep]').click()
  await operation.locator('[data-film]').waitFor({ state: 'hidden' })
}

it('marks of two candidates, written with the line cut on a tablet that dies, arrive once and in order', async () => {
  let context = await take()
  let page = await context.newPage()
  await page.goto(tablet)
  await page.locator('[data-marking][data-live]').waitFor()
  await assertKind(page)
  await mark(page, one, 1, 'done')
  await becomes(page, 'saved')
  await expect.poll(async () => (await log()).length).toBe(1)
  await expect.poll(() => page.evaluate(async () => [...(await (await caches.open('tanu-tablet-page')).keys())].map((each) => new URL(each.url).pathname)), { timeout: 20_000 }).toContain(new URL(tablet).pathname)

  await context.setOffline(true)
  await mark(page, one, 2, 'not-done')
  await expect.poll(() => page.locator(`[data-sheet="${one.number}"] [data-op="2"] [role=alert]:visible`).count()).toBe(1)
  await mark(page, one, 2, 'not-done', 'Өлшем дұрыс емес')
  await mark(page, two, 1, 'done')
  await page.locator(`[data-sheet="${two.number}"] [data-op="2"] [data-photo]`).setInputFiles({ name: 'part.png', mimeType: 'image/png', buffer: PNG })
  await expect.poll(() => page.locator(`[data-sheet="${two.number}"] [data-op="2"] [data-photos] li`).count()).toBe(1)
  await mark(page, two, 2, 'done')
  await mark(page, one, 3, 'done')
  await film(page, one, 3)
  await becomes(page, 'offline')
  await expect.poll(() => kept(page)).toContain('6')
  await assertKind(page)
  await kill(context)

  context = await take()
  await context.setOffline(true)
  page = await context.newPage()
  await page.goto(tablet)
  await page.locator('[data-marking][data-live]').waitFor()
  await becomes(page, 'offline')
  expect(await kept(page)).toContain('6')
  await show(page, one, 2)
  const second = page.locator(`[data-sheet="${one.number}"] [data-op="2"]`)
  expect([await second.locator('.t-markb--n').getAttribute('aria-pressed'), await second.locator('textarea').first().inputValue()]).toEqual(['true', 'Өлшем дұрыс емес'])
  await mark(page, one, 2, 'done', 'Қайта өлшенді')
  await expect.poll(() => kept(page)).toContain('7')
  expect(await log()).toHaveLength(1)

  await context.setOffline(false)
  await expect.poll(async () => (await log()).length, { timeout: 30_000 }).toBe(5)
  await becomes(page, 'held')
  await expect.poll(() => page.locator(`[data-row="${two.number}"] [data-here]`).textContent()).toContain('3')
  await admit(two)
  await expect.poll(async () => (await log()).length, { timeout: 30_000 }).toBe(8)
  const words = await log()
  const of = (exam: ExamCase) => words.filter((word) => word.caseId === exam.caseId).map(({ seq, stepNo, kind, done }) => [seq, stepNo, kind === 'mark' ? done : kind])
  expect(of(one)).toEqual([[1, 1, true], [2, 2, false], [3, 3, true], [4, 3, 'video'], [5, 2, true]])
  expect(of(two)).toEqual([[1, 1, true], [2, 2, 'photo'], [3, 2, true]])
  await page.reload()
  await page.locator('[data-marking][data-live]').waitFor()
  await becomes(page, 'saved')
  expect(await log()).toHaveLength(8)
  expect((await exams.readMarking(world.as(one.assessor), one.number)).steps.map((step) => step.own?.done)).toEqual([true, true, true])
  // Nothing of it was refused: a video that is not there says here why.
  expect(await world.db.begin((sql) => sql.many('select kind, refused from mark_entry where refused is not null'), { 'tanu.scope': 'system' })).toEqual([])
  const [video] = (await exams.readMarking(world.as(one.assessor), one.number)).steps[2]!.photos
  const address = `${url}/kk/examiner/marking/${one.number}/photos/${video!.id}`
  const whole = await context.request.get(address)
  expect([whole.headers()['content-type'], whole.headers()['x-content-type-options'], createHash('sha256').update(await whole.body()).digest('hex')]).toEqual(['video/webm', 'nosniff', video!.sha256])
  const part = await context.request.get(address, { headers: { range: 'bytes=4-9' } })
  expect([part.status(), await part.body()]).toEqual([206, (await whole.body()).subarray(4, 10)])
  await page.goto(`${url}/kk/examiner/marking/${one.number}`)
  await page.locator('video.t-film').first().evaluate((player: HTMLVideoElement) => player.play())
  await expect.poll(() => page.locator('video.t-film').first().evaluate((player: HTMLVideoElement) => player.videoWidth > 0 && player.currentTime > 0)).toBe(true)
  await context.close()
}, 120_000)

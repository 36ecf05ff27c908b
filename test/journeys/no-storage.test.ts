import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CUTS, film } from '../../bench/proctoring/pictures.ts'
import { silence, wav } from '../../bench/proctoring/sound.ts'
import * as exams from '#modules/exams/index.ts'
import * as proctoring from '#modules/proctoring/index.ts'
import { assertKind } from '../support/axe.ts'
import { anOnlineExam } from '../support/online-exam.ts'
import { openOnlineRoom, shotInBoth, type OnlineRoom } from '../support/online-room.ts'

let room: OnlineRoom
beforeAll(async () => { room = await openOnlineRoom() }, 120_000)
afterAll(() => room.end())

/** As a browser does it that is told to keep nothing for sites: the very look at the store is refused. */
const forbid = () => {
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) Object.defineProperty(window, name, { get: () => { throw new DOMException('The operation is insecure.', 'SecurityError') } })
}
it('a browser that forbids storage is found out before the exam, told what to do, and begins nothing; without script it is no trap either', { timeout: 180_000 }, async () => {
  const { world, origin } = room
  const exam = await anOnlineExam(world)
  world.at('2026-03-05 11:00')
  const theory = await exam.onLine('theory', '2026-03-26', '10:00', '12:00')
  await exams.sendNotification(world.as(exam.clerk), { number: exam.number, version: await exam.version(), sittings: { theory } })
  world.at('2026-03-26 09:40')
  await exams.holdBriefing(world.as(exam.invigilator), { number: exam.number, kinds: ['familiarisation', 'briefing'] })
  await exams.confirmBriefing(world.as(exam.candidate), { number: exam.number, kinds: ['familiarisation', 'briefing'] })
  const state = async () => (await proctoring.readOwnState(world.as(exam.candidate), exam.number)).state
  const computer = await room.computer({ video: await film({ cut: CUTS.womanA }), sound: wav(silence(8)) })
  const page = await room.sit(computer, exam.candidate)
  await page.addInitScript(forbid)
  const notice = page.locator('[data-no-name]:not([hidden])')
  const watch = `${origin}/kk/exam/${exam.number}/watch`

  // The check before the day: its own line is red, and so is the result, whatever the camera says.
  await page.goto(watch)
  await notice.waitFor()
  await page.locator('[data-line="storage"][data-tone="bad"]').waitFor()
  // Nothing offers to install the room here, so no button says that a press would.
  expect(await page.locator('[data-install] button').isVisible()).toBe(false)
  await assertKind(page)
  await shotInBoth(page, 'no-storage-check', '[data-no-name]:not([hidden])')
  await page.locator('[data-begin]').click()
  await page.locator('[data-line="result"][data-tone="bad"]').waitFor({ timeout: 60_000 })

  // Consent is not taken here.
  await page.locator('[name=recording]').check()
  await page.locator('[name=rules]').check()
  await page.getByRole('button', { name: 'Келісемін, жалғастыру' }).click()
  await page.getByRole('alert').getByText('Бұл браузер компьютердің атауын сақтамайды').first().waitFor()
  expect(await state()).toBe('checking')

  // Admitted from another browser, he opens this one: the exam does not begin, and no time runs.
  await exam.agree('theory')
  world.at('2026-03-26 09:50')
  await proctoring.admitCandidate(world.as(exam.proctor), { number: exam.number, faceIsHis: true, roomIsEmpty: true })
  world.at('2026-03-26 10:00')
  const begun = async () => (await exams.readExamRoom(world.as(exam.candidate), { number: exam.number })).startedAt
  await page.goto(`${origin}/kk/exam/${exam.number}`)
  await notice.waitFor()
  const start = (at: Page) => at.getByRole('button', { name: 'Бастау', exact: true })
  expect(await start(page).isVisible()).toBe(false)
  // And were it pressed all the same, the server refuses.
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.evaluate(() => document.querySelector<HTMLFormElement>('form:has(input[value=start])')!.requestSubmit())
  expect((await answered).status()).toBeGreaterThanOrEqual(400)
  await notice.waitFor()
  expect(await begun()).toBeNull()

  // Without script the button is there, and the server says the same.
  const plain = await (await computer.newContext({ javaScriptEnabled: false, storageState: await page.context().storageState() })).newPage()
  await plain.goto(`${origin}/kk/exam/${exam.number}`)
  await start(plain).click()
  await plain.getByText('Емтихан басталған жоқ, уақыт жүрмейді.').first().waitFor()
  expect(await begun()).toBeNull()

  // A browser that keeps its name begins.
  room.runClock()
  const good = await room.sit(computer, exam.candidate)
  await good.goto(`${origin}/kk/exam/${exam.number}`)
  await start(good).click()
  await good.locator('#q-1 input').first().check()
  await good.getByText('Барлық жауап жеткізілді').waitFor()
  await expect.poll(async () => (await proctoring.readAttempt(world.as(exam.proctor), exam.number)).session?.device, { timeout: 40_000 }).not.toBeNull()

  // Storage forbidden in the middle: the page says what to do, sends nothing as a second computer, and no violation comes of it.
  const before = room.broken.length
  await page.goto(`${origin}/kk/exam/${exam.number}`)
  await notice.waitFor()
  await page.waitForTimeout(2000)
  expect(await page.locator('#exam').isVisible()).toBe(false)
  await shotInBoth(page, 'no-storage-running', '[data-no-name]:not([hidden])')
  const view = await proctoring.readAttempt(world.as(exam.proctor), exam.number)
  expect([view.violations, view.flags.filter((flag) => flag.kind === 'second-workstation')]).toEqual([[], []])
  expect(room.broken.slice(before).filter((each) => each.includes('/signals'))).toEqual([])

  // His data were cleared: the former name is gone, but his sign-in tells that it is the same browser. He goes on where he was.
  await good.evaluate(() => localStorage.clear())
  await good.goto(`${origin}/kk/exam/${exam.number}`)
  await good.locator('#q-2 input').first().waitFor({ state: 'attached' })
  await expect.poll(async () => (await proctoring.readAttempt(world.as(exam.proctor), exam.number)).flags.filter((flag) => flag.kind === 'device-changed').length, { timeout: 40_000 }).toBe(1)
  await good.goto(`${origin}/kk/exam/${exam.number}#q-2`)
  await good.locator('#q-2 input').first().check()
  await good.getByText('Барлық жауап жеткізілді').waitFor()
  expect((await exams.readExamRoom(world.as(exam.candidate), { number: exam.number })).answers).toHaveProperty('2')
  expect((await proctoring.readAttempt(world.as(exam.proctor), exam.number)).violations).toEqual([])
})

import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
import * as decisions from '#modules/decisions/index.ts'
import * as exams from '#modules/exams/index.ts'
import { axeFindings } from '../support/axe.ts'
import { answerRightly, type ExamCase } from '../support/exam-case.ts'
import { anExamDay, brief, markAlike, writeTheory, type ExamDay } from '../support/exam-day.ts'
import { changeNorms } from '../support/online-room.ts'
import type { TestWorld } from '../support/world.ts'
import { openDesk, type OpenDesk } from './open-desk.ts'

let open: OpenDesk
let world: TestWorld
let url: string
let day: ExamDay
let written: ExamCase
let lost: ExamCase
let failing: ExamCase
let rest: readonly ExamCase[]
let wall: Page

beforeAll(async () => {
  open = await openDesk('2026-03-02 09:00')
  ;({ world, url } = open)
  await changeNorms(world, { 'practice.assessors': '2' })
  day = await anExamDay(world, 12)
  ;[written, lost, failing, ...rest] = day.cases as [ExamCase, ExamCase, ExamCase, ...ExamCase[]]
  world.at('2026-03-26 09:40')
  for (const exam of day.cases.slice(1)) await brief(exam)
}, 120_000)
afterAll(() => open.end())

/** A person at a screen of his own; nobody signed in: a computer of the centre. */
async function sit(person?: PersonActor): Promise<Page> {
  const page = await (await open.signedIn(person)).newPage()
  page.setDefaultTimeout(20_000)
  return page
}
const go = (page: Page, path: string) => page.goto(`${url}/kk${path}`)
async function push(page: Page, wanted: Locator): Promise<void> {
  await Promise.all([page.waitForEvent('load'), wanted.click()])
}
const press = (page: Page, name: string) => push(page, page.getByRole('button', { name }).first())
const seatOf = (exam: ExamCase) => wall.locator(`#seat-${exam.number}`)
const saved = (page: Page, state = 'saved') => expect.poll(() => page.locator('[data-save-state]').getAttribute('data-save-state'), { timeout: 20_000 }).toBe(state)
const kind = async (page: Page) => {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  expect(await axeFindings(page)).toEqual([])
}
/** Admitted on the wall, with the look at the document; the code that is shown opens the exam at a computer of the centre. */
async function seat(exam: ExamCase): Promise<Page> {
  await seatOf(exam).getByRole('checkbox').first().check()
  await push(wall, seatOf(exam).getByRole('button', { name: 'Кіргізу' }))
  const code = (await seatOf(exam).locator('[data-code] strong').textContent())!
  const page = await sit()
  await go(page, '/exam')
  await page.getByLabel('Орын коды').fill(code)
  await press(page, 'Кіру')
  await press(page, 'Бастау')
  return page
}
async function choose(page: Page, no: number, place: number): Promise<void> {
  await page.locator('.t-qlist a').nth(no - 1).click()
  await page.locator(`#q-${no} .t-ans label`).nth(place).click()
}
/** Everything right, written by the candidate beyond this screen; the screen shows it and hands in. */
async function finish(page: Page, exam: ExamCase): Promise<void> {
  await answerRightly(exam, (await exams.readExamRoom(world.as(exam.candidate), { number: exam.number })).runId!, 20)
  await page.reload()
  await push(page, page.locator('[data-hand-in]:visible').first())
  await press(page, 'Аяқтап, тапсыру')
  expect(await page.locator('main').textContent()).toContain('Теориялық кезеңнен өттіңіз')
}

describe('a day on site: twelve candidates, an invigilator, two assessors', () => {
  it('begins with the briefing of the last one and with nobody admitted unseen', async () => {
    const [invigilator, candidate] = [await sit(written.invigilator), await sit(written.candidate)]
    await go(invigilator, `/centre/cases/${written.number}/briefing`)
    await press(invigilator, 'Екеуін де өткіздім')
    for (const which of ['familiarisation', 'briefing']) {
      await go(candidate, `/cases/${written.number}/briefing`)
      await candidate.locator(`input[name="agree-${which}"]`).check()
      await push(candidate, candidate.locator(`form:has(input[name="agree-${which}"]) button`))
    }
    await candidate.context().close()
    await go(invigilator, `/centre/sittings/${day.theory}`)
    wall = invigilator
    expect(await wall.locator('[data-seat]').count()).toBe(12)
    await kind(wall)
    await push(wall, seatOf(written).getByRole('button', { name: 'Кіргізу' }))
    expect(await wall.locator('.govuk-error-summary').textContent()).toContain('құжатты тексеріп')
  }, 60_000)

  it('is written: one is warned, the line of another is lost and comes back with his answer, one does not pass', async () => {
    world.at('2026-03-26 10:00')
    await go(wall, `/centre/sittings/${day.theory}`)
    const [one, two] = [await seat(written), await seat(lost)]
    await choose(two, 1, 1)
    await saved(two)
    await choose(one, 1, 1)
    await saved(one)

    await two.context().setOffline(true)
    await choose(two, 2, 0)
    await saved(two, 'offline')
    world.at('2026-03-26 10:01')
    await expect.poll(() => seatOf(lost).textContent(), { timeout: 20_000 }).toContain('Байланыс')
    await two.context().setOffline(false)
    await saved(two)
    await expect.poll(() => seatOf(lost).textContent(), { timeout: 20_000 }).not.toContain('Байланыс 1')
    expect((await exams.readExamRoom(world.as(lost.candidate), { number: lost.number })).answers[2]).toHaveLength(1)

    for (const summary of ['Әрекеттер', 'Бұзушылық жазу']) await seatOf(written).locator('summary', { hasText: summary }).first().click()
    await seatOf(written).locator('select[name^="ground-violation"]').selectOption({ index: 1 })
    await seatOf(written).locator('textarea[name^="note-violation"]').fill('Көршісімен сөйлесті')
    await push(wall, seatOf(written).getByRole('button', { name: 'Ескерту жасау' }))
    await one.reload()
    await press(one, 'Оқыдым, жалғастыру')
    await expect.poll(() => seatOf(written).textContent(), { timeout: 20_000 }).toContain('Бұзушылық: 1')

    await finish(one, written)
    await finish(two, lost)
    for (const page of [one, two]) await page.context().close()
    await writeTheory(failing, 10)
    for (const exam of rest) await writeTheory(exam, 20)
    // The wall has followed all of them by itself.
    await expect.poll(() => wall.locator('.t-seat--passed').count(), { timeout: 20_000 }).toBe(11)
    expect(await failing.step()).toBe('held')
    await kind(wall)
  }, 60_000)

  it('is marked by two who do not see each other; where they differ on a needed operation they decide together, with their reasons', async () => {
    world.at('2026-03-26 13:00')
    const [first, second] = [await sit(written.assessor), await sit(written.second)]
    const sheet = (exam: ExamCase, no?: number) => `/examiner/marking/${exam.number}${no ? `?step=${no}` : ''}`
    /** One operation after the other, as the page leads on; a word goes with what was not done. */
    async function mark(page: Page, exam: ExamCase, words: readonly string[]): Promise<void> {
      await go(page, sheet(exam, 1))
      for (const word of words) {
        if (word) await page.locator('textarea[name="note"]').fill(word)
        await push(page, page.locator(`.t-markb[value="${word ? 'not-done' : 'done'}"]`))
      }
    }
    for (const exam of [written, lost]) {
      await go(first, `/centre/sittings/${day.practice}`)
      await first.locator(`#seat-${exam.number}`).getByRole('checkbox').first().check()
      await push(first, first.locator(`#seat-${exam.number}`).getByRole('button', { name: 'Кіргізу' }))
    }
    await mark(first, written, ['', '', ''])
    await mark(first, lost, ['', 'Өлшем дұрыс емес', ''])
    // The other marks meanwhile: nothing of the first sheet is on his page.
    await go(second, sheet(lost, 2))
    expect(await second.locator('main').textContent()).not.toContain('Өлшем дұрыс емес')
    for (const exam of [written, lost]) await mark(second, exam, ['', '', ''])
    for (const [page, exam] of [[first, written], [first, lost], [second, written], [second, lost]] as const) {
      await go(page, sheet(exam))
      await press(page, 'Парақты қабылдау')
    }
    await go(first, sheet(written))
    await press(first, 'Практиканы аяқтау')
    expect(await first.locator('main').textContent()).toContain('технологиялық карта бойынша орындалды')

    await go(second, sheet(lost))
    const dispute = await second.locator('main').textContent()
    expect([dispute!.includes('Сарапшылар міндетті операция бойынша келіспеді'), dispute!.includes('Өлшем дұрыс емес')]).toEqual([true, true])
    await kind(second)
    for (const page of [first, second]) {
      await go(page, sheet(lost, 2))
      expect(await page.getByRole('button', { name: 'Практиканы аяқтау' }).count()).toBe(0)
      await page.locator('input[name="decision"][value="done"]').check()
      await page.getByLabel('Негіздеме').fill('Бірге қайта өлшедік: шекте')
      await press(page, 'Шешімді жазу')
    }
    await press(second, 'Практиканы аяқтау')
    expect(await second.locator('main').textContent()).toContain('технологиялық карта бойынша орындалды')
    for (const exam of rest) await markAlike(exam)
    expect(await Promise.all(day.cases.map((exam) => exam.step()))).toEqual(day.cases.map(() => 'held'))
  }, 60_000)

  it('ends with a protocol in which the day stands: both stages, the warning, what the assessors decided', async () => {
    world.at('2026-03-26 17:00')
    const head = await world.aStaffMember(written.centre.id, ['centre-head'])
    const members = [head, await world.aStaffMember(written.centre.id, ['panel-member']), await world.aStaffMember(written.centre.id, ['panel-member'])]
    for (const exam of [written, lost]) {
      await decisions.callPanel(world.as(exam.clerk), { number: exam.number, version: await exam.version(), memberIds: members.map((each) => each.accountId), chairId: head.accountId })
      for (const member of members) await decisions.castVote(world.as(member), { number: exam.number, choice: 'pass', note: '' })
    }
    const clerk = await sit(written.clerk)
    for (const exam of [written, lost]) {
      await go(clerk, `/centre/cases/${exam.number}/panel`)
      await press(clerk, 'Шешім қабылдау')
      await go(clerk, `/centre/cases/${exam.number}`)
      expect(await clerk.locator('a[href*="/papers/"]', { hasText: 'Хаттама' }).count()).toBe(1)
    }
    const protocols = await Promise.all([written, lost].map(async (exam) => (await world.db.one<{ data: string }>("select data::text as data from paper where case_id = $1 and kind = 'protocol'", [exam.caseId])).data))
    expect(protocols.map((data) => [data.includes('Көршісімен сөйлесті'), data.includes('Бірге қайта өлшедік')])).toEqual([[true, false], [false, true]])
  }, 60_000)
})

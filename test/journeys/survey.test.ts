import { randomBytes } from 'node:crypto'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSurvey, writeEntries } from '#modules/accreditation/index.ts'
import { assertKind } from '../support/axe.ts'
import { PNG } from '../support/files.ts'
import { aSurveyCase, type SurveyCaseMade } from '../support/survey-case.ts'
import type { TestWorld } from '../support/world.ts'
import { openDesk, type OpenDesk } from './open-desk.ts'

let open: OpenDesk
let world: TestWorld
let url: string
let signedIn: OpenDesk['signedIn']
let visit: OpenDesk['visit']
let made: SurveyCaseMade
beforeAll(async () => {
  open = await openDesk('2026-03-05 10:00')
  ;({ world, url, signedIn, visit } = open)
  made = await aSurveyCase(world)
}, 120_000)
afterAll(() => open.end())

const state = (page: Page) => page.locator('[data-save-state]').getAttribute('data-save-state')
const becomes = (page: Page, wanted: string) => expect.poll(() => state(page), { timeout: 30_000 }).toBe(wanted)
const alive = (page: Page) => page.locator('[data-survey][data-live]').waitFor()
const view = () => readSurvey(world.as(made.surveyors[0]), made.caseId)
const choose = (page: Page, item: string, mark: string) => page.locator(`[data-item="${item}"] input[value="${mark}"]`).check()
const tablet = () => `/accreditor/surveys/${made.caseId}/tablet`

describe('a survey at the applicant, with the line cut', () => {
  it('is assigned by the accrediting body', async () => {
    const context = await signedIn(made.accreditor)
    const page = await visit(context, `/kk/accreditor/surveys/${made.caseId}`)
    await assertKind(page)
    await page.locator('button', { hasText: 'Тағайындау' }).click()
    expect(await page.locator('.govuk-error-summary li').count()).toBeGreaterThan(1)
    for (const each of made.surveyors) await page.locator(`input[value="${each.accountId}"]`).check()
    for (const [part, value] of [['day', '6'], ['month', '3'], ['year', '2026']]) await page.locator(`[name="heldOn-${part}"]`).fill(value!)
    await page.locator('button', { hasText: 'Тағайындау' }).click()
    await expect.poll(() => page.locator('main').textContent()).toContain('Тағайындалды')
    await assertKind(page)
    const list = await visit(context, '/ru/accreditor/surveys')
    await assertKind(list)
    await context.close()
    world.at('2026-03-06 10:00')
  }, 60_000)

  it('loses nothing when the line is cut and the page is killed, and doubles nothing when it is opened again', async () => {
    const context = await signedIn(made.surveyors[0], 800)
    const page = await visit(context, `/kk${tablet()}`)
    await alive(page)
    await assertKind(page)
    await choose(page, 'premises-title', 'meets')
    await becomes(page, 'saved')
    await expect.poll(async () => (await view()).log.length).toBe(1)

    await context.setOffline(true)
    await choose(page, 'safety-fire', 'fails')
    await page.locator('[data-item="safety-fire"] input[type=text]').fill('Өрт сөндіргіштің мерзімі өткен')
    await page.locator('[data-item="safety-fire"] input[type=text]').press('Tab')
    await page.locator('[name="what"]').fill('Бөлме ауданы')
    await page.locator('[name="value"]').fill('42,5')
    await page.locator('[name="unit"]').selectOption('m2')
    await page.locator('button', { hasText: 'Өлшемді жазу' }).click()
    await page.locator('[name="text"]').fill('Сору желдеткіші жоқ')
    await page.locator('[name="gravity"]').selectOption('major')
    await page.locator('[name="remedy"]').fill('Желдеткіш орнату')
    await page.locator('button', { hasText: 'Кемшілікті жазу' }).click()
    await page.locator('[name="photo"]').setInputFiles({ name: 'wall.png', mimeType: 'image/png', buffer: PNG })
    await page.locator('button', { hasText: 'Фотосуретті жазу' }).click()
    await expect.poll(() => page.locator('[data-list] li').count()).toBe(3)
    await becomes(page, 'offline')
    await expect.poll(() => page.locator('[data-save-words]').textContent()).toContain('5')
    await assertKind(page)
    expect((await view()).log.length).toBe(1)
    await page.close()

    await context.setOffline(false)
    const again = await visit(context, `/kk${tablet()}`)
    await alive(again)
    expect(await again.locator('[data-item="safety-fire"] input[value="fails"]').isChecked()).toBe(true)
    await becomes(again, 'saved')
    await expect.poll(async () => (await view()).log.length, { timeout: 30_000 }).toBe(6)
    await becomes(again, 'saved')
    const { log, stand } = await view()
    expect(log.map((entry) => [entry.seq, entry.kind])).toEqual([[1, 'mark'], [2, 'mark'], [3, 'mark'], [4, 'measurement'], [5, 'finding'], [6, 'photo']])
    expect(stand.marks.get('safety-fire')).toEqual([{ accountId: made.surveyors[0].accountId, mark: 'fails', note: 'Өрт сөндіргіштің мерзімі өткен' }])
    await again.reload()
    await alive(again)
    await becomes(again, 'saved')
    expect((await view()).log.length).toBe(6)
    await context.close()
  }, 120_000)

  it('takes once what was delivered when only the answer was lost', async () => {
    const context = await signedIn(made.surveyors[0], 800)
    const page = await visit(context, `/ru${tablet()}`)
    await alive(page)
    await becomes(page, 'saved')
    let lost = 0
    await page.route('**/entries', async (route) => {
      if (lost++ > 0) return route.continue()
      await route.fetch()
      await route.abort()
    })
    const before = (await view()).log.length
    await choose(page, 'access-seat', 'meets')
    await expect.poll(() => lost, { timeout: 20_000 }).toBeGreaterThan(1)
    await becomes(page, 'saved')
    expect((await view()).log.length).toBe(before + 1)
    await context.close()
  }, 60_000)

  it('opens without a line what was opened before with one, with what was written meanwhile, until the surveyor signs out', async () => {
    const context = await signedIn(made.surveyors[1], 800)
    const page = await visit(context, `/kk${tablet()}`)
    await alive(page)
    await becomes(page, 'saved')
    const kept = () => page.evaluate(async () => [...(await (await caches.open('tanu-tablet-page')).keys())].map((each) => new URL(each.url).pathname))
    await expect.poll(kept, { timeout: 20_000 }).toContain(`/kk${tablet()}`)
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))

    await context.setOffline(true)
    await page.goto(`${url}/kk${tablet()}`)
    await alive(page)
    await becomes(page, 'offline')
    await choose(page, 'access-seat', 'meets')
    await expect.poll(() => page.locator('[data-save-words]').textContent()).toContain('1')
    await page.close()
    const again = await context.newPage()
    await again.goto(`${url}/kk${tablet()}`)
    await alive(again)
    expect(await again.locator('[data-item="access-seat"] input[value="meets"]').isChecked()).toBe(true)
    await assertKind(again)
    await context.setOffline(false)
    await becomes(again, 'saved')
    await expect.poll(async () => (await view()).stand.marks.get('access-seat')?.some((mark) => mark.accountId === made.surveyors[1].accountId)).toBe(true)

    await again.goto(`${url}/kk/accreditor/surveys`)
    // The name in the bar opens the menu in which one signs out.
    await again.evaluate(() => document.querySelector<HTMLFormElement>('form[action="/kk/sign-out"]')!.submit())
    await again.waitForURL((address) => !address.pathname.includes('accreditor'))
    await expect.poll(() => again.evaluate(() => caches.has('tanu-tablet-page'))).toBe(false)
    await context.setOffline(true)
    await expect(again.goto(`${url}/kk${tablet()}`)).rejects.toThrow()
    await context.close()
  }, 120_000)

  it('makes a photo of 30 MB smaller before it is sent, and says so', async () => {
    const [width, height] = [4200, 3200]
    const photo = await sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } }).jpeg({ quality: 97, chromaSubsampling: '4:4:4' }).toBuffer()
    expect(photo.byteLength).toBeGreaterThan(25 * 1024 * 1024)
    const context = await signedIn(made.surveyors[0], 800)
    const page = await visit(context, `/ru${tablet()}`)
    await alive(page)
    await page.locator('[name="photo"]').setInputFiles({ name: 'camera.jpg', mimeType: 'image/jpeg', buffer: photo })
    await page.locator('button', { hasText: 'Записать фотографию' }).click()
    await expect.poll(() => page.locator('[data-list] li').textContent().catch(() => ''), { timeout: 60_000 }).toContain('отправлено')
    expect(await page.locator('[data-list] li').textContent()).toMatch(/camera\.jpg \(уменьшено: \d+\.\d → \d\.\d МБ\)/)
    const kept = (await view()).stand.photos.find((each) => each.file === 'camera.jpg')!
    expect(kept.originalSize).toBe(photo.byteLength)
    expect(kept.size).toBeLessThan(10 * 1024 * 1024)
    await context.close()
  }, 120_000)

  it('says what is wrong with a photo that is none, and goes on with what comes after it', async () => {
    const context = await signedIn(made.surveyors[0], 360)
    const page = await visit(context, `/ru${tablet()}`)
    await alive(page)
    await page.locator('[name="photo"]').setInputFiles({ name: 'notes.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture at all') })
    await page.locator('button', { hasText: 'Записать фотографию' }).click()
    await expect.poll(() => page.locator('[data-list] li').textContent().catch(() => ''), { timeout: 30_000 }).toMatch(/не принято: .*(JPEG|PDF)/)
    await choose(page, 'access-entrance', 'meets')
    await expect.poll(async () => (await view()).stand.marks.get('access-entrance')?.length).toBe(1)
    await becomes(page, 'saved')
    await assertKind(page)
    await context.close()
  }, 60_000)

  it('shows where two surveyors differ, on the tablet and at the desk', async () => {
    const [one, two] = [await signedIn(made.surveyors[0], 800), await signedIn(made.surveyors[1], 800)]
    const second = await visit(two, `/ru${tablet()}`)
    await alive(second)
    expect(await second.locator('[data-item="safety-fire"] [data-other]').textContent()).toContain('не соответствует')
    await choose(second, 'safety-fire', 'meets')
    await becomes(second, 'saved')
    await expect.poll(() => second.locator('[data-item="safety-fire"] [data-conflict]').isVisible()).toBe(true)
    const desk = await visit(one, `/kk/accreditor/surveys/${made.caseId}`)
    expect(await desk.locator('main').textContent()).toContain('Мамандардың белгілері әртүрлі')
    await assertKind(desk)
    await choose(second, 'safety-fire', 'fails')
    await expect.poll(async () => (await view()).conflicts).toEqual([])
    await one.close()
    await two.close()
  }, 60_000)

  it('is signed by both sides and finished, and the applicant opens the act', async () => {
    const open = (await view()).items.filter((item) => item.key !== 'safety-fire')
    await writeEntries(world.as(made.surveyors[1]), { caseId: made.caseId, device: 'device-two', entries: open.map((item, place) => ({ seq: place + 1, kind: 'mark', writtenAt: '', body: { item: item.key, mark: 'meets', note: '' } })) })
    for (const each of made.surveyors) {
      const context = await signedIn(each)
      const page = await visit(context, `/ru/accreditor/surveys/${made.caseId}`)
      await page.locator('button', { hasText: 'Подписать' }).click()
      await expect.poll(() => page.locator('main').textContent()).toContain('Подписано.')
      await assertKind(page)
      await context.close()
    }
    const context = await signedIn(made.applicant, 360)
    const page = await visit(context, `/kk/applicant/surveys/${made.caseId}`)
    await assertKind(page)
    await page.locator('button', { hasText: 'Жауапты жіберу' }).click()
    expect(await page.locator('.govuk-error-summary').count()).toBe(1)
    await page.locator('input[value="signed"]').check()
    await page.locator('button', { hasText: 'Жауапты жіберу' }).click()
    await expect.poll(() => page.locator('main').textContent()).toContain('Жауабыңыз жазылды')
    await assertKind(page)
    await assertKind(await visit(context, '/ru/applicant/surveys'))
    await context.close()
    const desk = await signedIn(made.accreditor, 360)
    const last = await visit(desk, `/ru/accreditor/surveys/${made.caseId}`)
    await assertKind(last)
    await last.locator('button', { hasText: 'Завершить' }).click()
    await expect.poll(() => made.step()).toBe('awaiting-agreement')
    await desk.close()
  }, 120_000)
})

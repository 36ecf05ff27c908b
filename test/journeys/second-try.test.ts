import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PNG } from '../support/files.ts'
import { arrives, beginWalk, goesOn, press, type Walk } from './walk.ts'

let walk: Walk
beforeAll(async () => { walk = await beginWalk() }, 180_000)
afterAll(() => walk.end())

describe('somebody who did not pass', () => {
  it('reads what to study again, asks for a retake, and gets a new notice with its whole period', async () => {
    const igor = await walk.visitor({ as: 'igor', lang: 'ru', phone: true })
    const own = (await igor.page.locator('a[href*="/cases/2026-05"]', { hasText: /сварщик/i }).first().getAttribute('href'))!
    const number = own.split('/').at(-1)!
    await igor.go(own)
    await igor.assertKind()
    await igor.go(`${own}/retake`)
    await igor.assertKind()
    await press(igor, /./)
    expect(await igor.page.locator('.govuk-error-summary').count()).toBe(1)
    await igor.page.locator('input[name="agree"]').check()
    await igor.page.locator('main form button').last().dblclick()
    await arrives(igor, new RegExp(`${own}$`))
    await igor.assertKind()
    await igor.leave()

    const clerk = await walk.visitor({ as: 'c05-operator', lang: 'kk' })
    await clerk.go(`/kk/centre/cases/${number}/notify`)
    await clerk.assertKind()
    await press(clerk, /Хабарламаны жіберу/)
    await clerk.go(`/kk/centre/cases/${number}`)
    expect(await clerk.page.locator('main').textContent()).toContain('Таныстыру')
    await clerk.leave()
  }, 120_000)
})

describe('by keyboard alone', () => {
  it('a profession is found, an application filled in and sent: focus is never lost, nothing needs a mouse', async () => {
    const kamila = await walk.visitor({ as: 'kamila', lang: 'kk', keyboardOnly: true })
    const { page, hands } = kamila
    await kamila.go('/kk')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    await hands.type(page.locator('main input[name="q"]'), 'дәнекер')
    await page.keyboard.press('Enter')
    await page.waitForURL(/professions\?/)
    await goesOn(kamila, page.locator('main a[href="/kk/professions/K-0007"]').first())
    await goesOn(kamila, page.locator('main a[href*="/apply/K-0007"]').first())
    await goesOn(kamila, page.locator('button[value="begin"]'))
    const on = async () => goesOn(kamila, page.locator('button[name="do"][value="next"], button[value="skip"]').first())
    const fields: Readonly<Record<string, () => Promise<void>>> = {
      async place() {
        await hands.tick(page.locator('input[name="level"]').first())
        await hands.tick(page.locator('input[name="centre"], input[name="centreId"]').first())
      },
      async you() {
        await hands.type(page.locator('input[name="phone"]'), '+7 700 123 45 67')
        await hands.type(page.locator('input[name="address"]'), 'Алматы, Абай даңғылы, 1')
      },
      learning: () => hands.tick(page.locator('input[name="wayLearnt"][value="informal"]')),
      async papers() {
        for (const input of await page.locator('input[type="file"][name="education"], input[type="file"][name="work"]').all()) await input.setInputFiles({ name: 'paper.png', mimeType: 'image/png', buffer: PNG })
      },
      language: () => hands.tick(page.locator('input[name="examLanguage"][value="kk"]')),
    }
    for (const step of ['place', 'you', 'learning', 'papers', 'needs', 'language']) {
      await page.waitForURL(new RegExp(`/apply/K-0007/${step}$`))
      await fields[step]?.()
      await on()
    }
    await page.waitForURL(/summary/)
    await hands.tick(page.locator('input[name="consent"]'))
    await on()
    await arrives(kamila, /\d{4}-\d{2,}-\d{6}-[A-Z]/)
    await kamila.assertKind()
    await kamila.leave()
  }, 120_000)
})

import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrives, beginWalk, press, type Visitor, type Walk } from './walk.ts'

let walk: Walk
beforeAll(async () => { walk = await beginWalk() }, 180_000)
afterAll(() => walk.end())

/** Presses Tab until the wanted thing has the focus; a hundred times are more than any page needs. */
async function tabTo(visitor: Visitor, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 100; presses++) {
    await visitor.page.keyboard.press('Tab')
    if (await wanted.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error('the keyboard does not reach it')
}

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
  it('a profession is found and an application begun: focus is never lost, nothing needs a mouse', async () => {
    const kamila = await walk.visitor({ as: 'kamila', lang: 'kk' })
    const { page } = kamila
    await kamila.go('/kk')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    await tabTo(kamila, page.locator('main input[name="q"]'))
    await page.keyboard.type('дәнекер')
    await page.keyboard.press('Enter')
    await page.waitForURL(/professions\?/)
    await tabTo(kamila, page.locator('main a[href="/kk/professions/K-0007"]').first())
    await page.keyboard.press('Enter')
    await page.waitForURL(/K-0007/)
    await tabTo(kamila, page.locator('main a[href*="/apply/K-0007"]').first())
    await page.keyboard.press('Enter')
    await page.waitForURL(/apply\/K-0007/)
    await tabTo(kamila, page.locator('button[value="begin"]'))
    await page.keyboard.press('Enter')
    await page.waitForURL(/place/)
    await tabTo(kamila, page.locator('input[name="level"]').first())
    await page.keyboard.press('Space')
    await tabTo(kamila, page.locator('input[name="centre"], input[name="centreId"]').first())
    await page.keyboard.press('Space')
    await tabTo(kamila, page.locator('button[name="do"][value="next"]'))
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/you/)
    await kamila.leave()
  }, 120_000)
})

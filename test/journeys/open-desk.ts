import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
import { cookieName } from '#platform/http/cookies.ts'
import { createLog } from '#platform/log/log.ts'
import * as people from '#modules/people/index.ts'
import { readAssetNames } from '#web/assets.ts'
import { buildServer } from '../../src/entry/build-server.ts'
import { assertKind } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { openTestWorld, type TestWorld } from '../support/world.ts'

const ASSETS = join(import.meta.dirname, '../../dist/assets')

/** A world of one's own behind a server and a browser, for journeys that need nothing of the demonstration. */
export interface OpenDesk {
  world: TestWorld
  browser: Browser
  url: string
  /** A browser in which somebody is signed in, or nobody; with or without script. */
  signedIn(actor?: PersonActor, width?: number, script?: boolean): Promise<BrowserContext>
  visit(context: BrowserContext, path: string): Promise<Page>
  end(): Promise<void>
}

/** Opens the desk at an Almaty wall time, `2026-03-02 09:00`. */
export async function openDesk(at: string): Promise<OpenDesk> {
  const world = await openTestWorld()
  world.at(at)
  const { app } = await buildServer(world, {
    config: { publicUrl: world.publicUrl, trustProxy: false, isLoopback: true } as never, log: createLog({ level: 'error', write: (line) => process.stderr.write(line) }),
    assets: readAssetNames(join(ASSETS, 'manifest.json')), assetsFolder: ASSETS, secret: world.secret,
  })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const browser = await launchBrowser()
  return {
    world, browser, url,
    async signedIn(actor, width = 1366, script = true) {
      const context = await browser.newContext({ viewport: { width, height: 768 }, javaScriptEnabled: script })
      if (actor) await context.addCookies([{ name: cookieName('session', false), value: await people.startSession(world.as(actor), actor.accountId, 'test'), url }])
      return context
    },
    async visit(context, path) {
      const page = await context.newPage()
      const answer = await page.goto(`${url}${path}`)
      expect(answer?.status(), path).toBe(200)
      return page
    },
    async end() {
      await browser.close()
      await app.close()
      await world.drop()
    },
  }
}

export const says = (page: Page, text: string) => expect.poll(() => page.locator('main').textContent()).toContain(text)
export const push = (page: Page, text: string) => page.locator('main button', { hasText: text }).first().click()
/** To the next step of the application, and waits until it is there. */
export async function next(page: Page): Promise<void> {
  const before = page.url()
  await page.locator('main button[value="next"]').click()
  await expect.poll(() => page.url()).not.toBe(before)
}

/** From the step about the person to the sent application: learnt by work, examined in Kazakh, nothing needed; the summary says how it is paid. */
export async function applies(page: Page, summary: { address: string; says: string }): Promise<void> {
  await page.locator('[name="phone"]').fill('+7 700 000 00 01')
  await page.locator('[name="address"]').fill(summary.address)
  await next(page)
  await page.locator('[name="wayLearnt"][value="informal"]').check()
  await next(page)
  await next(page)
  await page.locator('main button[value="skip"]').click()
  await page.locator('[name="examLanguage"][value="kk"]').check()
  await next(page)
  await says(page, summary.says)
  await assertKind(page)
  await page.locator('[name="consent"]').check()
  await next(page)
  await expect.poll(() => page.url()).toMatch(/\/cases\//)
}

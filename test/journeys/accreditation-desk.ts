import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
import { cookieName } from '#platform/http/cookies.ts'
import * as people from '#modules/people/index.ts'
import { anAccreditationCast } from '../support/accreditation.ts'
import { aRoadCast, nowAs, type RoadCast } from '../support/accreditation-road.ts'
import { axeFindings } from '../support/axe.ts'
import type { TestWorld } from '../support/world.ts'
import { openDesk } from './open-desk.ts'

const WIDTHS = [360, 1366] as const
/** Where pictures of the pages are kept, when somebody wants to look at them. */
const PICTURES = process.env['JOURNEY_PICTURES']

/** A server in this process on a world of its own, whose clock is the test's, with the cast of an accreditation. */
export interface Desk {
  world: TestWorld
  url: string
  cast: RoadCast
  signedIn(actor?: PersonActor, script?: boolean): Promise<BrowserContext>
  /** The page in Kazakh and in Russian, narrow and wide: nothing scrolls sideways, nothing is out of reach for a reader of the screen. Looked at once by its name. */
  looksWell(actor: PersonActor | undefined, path: string, name: string): Promise<void>
  /** Opens the page of this person, fills in and sends one form; answers where it led. */
  acts(actor: PersonActor, path: string, fn: (page: Page) => Promise<void>, script?: boolean): Promise<string>
  /** The page as text, for this person or for anybody; every look at it is at an address of its own, for public pages are kept for seconds. */
  reads(path: string, actor?: PersonActor): Promise<{ status: number; html: string }>
  end(): Promise<void>
}

export async function beginDesk(at: string): Promise<Desk> {
  const open = await openDesk(at)
  const { world, url } = open
  const cast = await aRoadCast(world, await anAccreditationCast(world))
  const seen = new Set<string>()
  let looks = 0
  const desk: Desk = {
    world, url, cast,
    signedIn: (actor, script = true) => open.signedIn(actor, 1366, script),
    async looksWell(actor, path, name) {
      if (seen.has(name)) return
      seen.add(name)
      const context = await desk.signedIn(actor)
      const page = await context.newPage()
      for (const lang of ['kk', 'ru']) {
        expect((await page.goto(`${url}/${lang}${path}`))?.status(), path).toBe(200)
        expect(await axeFindings(page), `${lang}${path}`).toEqual([])
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 800 })
          expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), `${lang}${path} at ${width} scrolls sideways`).toBeLessThanOrEqual(0)
          if (!PICTURES) continue
          mkdirSync(PICTURES, { recursive: true })
          await page.screenshot({ path: join(PICTURES, `${String(seen.size).padStart(2, '0')}-${name}-${lang}-${width}.png`), fullPage: true })
        }
      }
      await context.close()
    },
    async acts(actor, path, fn, script = true) {
      const context = await desk.signedIn(actor, script)
      const page = await context.newPage()
      expect((await page.goto(`${url}/kk${path}`))?.status(), path).toBe(200)
      await fn(page)
      await page.waitForLoadState()
      expect(await page.locator('.govuk-error-summary').count(), await page.locator('main').innerText()).toBe(0)
      const to = new URL(page.url()).pathname
      await context.close()
      return to
    },
    async reads(path, actor) {
      const answer = await fetch(`${url}${path}?look=${++looks}`, actor ? { headers: { cookie: `${cookieName('session', false)}=${await people.startSession(await nowAs(world, actor), actor.accountId, 'test')}` } } : {})
      return { status: answer.status, html: await answer.text() }
    },
    end: () => open.end(),
  }
  return desk
}

export const pressed = (page: Page, value: string) => page.locator(`button[value="${value}"]`).click()

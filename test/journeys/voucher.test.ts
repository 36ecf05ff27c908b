import { AxeBuilder } from '@axe-core/playwright'
import type { FastifyInstance } from 'fastify'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Day } from '#kernel/day.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { tx } from '#platform/acts/tx.ts'
import { cookieName } from '#platform/http/cookies.ts'
import { createLog } from '#platform/log/log.ts'
import * as people from '#modules/people/index.ts'
import * as vouchers from '#modules/vouchers/index.ts'
import { readAssetNames } from '#web/assets.ts'
import { buildServer } from '../../src/entry/build-server.ts'
import { launchBrowser } from '../support/browser.ts'
import { openTestWorld, type CentreMade, type TestWorld } from '../support/world.ts'

const ASSETS = join(import.meta.dirname, '../../dist/assets')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const ZHETYSU = '330000000'

let world: TestWorld
let app: FastifyInstance
let browser: Browser
let url: string
let professionCode: string
let centre: CentreMade
let desk: BrowserContext
let phone: BrowserContext
beforeAll(async () => {
  world = await openTestWorld()
  const served = await buildServer(world, {
    config: { publicUrl: world.publicUrl, trustProxy: false, isLoopback: true } as never, log: createLog({ level: 'error', write: (line) => process.stderr.write(line) }),
    assets: readAssetNames(join(ASSETS, 'manifest.json')), assetsFolder: ASSETS, secret: world.secret,
  })
  app = served.app
  url = await app.listen({ port: 0, host: '127.0.0.1' })
  browser = await launchBrowser()
  world.at('2026-03-02 09:00')
  professionCode = await world.aProfession()
  centre = await world.aCentre({ professionCode })
  const [one, other] = [await world.anOfficial('ministry'), await world.anOfficial('ministry')]
  await vouchers.decideOrder(world.as(other), { id: await vouchers.proposePlan(world.as(one), { year: 2026, lines: [{ region: ZHETYSU, places: 1 }], ground: 'Бюджет', document: '№ 1' }), approve: true, note: '' })
  const organisationId = await tx(world.system(), 'organisation.create', (t) => people.createOrganisation(t, { kind: 'career-centre', bin: null, nameKk: 'Мансап орталығы', nameRu: 'Карьерный центр', nameEn: 'Career centre', demonstration: true }))
  await vouchers.enterCareerCentre(world.system(), { organisationId, regionKato: ZHETYSU })
  const person = await world.aPerson()
  const row = await world.db.one<{ iinCipher: Uint8Array }>('select iin_cipher from person where id = $1', [person.personId])
  await vouchers.simulateEmployment(world.system(), [{ iin: world.system().cipher.open(row.iinCipher, 'person.iin'), regionKato: ZHETYSU, registeredFrom: '2026-01-01' as Day, registeredUntil: null }])
  desk = await signedIn(await world.aStaffMember(organisationId, ['career-centre-specialist']), 1366)
  phone = await signedIn(person, 360)
}, 120_000)
afterAll(async () => {
  await browser.close()
  await app.close()
  await world.drop()
})

async function signedIn(actor: PersonActor, width: number): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width, height: 768 } })
  await context.addCookies([{ name: cookieName('session', false), value: await people.startSession(world.as(actor), actor.accountId, 'test'), url }])
  return context
}
async function visit(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage()
  const answer = await page.goto(`${url}${path}`)
  expect(answer?.status(), path).toBe(200)
  return page
}
async function assertKind(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0)
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
  expect(violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(' ')).join(', ')}`), page.url()).toEqual([])
}
const says = (page: Page, text: string) => expect.poll(() => page.locator('main').textContent()).toContain(text)
const push = (page: Page, text: string) => page.locator('main button', { hasText: text }).first().click()
async function next(page: Page): Promise<void> {
  const before = page.url()
  await page.locator('main button[value="next"]').click()
  await expect.poll(() => page.url()).not.toBe(before)
}

async function ask(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Ваучер сұрату' }).click()
  await page.locator('[name="profession"]').fill(professionCode.toLowerCase())
  await page.locator('[name="level"]').fill('4')
  await page.locator('[name="centre"]').fill(centre.serial)
  await page.locator('[name="regionKato"]').selectOption(ZHETYSU)
}
async function openRequest(page: Page): Promise<void> {
  await page.goto(`${url}/ru/career-centre`)
  await page.locator('main table tbody a').first().click()
  await says(page, 'тестовый сертификат')
}

describe('a registered unemployed person asks for a voucher on a telephone', () => {
  it('looks first whether the road fits, signs, and is refused with a reason and how to put it right', async () => {
    const page = await visit(phone, '/kk/account/vouchers')
    await ask(page)
    await push(page, 'Алдымен 45 күнге сыя ма')
    await says(page, 'Бос сеанстар бойынша әзірге еш жерде үлгермейді')
    await assertKind(page)
    await push(page, 'Қол қойып, жіберу')
    await says(page, 'Өтініш жіберілді')

    const office = await visit(desk, '/ru/career-centre')
    await openRequest(office)
    await assertKind(office)
    await office.locator('main summary', { hasText: 'Отказать' }).first().click()
    await office.locator('[name="ground"]').selectOption('DOCUMENTS_MISSING')
    await office.locator('main button[value="refuse"]').click()
    await expect.poll(() => office.locator('.govuk-error-summary').count()).toBe(1)
    await office.locator('[name="reason"]').fill('Нет копии трудовой книжки.')
    await office.locator('[name="remedy"]').fill('Принесите копию и подайте заявление снова.')
    await office.locator('main button[value="refuse"]').click()
    await says(office, 'Принесите копию')
    await page.reload()
    await says(page, 'Принесите копию и подайте заявление снова.')
    await assertKind(page)
  }, 120_000)

  it('asks again and gets the voucher, for the refusal did not use up the year', async () => {
    const page = await visit(phone, '/kk/account/vouchers')
    await ask(page)
    await push(page, 'Қол қойып, жіберу')
    await says(page, 'Өтініш жіберілді')
    const office = await visit(desk, '/ru/career-centre')
    await openRequest(office)
    await office.locator('main button[value="grant"]').click()
    await expect.poll(() => office.locator('.govuk-error-summary').count()).toBe(1)
    await office.locator('[name="note"]').fill('Центр откроет сеанс 30 марта.')
    await office.locator('[name="identitySeen"]').check()
    await office.locator('main button[value="grant"]').click()
    await says(office, '16 апреля 2026')
  }, 120_000)

  it('applies on the voucher: the summary says that the person does not pay, and the voucher is bound to the case', async () => {
    const page = await visit(phone, '/kk/account/vouchers')
    await assertKind(page)
    await page.getByRole('link', { name: 'Осы ваучермен өтініш беру' }).click()
    await says(page, 'Өтініш')
    await page.locator('main form button, main a.govuk-button').first().click()
    await page.locator('[name="level"][value="4"]').check()
    await page.locator('[name="centreId"]').first().check()
    await next(page)
    await page.locator('[name="phone"]').fill('+7 700 000 00 01')
    await page.locator('[name="address"]').fill('Талдықорған')
    await next(page)
    await page.locator('[name="wayLearnt"][value="informal"]').check()
    await next(page)
    await next(page)
    await page.locator('main button[value="skip"]').click()
    await page.locator('[name="examLanguage"][value="kk"]').check()
    await next(page)
    await says(page, 'біржолғы ваучермен')
    await assertKind(page)
    await page.locator('[name="consent"]').check()
    await next(page)
    await expect.poll(() => page.url()).toMatch(/\/cases\//)
    await page.goto(`${url}/kk/account/vouchers`)
    await says(page, 'өтінішке байланған')
  }, 120_000)
})

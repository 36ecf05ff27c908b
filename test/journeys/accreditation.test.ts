import { AxeBuilder } from '@axe-core/playwright'
import type { FastifyInstance } from 'fastify'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Uuid } from '#kernel/id.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { cookieName } from '#platform/http/cookies.ts'
import { createLog } from '#platform/log/log.ts'
import * as accreditation from '#modules/accreditation/index.ts'
import * as people from '#modules/people/index.ts'
import { readAssetNames } from '#web/assets.ts'
import { buildServer } from '../../src/entry/build-server.ts'
import { anAccreditationCast, versionOf } from '../support/accreditation.ts'
import { aRoadCast, nowAs, walkToSurvey, type RoadCast } from '../support/accreditation-road.ts'
import { launchBrowser } from '../support/browser.ts'
import { openTestWorld, type TestWorld } from '../support/world.ts'

const ASSETS = join(import.meta.dirname, '../../dist/assets')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const WIDTHS = [360, 1366] as const
/** Where pictures of the pages are kept, when somebody wants to look at them. */
const PICTURES = process.env['JOURNEY_PICTURES']

let world: TestWorld
let app: FastifyInstance
let browser: Browser
let url: string
let cast: RoadCast
let caseId: Uuid
let professions: string[]
beforeAll(async () => {
  world = await openTestWorld()
  world.at('2026-03-02 10:00')
  const served = await buildServer(world, {
    config: { publicUrl: world.publicUrl, trustProxy: false, isLoopback: true } as never, log: createLog({ level: 'error', write: (line) => process.stderr.write(line) }),
    assets: readAssetNames(join(ASSETS, 'manifest.json')), assetsFolder: ASSETS, secret: world.secret,
  })
  app = served.app
  url = await app.listen({ port: 0, host: '127.0.0.1' })
  browser = await launchBrowser()
  cast = await aRoadCast(world, await anAccreditationCast(world))
  professions = [await world.aProfession(), await world.aProfession(), await world.aProfession()]
}, 120_000)
afterAll(async () => {
  await browser.close()
  await app.close()
  await world.drop()
})

async function signedIn(actor?: PersonActor): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  if (actor) await context.addCookies([{ name: cookieName('session', false), value: await people.startSession(await nowAs(world, actor), actor.accountId, 'test'), url }])
  return context
}

let pictures = 0
const seen = new Set<string>()
/** The page in Kazakh and in Russian, narrow and wide: nothing scrolls sideways, nothing is out of reach for a reader of the screen. Looked at once by its name. */
async function looksWell(actor: PersonActor | undefined, path: string, name: string): Promise<void> {
  if (seen.has(name)) return
  seen.add(name)
  const context = await signedIn(actor)
  const page = await context.newPage()
  pictures++
  for (const lang of ['kk', 'ru']) {
    expect((await page.goto(`${url}/${lang}${path}`))?.status(), path).toBe(200)
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
    expect(violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(' ')).join(', ')}`), `${lang}${path}`).toEqual([])
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), `${lang}${path} at ${width} scrolls sideways`).toBeLessThanOrEqual(0)
      if (!PICTURES) continue
      mkdirSync(PICTURES, { recursive: true })
      await page.screenshot({ path: join(PICTURES, `${String(pictures).padStart(2, '0')}-${name}-${lang}-${width}.png`), fullPage: true })
    }
  }
  await context.close()
}
/** Opens the page of this person, fills in and sends one form. */
async function acts(actor: PersonActor, path: string, fn: (page: Page) => Promise<void>): Promise<string> {
  const context = await signedIn(actor)
  const page = await context.newPage()
  expect((await page.goto(`${url}/kk${path}`))?.status(), path).toBe(200)
  await fn(page)
  await page.waitForLoadState()
  expect(await page.locator('.govuk-error-summary').count(), await page.locator('main').innerText()).toBe(0)
  const at = new URL(page.url()).pathname
  await context.close()
  return at
}
const press = (page: Page, value: string) => page.locator(`button[value="${value}"]`).click()

/** Stage 4 in the browser: the ministry, the commission, its votes and its decision; these professions are refused. */
async function decides(id: string, refused: readonly string[]): Promise<void> {
  await looksWell(cast.ministry, `/ministry/agreements/${id}`, 'agreement')
  await acts(cast.ministry, `/ministry/agreements/${id}`, async (page) => {
    for (const radio of await page.locator('input[value="agrees"]').all()) await radio.check()
    await page.locator('main form button[type="submit"], main form button:not([type])').last().click()
  })
  await looksWell(cast.accreditor, `/accreditor/decisions/${id}`, 'call')
  await acts(cast.accreditor, `/accreditor/decisions/${id}`, async (page) => {
    for (const member of cast.members) await page.locator(`input[value="${member.accountId}"]`).check()
    await page.locator('select[name="chair"]').selectOption(cast.members[0]!.accountId)
    await press(page, 'call')
  })
  const { lines } = await accreditation.readDecision(world.as(cast.accreditor), id)
  await looksWell(cast.members[0], `/accreditor/decisions/${id}`, 'vote')
  for (const member of cast.members) {
    await acts(member, `/accreditor/decisions/${id}`, async (page) => {
      for (const [n, line] of lines.entries()) {
        const against = refused.includes(line.professionCode)
        await page.locator(`input[name="choice-${n}"][value="${against ? 'refused' : 'granted'}"]`).check()
        if (against) await page.locator(`textarea[name="note-${n}"]`).fill('Желдету жоқ.')
      }
      await press(page, 'vote')
    })
  }
  await looksWell(cast.members[0], `/accreditor/decisions/${id}`, 'decide')
  await acts(cast.members[0]!, `/accreditor/decisions/${id}`, async (page) => {
    for (const [n, line] of lines.entries()) if (refused.includes(line.professionCode)) await page.locator(`textarea[name="reasons-${n}"]`).fill('Дәнекерлеу бөлмесінде желдету жоқ.')
    await press(page, 'decide')
  })
}
/** Stages 5 and 6: the certificate and the contract; answers the number of the certificate. */
async function issues(id: string, first: boolean): Promise<string> {
  await looksWell(cast.accreditor, `/accreditor/decisions/${id}`, first ? 'issue' : 'issue-again')
  await acts(cast.accreditor, `/accreditor/decisions/${id}`, async (page) => {
    if (first) {
      await page.locator('select[name="representative"]').selectOption(cast.applicant.accountId)
      for (const [name, value] of [['addressKk', 'Алматы, Абай к-сі, 1'], ['addressRu', 'Алматы, ул. Абая, 1'], ['phone', '+7 700 000 00 00'], ['email', 'talap@example.kz'], ['hoursKk', '9:00–18:00'], ['hoursRu', '9:00–18:00']]) await page.locator(`[name="${name}"]`).fill(value!)
    }
    await press(page, 'issue')
  })
  await looksWell(cast.accreditor, `/accreditor/decisions/${id}`, 'send')
  await acts(cast.accreditor, `/accreditor/decisions/${id}`, (page) => press(page, 'send'))
  await looksWell(cast.applicant, `/applicant/contract/${id}`, 'contract')
  await acts(cast.applicant, `/applicant/contract/${id}`, async (page) => {
    await page.locator('input[name="agree"]').check()
    await press(page, 'accept')
  })
  return (await accreditation.readDecision(world.as(cast.accreditor), id)).certificate!.number
}
const shown = async (number: string) => accreditation.readPublicCertificate(world.system(), number)

describe('an organisation becomes a centre for two professions, is refused one, and extends its scope', () => {
  let first: string
  let wider: string

  it('applies, and its papers are received, reviewed and surveyed', async () => {
    await looksWell(cast.applicant, '/applicant', 'own-list')
    const at = await acts(cast.applicant, '/applicant', async (page) => {
      await page.locator('select[name="regionKato"]').selectOption(cast.region)
      await page.locator('main form button').click()
    })
    caseId = at.split('/').at(-1) as Uuid
    await looksWell(cast.applicant, `/applicant/cases/${caseId}`, 'draft')
    await looksWell(cast.officer, '/accreditor/cases/paper', 'paper-entry')
    await walkToSurvey(world, cast, caseId, professions, '2026-03-05')
    await looksWell(cast.accreditor, `/accreditor/cases/${caseId}`, 'case')
    await looksWell(cast.accreditor, `/accreditor/cases/${caseId}/programmes/${professions[0]}/4`, 'programme')
    const { programmes } = await accreditation.readCase(world.as(cast.applicant), caseId)
    await looksWell(cast.applicant, `/applicant/programmes/${programmes[0]!.standing.version.id}`, 'programme-editor')
    expect((await accreditation.readCase(world.as(cast.accreditor), caseId)).kase.step).toBe('awaiting-agreement')
  }, 180_000)

  it('is granted two and refused one, and accepts the contract', async () => {
    await decides(caseId, [professions[2]!])
    first = await issues(caseId, true)
    await looksWell(cast.applicant, `/applicant/contract/${caseId}`, 'registration')
    await looksWell(undefined, `/certificates/${first}`, 'certificate')
    expect((await shown(first)).scope.map((line) => line.professionCode).sort()).toEqual([professions[0], professions[1]].sort())
  }, 180_000)

  it('asks for one profession more from the page of its certificate, and walks the road again', async () => {
    world.at('2026-06-01 10:00')
    const fourth = await world.aProfession()
    await looksWell(cast.applicant, '/applicant/certificate', 'own-certificate')
    const at = await acts(cast.applicant, '/applicant/certificate', (page) => press(page, 'extension'))
    const id = at.split('/').at(-1) as Uuid
    await looksWell(cast.applicant, `/applicant/cases/${id}`, 'extension-draft')
    await looksWell(cast.applicant, '/applicant/certificate', 'own-certificate-busy')
    await walkToSurvey(world, cast, id, [fourth], '2026-06-02')
    await looksWell(cast.accreditor, '/accreditor/cases', 'cases')
    await decides(id, [])
    wider = await issues(id, false)
    await looksWell(undefined, `/certificates/${first}`, 'certificate-replaced')
    await looksWell(undefined, `/certificates/${wider}`, 'certificate-wider')
    const [before, after] = [await shown(first), await shown(wider)]
    expect([before.certificate.state, before.next, after.previous, after.scope.length, after.certificate.validUntil]).toEqual(['replaced', wider, first, 3, before.certificate.validUntil])
  }, 240_000)

  it('asks for its certificate to be written anew, and two people of the accreditor do it', async () => {
    await acts(cast.applicant, '/applicant/certificate', async (page) => {
      await page.locator('summary', { hasText: 'Қайта рәсімдеуді сұрау' }).click()
      await page.locator('select[name="ground"]').selectOption('address-changed')
      await page.locator('textarea[name="note"]').fill('Көршілес ғимаратқа көшті.')
      await page.locator('input[name="addressKk"]').fill('Алматы, Абай к-сі, 3')
      await page.locator('input[name="addressRu"]').fill('Алматы, ул. Абая, 3')
      await page.locator('main details form button').click()
    })
    await looksWell(cast.applicant, '/applicant/certificate', 'reissue-asked')
    await looksWell(cast.accreditor, '/accreditor/reissues', 'reissues')
    const [row] = await accreditation.listReissues(world.as(cast.accreditor))
    const path = `/accreditor/reissues/${row!.id}`
    await looksWell(cast.accreditor, path, 'reissue-prepare')
    await acts(cast.accreditor, path, (page) => page.locator('main form button').first().click())
    const second = await world.aStaffMember(cast.bodyId, ['accreditor'])
    await looksWell(second, path, 'reissue-decide')
    await acts(second, path, (page) => press(page, 'issue'))
    const { previous, next, certificate } = await shown(wider)
    expect([previous, certificate.state]).toEqual([first, 'replaced'])
    expect((await shown(next!)).scope.length).toBe(3)
    await looksWell(cast.applicant, '/applicant/certificate', 'reissued')
  }, 180_000)

  it('renews in time, and the page tells of the certificate to come', async () => {
    const now = (await accreditation.readOwnCertificates(await nowAs(world, cast.applicant)))[0]!.certificates.find((each) => each.state === 'valid')!
    await world.db.run('update accreditation_certificate set valid_until = $2 where id = $1', [now.id, '2026-08-31'])
    const at = await acts(cast.applicant, '/applicant/certificate', (page) => press(page, 'renewal'))
    const id = at.split('/').at(-1) as Uuid
    const codes = (await accreditation.readCase(await nowAs(world, cast.applicant), id)).lines.map((line) => line.professionCode)
    await walkToSurvey(world, cast, id, codes, '2026-06-03')
    // The certificate runs out while the renewal is under way: the case says so, and so does the centre's page.
    world.at('2026-09-01 10:00')
    await looksWell(cast.applicant, `/applicant/cases/${id}`, 'renewal-late')
    await looksWell(cast.applicant, '/applicant/certificate', 'own-certificate-expired')
    await decides(id, [])
    world.at('2026-09-07 10:00')
    const renewed = await issues(id, false)
    await looksWell(undefined, `/certificates/${renewed}`, 'certificate-after-a-gap')
    expect((await shown(renewed)).gap).toEqual({ from: '2026-09-01', until: '2026-09-06' })
    expect(await versionOf(world, id)).toBeGreaterThan(1)
  }, 240_000)
})

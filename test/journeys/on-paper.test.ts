import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { Day } from '#kernel/day.ts'
import { makeDemonstrationIin } from '#kernel/iin.ts'
import * as documents from '#modules/recognition-documents/index.ts'
import { assertKind } from '../support/axe.ts'
import { aHeldCase, decide, makePaperCase, type DecidedCase } from '../support/decided-case.ts'
import { PNG } from '../support/files.ts'
import { shotInBoth } from '../support/online-room.ts'
import { keyboard } from './hands.ts'
import { openDesk, push, says, type OpenDesk } from './open-desk.ts'

const paper = (name: string) => ({ name: `${name}.png`, mimeType: 'image/png', buffer: Buffer.from(PNG) })
async function types(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(fields)) await page.locator(`main [name="${name}"]`).fill(text)
}
const dayIn = (name: string, on: string): Record<string, string> => {
  const [year, month, date] = on.split('-') as [string, string, string]
  return { [`${name}-day`]: String(Number(date)), [`${name}-month`]: String(Number(month)), [`${name}-year`]: year }
}

let open: OpenDesk
beforeAll(async () => { open = await openDesk('2026-03-02 09:00') }, 120_000)
afterAll(() => open.end())

describe('somebody who comes with a paper and has no account', () => {
  it('is registered by the clerk from what he wrote; what is missing is said at its field, and what he asked for is answered', async () => {
    const { world } = open
    const professionCode = await world.aProfession()
    const centre = await world.aCentre({ professionCode })
    const page = await open.visit(await open.signedIn(await world.aStaffMember(centre.id, ['centre-operator'])), '/ru/centre/paper')
    await assertKind(page)
    await shotInBoth(page, 'paper-application')
    await types(page, {
      ...dayIn('receivedOn', '2026-03-02'), surname: 'Сергалиева', givenName: 'Айнур', iin: makeDemonstrationIin('1991-04-12' as Day, 4711).reveal(), ...dayIn('birthOn', '1991-04-12'), phone: '+7 700 000 00 77', address: 'Талдықорған, Абай көшесі, 3',
      asked: 'Медленно читаю',
    })
    await page.locator('[name="qualification"]').selectOption(`${professionCode}:4`)
    for (const box of ['[name="examLanguage"][value="kk"]', '[name="wayLearnt"][value="informal"]', '[name="needs"][value="extra-time"]', '[name="needs"][value="glasses"]', '[name="identitySeen"]']) await page.locator(box).check()
    await push(page, 'Зарегистрировать')
    // Without the scan of what was signed there is no paper application.
    expect(await page.locator('.govuk-error-summary').count()).toBe(1)
    await assertKind(page)
    expect(await page.locator('[name="surname"]').inputValue()).toBe('Сергалиева')
    await page.locator('[name="scan"]').setInputFiles(paper('application'))
    await push(page, 'Зарегистрировать')
    await expect.poll(() => page.url()).toMatch(/\/ru\/centre\/cases\/[^/]+$/)
    await assertKind(page)
    const number = page.url().split('/').at(-1)!

    await page.goto(`${open.url}/ru/centre/cases/${number}/accommodation`)
    await says(page, 'Очки')
    const box = page.locator('form', { has: page.locator('[name="answer-extra-time"]') })
    await box.locator('[value="granted"]').check()
    await box.locator('button').last().click()
    // Extra time is granted as a share, so the share is asked for.
    expect(await page.locator('.govuk-error-summary').count()).toBe(1)
    await page.locator('[name="percent-extra-time"]').fill('25')
    await page.locator('form', { has: page.locator('[name="answer-extra-time"]') }).locator('button').last().click()
    await says(page, 'Ответ сохранён')
    const glasses = page.locator('form', { has: page.locator('[name="answer-glasses"]') })
    await glasses.locator('[value="granted"]').check()
    await glasses.locator('button').last().click()
    await expect.poll(() => page.locator('main .t-tag', { hasText: 'Предоставлено' }).count()).toBe(2)
    await assertKind(page)
    await shotInBoth(page, 'paper-accommodation')
  }, 60_000)
})

describe('a document that was issued', () => {
  let exam: DecidedCase
  let documentNumber = ''
  beforeAll(async () => {
    exam = await aHeldCase(open.world, 'pass')
    await makePaperCase(open.world, exam)
    await decide(open.world, exam, 'pass')
    documentNumber = (await documents.readResult(open.world.as(exam.clerk), exam.number)).document!.number
  }, 60_000)

  it('is handed over under signature to whoever has no account, with a second person and the signed sheet', async () => {
    const page = await open.visit(await open.signedIn(exam.clerk), `/ru/centre/cases/${exam.number}/deliver`)
    await assertKind(page)
    await shotInBoth(page, 'paper-deliver')
    await types(page, dayIn('deliveredOn', '2026-03-26'))
    await page.locator('[name="witness"]').selectOption(exam.assessor.accountId)
    await push(page, 'Записать вручение')
    expect(await page.locator('.govuk-error-summary').count()).toBe(1)
    await page.locator('[name="scan"]').setInputFiles(paper('sheet'))
    await page.locator('[name="witness"]').selectOption(exam.assessor.accountId)
    await push(page, 'Записать вручение')
    await expect.poll(() => page.url()).toMatch(new RegExp(`/ru/centre/cases/${exam.number}$`))
    await page.goto(`${open.url}/ru/centre/cases/${exam.number}/deliver`)
    expect(await page.locator('main form').count()).toBe(0)
    await assertKind(page)
  }, 60_000)

  it('is annulled by two people, pressed by keyboard alone, and whoever checks it reads so', async () => {
    const head = await open.visit(await open.signedIn(exam.head), `/kk/centre/cases/${exam.number}/annul`)
    const hands = keyboard(head)
    await assertKind(head)
    await head.locator('[name="ground"]').selectOption('court-decision')
    await hands.type(head.locator('[name="note"]'), 'Сот шешімі № 12')
    await hands.push(head.locator('main button[value="propose"]'))
    await expect.poll(() => head.url()).toMatch(new RegExp(`/kk/centre/cases/${exam.number}$`))
    await head.goto(`${open.url}/kk/centre/cases/${exam.number}/annul`)
    // Who proposed decides nothing.
    expect(await head.locator('main button[value="approve"]').count()).toBe(0)

    const checks = await open.visit(await open.signedIn(undefined, 360), `/kk/verify/${documentNumber}`)
    expect(await checks.locator('main').textContent()).toContain('Құжат жарамды')
    const official = await open.visit(await open.signedIn(await open.world.anOfficial('ministry')), '/ru/ministry/annulments')
    await says(official, 'Сот шешімі № 12')
    await shotInBoth(official, 'paper-annulments')
    await assertKind(official)
    await keyboard(official).push(official.locator('tr', { hasText: documentNumber }).locator('button[value="approve"]'))
    await says(official, 'Решение записано.')
    expect(await official.locator('tr', { hasText: documentNumber }).count()).toBe(0)
    // The page of a check is kept for five seconds for everybody.
    await expect.poll(async () => {
      await checks.reload()
      return checks.locator('main').textContent()
    }, { timeout: 20_000, interval: 1_000 }).toContain('Құжаттың күші жойылған')
    await assertKind(checks)
  }, 60_000)
})

import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Day } from '#kernel/day.ts'
import * as vouchers from '#modules/vouchers/index.ts'
import { importVouchersOf2025 } from '../../demo/vouchers-2025.ts'
import { assertKind } from '../support/axe.ts'
import { shotInBoth } from '../support/online-room.ts'
import { openDesk, push, says, type OpenDesk } from './open-desk.ts'
import type { TestWorld } from '../support/world.ts'

const [ZHETYSU, AKMOLA, ABAI] = ['330000000', '110000000', '100000000']

let open: OpenDesk
let world: TestWorld
let url: string
let signedIn: OpenDesk['signedIn']
let visit: OpenDesk['visit']
let one: BrowserContext
let other: BrowserContext
beforeAll(async () => {
  open = await openDesk('2026-06-01 09:00')
  ;({ world, url, signedIn, visit } = open)
  const code = await world.aProfession()
  await importVouchersOf2025(world)
  // The pace of Zhetysu: twelve people ask in spring, one in Akmola; what they ask for is of no matter here.
  for (const [regionKato, n] of [[ZHETYSU, 12], [AKMOLA, 1]] as const) for (let at = 0; at < n; at++) {
    const person = await world.aPerson()
    const { iinCipher } = await world.db.one<{ iinCipher: Uint8Array }>('select iin_cipher from person where id = $1', [person.personId])
    await vouchers.simulateEmployment(world.system(), [{ iin: world.system().cipher.open(iinCipher, 'person.iin'), regionKato, registeredFrom: '2026-01-01' as Day, registeredUntil: null }])
    await vouchers.requestVoucher(world.as(person), { professionCode: code, level: 4, centreId: null, regionKato })
  }
  one = await signedIn(await world.anOfficial('ministry'), 1366)
  other = await signedIn(await world.anOfficial('ministry'), 360)
}, 120_000)
afterAll(() => open.end())

const rowOf = async (page: Page, region: string) => ((await page.locator('main table tbody tr', { hasText: region }).textContent()) ?? '').replace(/\s+/g, ' ')
/** The second person approves the first order that waits. */
async function approved(context: BrowserContext): Promise<void> {
  const page = await visit(context, '/kk/ministry/vouchers/orders')
  await assertKind(page)
  await push(page, 'Бекіту')
  await says(page, 'Бұйрық бекітілді')
  await page.close()
}

describe('the ministry orders places of vouchers, two people for each order', () => {
  it('sees 2025 as the slides print it, two regions over plan and no transfer invented', async () => {
    const page = await visit(other, '/kk/ministry/vouchers?year=2025')
    await says(page, 'Орын ауысқаны туралы құжат жоқ')
    await assertKind(page)
    const wide = await visit(one, '/ru/ministry/vouchers?year=2025')
    expect(await rowOf(wide, 'Карагандинская')).toMatch(/сверх плана.*96.*97/)
    expect(await wide.locator('main table tfoot').textContent()).toMatch(/2\s000.*442/s)
    await assertKind(wide)
  }, 120_000)

  it('lays the plan of 2026 down: the sum must be the national total, and the proposer cannot approve it', async () => {
    const page = await visit(one, '/ru/ministry/vouchers/orders?year=2026')
    await page.locator(`[name="base-${ZHETYSU}"]`).fill('14')
    await page.locator('[name="ground"]').fill('Бюджет на 2026 год')
    await page.locator('[name="document"]').fill('№ 5, 15.01.2026')
    await push(page, 'Предложить')
    await says(page, 'не равно сумме по регионам (1918)')
    await page.locator('[name="total"]').fill('1918')
    await push(page, 'Предложить')
    await says(page, 'решает другой сотрудник')
    expect(await page.locator('main button', { hasText: 'Утвердить' }).count()).toBe(0)
    await approved(other)
  }, 120_000)

  it('prepares a transfer from the forecast by one press, types a second one itself, and another person approves both', async () => {
    const page = await visit(one, '/ru/ministry/vouchers')
    await says(page, 'из 123 мест до конца года понадобится 0')
    await assertKind(page)
    await push(page, 'Подготовить приказ')
    await says(page, 'Приказ подготовлен')
    await page.locator('[name="from"]').selectOption(ABAI)
    await page.locator('[name="to"]').selectOption(ABAI)
    await page.locator('[name="places"]').fill('97')
    await push(page, 'Предложить')
    await says(page, 'должны')
    await page.locator('[name="to"]').selectOption(AKMOLA)
    await page.locator('[name="places"]').fill('10')
    await page.locator('[name="ground"]').fill('Обращение акимата')
    await page.locator('[name="document"]').fill('№ 6, 01.06.2026')
    await push(page, 'Предложить')
    await says(page, 'Приказ предложен')
    await approved(other)
    await approved(other)
    await page.goto(`${url}/ru/ministry/vouchers`)
    expect(await rowOf(page, 'Абай')).toMatch(/96.*86/)
    expect(await rowOf(page, 'Жетісу')).toMatch(/14.*\+/)
    expect(await vouchers.findLedgerDifferences(world.system())).toEqual([])
    const csv = await page.request.get(`${url}/ru/ministry/vouchers.csv?year=2026`)
    const lines = (await csv.text()).trim().split('\r\n')
    expect(lines.find((line) => line.startsWith('По республике') || line.includes(',По республике,'))).toMatch(/По республике,1918,0,1918/)
    // Reserved and waiting stand in the table and in the file: twelve asked in Zhetysu, one in Akmola.
    expect(lines[0]).toMatch(/,Удержано,В очереди,План изменён$/)
    const promised = (region: string) => lines.find((line) => line.startsWith(region))!.split(',').slice(-3, -1).map(Number)
    expect([promised(ZHETYSU!), promised(AKMOLA!)].map(([reserved, waiting]) => reserved! + waiting!)).toEqual([12, 1])
    await says(page, 'В очереди')
  }, 120_000)

  it('revises the national plan: ten places more in Zhetysu, and the report tells them apart from what was moved', async () => {
    const page = await visit(one, '/ru/ministry/vouchers/orders?year=2026')
    await page.locator('main summary', { hasText: 'сколько мест добавить' }).click()
    await page.locator(`[name="change-${ZHETYSU}"]`).fill('много')
    await page.locator('[name="revisionDocument"]').fill('№ 9, 01.06.2026')
    await page.locator(`form:has([value="revision"]) button`).last().click()
    await says(page, 'целым числом, кроме нуля')
    expect(await page.locator('.govuk-error-summary a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual(['#f-revisionGround', `#f-change-${ZHETYSU}`])
    await assertKind(page)
    await page.locator('[name="revisionGround"]').fill('Поправка бюджета')
    await page.locator(`[name="change-${ZHETYSU}"]`).fill('10')
    await page.locator(`form:has([value="revision"]) button`).last().click()
    await says(page, 'Приказ предложен')
    await approved(other)
    await page.goto(`${url}/ru/ministry/vouchers`)
    await says(page, 'План изменён')
    await assertKind(page)
    expect((await page.locator('main table tfoot').locator('th, td').allTextContents()).slice(1, 5).map((text) => text.replace(/\s/g, ''))).toEqual(['1918', '0', '+10', '1928'])
    await shotInBoth(page, 'voucher-report-revised')
    expect(await vouchers.findLedgerDifferences(world.system())).toEqual([])
    const next = await visit(other, '/kk/ministry/vouchers/orders?year=2027')
    await says(next, '2027 жылдың жоспары')
    await assertKind(next)
    const orders = await visit(one, '/ru/ministry/vouchers/orders?year=2026')
    await shotInBoth(orders, 'voucher-orders-revised')
  }, 120_000)
})

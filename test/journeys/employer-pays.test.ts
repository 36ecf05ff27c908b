import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDemonstrationBin } from '#kernel/bin.ts'
import { tx } from '#platform/acts/tx.ts'
import * as people from '#modules/people/index.ts'
import { assertKind } from '../support/axe.ts'
import { anInvoicedCase, type InvoicedCase } from '../support/invoiced-case.ts'
import { openDesk, push, says, type OpenDesk } from './open-desk.ts'

let open: OpenDesk
let desk: BrowserContext
let cases: InvoicedCase[]
let foreign: InvoicedCase
const anEmployer = async (n: number) => {
  const bin = makeDemonstrationBin(n)
  const id = await tx(open.world.system(), 'organisation.create', (t) => people.createOrganisation(t, { kind: 'employer', bin: bin.reveal(), nameKk: 'Зауыт', nameRu: 'Завод', nameEn: 'Plant', demonstration: true }))
  return { bin, representative: await open.world.aStaffMember(id, ['employer-representative']) }
}
beforeAll(async () => {
  open = await openDesk('2026-03-02 09:00')
  const [mine, theirs] = [await anEmployer(7_501), await anEmployer(7_502)]
  cases = []
  for (let n = 0; n < 3; n++) cases.push(await anInvoicedCase(open.world, { employer: { bin: mine.bin, name: 'Зауыт' } }))
  foreign = await anInvoicedCase(open.world, { employer: { bin: theirs.bin, name: 'Зауыт 2' } })
  desk = await open.signedIn(mine.representative, 1366)
}, 120_000)
afterAll(() => open.end())

const payAtProvider = async (page: Page) => {
  await expect.poll(() => page.url()).toMatch(/\/pay\//)
  await assertKind(page)
  await says(page, 'симулятор')
  await push(page, 'Оплатить')
  await says(page, 'Этот заказ оплачен')
  await page.getByRole('link', { name: 'К платежам' }).click()
}

describe('an employer pays for its people', () => {
  it('opens one of its invoices and pays it alone', async () => {
    const page = await open.visit(desk, `/ru/employer/payments/${cases[0]!.invoice}`)
    await says(page, 'не оплачен')
    await assertKind(page)
    await push(page, 'Оплатить картой')
    await payAtProvider(page)
    await page.goto(`${open.url}/ru/employer/payments/${cases[0]!.invoice}`)
    await says(page, 'Поступил')
    expect(await page.locator('main').textContent()).not.toContain('Оплатить картой')
  })

  it('is told to choose, then pays all that is left in one go, and nothing is open any more', async () => {
    const page = await open.visit(desk, '/ru/employer/payments')
    await assertKind(page)
    await push(page, 'Оплатить выбранные по QR')
    await says(page, 'Выберите хотя бы один счёт.')
    await assertKind(page)
    expect(await page.locator('[name="invoice"]').count()).toBe(2)
    await push(page, 'Оплатить все по QR')
    await expect.poll(() => page.url()).toMatch(/\/pay\//)
    for (const kase of cases.slice(1)) await says(page, kase.invoice)
    await payAtProvider(page)
    await expect.poll(() => page.url()).toMatch(/\/employer\/payments$/)
    expect(await page.locator('[name="invoice"]').count()).toBe(0)
    for (const kase of cases) expect((await kase.money()).invoices[0]).toMatchObject({ state: 'paid', rest: 0 })
  })

  it('finds nothing under the number of an invoice of another employer', async () => {
    const page = await desk.newPage()
    for (const path of ['', '/invoice.pdf']) expect((await page.goto(`${open.url}/ru/employer/payments/${foreign.invoice}${path}`))?.status()).toBe(404)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrives, beginWalk, press, type Walk } from './walk.ts'

let walk: Walk
beforeAll(async () => { walk = await beginWalk() }, 180_000)
afterAll(() => walk.end())

describe('money', () => {
  it('an invoice is paid by QR at the simulated provider on a telephone, and the candidate sees the receipt', async () => {
    const dauren = await walk.visitor({ as: 'dauren', lang: 'kk', phone: true })
    const own = (await dauren.page.locator('main a[href*="/kk/cases/2026-07"]').first().getAttribute('href'))!
    await dauren.go(`${own}/payment`)
    await dauren.assertKind()
    expect(await dauren.page.locator('main').textContent()).toContain('төленбеген')
    await press(dauren, /QR арқылы төлеу/)
    await arrives(dauren, /\/kk\/pay\//)
    await dauren.assertKind()
    expect(await dauren.page.locator('main').textContent()).toContain('симулятор')
    await dauren.page.locator('main button[value="pay"]').dblclick()
    await expect.poll(() => dauren.page.locator('main').textContent({ timeout: 1_000 }).catch(() => ''), { timeout: 30_000 }).toContain('Бұл тапсырыс төленген')
    await dauren.page.waitForLoadState('load')
    await dauren.go(`${own}/payment`)
    const page = await dauren.page.locator('main').textContent()
    expect(page).toContain('төленді')
    expect(page!.match(/Төлем түсті: QR не карта/g)).toHaveLength(1)
    expect(await dauren.page.locator('main a[href*="/papers/"]').count()).toBe(1)
    await dauren.leave()
  }, 120_000)

  it('a month of vouchers is settled: the payer accepts the act and marks it as paid, and the centre sees it', async () => {
    const officer = await walk.visitor({ as: 'payer-officer', lang: 'kk' })
    await officer.go('/kk/payer')
    await officer.assertKind()
    const act = (await officer.page.locator('main a[href*="-05-1"]').first().getAttribute('href'))!
    await officer.go(act)
    await officer.assertKind()
    await press(officer, /^Қабылдау$/)
    await arrives(officer, new RegExp(`${act}$`))
    const [year, month, day] = new Date(Date.now() + 5 * 3_600_000).toISOString().slice(0, 10).split('-')
    for (const [part, text] of [['day', day], ['month', month], ['year', year]] as const) await officer.page.locator(`input[name="on-${part}"]`).fill(text!)
    await officer.page.locator('input[name="reference"]').fill('ҚП-2090')
    await press(officer, /Төленді деп белгілеу/)
    await arrives(officer, new RegExp(`${act}$`))
    expect(await officer.page.locator('main').textContent()).toContain('№ ҚП-2090')
    await officer.leave()

    const clerk = await walk.visitor({ as: 'c05-operator', lang: 'ru' })
    await clerk.go('/ru/centre/acts')
    await clerk.assertKind()
    expect(await clerk.page.locator('main').textContent()).toContain('оплачен')
    await clerk.go('/ru/centre/money')
    await clerk.assertKind()
    expect(await clerk.page.locator('main').textContent()).toContain('Поступило: банк')
    await clerk.leave()
  }, 120_000)
})

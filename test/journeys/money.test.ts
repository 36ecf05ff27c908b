import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shotInBoth } from '../support/online-room.ts'
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

  it('a month of vouchers is settled: the payer contests, the head answers and signs the new act, the payer accepts it and marks it as paid, and the centre sees it', async () => {
    const officer = await walk.visitor({ as: 'payer-officer', lang: 'kk' })
    await officer.go('/kk/payer')
    await officer.assertKind()
    const contested = (await officer.page.locator('main a[href*="-05-1"]').first().getAttribute('href'))!
    await officer.go(contested)
    await officer.assertKind()
    await officer.page.locator('textarea[name="reason"]').fill('Емтихан хаттамасы тіркелмеген')
    await officer.page.locator('input[name="contested"]').first().check()
    await press(officer, /^Қабылдамау$/)
    await arrives(officer, new RegExp(`${contested}$`))

    const head = await walk.visitor({ as: 'c05-head', lang: 'kk' })
    const ofCentre = (act: string) => act.replace('/payer/', '/centre/')
    await head.go(ofCentre(contested))
    await head.assertKind()
    expect(await head.page.locator('main').textContent()).toContain('даулы: Емтихан хаттамасы тіркелмеген')
    await shotInBoth(head.page, 'contested-service')
    await head.page.locator('input[name="services"]').first().check()
    await press(head, /^Қайта ұсыну$/)
    await head.assertKind()
    expect(await head.page.locator('main').textContent()).toContain('Төлеушінің дауына жауап жазыңыз')
    expect(await head.page.locator('input[name="services"]').first().isChecked()).toBe(true)
    await head.page.locator('textarea[name="answer"]').fill('Хаттама іс құжаттарында тұр')
    await press(head, /^Қайта ұсыну$/)
    await arrives(head, new RegExp(`${ofCentre(contested)}$`))
    expect(await head.page.locator('input[name="services"]').count()).toBe(0)

    // The system looks every minute, and when it starts.
    await walk.instance.killAndRestart()
    const act = contested.replace(/-1$/, '-2')
    await expect.poll(async () => (await head.page.goto(`${walk.instance.url}${ofCentre(act)}`))?.status(), { timeout: 30_000 }).toBe(200)
    await press(head, /^Актіге қол қою$/)
    await arrives(head, new RegExp(`${ofCentre(act)}$`))
    await head.leave()

    await officer.go(act)
    await officer.assertKind()
    expect(await officer.page.locator('main').textContent()).toContain('орталықтың жауабы: Хаттама іс құжаттарында тұр')
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

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closePdf, renderPdf } from '#platform/pdf/render-pdf.ts'
import { arrives, beginWalk, goesOn, press, type Visitor, type Walk } from './walk.ts'

let walk: Walk
let scan: Buffer
beforeAll(async () => {
  walk = await beginWalk()
  scan = Buffer.from(await renderPdf('application-form', { demo: true, centreName: null }, { standard: 'ua-1', createdAt: '2026-01-01T00:00:00.000Z' }))
}, 180_000)
afterAll(async () => {
  await closePdf()
  await walk.end()
})

/** Follows the link of the error summary with the keyboard; the field then has the focus. */
async function goesToField({ page, hands }: Visitor, name: string): Promise<void> {
  await hands.push(page.locator(`.govuk-error-summary a[href*="${name}"]`))
  await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.name)).toBe(name)
}

const numberIn = (url: string): string => /\d{4}-\d{2,}-\d{6}-[A-Z]/.exec(url)![0]

describe('from the first question to the signed contract', () => {
  let number = ''

  it('is walked by a candidate on a phone, one thing a page, and sent once although the button is pressed twice', async () => {
    const kamila = await walk.visitor({ as: 'kamila', lang: 'kk', phone: true })
    await kamila.go('/kk/apply/K-0001')
    await kamila.assertKind()
    await kamila.page.locator('button[name="do"][value="begin"]').click()
    for (const step of ['place', 'you', 'learning', 'papers', 'needs', 'language']) {
      await kamila.go(`/kk/apply/K-0001/${step}`)
      await kamila.assertKind()
      if (step === 'place') {
        await kamila.page.locator('input[name="level"][value="4"]').check()
        await kamila.page.locator('label', { hasText: 'Алатау' }).first().click()
      }
      if (step === 'you') {
        await kamila.page.locator('input[name="phone"]').fill('+7 700 123 45 67')
        await kamila.page.locator('input[name="address"]').fill('Алматы, Абай даңғылы, 1')
      }
      if (step === 'papers') {
        for (const input of await kamila.page.locator('input[type="file"][name="education"], input[type="file"][name="work"]').all()) await input.setInputFiles({ name: 'eńbek.pdf', mimeType: 'application/pdf', buffer: scan })
      }
      if (step === 'learning') await kamila.page.locator('input[name="wayLearnt"][value="informal"]').check()
      if (step === 'language') await kamila.page.locator('input[name="examLanguage"][value="kk"]').check()
      await goesOn(kamila, kamila.page.locator(step === 'needs' ? 'button[value="skip"]' : 'button[name="do"][value="next"]').first())
    }
    await kamila.go('/kk/apply/K-0001/summary')
    await goesOn(kamila, kamila.page.locator('button[name="do"][value="next"]'))
    expect(await kamila.page.locator('.govuk-error-summary').count()).toBe(1)
    await kamila.assertKind()
    await kamila.page.locator('input[name="consent"]').check()
    await kamila.page.locator('button[name="do"][value="next"]').dblclick()
    await arrives(kamila, /\d{4}-\d{2,}-\d{6}-[A-Z]/)
    number = numberIn(kamila.page.url())
    await kamila.assertKind()
    await kamila.go('/kk/account')
    expect(await kamila.page.locator(`a[href*="/cases/"]`).count()).toBe(1)
    await kamila.go(`/kk/cases/${number}`)
    await kamila.assertKind()
    await kamila.leave()
  }, 120_000)

  it('is walked with the keyboard alone, from the page of the profession to the application that was sent', async () => {
    const kamila = await walk.visitor({ as: 'kamila', lang: 'ru', keyboardOnly: true })
    const { page, hands } = kamila
    const forth = () => goesOn(kamila, page.locator('button[name="do"][value="next"]').first())
    await kamila.go('/ru/professions/K-0007')
    await goesOn(kamila, page.locator('main a[href="/ru/apply/K-0007"]').first())
    await goesOn(kamila, page.locator('button[name="do"][value="begin"]'))
    await arrives(kamila, /\/place$/)
    await hands.tick(page.locator('input[name="level"][value="4"]'))
    await hands.tick(page.getByRole('radio', { name: /Хромтау/ }))
    await forth()
    await arrives(kamila, /\/you$/)
    await hands.type(page.locator('input[name="phone"]'), '+7 700 765 43 21')
    await hands.type(page.locator('input[name="address"]'), 'Алматы, проспект Абая, 2')
    await forth()
    await arrives(kamila, /\/learning$/)
    await hands.tick(page.locator('input[name="wayLearnt"][value="informal"]'))
    await forth()
    await arrives(kamila, /\/papers$/)
    for (const input of await page.locator('input[type="file"][name="education"], input[type="file"][name="work"]').all()) await hands.choose(input, { name: 'труд.pdf', mimeType: 'application/pdf', buffer: scan })
    await forth()
    await arrives(kamila, /\/needs$/)
    await goesOn(kamila, page.locator('button[value="skip"]').first())
    await arrives(kamila, /\/language$/)
    await hands.tick(page.locator('input[name="examLanguage"][value="ru"]'))
    await forth()
    await arrives(kamila, /\/summary$/)
    // What is missing is said, and the summary of errors leads to its field.
    await forth()
    await goesToField(kamila, 'consent')
    await hands.tick(page.locator('input[name="consent"]'))
    await forth()
    await arrives(kamila, /\d{4}-\d{2,}-\d{6}-[A-Z]/)
    const own = numberIn(page.url())
    await kamila.go(`/ru/cases/${own}`)
    expect(await page.locator('main').textContent()).toContain('Хромтау')
    await kamila.leave()
  }, 120_000)

  it('does not exist for another candidate, nor for the clerk of another centre', async () => {
    for (const key of ['aigerim', 'c05-operator']) {
      const stranger = await walk.visitor({ as: key })
      const answers = []
      for (const path of [`/kk/cases/${number}`, `/kk/centre/cases/${number}`, `/kk/centre/cases/${number}/check`]) answers.push((await stranger.page.goto(`${walk.instance.url}${path}`))!.status())
      expect(answers).toEqual([404, 404, 404])
      await stranger.leave()
    }
  }, 60_000)

  it('is checked item by item by the clerk, and gets its contract', async () => {
    const clerk = await walk.visitor({ as: 'c01-operator', lang: 'ru' })
    await clerk.go('/ru/centre')
    await clerk.assertKind()
    await clerk.page.getByRole('link', { name: number }).click()
    await clerk.assertKind()
    await clerk.go(`/ru/centre/cases/${number}/check`)
    await clerk.assertKind()
    await clerk.page.locator('input[type="radio"][value="right"]').first().check()
    await press(clerk, /Остальное верно/)
    expect(await clerk.page.locator('input[type="radio"][value="right"]:checked').count()).toBe(await clerk.page.locator('input[type="radio"][value="right"]').count())
    await goesOn(clerk, clerk.page.locator('button[name="do"][value="send"]'))
    await clerk.go(`/ru/centre/cases/${number}/contract`)
    await clerk.assertKind()
    await clerk.leave()
  }, 120_000)

  it('is accepted by the candidate, who sees its price', async () => {
    const kamila = await walk.visitor({ as: 'kamila', lang: 'ru', phone: true })
    await kamila.go(`/ru/cases/${number}/contract`)
    await kamila.assertKind()
    expect(await kamila.page.locator('main').textContent()).toMatch(/₸/)
    await kamila.page.locator('input[name="read"]').check()
    await goesOn(kamila, kamila.page.locator('main form button').first())
    await kamila.go(`/ru/cases/${number}`)
    expect(await kamila.page.locator('main').textContent()).toContain('Центр сообщит день экзамена')
    await kamila.assertKind()
    await kamila.leave()
  }, 120_000)

  it('cannot be refused without a reason', async () => {
    const clerk = await walk.visitor({ as: 'c01-operator', lang: 'ru' })
    await clerk.go('/ru/centre')
    const unchecked = clerk.page.locator('tbody tr', { hasText: 'Договор или отказ' }).filter({ hasNotText: number })
    const open = (await unchecked.first().locator('a[href*="/centre/cases/"]').textContent())!
    await clerk.go(`/ru/centre/cases/${open}/refuse`)
    await clerk.assertKind()
    expect(await clerk.page.locator('main form textarea').count()).toBe(0)
    await clerk.go(`/ru/centre/cases/${open}/check`)
    await clerk.page.locator('input[type="radio"][name="verdict-field.contact"][value="wrong"]').check()
    await clerk.page.locator('[name="note-field.contact"]').fill('Телефон не отвечает')
    await press(clerk, /Сохранить проверку/)
    await clerk.go(`/ru/centre/cases/${open}/refuse`)
    await goesOn(clerk, clerk.page.locator('main form button').last())
    expect(await clerk.page.locator('.govuk-error-summary').count()).toBe(1)
    await clerk.assertKind()
    for (const radio of await clerk.page.locator('main form input[type="radio"][value="INCORRECTLY_FILLED"]').all()) await radio.check()
    await clerk.page.locator('textarea[name="reason"]').fill('Указан номер, по которому нельзя связаться.')
    await clerk.page.locator('textarea[name="remedy"]').fill('Подайте заявление с действующим номером.')
    await goesOn(clerk, clerk.page.locator('main form button').last())
    await clerk.go(`/ru/centre/cases/${open}`)
    expect(await clerk.page.locator('main').textContent()).toContain('Отказ в заключении договора')
    await clerk.leave()
  }, 60_000)
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrives, beginWalk, goesOn, type Visitor, type Walk } from './walk.ts'

let walk: Walk
beforeAll(async () => { walk = await beginWalk() }, 180_000)
afterAll(() => walk.end())

const PANEL = ['c01-head', 'c01-panel-1', 'c01-panel-2', 'c01-panel-3', 'c01-panel-4', 'c01-panel-5', 'c01-panel-6']

const press = (visitor: Visitor, selector: string): Promise<void> => goesOn(visitor, visitor.page.locator(selector).last())

describe('somebody who did not pass', () => {
  let number = ''

  it('appeals with the keyboard alone; a second press of Enter lodges nothing twice', async () => {
    const sholpan = await walk.visitor({ as: 'sholpan', lang: 'kk', phone: true, keyboardOnly: true })
    const toCase = sholpan.page.locator('a[href*="/cases/2026-"]').first()
    const failed = await toCase.getAttribute('href')
    await goesOn(sholpan, toCase)
    await goesOn(sholpan, sholpan.page.locator(`main a[href="${failed}/appeal"]`).first())
    await sholpan.assertKind()
    await press(sholpan, 'main form button')
    expect(await sholpan.page.locator('.govuk-error-summary a[href="#ground"], .govuk-error-summary').count()).toBeGreaterThan(0)
    await sholpan.assertKind()
    await sholpan.hands.type(sholpan.page.locator('textarea[name="ground"]'), 'Үшінші операцияны орындадым, бағалау парағында белгіленбеген.')
    await sholpan.hands.push(sholpan.page.locator('main form button').last())
    await sholpan.page.keyboard.press('Enter')
    await arrives(sholpan, /\/cases\/A/)
    number = /A-?\d{4}-\d{2,}-\d{6}-[A-Z]/.exec(sholpan.page.url())![0]
    await sholpan.assertKind()
    await sholpan.go(failed!)
    expect(await sholpan.page.locator(`a[href="/kk/cases/${number}/appeal"]`).count()).toBeGreaterThan(0)
    await sholpan.assertKind()
    await sholpan.leave()
  }, 120_000)

  it('is heard by three who took no part, and passes by a new decision', async () => {
    const clerk = await walk.visitor({ as: 'c01-operator', lang: 'ru', keyboardOnly: true })
    await clerk.go('/ru/centre/appeals')
    await clerk.assertKind()
    await goesOn(clerk, clerk.page.getByRole('link', { name: number, exact: true }))
    await clerk.page.waitForURL(`**/${number}`)
    await clerk.assertKind()
    await press(clerk, 'main form button')
    await clerk.assertKind()
    await clerk.leave()

    let votes = 0
    for (const key of PANEL) {
      const member = await walk.visitor({ as: key, lang: 'kk', phone: true, keyboardOnly: true })
      await member.go('/kk/examiner/appeals')
      const link = member.page.locator(`a[href$="/examiner/appeals/${number}"]`)
      if ((await link.count()) > 0) {
        await goesOn(member, link.first())
        await member.page.waitForURL(`**/${number}`)
        await member.assertKind()
        await member.hands.tick(member.page.locator('input[name="choice"][value="uphold"]'))
        await press(member, 'button[name="do"][value="vote"]')
        votes++
        await member.assertKind()
        if (votes === 2) {
          await member.hands.tick(member.page.locator('input[name="outcome"][value="upheld-pass"]'))
          await member.hands.type(member.page.locator('textarea[name="reasons"]'), 'Бейнежазба бойынша операция орындалған.')
          await press(member, 'button[name="do"][value="decide"]')
          await member.assertKind()
        }
      }
      await member.leave()
      if (votes === 2) break
    }
    expect(votes).toBe(2)
    const sholpan = await walk.visitor({ as: 'sholpan', lang: 'ru' })
    await sholpan.go(`/ru/cases/${number}/appeal`)
    expect(await sholpan.page.locator('main').textContent()).toContain('Бейнежазба бойынша операция орындалған.')
    const paper = await sholpan.page.locator('a[href*="/papers/"]').first().getAttribute('href')
    const bytes = await sholpan.context.request.get(`${walk.instance.url}${paper}`)
    expect([bytes.status(), (await bytes.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    await sholpan.assertKind()
    await sholpan.leave()
  }, 180_000)
})

describe('a complaint', () => {
  it('is answered by the centre, rated by its author and read by the chamber', async () => {
    const author = await walk.visitor({ as: 'sholpan', lang: 'kk', phone: true })
    await author.go('/kk/complaint?centre=01')
    await author.assertKind()
    await author.page.locator('select[name="subject"]').selectOption('accessibility')
    await author.page.locator('textarea[name="body"]').fill('Кіреберісте пандус жоқ.')
    await press(author, 'main form button')
    const number = /S-?\d{4}-\d{2,}-\d{6}-[A-Z]/.exec(author.page.url())![0]
    await author.assertKind()
    const head = await walk.visitor({ as: 'c01-head', lang: 'ru' })
    await head.go(`/ru/centre/complaints/${number}`)
    await head.assertKind()
    await head.page.locator('input[name="finding"][value="justified"]').check()
    await head.page.locator('textarea[name="answer"]').fill('Пандус будет установлен до 1 декабря.')
    await press(head, 'main form button')
    await head.assertKind()
    await head.leave()
    await author.go(`/kk/cases/${number}/complaint`)
    await author.assertKind()
    await press(author, 'button[name="satisfied"][value="yes"]')
    await author.assertKind()
    await author.leave()
    const chamber = await walk.visitor({ as: 'accreditor', lang: 'ru' })
    await chamber.go('/ru/accreditor')
    await chamber.assertKind()
    await chamber.go(`/ru/accreditor/complaints/${number}`)
    expect(await chamber.page.locator('main').textContent()).toContain('Пандус будет установлен')
    const paper = await chamber.page.locator('main a[href*="/papers/"]').first().getAttribute('href')
    await expect.poll(async () => (await chamber.context.request.get(`${walk.instance.url}${paper}`)).status(), { timeout: 30_000 }).toBe(200)
    await chamber.assertKind()
    await chamber.leave()
  }, 120_000)
})

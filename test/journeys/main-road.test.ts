import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginWalk, goesOn, press, type Visitor, type Walk } from './walk.ts'

let walk: Walk
beforeAll(async () => { walk = await beginWalk() }, 180_000)
afterAll(() => walk.end())

interface Item {
  stem: { kk: string; ru: string }
  options: { key: string; text: { kk: string; ru: string } }[]
  correct: string[]
}
const items = (JSON.parse(readFileSync(join(import.meta.dirname, '../../demo/programmes/software-tester.json'), 'utf8')) as { items: Item[] }).items

/** Chooses the right options of the question that is shown, or a wrong one. */
async function answer(visitor: Visitor, no: number, right: boolean): Promise<void> {
  const question = visitor.page.locator(`#q-${no}`)
  const stem = (await question.locator('.t-q__t').textContent())!.trim()
  const item = items.find((each) => each.stem.ru === stem || each.stem.kk === stem)!
  const texts = item.options.filter((option) => item.correct.includes(option.key) === right).map((option) => option.text)
  for (const text of right ? texts : texts.slice(0, 1)) {
    const label = question.locator('.t-ans label').filter({ has: visitor.page.locator('span', { hasText: new RegExp(`^(${[text.ru, text.kk].map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})$`) }) })
    await visitor.hands.tick(label.first().locator('input'))
  }
}
const allSaved = (visitor: Visitor) => expect.poll(() => visitor.page.locator('[data-save-state]').getAttribute('data-save-state'), { timeout: 20_000 }).toBe('saved')

describe('from the signed contract to the document of recognition, by keyboard alone', () => {
  let number = ''
  const centre = '/ru/centre/cases'

  it('is notified: the clerk chooses among lawful days only', async () => {
    const clerk = await walk.visitor({ as: 'c02-operator', lang: 'ru', keyboardOnly: true })
    await clerk.go('/ru/centre')
    number = (await clerk.page.locator('tbody tr', { hasText: 'Саматов' }).locator('a[href*="/centre/cases/"]').first().textContent())!
    await clerk.go(`${centre}/${number}/notify`)
    await clerk.assertKind()
    await press(clerk, /Отправить уведомление/)
    expect(await clerk.page.locator('main').textContent()).toMatch(/Уведомление № 1 отправлено/)
    await clerk.assertKind()
    await clerk.leave()
  }, 90_000)

  it('is read at home: the notice with everything that is forbidden, and the familiarisation is confirmed', async () => {
    const rustam = await walk.visitor({ as: 'rustam', lang: 'kk', phone: true, keyboardOnly: true })
    await rustam.go(`/kk/cases/${number}/notice`)
    await rustam.assertKind()
    expect(await rustam.page.locator('main li').count()).toBeGreaterThan(15)
    await rustam.go(`/kk/cases/${number}/briefing`)
    await rustam.assertKind()
    await press(rustam, /Растау/)
    expect(await rustam.page.locator('.govuk-error-summary').count()).toBe(1)
    await rustam.hands.tick(rustam.page.locator('input[name="agree-familiarisation"]'))
    await press(rustam, /Растау/)
    await rustam.assertKind()
    await rustam.leave()
  }, 90_000)

  it('is briefed by two people on the day, and admitted by the invigilator who saw the identity card', async () => {
    await walk.nextWorkingDays(12)
    const invigilator = await walk.visitor({ as: 'c02-invigilator', lang: 'ru', keyboardOnly: true })
    await invigilator.go(`${centre}/${number}/briefing`)
    await invigilator.assertKind()
    await press(invigilator, /Провёл и то и другое/)
    const rustam = await walk.visitor({ as: 'rustam', lang: 'kk', phone: true, keyboardOnly: true })
    await rustam.go(`/kk/cases/${number}/briefing`)
    await rustam.hands.tick(rustam.page.locator('input[name="agree-briefing"]'))
    await press(rustam, /Растау/)
    await rustam.go(`/kk/exam/${number}`)
    await rustam.assertKind()
    expect(await rustam.page.locator('button[value="start"], form').count()).toBe(0)
    await walk.hours(1)
    await invigilator.go('/ru/centre/sittings')
    await goesOn(invigilator, invigilator.page.locator('tbody tr', { hasText: 'Теория' }).locator('a').first())
    await invigilator.assertKind()
    const seat = invigilator.page.locator(`#seat-${number}`)
    await goesOn(invigilator, seat.getByRole('button', { name: /Допустить/ }))
    expect(await invigilator.page.locator('.govuk-error-summary').textContent()).toMatch(/удостоверя|документ/i)
    await invigilator.hands.tick(invigilator.page.locator(`#seat-${number} input[type="checkbox"]`).first())
    await goesOn(invigilator, seat.getByRole('button', { name: /Допустить/ }))
    expect(await invigilator.page.locator('main').textContent()).toMatch(/Код места: [0-9A-Z]{4}-[0-9A-Z]{4}/)
    await invigilator.assertKind()
    await invigilator.leave()
    await rustam.leave()
  }, 120_000)

  it('is written with every answer saved at once: a closed page and a killed server lose nothing', async () => {
    const rustam = await walk.visitor({ as: 'rustam', lang: 'ru', keyboardOnly: true })
    await rustam.go(`/ru/exam/${number}`)
    await rustam.assertKind()
    await press(rustam, /Начать/)
    await rustam.assertKind()
    const total = await rustam.page.locator('[data-no]').count()
    expect(total).toBeGreaterThanOrEqual(20)
    for (let no = 1; no <= 5; no++) {
      await answer(rustam, no, true)
      await rustam.hands.push(rustam.page.locator(`#q-${no}`).getByRole('link', { name: 'Дальше' }))
    }
    await allSaved(rustam)
    await rustam.page.reload()
    expect(await rustam.page.locator('.t-qlist a.a').count()).toBe(5)
    await walk.instance.kill()
    await rustam.hands.push(rustam.page.locator('.t-qlist a').nth(5))
    await answer(rustam, 6, true)
    await expect.poll(() => rustam.page.locator('[data-save-state]').getAttribute('data-save-state')).toBe('offline')
    await walk.instance.restart()
    await allSaved(rustam)
    await rustam.page.reload()
    expect(await rustam.page.locator('.t-qlist a.a').count()).toBe(6)
    for (let no = 7; no <= total; no++) {
      await rustam.hands.push(rustam.page.locator('.t-qlist a').nth(no - 1))
      await answer(rustam, no, no > 9)
    }
    await allSaved(rustam)
    await goesOn(rustam, rustam.page.locator('[data-now] [data-hand-in]'))
    await rustam.page.waitForURL(/hand-in/)
    await rustam.assertKind()
    await press(rustam, /Завершить и сдать/)
    expect(await rustam.page.locator('[data-ended]').textContent()).toContain(`Верно ${total - 3} из ${total}`)
    await rustam.assertKind()
    await rustam.leave()
  }, 180_000)

  it('is performed in the workshop: every operation of the technological map is marked', async () => {
    await walk.hours(4)
    const assessor = await walk.visitor({ as: 'c02-assessor-1', lang: 'kk', keyboardOnly: true })
    await assessor.go('/kk/examiner')
    await assessor.assertKind()
    await goesOn(assessor, assessor.page.locator('main table a').first())
    await assessor.hands.tick(assessor.page.locator(`#seat-${number} input[type="checkbox"]`).first())
    await goesOn(assessor, assessor.page.locator(`#seat-${number}`).getByRole('button', { name: /Кіргізу/ }))
    await assessor.go(`/kk/examiner/marking/${number}`)
    await assessor.assertKind()
    const steps = await assessor.page.locator('.t-mk__ops a').count()
    for (let step = 1; step <= steps; step++) await press(assessor, /Орындалды/)
    await assessor.assertKind()
    await press(assessor, /Практиканы аяқтау/)
    expect(await assessor.page.locator('main').textContent()).toContain('технологиялық карта бойынша орындалды')
    await assessor.leave()
  }, 120_000)

  it('is decided by a panel of which nobody assessed, and the head issues the document', async () => {
    await walk.nextWorkingDays(1)
    const clerk = await walk.visitor({ as: 'c02-operator', lang: 'ru', keyboardOnly: true })
    await clerk.go(`${centre}/${number}/panel`)
    await clerk.assertKind()
    await press(clerk, /Созвать комиссию/)
    let votes = 0
    for (const key of ['c02-panel-1', 'c02-panel-2', 'c02-panel-3', 'c02-head']) {
      const member = await walk.visitor({ as: key, lang: 'ru', keyboardOnly: true })
      // Who was not called finds nothing there.
      if ((await member.page.goto(`${walk.instance.url}/ru/examiner/panels/${number}`))!.status() === 200) {
        if (votes === 0) await member.assertKind()
        await member.hands.tick(member.page.locator('input[type="radio"][value="pass"]'))
        await press(member, /Проголосовать/)
        votes++
      }
      await member.leave()
    }
    expect(votes).toBe(3)
    await clerk.go(`${centre}/${number}/panel`)
    await press(clerk, /Принять решение/)
    await clerk.leave()
    const head = await walk.visitor({ as: 'c02-head', lang: 'kk', keyboardOnly: true })
    await head.go(`/kk/centre/cases/${number}/document`)
    await head.assertKind()
    await press(head, /Құжат беру/)
    await head.go('/kk/centre/documents')
    await head.assertKind()
    await head.leave()
  }, 120_000)

  it('can be checked by anybody, and the candidate holds a PDF', async () => {
    const rustam = await walk.visitor({ as: 'rustam', lang: 'kk', phone: true, keyboardOnly: true })
    await rustam.go(`/kk/cases/${number}`)
    await rustam.assertKind()
    const address = (await rustam.page.locator('a[href*="/verify/"]').first().getAttribute('href'))!
    const paper = rustam.page.locator('a[href*="/papers/"]', { hasText: 'Тану туралы құжат' }).first()
    await expect.poll(async () => (await rustam.context.request.get(`${walk.instance.url}${await paper.getAttribute('href')}`)).status(), { timeout: 30_000, interval: 500 }).toBe(200)
    const pdf = await (await rustam.context.request.get(`${walk.instance.url}${await paper.getAttribute('href')}`)).body()
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    await rustam.leave()
    const employer = await walk.visitor({ lang: 'kk', phone: true })
    await employer.go(address)
    await employer.assertKind()
    expect(await employer.page.locator('h1').textContent()).toContain('Құжат жарамды')
    expect(await employer.page.locator('main').textContent()).not.toContain('Саматов')
    await employer.leave()
  }, 120_000)
})

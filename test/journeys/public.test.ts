import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isKindIn } from './public-pages.ts'
import { beginWalk, goesOn, type Walk } from './walk.ts'

let walk: Walk
beforeAll(async () => { walk = await beginWalk() }, 180_000)
afterAll(() => walk.end())

describe('what everybody may see', () => {
  isKindIn(() => walk, 'kk', { phone: true })

  it('is found without script, by a misspelled word, from the first page to a centre with its price', async () => {
    const visitor = await walk.visitor({ lang: 'ru', script: false })
    await visitor.go('/ru')
    await visitor.page.locator('main input[type="search"], main input[name="q"]').first().fill('кандитер')
    await visitor.page.keyboard.press('Enter')
    await visitor.page.getByRole('link', { name: 'Кондитер', exact: true }).first().click()
    await expect.poll(() => visitor.page.locator('h1').textContent()).toContain('Кондитер')
    expect(await visitor.page.locator('main').textContent()).toMatch(/₸/)
    await visitor.page.locator('main a[href*="/centres/"]').first().click()
    expect(new URL(visitor.page.url()).pathname).toMatch(/^\/ru\/centres\/\d+$/)
    await visitor.leave()
  }, 60_000)

  it.each([['kk', true], ['ru', false]] as const)('shows the figures of the slides from rows as of 31 March 2026, in %s', async (lang, phone) => {
    const visitor = await walk.visitor({ lang, phone })
    const told = async (selector: string) => (await visitor.page.locator(selector).allTextContents()).join(' | ').replaceAll(/[\u00A0\u202F]/g, ' ')
    await visitor.go(`/${lang}/statistics?asOf=2026-03-31`)
    const main = await told('.t-kf > div')
    for (const figure of ['36 533', '2 968', '228', '749', '615', '134']) expect(main).toMatch(new RegExp(`(?<!\\d)(?<!\\d )${figure}(?!\\d)`))
    await visitor.assertKind()
    await visitor.go(`/${lang}/statistics/register?asOf=2026-03-31`)
    expect(await told('.t-kf > div')).toMatch(/749.*615 \+ 134/)
    await visitor.assertKind()
    await visitor.go(`/${lang}/statistics/vouchers?asOf=2026-03-31&year=2025`)
    expect(await told('.t-funnel .l b')).toBe('2 000 | 442 | 228')
    expect(await visitor.page.locator('main abbr', { hasText: '†' }).count()).toBe(3)
    await visitor.assertKind()
    await visitor.leave()
  }, 60_000)

  it('says of a mandatory profession that no centre may recognise it, and offers no way to apply', async () => {
    const visitor = await walk.visitor({ lang: 'kk' })
    await visitor.go('/kk/professions/K-0004')
    expect(await visitor.page.locator('a[href*="/apply/"]').count()).toBe(0)
    await visitor.leave()
  }, 60_000)

  it('keeps the page when the language is switched, and large print when one goes on', async () => {
    const visitor = await walk.visitor({ lang: 'kk' })
    await visitor.go('/kk/professions?track=mandatory')
    await visitor.page.locator('a[hreflang="ru"]').first().click()
    expect(visitor.page.url()).toBe(`${walk.instance.url}/ru/professions?track=mandatory`)
    await visitor.go('/ru/display?from=%2Fru%2Fnorms')
    await visitor.page.locator('input[name="print"][value="200"]').check()
    await goesOn(visitor, visitor.page.locator('main button[type="submit"], main form button').first())
    expect(await visitor.page.locator('html').getAttribute('data-print')).toBe('200')
    await visitor.go('/ru/about')
    expect(await visitor.page.locator('html').getAttribute('data-print')).toBe('200')
    await visitor.assertKind()
    await visitor.leave()
  }, 60_000)

  it('answers an unknown page in the language of the address, and an unknown address of the API with a problem document', async () => {
    const page = await fetch(`${walk.instance.url}/kk/no-such-page`)
    expect(page.status).toBe(404)
    expect(await page.text()).toContain('Бет табылмады')
    const api = await fetch(`${walk.instance.url}/api/v1/no-such-thing`)
    expect(api.status).toBe(404)
    expect(api.headers.get('content-type')).toContain('application/problem+json')
    expect(await api.json()).toMatchObject({ code: 'not-found' })
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginWalk, goesOn, type Visitor, type Walk } from './walk.ts'

let walk: Walk
beforeAll(async () => { walk = await beginWalk() }, 180_000)
afterAll(() => walk.end())

const CERTIFICATE = 'DEMO-A-01'
const MOVED = '2026-01-000001-H'
const press = (visitor: Visitor, selector: string): Promise<void> => goesOn(visitor, visitor.page.locator(selector).last())

/** Pages for everybody are kept for seconds: every look is at an address of its own. */
let looks = 0
async function stateOfCertificate(): Promise<{ status: string; history: { kind: string }[] }> {
  return (await fetch(`${walk.instance.url}/api/v1/certificates/${CERTIFICATE}${'%20'.repeat(++looks)}`)).json() as never
}

/** What anybody reads of the centre and of one of its professions at this moment. */
async function publicPages(): Promise<{ centre: string; profession: string }> {
  const read = async (path: string) => (await (await fetch(`${walk.instance.url}${path}?look=${++looks}`)).text())
  return { centre: await read('/kk/centres/01'), profession: await read('/kk/professions/K-0001') }
}
const CENTRE = 'Алатау шеберлік орталығы'

/** One person of the accreditor proposes what befalls the whole certificate today, another approves it. */
async function decideAboutCertificate(kind: 'withdrawal' | 'resumption', ground: string, note: string): Promise<void> {
  const one = await walk.visitor({ as: 'accreditor', lang: 'kk' })
  await one.go('/kk/accreditor/certificates')
  await goesOn(one, one.page.locator('main table a', { hasText: CERTIFICATE }))
  const address = new URL(one.page.url()).pathname
  await one.page.locator(`input[name="kind"][value="${kind}"]`).check()
  await one.page.locator('input[name="about"][value="whole"]').check()
  const [year, month, day] = new Date(Date.now() + 5 * 3_600_000).toISOString().slice(0, 10).split('-') as [string, string, string]
  for (const [part, value] of [['day', day], ['month', month], ['year', year]]) await one.page.locator(`input[name="from-${part}"]`).fill(value!)
  await one.page.locator('select[name="ground"]').selectOption(ground)
  await one.page.locator('textarea[name="note"]').fill(note)
  await press(one, 'main form button')
  await one.assertKind()
  await one.leave()
  const another = await walk.visitor({ as: 'accreditor-2', lang: 'ru' })
  await another.go(address.replace('/kk/', '/ru/'))
  await another.assertKind()
  await press(another, 'button[name="do"][value="approve"]')
  await another.assertKind()
  await another.leave()
}

describe('a certificate is withdrawn while cases run', () => {
  let document = ''
  let finished: string[] = []

  it('is valid first, and so is a document of its centre', async () => {
    expect((await stateOfCertificate()).status).toBe('valid')
    const seen = await publicPages()
    expect([seen.centre.includes('Аттестат күшінде'), seen.profession.includes(CENTRE)]).toEqual([true, true])
    const head = await walk.visitor({ as: 'c01-head', lang: 'kk' })
    await head.go('/kk/centre/documents')
    document = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/.exec((await head.page.locator('main').textContent())!)![0]
    await head.leave()
    const employer = await walk.visitor({ lang: 'ru', phone: true, script: false })
    await employer.go(`/ru/verify/${document}`)
    expect(await employer.page.locator('.t-verdict').getAttribute('class')).toContain('valid')
    await employer.leave()
  }, 120_000)

  it('two people withdraw it: everybody sees it at once, the document stays valid, and the centre is told why its cases stand still', async () => {
    await decideAboutCertificate('withdrawal', 'breaches-found', 'Тексеру барысында бұзушылықтар анықталды.')
    expect(await stateOfCertificate()).toMatchObject({ status: 'withdrawn' })
    const seen = await publicPages()
    expect([seen.centre.includes('Аттестат кері қайтарып алынған'), seen.centre.includes('Аттестат күшінде'), seen.profession.includes(CENTRE)]).toEqual([true, false, false])
    const employer = await walk.visitor({ lang: 'kk', phone: true })
    await employer.go(`/kk/verify/${document}`)
    expect(await employer.page.locator('.t-verdict').getAttribute('class')).toContain('valid')
    await employer.go(`/kk/certificates/${CERTIFICATE}`)
    await employer.assertKind()
    expect(await employer.page.locator('main').textContent()).toContain('Кері қайтарып алынды')
    await employer.leave()
    const clerk = await walk.visitor({ as: 'c01-operator', lang: 'ru' })
    await clerk.go(`/ru/centre/cases/${MOVED}`)
    expect(await clerk.page.locator('main').textContent()).toContain('Ждёт решения министерства')
    await clerk.assertKind()
    await clerk.leave()
  }, 180_000)

  it('the ministry decides all its cases by one press, without a script: one is moved, the others are finished', async () => {
    const ministry = await walk.visitor({ as: 'ministry-1', lang: 'kk', phone: true, script: false })
    await ministry.go('/kk/ministry')
    await goesOn(ministry, ministry.page.locator('main table a').last())
    const selects = ministry.page.locator('select[name^="fate-"]')
    expect(await selects.count()).toBeGreaterThan(2)
    for (const select of await selects.all()) {
      const number = (await select.getAttribute('name'))!.slice('fate-'.length)
      if (number === MOVED) {
        expect((await select.inputValue()).startsWith('move ')).toBe(true)
        continue
      }
      finished.push(number)
      await select.selectOption('finish')
    }
    await press(ministry, 'main form button')
    expect(await ministry.page.locator('.govuk-error-summary').count()).toBe(1)
    await ministry.page.locator('textarea[name="ground"]').fill('Аттестат тексеру қорытындысы бойынша кері қайтарып алынды.')
    await press(ministry, 'main form button')
    expect(await ministry.page.locator('select[name^="fate-"]').count()).toBe(0)
    await ministry.leave()
    const reader = await walk.visitor({ as: 'national-body', lang: 'ru' })
    await reader.go('/ru/ministry')
    await reader.assertKind()
    await reader.leave()
  }, 120_000)

  it('the candidate of the moved case reads it, the old centre sees the case no more and keeps its line; the others go on', async () => {
    const aigerim = await walk.visitor({ as: 'aigerim', lang: 'kk', phone: true })
    await aigerim.go(`/kk/cases/${MOVED}`)
    expect(await aigerim.page.locator('main').textContent()).toContain('министрлік істі басқа орталыққа берді')
    await aigerim.assertKind()
    await aigerim.go('/kk/account/letters')
    expect(await aigerim.page.locator('main').textContent()).toContain(MOVED)
    await aigerim.leave()
    const clerk = await walk.visitor({ as: 'c01-operator', lang: 'kk' })
    expect((await clerk.page.goto(`${walk.instance.url}/kk/centre/cases/${MOVED}`))!.status()).toBe(404)
    await clerk.go('/kk/centre/handed-over')
    expect(await clerk.page.locator('main').textContent()).toContain(MOVED)
    await clerk.assertKind()
    for (const number of finished) {
      await clerk.go(`/kk/centre/cases/${number}`)
      expect(await clerk.page.locator('main').textContent()).toContain('орталыққа істі аяқтауға рұқсат берді')
    }
    await clerk.leave()
  }, 120_000)

  it('it is resumed: valid again with its whole history, and the moved case stays where it is', async () => {
    await decideAboutCertificate('resumption', 'breaches-remedied', 'Бұзушылықтар жойылды.')
    expect(await stateOfCertificate()).toMatchObject({ status: 'valid', history: [{ kind: 'issued' }, { kind: 'withdrawal' }, { kind: 'resumption' }] })
    const seen = await publicPages()
    expect([seen.centre.includes('Аттестат күшінде'), seen.profession.includes(CENTRE)]).toEqual([true, true])
    const anybody = await walk.visitor({ lang: 'en', script: false })
    await anybody.go(`/en/certificates/${CERTIFICATE}%20%20`)
    expect(await anybody.page.locator('main').textContent()).toContain('History of the certificate')
    await anybody.go(`/en/verify/${document}`)
    expect(await anybody.page.locator('.t-verdict').getAttribute('class')).toContain('valid')
    await anybody.leave()
    const clerk = await walk.visitor({ as: 'c01-operator', lang: 'kk' })
    expect((await clerk.page.goto(`${walk.instance.url}/kk/centre/cases/${MOVED}`))!.status()).toBe(404)
    await clerk.leave()
  }, 180_000)
})

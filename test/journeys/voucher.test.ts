import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Day } from '#kernel/day.ts'
import { tx } from '#platform/acts/tx.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import * as people from '#modules/people/index.ts'
import * as vouchers from '#modules/vouchers/index.ts'
import { assertKind } from '../support/axe.ts'
import { applies, next, openDesk, push, says, type OpenDesk } from './open-desk.ts'
import { walkToFailedVotes } from '../support/failed-road.ts'
import type { CentreMade, TestWorld } from '../support/world.ts'

const ZHETYSU = '330000000'

let open: OpenDesk
let world: TestWorld
let url: string
let signedIn: OpenDesk['signedIn']
let visit: OpenDesk['visit']
let professionCode: string
let centre: CentreMade
let desk: BrowserContext
let phone: BrowserContext
let person: PersonActor
let specialist: PersonActor
let number: string
beforeAll(async () => {
  open = await openDesk('2026-03-02 09:00')
  ;({ world, url, signedIn, visit } = open)
  professionCode = await world.aProfession()
  centre = await world.aCentre({ professionCode })
  const [one, other] = [await world.anOfficial('ministry'), await world.anOfficial('ministry')]
  await vouchers.decideOrder(world.as(other), { id: await vouchers.proposePlan(world.as(one), { year: 2026, lines: [{ region: ZHETYSU, places: 1 }], ground: 'Бюджет', document: '№ 1' }), approve: true, note: '' })
  const organisationId = await tx(world.system(), 'organisation.create', (t) => people.createOrganisation(t, { kind: 'career-centre', bin: null, nameKk: 'Мансап орталығы', nameRu: 'Карьерный центр', nameEn: 'Career centre', demonstration: true }))
  await vouchers.enterCareerCentre(world.system(), { organisationId, regionKato: ZHETYSU })
  person = await world.aPerson()
  const row = await world.db.one<{ iinCipher: Uint8Array }>('select iin_cipher from person where id = $1', [person.personId])
  await vouchers.simulateEmployment(world.system(), [{ iin: world.system().cipher.open(row.iinCipher, 'person.iin'), regionKato: ZHETYSU, registeredFrom: '2026-01-01' as Day, registeredUntil: null }])
  specialist = await world.aStaffMember(organisationId, ['career-centre-specialist'])
  desk = await signedIn(specialist, 1366)
  phone = await signedIn(person, 360)
}, 120_000)
afterAll(() => open.end())

async function ask(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Ваучер сұрату' }).click()
  await page.locator('[name="profession"]').fill(professionCode.toLowerCase())
  await page.locator('[name="level"]').fill('4')
  await page.locator('[name="centre"]').fill(centre.serial)
  await page.locator('[name="regionKato"]').selectOption(ZHETYSU)
}
async function openRequest(page: Page): Promise<void> {
  await page.goto(`${url}/ru/career-centre`)
  await page.locator('main table tbody a').first().click()
  await says(page, 'тестовый сертификат')
}

describe('a registered unemployed person asks for a voucher on a telephone', () => {
  it('looks first whether the road fits, signs, and is refused with a reason and how to put it right', async () => {
    const page = await visit(phone, '/kk/account/vouchers')
    await ask(page)
    await push(page, 'Алдымен 45 күнге сыя ма')
    await says(page, 'Бос сеанстар бойынша әзірге еш жерде үлгермейді')
    await assertKind(page)
    await push(page, 'Қол қойып, жіберу')
    await says(page, 'Өтініш жіберілді')

    const office = await visit(desk, '/ru/career-centre')
    await openRequest(office)
    await assertKind(office)
    await office.locator('main summary', { hasText: 'Отказать' }).first().click()
    await office.locator('[name="ground"]').selectOption('DOCUMENTS_MISSING')
    await office.locator('main button[value="refuse"]').click()
    await expect.poll(() => office.locator('.govuk-error-summary').count()).toBe(1)
    await office.locator('[name="reason"]').fill('Нет копии трудовой книжки.')
    await office.locator('[name="remedy"]').fill('Принесите копию и подайте заявление снова.')
    await office.locator('main button[value="refuse"]').click()
    await says(office, 'Принесите копию')
    await page.reload()
    await says(page, 'Принесите копию и подайте заявление снова.')
    await assertKind(page)
  }, 120_000)

  it('asks again and gets the voucher, for the refusal did not use up the year', async () => {
    const page = await visit(phone, '/kk/account/vouchers')
    await ask(page)
    await push(page, 'Қол қойып, жіберу')
    await says(page, 'Өтініш жіберілді')
    const office = await visit(desk, '/ru/career-centre')
    await openRequest(office)
    await office.locator('main button[value="grant"]').click()
    await expect.poll(() => office.locator('.govuk-error-summary').count()).toBe(1)
    await office.locator('[name="note"]').fill('Центр откроет сеанс 30 марта.')
    await office.locator('[name="identitySeen"]').check()
    await office.locator('main button[value="grant"]').click()
    await says(office, '16 апреля 2026')
  }, 120_000)

  it('applies on the voucher: the summary says that the person does not pay, and the voucher is bound to the case', async () => {
    const page = await visit(phone, '/kk/account/vouchers')
    await assertKind(page)
    await page.getByRole('link', { name: 'Осы ваучермен өтініш беру' }).click()
    await says(page, 'Өтініш')
    await page.locator('main form button, main a.govuk-button').first().click()
    await page.locator('[name="level"][value="4"]').check()
    await page.locator('[name="centreId"]').first().check()
    await next(page)
    await applies(page, { address: 'Талдықорған', says: 'бірреттік ваучермен' })
    number = /\d{4}-\d+-\d{6}-[A-Z]/.exec(page.url())![0]
    await page.goto(`${url}/kk/account/vouchers`)
    await says(page, 'өтінішке байланған')
  }, 120_000)

  it('goes through the procedure and fails: the decision uses the voucher up, passed or not, and there is no second one this year', async () => {
    const clerk = await walkToFailedVotes(world, { number, centre, professionCode, candidate: person })
    const folder = await visit(await signedIn(clerk), `/ru/centre/cases/${number}/panel`)
    await says(folder, 'Теория')
    await folder.locator('main button[value="decide"]').click()
    await expect.poll(() => folder.url()).toMatch(new RegExp(`/centre/cases/${number}$`))

    // The sessions of three weeks ago are over.
    const page = await visit(await signedIn(person, 360), '/kk/account/vouchers')
    await says(page, 'пайдаланылды')
    expect(await page.getByRole('link', { name: 'Ваучер сұрату' }).count()).toBe(0)
    await assertKind(page)
    const office = await visit(await signedIn(specialist), '/ru/career-centre?step=granted')
    await office.locator('main table tbody a').first().click()
    await says(office, '26 марта 2026')
    expect(await office.locator('main').textContent()).toContain('не признан')
    await assertKind(office)
  }, 120_000)
})

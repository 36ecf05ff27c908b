import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Day } from '#kernel/day.ts'
import { makeDemonstrationBin } from '#kernel/bin.ts'
import { makeDemonstrationIin } from '#kernel/iin.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { tx } from '#platform/acts/tx.ts'
import * as people from '#modules/people/index.ts'
import { assertKind } from '../support/axe.ts'
import { shotInBoth } from '../support/online-room.ts'
import { applies, next, openDesk, push, says, type OpenDesk } from './open-desk.ts'
import type { CentreMade, TestWorld } from '../support/world.ts'

let open: OpenDesk
let world: TestWorld
let signedIn: OpenDesk['signedIn']
let visit: OpenDesk['visit']
let professionCode: string
let centre: CentreMade
let representative: PersonActor
let worker: PersonActor
let workerIin: string
let desk: BrowserContext
let phone: BrowserContext
beforeAll(async () => {
  open = await openDesk('2026-03-02 09:00')
  ;({ world, signedIn, visit } = open)
  professionCode = await world.aProfession()
  centre = await world.aCentre({ professionCode })
  const organisationId = await tx(world.system(), 'organisation.create', (t) => people.createOrganisation(t, { kind: 'employer', bin: null, nameKk: 'Зауыт', nameRu: 'Завод', nameEn: 'Plant', demonstration: true }))
  representative = await world.aStaffMember(organisationId, ['employer-representative'])
  worker = await world.aPerson()
  const row = await world.db.one<{ iinCipher: Uint8Array }>('select iin_cipher from person where id = $1', [worker.personId])
  workerIin = world.system().cipher.open(row.iinCipher, 'person.iin')
  desk = await signedIn(representative, 1366)
  phone = await signedIn(worker, 360)
}, 120_000)
afterAll(() => open.end())

const lineOf = (place: number, level = '4') => `${place}-ж,${place === 1 ? workerIin : makeDemonstrationIin('1988-08-08' as Day, 600 + place).reveal()},Тегі${place},Аты${place},${professionCode},${level},${centre.serial},иә`
const fileOf = (lines: readonly string[]) => ({ name: 'workers.csv', mimeType: 'text/csv', buffer: Buffer.from(['number,iin,surname,given_name,profession,level,centre,pays', ...lines].join('\r\n')) })
const TEN = Array.from({ length: 10 }, (_, at) => at + 1)

describe('an employer refers ten people by a file', () => {
  it('is told of every fault by its row and column, mends the file, and sends all ten by one press', async () => {
    const page = await visit(desk, '/ru/employer')
    await says(page, 'Направлений ещё нет')
    await assertKind(page)
    await page.getByRole('link', { name: 'Из файла' }).click()
    await page.locator('[name="file"]').setInputFiles(fileOf([...TEN.slice(1).map((place) => lineOf(place)), lineOf(1, '8')]))
    await push(page, 'Проверить')
    await says(page, 'В файле есть ошибки')
    expect(await page.locator('main table tbody tr').first().textContent()).toMatch(/11.*level/s)
    await assertKind(page)
    await page.getByRole('link', { name: 'Другой файл' }).click()
    await page.locator('[name="file"]').setInputFiles(fileOf(TEN.map((place) => lineOf(place))))
    await push(page, 'Проверить')
    await says(page, 'Файл верен')
    await push(page, 'Отправить: 10')
    await says(page, 'Направления отправлены')
    await page.getByRole('link', { name: 'К направлениям' }).click()
    await says(page, 'Найдено: 10')
    await assertKind(page)
    // All ten codes come in one table, to be handed out: nobody opens ten pages for them.
    const codes = (await (await page.request.get(`${open.url}${await page.getByRole('link', { name: 'Коды открытых направлений (CSV)' }).getAttribute('href')}`)).text()).trim().split('\r\n').slice(1)
    expect([codes.length, new Set(codes.map((line) => /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/.exec(line)?.[0])).size]).toEqual([10, 10])
  })

  it('one of them opens his referral by its code on a telephone and applies; the employer is seen to pay', async () => {
    const card = await visit(desk, '/ru/employer')
    await card.getByRole('link', { name: 'Тегі1 Аты1' }).click()
    await says(card, 'Код направления')
    await assertKind(card)
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/.exec((await card.locator('main').textContent()) ?? '')![0]

    const page = await visit(phone, '/kk/account/referrals')
    await says(page, 'Жолдама жоқ')
    await page.locator('[name="code"]').fill(code.toLowerCase())
    await push(page, 'Ашу')
    await says(page, 'жұмыс беруші төлейді')
    await assertKind(page)
    await push(page, 'Осы жолдамамен өтініш беру')
    await next(page)
    await applies(page, { address: 'Хромтау', says: 'жұмыс берушінің жолдамасы: Зауыт' })
  })

  it('the employer sees only that an application was sent, until the worker lets it see the road, and no more once he takes that back', async () => {
    const card = await visit(desk, '/ru/employer')
    await card.getByRole('link', { name: 'Тегі1 Аты1' }).click()
    await says(card, 'Работник не разрешил видеть ход дела.')
    const page = await visit(phone, '/kk/account/referrals')
    await page.locator('main a[href*="/account/referrals/"]').first().click()
    await page.locator('main button', { hasText: 'Рұқсат беру' }).first().click()
    await says(page, 'рұқсат берілді')
    await card.reload()
    await says(card, 'Следующий день')
    await assertKind(card)
    await page.locator('main button', { hasText: 'Рұқсатты қайтарып алу' }).first().click()
    await says(page, 'Рұқсат қайтарып алынды.')
    await card.reload()
    await says(card, 'Работник не разрешил видеть ход дела.')
  })

  it('a worker who holds documents already lets it see them by its BIN, without a referral, sees beforehand what is shown, and takes it back', async () => {
    const bin = makeDemonstrationBin(7_601)
    const organisationId = await tx(world.system(), 'organisation.create', (t) => people.createOrganisation(t, { kind: 'employer', bin: bin.reveal(), nameKk: 'Кеме зауыты', nameRu: 'Судозавод', nameEn: 'Shipyard', demonstration: true }))
    const office = await signedIn(await world.aStaffMember(organisationId, ['employer-representative']), 1366)
    const page = await visit(phone, '/kk/account/referrals')
    await page.getByRole('link', { name: 'Жұмыс беруші қандай құжаттарымды көреді' }).click()
    await says(page, 'ешбір жұмыс беруші көрмейді')
    await says(page, 'ЖСН-іңіз әлі расталмаған')
    await page.locator('[name="bin"]').fill('123')
    await page.locator('main button[value="show"]').click()
    await expect.poll(() => page.locator('.govuk-error-summary').count()).toBe(1)
    await assertKind(page)
    await page.locator('[name="bin"]').fill(bin.reveal())
    await page.locator('main button[value="show"]').click()
    await says(page, 'Кеме зауыты')
    await assertKind(page)
    await shotInBoth(page, 'employers-seeing')
    const list = await visit(office, '/ru/employer/documents')
    await says(list, 'Разрешили: 1')
    await assertKind(list)
    await page.locator('main button[value="hide"]').click()
    await says(page, 'Рұқсат қайтарып алынды.')
    await list.reload()
    await says(list, 'Разрешили: 0')
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Day } from '#kernel/day.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { tx } from '#platform/acts/tx.ts'
import * as people from '#modules/people/index.ts'
import * as vouchers from '#modules/vouchers/index.ts'
import { assertKind } from '../support/axe.ts'
import { PNG } from '../support/files.ts'
import { shotInBoth } from '../support/online-room.ts'
import { openDesk, says, type OpenDesk } from './open-desk.ts'

const ZHETYSU = '330000000'
let open: OpenDesk
let code: string
let specialist: PersonActor
let person: PersonActor
beforeAll(async () => {
  open = await openDesk('2026-03-02 09:00')
  const { world } = open
  code = await world.aProfession({ educationRequired: true, experienceRequired: true })
  const organisationId = await tx(world.system(), 'organisation.create', (t) => people.createOrganisation(t, { kind: 'career-centre', bin: null, nameKk: 'Мансап орталығы', nameRu: 'Карьерный центр', nameEn: 'Career centre', demonstration: true }))
  await vouchers.enterCareerCentre(world.system(), { organisationId, regionKato: ZHETYSU, from: '2026-01-01' as Day })
  specialist = await world.aStaffMember(organisationId, ['career-centre-specialist'])
  person = await world.aPerson()
}, 120_000)
afterAll(() => open.end())

describe('a request for a voucher brings the copies that the standard asks for', () => {
  it('on a telephone the person is asked for the copy he forgot, and may send without it', async () => {
    const page = await open.visit(await open.signedIn(person, 360), '/kk/account/vouchers/new')
    await page.locator('[name="profession"]').fill(code)
    await page.locator('[name="level"]').fill('4')
    await page.locator('[name="regionKato"]').selectOption(ZHETYSU)
    const attach = () => page.locator('[name="work"]').setInputFiles({ name: 'work.png', mimeType: 'image/png', buffer: Buffer.from(PNG) })
    await attach()
    await page.locator('main button[value="send"]').click()
    await says(page, 'Бұл кәсіптің стандарты білімді талап етеді')
    expect(await page.locator('main').textContent()).not.toContain('Бұл кәсіптің стандарты тәжірибені талап етеді')
    await assertKind(page)
    await page.locator('[name="without"]').check()
    await attach()
    await page.locator('main button[value="send"]').click()
    await expect.poll(() => page.url()).toMatch(/\/account\/vouchers$/)
  })

  it('the specialist sees which copy is missing, opens the other and judges it', async () => {
    const [request] = (await vouchers.listOwnVouchers(open.world.as(person))).requests
    const page = await open.visit(await open.signedIn(specialist), `/ru/career-centre/requests/${request!.id}`)
    await says(page, 'требует стандарт, не приложена')
    await assertKind(page)
    const href = (await page.locator('main a[href*="/voucher-papers/"]').getAttribute('href'))!
    expect((await page.request.get(`${open.url}${href}`)).headers()['content-type']).toContain('image/png')
    await page.locator('[name="verdict-work"][value="wrong"]').check()
    await page.locator('[name="verdictNote-work"]').fill('Нет печати')
    await page.locator('main button[value="judge"]').click()
    await says(page, 'неверна: Нет печати')
    await assertKind(page)
    const stranger = await open.signedIn(await open.world.aPerson())
    expect((await stranger.request.get(`${open.url}${href}`)).status()).toBe(404)
  })

  it('the person is told what is wrong, sends both copies, and the specialist has the new one and the earlier one with its verdict', async () => {
    const page = await open.visit(await open.signedIn(person, 360), '/kk/account/vouchers')
    await says(page, 'қате: Нет печати')
    await assertKind(page)
    await shotInBoth(page, 'voucher-copies')
    for (const kind of ['work', 'education']) await page.locator(`[name="${kind}"]`).setInputFiles({ name: `${kind}-2.png`, mimeType: 'image/png', buffer: Buffer.from(PNG) })
    await page.locator('main button[name="copies"]').click()
    await says(page, 'Көшірме өтінішке тіркелді.')
    await says(page, 'work-2.png')
    expect(await page.locator('main input[type="file"]').count()).toBe(0)
    const [request] = (await vouchers.listOwnVouchers(open.world.as(person))).requests
    const desk = await open.visit(await open.signedIn(specialist), `/ru/career-centre/requests/${request!.id}`)
    await says(desk, 'вместо неё отправлена другая')
    expect(await desk.locator('main a[href*="/voucher-papers/"]').count()).toBe(3)
    await assertKind(desk)
    await shotInBoth(desk, 'voucher-copies-desk')
  })
})

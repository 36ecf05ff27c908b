import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Uuid } from '#kernel/id.ts'
import * as accreditation from '#modules/accreditation/index.ts'
import { versionOf } from '../support/accreditation.ts'
import { aCentreByTheRoad, concludeRoad, decideRoad, issueRoad, nowAs, walkToSurvey } from '../support/accreditation-road.ts'
import { beginDesk, pressed, type Desk } from './accreditation-desk.ts'

let desk: Desk
let first: string
beforeAll(async () => {
  desk = await beginDesk('2026-03-02 10:00')
  const { world, cast } = desk
  first = (await aCentreByTheRoad(world, cast, [await world.aProfession(), await world.aProfession()], '2026-03-05')).number
}, 120_000)
afterAll(() => desk.end())

const shown = async (number: string) => accreditation.readPublicCertificate(desk.world.system(), number)

describe('a certificate is written anew, and renewed', () => {
  it('the centre asks for its certificate to be written anew, and two people of the accreditor do it', async () => {
    const { world, cast, acts, looksWell } = desk
    world.at('2026-06-01 10:00')
    await acts(cast.applicant, '/applicant/certificate', async (page) => {
      await page.locator('summary', { hasText: 'Қайта рәсімдеуді сұрау' }).click()
      await page.locator('select[name="ground"]').selectOption('address-changed')
      await page.locator('textarea[name="note"]').fill('Көршілес ғимаратқа көшті.')
      await page.locator('input[name="addressKk"]').fill('Алматы, Абай к-сі, 3')
      await page.locator('input[name="addressRu"]').fill('Алматы, ул. Абая, 3')
      await page.locator('main details form button').click()
    })
    await looksWell(cast.applicant, '/applicant/certificate', 'reissue-asked')
    await looksWell(cast.accreditor, '/accreditor/reissues', 'reissues')
    const [row] = await accreditation.listReissues(world.as(cast.accreditor))
    const path = `/accreditor/reissues/${row!.id}`
    await looksWell(cast.accreditor, path, 'reissue-prepare')
    await acts(cast.accreditor, path, (page) => page.locator('main form button').first().click())
    const second = await world.aStaffMember(cast.bodyId, ['accreditor'])
    await looksWell(second, path, 'reissue-decide')
    await acts(second, path, (page) => pressed(page, 'issue'))
    const { next, certificate } = await shown(first)
    expect([certificate.state, (await shown(next!)).scope.length]).toEqual(['replaced', 2])
    await looksWell(cast.applicant, '/applicant/certificate', 'reissued')
  }, 180_000)

  it('renews in time, and the page tells of the certificate to come', async () => {
    const { world, cast, acts, looksWell } = desk
    const now = (await accreditation.readOwnCertificates(await nowAs(world, cast.applicant)))[0]!.certificates.find((each) => each.state === 'valid')!
    await world.db.run('update accreditation_certificate set valid_until = $2 where id = $1', [now.id, '2026-08-31'])
    const at = await acts(cast.applicant, '/applicant/certificate', (page) => pressed(page, 'renewal'))
    const id = at.split('/').at(-1) as Uuid
    const codes = (await accreditation.readCase(await nowAs(world, cast.applicant), id)).lines.map((line) => line.professionCode)
    await walkToSurvey(world, cast, id, codes, '2026-06-03')
    // The certificate runs out while the renewal is under way: the case says so, and so does the centre's page.
    world.at('2026-09-01 10:00')
    await looksWell(cast.applicant, `/applicant/cases/${id}`, 'renewal-late')
    await looksWell(cast.applicant, '/applicant/certificate', 'own-certificate-expired')
    await decideRoad(world, cast, id)
    world.at('2026-09-07 10:00')
    const renewed = await issueRoad(world, cast, id)
    await concludeRoad(world, cast, id)
    await looksWell(undefined, `/certificates/${renewed}`, 'certificate-after-a-gap')
    expect((await shown(renewed)).gap).toEqual({ from: '2026-09-01', until: '2026-09-06' })
    expect(await versionOf(world, id)).toBeGreaterThan(1)
  }, 180_000)
})

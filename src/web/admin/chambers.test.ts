import { expect, it } from 'vitest'
import { makeDemonstrationBin } from '#kernel/bin.ts'
import { tx } from '#platform/acts/tx.ts'
import * as accreditation from '#modules/accreditation/index.ts'
import * as people from '#modules/people/index.ts'
import { servedWorld } from '../../../test/support/server.ts'
import { aVisitor, inAllLanguages } from '../../../test/support/visitor.ts'

const { world, app } = await servedWorld()

it('the administrator enters an applicant and says for which region a chamber receives; then the applicant applies on line', async () => {
  const make = (kind: 'regional-chamber' | 'platform') => tx(world.system(), 'organisation.create', (t) => people.createOrganisation(t, { kind, bin: null, nameKk: 'Палата (үлгі)', nameRu: 'Палата (образец)', nameEn: 'Chamber (sample)', demonstration: true }))
  const [chamber, platform] = [await make('regional-chamber'), await make('platform')]
  const admin = await aVisitor(world, app, await world.aStaffMember(platform, ['administrator']))
  const send = (fields: Record<string, string>) => admin.send('/ru/admin/organisations', fields)
  const names = { nameKk: 'Талап (үлгі)', nameRu: 'Талап (образец)', nameEn: 'Talap (sample)' }
  expect((await send({ kind: 'applicant', bin: '', ...names })).statusCode).not.toBe(303)
  expect((await send({ kind: 'applicant', bin: makeDemonstrationBin(77).reveal(), ...names })).statusCode).toBe(303)
  const { id } = await world.db.one<{ id: string }>("select id from organisation where kind = 'applicant' and name_ru = 'Талап (образец)'")
  const applicant = await world.aStaffMember(id as never, ['applicant'])
  const open = () => accreditation.openApplication(world.as(applicant), { organisationId: id, regionKato: '750000000' })
  await expect(open()).rejects.toMatchObject({ code: 'accreditation.no-chamber' })

  for (const page of await inAllLanguages(admin, '/admin/organisations')) expect(page).toContain('value="750000000"')
  expect((await send({ do: 'chamber', chamber: platform, region: '750000000' })).body).toContain('внесённую как региональная палата')
  expect((await send({ do: 'chamber', chamber, region: '1' })).body).toContain('Выберите регион')
  expect((await send({ do: 'chamber', chamber, region: '750000000' })).statusCode).toBe(303)
  expect(await open()).toBeTruthy()
  await expect(accreditation.linkChamber(world.system(), { organisationId: chamber, regionKato: '710000000' })).rejects.toMatchObject({ code: 'chamber.linked-already' })
  await expect(accreditation.linkChamber(world.system(), { organisationId: await make('regional-chamber'), regionKato: '750000000' })).rejects.toMatchObject({ code: 'chamber.linked-already' })
  await expect(accreditation.linkChamber(world.as(applicant), { organisationId: chamber, regionKato: '710000000' })).rejects.toMatchObject({ code: 'not-found' })
})

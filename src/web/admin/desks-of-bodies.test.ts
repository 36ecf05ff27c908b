import { expect, it } from 'vitest'
import { tx } from '#platform/acts/tx.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import { servedWorld } from '../../../test/support/server.ts'
import { aVisitor, inAllLanguages } from '../../../test/support/visitor.ts'

const { world, app } = await servedWorld()

it('an organisation is linked to its sector body once, by the administrator, and its officers find their desk', async () => {
  const make = (kind: 'sector-body' | 'platform') => tx(world.system(), 'organisation.create', (t) => people.createOrganisation(t, { kind, bin: null, nameKk: 'Көлік министрлігі (үлгі)', nameRu: 'Орган (образец)', nameEn: 'Body (sample)', demonstration: true }))
  const id = await make('sector-body')
  const officer = await aVisitor(world, app, await world.aStaffMember(id, ['sector-officer']))
  expect(await officer.get('/ru/sector')).toContain('не связана')

  const admin = await aVisitor(world, app, await world.aStaffMember(await make('platform'), ['administrator']))
  for (const page of await inAllLanguages(admin, '/admin/organisations')) expect(page).toContain('value="B07"')
  const send = (body: string, organisation: string = id) => admin.send('/ru/admin/organisations', { do: 'link', body, organisation })
  expect((await send('B99')).body).toContain('Выберите орган из Реестра')
  expect((await send('B07', 'x')).body).toContain('внесённую как отраслевой орган')
  expect((await send('B07')).statusCode).toBe(303)
  expect((await professions.findSectorBodyOf(world.db, id))?.code).toBe('B07')
  expect(await officer.get('/ru/sector')).toContain('Министерство транспорта')

  await expect(professions.linkDeskOfBody(world.as(await world.aStaffMember(id, ['sector-officer'])), { code: 'B06', organisationId: id })).rejects.toMatchObject({ code: 'not-found' })
  await expect(professions.linkDeskOfBody(world.system(), { code: 'B06', organisationId: id })).rejects.toMatchObject({ code: 'sector-body.linked-already' })
  await expect(professions.linkDeskOfBody(world.system(), { code: 'B07', organisationId: await make('sector-body') })).rejects.toMatchObject({ code: 'sector-body.linked-already' })
})

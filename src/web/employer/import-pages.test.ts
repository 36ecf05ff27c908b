import { expect, it } from 'vitest'
import { LANGUAGES } from '#kernel/localized.ts'
import { tx } from '#platform/acts/tx.ts'
import * as people from '#modules/people/index.ts'
import { servedWorld } from '../../../test/support/server.ts'
import { aVisitor, inAllLanguages } from '../../../test/support/visitor.ts'
import { employerText } from './employer-text.ts'

const { world, app } = await servedWorld()
const words = employerText('ru').import

it('a file of referrals is examined first: what is no table is said at its field, faults by row and column, and nothing is sent', async () => {
  const organisationId = await tx(world.system(), 'organisation.create', (t) => people.createOrganisation(t, { kind: 'employer', bin: null, nameKk: 'Зауыт', nameRu: 'Завод', nameEn: 'Plant', demonstration: true }))
  const employer = await aVisitor(world, app, await world.aStaffMember(organisationId, ['employer-representative']))
  const pages = await inAllLanguages(employer, '/employer/import')
  expect(pages.map((page, place) => page.includes(employerText(LANGUAGES[place]!).import.none))).toEqual([true, true, true])
  const none = await employer.send('/ru/employer/import', {})
  expect([none.statusCode, none.body.includes(words.fileMissing)]).toEqual([422, true])
  const noTable = await employer.send('/ru/employer/import', { file: { name: 'a.xlsx', bytes: Buffer.from([80, 75, 3, 4, 0, 0]) } })
  expect([noTable.statusCode, noTable.body.includes('govuk-error-summary')]).toEqual([422, true])
  const template = await app.inject({ url: '/ru/employer/referrals.csv', headers: { cookie: employer.cookie() } })
  const header = template.body.replace(/^\uFEFF/, '').trim()
  expect(header).toContain('iin')
  const brought = await employer.send('/ru/employer/import', { file: { name: 'жолдамалар.csv', bytes: Buffer.from(`${header}\n${header.split(/[,;]/).map(() => 'x').join(header.includes(';') ? ';' : ',')}\n`) } })
  expect(brought.statusCode).toBe(303)
  const work = String(brought.headers['location'])
  const seen = await employer.get(work)
  for (const text of ['жолдамалар.csv', '<code>iin</code>', words.faultsTitle, words.again]) expect(seen).toContain(text)
  expect(seen).not.toContain(words.dryTitle)
  expect(await employer.get('/ru/employer/import')).toContain(work)
})

import { expect, it } from 'vitest'
import * as accreditation from '#modules/accreditation/index.ts'
import { aSubmittedApplication, anAccreditationCast, checkAll, versionOf } from '../../../../test/support/accreditation.ts'
import { servedWorld } from '../../../../test/support/server.ts'
import { aVisitor, inAllLanguages } from '../../../../test/support/visitor.ts'

const { world, app } = await servedWorld()

it('everybody sees at which stage a case stands, since when and until when, and nobody whose it is', async () => {
  world.at('2026-03-05 10:00')
  const cast = await anAccreditationCast(world)
  const { caseId } = await aSubmittedApplication(world, cast)
  const { number, name } = await world.db.one<{ number: string; name: string }>('select c.number, o.name_ru as name from accreditation_case c join organisation o on o.id = c.organisation_id where c.id = $1', [caseId])
  const anybody = await aVisitor(world, app)
  for (const body of await inAllLanguages(anybody, '/accreditation')) {
    expect(body).toContain(number)
    expect(body).not.toContain(name)
  }
  const seen = (await accreditation.readPublicClocks(world.system(), 1, 20))
  expect([seen.total, seen.rows.map((row) => [row.number, row.stage, row.startedOn, row.dueOn]), seen.stages.map((each) => [each.term, each.cases])])
    .toEqual([1, [[number, 1, '2026-03-05', null]], [[undefined, 1], [undefined, 0], [undefined, 0], [undefined, 0], [undefined, 0], [undefined, 0]]])
  const table = await anybody.get('/ru/accreditation/table.json')
  expect(JSON.parse(table)).toMatchObject({ total: 1, items: [{ number, stage: 1, stage_since: '2026-03-05', due_on: null }] })
  expect(table).not.toContain(name)

  // While the applicant corrects, no clock runs; an ended case is in no list.
  await checkAll(world, cast.officer, caseId, ['staff'])
  await accreditation.giveBackApplication(world.as(cast.officer), { caseId, version: await versionOf(world, caseId) })
  expect((await accreditation.readPublicClocks(world.system(), 1, 20)).rows).toMatchObject([{ number, stage: 1, step: 'correcting', startedOn: null }])
  await accreditation.withdrawApplication(world.as(cast.applicant), { caseId, version: await versionOf(world, caseId) })
  expect(await accreditation.readPublicClocks(world.system(), 1, 20)).toMatchObject({ total: 0, rows: [] })
})

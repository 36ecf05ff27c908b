import { expect, it } from 'vitest'
import { draftProgramme } from '#modules/programmes/index.ts'
import { PNG } from '../../../../test/support/files.ts'
import { servedWorld } from '../../../../test/support/server.ts'
import { aVisitor, inAllLanguages, type Visitor } from '../../../../test/support/visitor.ts'

const { world, app } = await servedWorld()

const upload = (who: Visitor, path: string, name: string, bytes: Uint8Array) => who.send(path, { do: 'task-file-added', file: { name, bytes } })

it('the author says which stages may be taken on line, adds a file to the task, opens it and takes it out; who may not read the keys does not get it', async () => {
  const code = await world.aProfession()
  const centre = await world.aCentre({ professionCode: code, level: 4 })
  await world.aProgramme(centre.id, code, 4)
  const author = await world.aStaffMember(centre.id, ['assessor'])
  const base = `/centre/programmes/${await draftProgramme(world.as(author), { centreId: centre.id, professionCode: code, level: 4 })}`
  const visitor = await aVisitor(world, app, author)
  for (const body of await inAllLanguages(visitor, `${base}/modes`)) expect(body).toContain('value="practice"')
  const refused = await visitor.send(`/ru${base}/modes`, { online: 'practice' })
  expect([refused.statusCode, refused.body.includes('только если онлайн можно сдать и теорию')]).toEqual([422, true])
  expect((await visitor.send(`/ru${base}/modes`, { online: ['theory', 'practice'] })).headers.location).toBe(`/ru${base}`)
  expect(await visitor.get(`/ru${base}`)).toContain('теория и практика')

  expect((await upload(visitor, `/kk${base}/map`, 'run.png', Buffer.from('MZ'))).statusCode).toBe(422)
  expect((await upload(visitor, `/kk${base}/map`, 'form.png', PNG)).headers.location).toBe(`/kk${base}/map`)
  const file = /\/task-files\/([0-9a-f-]{36})/.exec(await visitor.get(`/kk${base}/map`))![1]!
  for (const body of await inAllLanguages(visitor, `${base}/whole`)) expect(body).toContain(`/task-files/${file}`)
  const got = await app.inject({ url: `/kk${base}/task-files/${file}`, headers: { cookie: visitor.cookie() } })
  expect([got.statusCode, got.headers['content-type'], got.rawPayload.length > 0]).toEqual([200, 'image/png', true])

  const invigilator = await aVisitor(world, app, await world.aStaffMember(centre.id, ['invigilator']))
  const whole = await invigilator.get(`/kk${base}/whole`)
  expect([whole.includes('form.png'), whole.includes('/task-files/')]).toEqual([true, false])
  await invigilator.get(`/kk${base}/task-files/${file}`, 404)

  expect((await visitor.send(`/kk${base}/map`, { do: 'task-file-removed', file })).statusCode).toBe(303)
  expect(await visitor.get(`/kk${base}/map`)).not.toContain('/task-files/')
})

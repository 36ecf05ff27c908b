import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { LANGUAGES } from '#kernel/localized.ts'
import { openTestServer } from '../../../test/support/server.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'

let world: TestWorld
const open: FastifyInstance[] = []
beforeAll(async () => { world = await openTestWorld() })
afterAll(async () => {
  for (const app of open) await app.close()
  await world.drop()
})

async function serverOf(demo: boolean): Promise<FastifyInstance> {
  const { app } = await openTestServer({ ...world, demo, context: (...about) => ({ ...world.context(...about), demo }) })
  open.push(app)
  return app
}

it('the gallery stands in a demonstration, in three languages', async () => {
  const app = await serverOf(true)
  const titles = await Promise.all(LANGUAGES.map(async (lang) => {
    const answer = await app.inject(`/${lang}/dev/gallery`)
    expect(answer.statusCode, lang).toBe(200)
    return /<h1[^>]*>([^<]+)</.exec(answer.body)![1]
  }))
  expect(new Set(titles).size).toBe(LANGUAGES.length)
})

it('where real work is done there is no gallery', async () => {
  const app = await serverOf(false)
  for (const lang of LANGUAGES) expect((await app.inject(`/${lang}/dev/gallery`)).statusCode, lang).toBe(404)
})

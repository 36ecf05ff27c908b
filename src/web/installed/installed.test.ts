import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { LANGUAGES } from '#kernel/localized.ts'
import { openTestServer } from '../../../test/support/server.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import { installedText } from './installed-text.ts'

let world: TestWorld
let app: Awaited<ReturnType<typeof openTestServer>>['app']
beforeAll(async () => {
  world = await openTestWorld()
  app = (await openTestServer(world)).app
})
afterAll(async () => {
  await app.close()
  await world.drop()
})

interface Manifest { lang: string; name: string; start_url: string; scope: string; display: string; icons: { src: string; sizes: string; type: string; purpose: string }[] }

it.each(LANGUAGES)('the site in %s is an application with a name in that language, which begins where a person has his cases', async (lang) => {
  const page = (await app.inject({ url: `/${lang}/help` })).body
  const address = /<link rel="manifest" href="([^"]+)"/.exec(page)![1]!
  const answer = await app.inject({ url: address })
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/manifest+json; charset=utf-8'])
  const manifest = answer.json<Manifest>()
  expect(manifest).toMatchObject({ lang, name: installedText(lang).name, start_url: `/${lang}/account`, scope: '/', display: 'standalone' })
  expect((await app.inject({ url: manifest.start_url })).statusCode).toBeLessThan(400)
})

it('its icons are pictures of the sizes that the manifest names, one of them to be cut round', async () => {
  const { icons } = (await app.inject({ url: '/app/kk.webmanifest' })).json<Manifest>()
  expect(icons.map((icon) => [icon.sizes, icon.purpose])).toEqual([['192x192', 'any'], ['512x512', 'any'], ['512x512', 'maskable'], ['any', 'any']])
  for (const icon of icons) {
    const answer = await app.inject({ url: icon.src })
    expect(answer.headers['content-type']).toContain(icon.type)
    if (icon.type !== 'image/png') continue
    const { width, height } = await sharp(answer.rawPayload).metadata()
    expect(`${width}x${height}`).toBe(icon.sizes)
    // The ring and the sun are on it: more than one colour.
    expect((await sharp(answer.rawPayload).stats()).entropy).toBeGreaterThan(0.3)
  }
})

import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mountApi } from '#platform/http/api-server.ts'
import { ANONYMOUS } from '#platform/acts/actor.ts'
import { loadRegisters } from '../../../demo/registers.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import { routes } from './api.ts'

let world: TestWorld
let app: FastifyInstance
const faults: unknown[] = []
beforeAll(async () => {
  world = await openTestWorld()
  await loadRegisters(world)
  app = Fastify()
  mountApi(app, { routes, publicUrl: 'http://127.0.0.1', resolveKey: async () => undefined, context: (_actor, id) => world.context(ANONYMOUS, 'kk', id), report: (error) => faults.push(error) })
  await app.ready()
})
afterAll(async () => {
  await app.close()
  await world.drop()
})

async function ask(path: string) {
  const answer = await app.inject({ method: 'GET', url: `/api/v1/${path}` })
  const route = routes.find((each) => new RegExp(`^/api/v1${each.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(`/api/v1/${path}`.split('?')[0]!))
  if (answer.statusCode === 200) route!.response.parse(answer.json())
  return { status: answer.statusCode, type: answer.headers['content-type'], body: answer.json() as Record<string, any> }
}

describe('working days for machines', () => {
  test.each([
    ['from=2026-03-06&add=1', '2026-03-10'],
    ['from=2026-03-07&add=1', '2026-03-10'],
    ['from=2026-03-05&add=11', '2026-03-26'],
    ['from=2026-12-15&add=1', '2026-12-17'],
  ])('%s is answered by %s', async (query, result) => {
    const { status, body } = await ask(`calendar/working-days?${query}`)
    expect([status, body['result']]).toEqual([200, result])
    expect(Object.keys(body['calendar'])).toEqual(['version', 'source'])
  })

  test('counts the days after `from` up to and including `to`', async () => {
    expect((await ask('calendar/working-days?from=2026-03-06&to=2026-03-10')).body).toEqual({ from: '2026-03-06', to: '2026-03-10', workingDays: 1 })
    expect((await ask('calendar/working-days?from=2026-03-06&to=2026-03-06')).body).toEqual({ from: '2026-03-06', to: '2026-03-06', workingDays: 0 })
  })

  test.each([
    'from=2027-12-31&add=1', 'from=2030-01-01&add=5', 'from=2027-12-01&to=2028-02-01',
  ])('%s is refused because the year has no calendar', async (query) => {
    expect(await ask(`calendar/working-days?${query}`)).toMatchObject({ status: 422, type: expect.stringContaining('application/problem+json'), body: { code: 'calendar.year-missing', status: 422 } })
  })

  test.each([
    '', 'from=2026-03-06', 'from=2026-03-06&add=1&to=2026-03-10', 'from=2026-02-30&add=1', 'from=06.03.2026&add=1', 'from=2026-03-06&add=0', 'from=2026-03-06&add=3661',
    'from=2026-03-06&add=-1', 'from=2026-03-06&add=1.5', 'from=2026-03-06&add=', 'from=2026-03-06&add=1e2', 'from=2026-03-06&from=2026-03-07&add=1', 'from=2026-03-06&add=1&x=1',
    'from=2026-03-10&to=2026-03-06', 'from=%00&add=1',
  ])('"%s" is wrong input', async (query) => {
    expect(await ask(`calendar/working-days?${query}`)).toMatchObject({ status: 400, body: { code: 'input.wrong' } })
  })
})

describe('registers for machines', () => {
  test('gives twenty regions by KATO code', async () => {
    const { body } = await ask('regions')
    expect(body['total']).toBe(20)
    expect(await ask('regions?kato=750000000')).toMatchObject({ status: 400, body: { code: 'input.wrong' } })
    expect(body['items']).toContainEqual({ id: '750000000', iso: 'KZ-75', kind: 'city', name: { kk: expect.any(String), ru: expect.any(String), en: expect.any(String) } })
  })

  test('finds a profession by a misspelling, with the number of its centres', async () => {
    const { body } = await ask(`professions?q=${encodeURIComponent('кандитер')}&track=&page=&pageSize=`)
    expect(body['items'][0]).toEqual({ code: 'K-0001', name: { kk: 'Кондитер', ru: 'Кондитер', en: 'Confectioner' }, track: 'voluntary', centres: expect.any(Number) })
    expect(body['items'][0].centres).toBeGreaterThan(0)
  })

  test('keeps to a track and says null where a name is not known', async () => {
    const mandatory = (await ask('professions?track=mandatory&pageSize=100')).body
    expect(mandatory['items'].every((each: { track: string }) => each.track === 'mandatory')).toBe(true)
    expect(mandatory['items'].find((each: { code: string }) => each.code === 'K-0065').name.en).toBeNull()
  })

  test.each(['professions?pageSize=101', 'professions?page=0', 'professions?track=other', 'professions?sort=x', 'centres?region=almaty', 'centres?region=999999999', 'centres?profession=K-9999', `professions?q=${'a'.repeat(201)}`])(
    '%s is wrong input', async (path) => {
      expect(await ask(path)).toMatchObject({ status: 400, body: { code: 'input.wrong' } })
    })

  test.each(['professions/K-9999', 'centres/00000000-0000-7000-8000-000000000000', 'centres/01'])('%s is not found', async (path) => {
    expect(await ask(path)).toMatchObject({ status: 404, type: expect.stringContaining('application/problem+json'), body: { code: 'not-found', status: 404 } })
  })

  test.each(['professions?page=999', 'register/editions?page=999'])('%s is past the end, which is no empty page', async (path) => {
    expect(await ask(path)).toMatchObject({ status: 404, body: { code: 'page.past-the-end', errors: [{ path: 'query.page', message: expect.stringContaining('last page') }] } })
  })

  test('tells of a profession what is asked and who may recognise it', async () => {
    const { body } = await ask('professions/K-0001')
    expect(body).toMatchObject({ code: 'K-0001', track: 'voluntary', levels: [4], education: { required: false }, experience: { required: true }, validityMonths: 60 })
    expect(body['centres'][0].offers[0].price).toBeGreaterThan(0)
  })

  test('tells of a mandatory one that what is not known is null, and that no centre may do it', async () => {
    expect((await ask('professions/K-0004')).body).toMatchObject({ track: 'mandatory', body: null, act: null, form: null, centres: [] })
  })

  test('gives centres of a region and of a profession, and one whole', async () => {
    const almaty = (await ask('centres?region=750000000')).body
    expect(almaty['total']).toBe(8)
    const one = (await ask(`centres/${almaty['items'][0].id}`)).body
    expect(one).toMatchObject({ number: '01', certificate: { number: 'DEMO-A-01', state: 'valid' } })
    expect(one['scope'].length).toBeGreaterThan(5)
    expect(one['accessibility']).toHaveLength(10)
    const expired = (await ask('centres')).body['items'].find((each: { number: string }) => each.number === '04')
    expect(expired.certificate.state).toBe('expired')
    expect((await ask('centres?profession=K-0001&region=750000000')).body['total']).toBeGreaterThan(0)
  })

  test('has met no fault', () => {
    expect(faults).toEqual([])
  })
})

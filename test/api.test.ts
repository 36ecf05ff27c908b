import Ajv2020 from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadRegisters } from '../demo/registers.ts'
import { servedWorld } from './support/server.ts'

interface Operation {
  method: 'GET' | 'POST'
  path: string
  parameters: { name: string; in: 'path' | 'query' | 'header'; required: boolean; schema: Record<string, unknown> }[]
  responses: Record<string, { content?: Record<string, { schema: object }> }>
  body: boolean
}

const { world, app } = await servedWorld()
let operations: Operation[] = []

beforeAll(async () => {
  await loadRegisters(world)
  const document = (await app.inject('/api/openapi.json')).json() as { openapi: string; paths: Record<string, Record<string, never>> }
  expect(document.openapi).toBe('3.1.0')
  operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({
    method: method.toUpperCase() as 'GET', path, parameters: (operation as Operation).parameters ?? [], responses: (operation as Operation).responses, body: 'requestBody' in (operation as object),
  })))
})

const NASTY = ['', ' ', '0', '-1', '1e309', 'null', 'undefined', '../../etc/passwd', "' or 1=1 --", '<script>alert(1)</script>', '%', '%%', 'ӘҒҚҢӨҰҮҺІ', '\u202e', 'a'.repeat(2000), '2026-02-30', '9999-12-31', '0001-01-01', '2026-13-01', '{"$ne":1}', '[]', '\ud800', '__proto__', 'constructor']

const ajv = new (Ajv2020 as unknown as typeof Ajv2020.default)({ strict: false, validateFormats: false })

function assertAnswer(operation: Operation, status: number, type: string, body: string): void {
  const said = `${operation.method} ${operation.path} answered ${status}: ${body.slice(0, 300)}`
  expect(status, said).toBeLessThan(500)
  expect(body, said).not.toMatch(/\bat .+\.(?:ts|js):\d+/)
  const listed = operation.responses[String(status)]
  expect(listed, said).toBeDefined()
  const schema = listed?.content?.[type.split(';')[0]!]?.schema
  if (status < 400) expect(Object.keys(listed?.content ?? {}), said).toContain(type.split(';')[0])
  else expect(type, said).toMatch(/^application\/problem\+json/)
  if (schema && /^application\/(?:\w+\+)?json/.test(type)) expect(ajv.validate(schema, JSON.parse(body)), `${said} ${ajv.errorsText()}`).toBe(true)
}

describe('the API as its own document says', () => {
  it('has every fixed point', () => {
    const paths = operations.map((operation) => `${operation.method} ${operation.path}`)
    expect(paths).toEqual(expect.arrayContaining(['GET /api/v1/calendar/working-days', 'GET /api/v1/regions', 'GET /api/v1/professions', 'GET /api/v1/professions/{code}', 'GET /api/v1/centres', 'GET /api/v1/centres/{id}', 'GET /api/v1/documents/{number}']))
    expect(paths.some((path) => path.includes('identifiers'))).toBe(false)
  })

  it('never breaks and always answers as listed, whatever is asked', async () => {
    await fc.assert(fc.asyncProperty(
      fc.nat().map((n) => operations[n % operations.length]!), fc.array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ maxLength: 40 }), fc.constantFrom('K-0001', '2026-03-06', '5', 'kk')), { minLength: 8, maxLength: 8 }), fc.boolean(),
      async (operation, values, all) => {
        let index = 0
        const value = () => encodeURIComponent((values[index++ % values.length] ?? '').toWellFormed())
        const path = operation.path.replace(/\{\w+\}/g, () => value() || 'x')
        const query = operation.parameters.filter((parameter) => parameter.in === 'query' && (all || parameter.required)).map((parameter) => `${parameter.name}=${value()}`).join('&')
        const answer = await app.inject({
          method: operation.method, url: query ? `${path}?${query}` : path,
          ...(operation.body ? { payload: values[0]!.length % 2 ? { [values[1]!]: values[2]! } : values[3]!, headers: { 'content-type': 'application/json', 'idempotency-key': 'test-key-1' } } : {}),
        })
        // A path that is no longer that of the operation (it held a slash) is simply not there.
        if (answer.statusCode === 404 && answer.json<{ code: string }>().code === 'not-found') return
        assertAnswer(operation, answer.statusCode, String(answer.headers['content-type']), answer.body)
      }), { numRuns: 600 })
  }, 60_000)

  it.each([
    ['?from=2026-03-06&add=1', { from: '2026-03-06', add: 1, result: '2026-03-10' }],
    ['?from=2026-03-05&add=10', { result: '2026-03-20' }],
    ['?from=2024-05-03&add=1', { result: '2024-05-04' }],
    ['?from=2026-03-07&to=2026-03-10', { from: '2026-03-07', to: '2026-03-10', workingDays: 1 }],
  ])('counts working days %s', async (query, expected) => {
    const answer = await app.inject(`/api/v1/calendar/working-days${query}`)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject('result' in expected ? { ...expected, calendar: { version: expect.any(String), source: expect.any(String) } } : expected)
  })
  it.each([
    ['?from=2026-03-06', 400], ['?from=2026-03-06&add=1&to=2026-03-10', 400], ['?from=2026-02-30&add=1', 400], ['?from=2026-03-06&add=0', 400], ['?from=2026-03-06&add=3661', 400],
    ['?from=2027-12-30&add=10', 422], ['?from=2019-03-06&add=1', 422],
  ])('refuses %s with %i', async (query, status) => {
    const answer = await app.inject(`/api/v1/calendar/working-days${query}`)
    expect(answer.statusCode).toBe(status)
    if (status === 422) expect(answer.json()).toMatchObject({ code: 'calendar.year-missing' })
  })
  it('shows professions in pages with their names and centres', async () => {
    const answer = (await app.inject('/api/v1/professions?q=%D0%BA%D0%BE%D0%BD%D0%B4%D0%B8%D1%82%D0%B5%D1%80&pageSize=5')).json<{ items: { code: string; name: { kk: string; ru: string }; track: string; centres: number }[]; total: number }>()
    expect(answer.items[0]).toMatchObject({ code: 'K-0001', track: 'voluntary', name: { ru: 'Кондитер' } })
    expect(answer.items[0]!.centres).toBeGreaterThan(0)
    expect((await app.inject('/api/v1/professions?pageSize=101')).statusCode).toBe(400)
  })
  it('knows no document that was never issued', async () => {
    const answer = await app.inject('/api/v1/documents/0000-0000-0000-0')
    expect(answer.statusCode).toBe(404)
    expect(answer.json()).toMatchObject({ status: 'unknown' })
  })
  it('says what is wrong in the language that was asked for, beside the code that stays', async () => {
    const asked: [string, number, string, Record<'kk' | 'ru' | 'en', string>][] = [
      ['/api/v1/documents/0000-0000-0000-0', 404, 'document.unknown', { kk: 'Мұндай нөмірлі құжат белгісіз', ru: 'Документ с таким номером неизвестен', en: 'No document with this number' }],
      ['/api/v1/centres?region=999999999', 400, 'input.wrong', { kk: '«region» сүзгісінің «999999999»', ru: 'Значение «999999999» фильтра «region»', en: 'The value “999999999” of the filter “region”' }],
      ['/api/v1/professions?page=5000', 404, 'page.past-the-end', { kk: 'мұндай бет жоқ', ru: 'нет такой страницы', en: 'no such page' }],
      ['/api/v1/calendar/working-days?from=2019-03-06&add=1', 422, 'calendar.year-missing', { kk: 'күнтізбе', ru: 'календарь', en: 'calendar' }],
      ['/api/v1/applications/x', 401, 'api-key.required', { kk: 'қолжетімділік кілтін', ru: 'ключ доступа', en: 'valid key' }],
      ['/api/v1/nowhere', 404, 'not-found', { kk: 'Ештеңе табылмады', ru: 'Ничего не найдено', en: 'Nothing was found' }],
    ]
    for (const [url, status, code, words] of asked) {
      for (const lang of ['kk', 'ru', 'en'] as const) {
        const answer = await app.inject({ url, headers: { 'accept-language': `${lang};q=0.9, de;q=0.1` } })
        expect([answer.statusCode, answer.json<{ code: string }>().code, answer.headers['content-language'], answer.headers['vary']], url).toEqual([status, code, lang, 'accept-language'])
        expect(answer.json<{ detail: string }>().detail.toLowerCase(), url).toContain(words[lang].toLowerCase())
      }
    }
    expect((await app.inject('/api/v1/nowhere')).headers['content-language']).toBe('kk')
  })
  it('keeps its other methods shut', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const) expect((await app.inject({ method, url: '/api/v1/regions' })).statusCode).toBe(405)
  })
})

describe('every page, asked by nobody', () => {
  it('answers below 500 in every language, with its headers', async () => {
    const { pages } = await import('#web/pages.ts')
    for (const page of pages) {
      const path = page.path.replace(/:(\w+)/g, (_, name: string) => ({ code: 'K-0001', serial: '01', number: '2026-01-000001-X' })[name] ?? 'x')
      for (const lang of ['kk', 'ru', 'en']) {
        const answer = await app.inject(`/${lang}${path === '/' ? '' : path}`)
        expect(answer.statusCode, `/${lang}${path}: ${answer.body.slice(0, 200)}`).toBeLessThan(500)
        expect(answer.headers['content-security-policy']).toContain("script-src 'self'")
        expect(answer.headers['x-content-type-options']).toBe('nosniff')
        if (answer.statusCode === 200) {
          expect(answer.body).toContain(`<html lang="${lang}"`)
          expect(answer.body, path).not.toMatch(/ style="|<script>|\bundefined\b|\[object Object\]/)
        }
      }
    }
  }, 60_000)
})

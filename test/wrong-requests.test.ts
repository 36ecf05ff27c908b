import { connect, type AddressInfo } from 'node:net'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
import { csrfToken } from '#platform/auth/tokens.ts'
import { openTestServer, servedWorld } from './support/server.ts'
import { aVisitor } from './support/visitor.ts'

const { world, app } = await servedWorld()
let clerk: PersonActor
beforeAll(async () => {
  const professionCode = await world.aProfession()
  clerk = await world.aStaffMember((await world.aCentre({ professionCode })).id, ['centre-operator'])
})

const VISIT = 'somebody-who-is-not-signed-in'
const stranger = () => ({ cookie: `tanu-visit=${VISIT}`, csrf: csrfToken(world.secret, VISIT) })

describe('a request that reaches no page', () => {
  it.each([
    ['an address that is no UTF-8', 'GET', '/centres/%ff', 400], ['an address broken off', 'GET', '/centres/%', 400], ['NUL in an address', 'GET', '/professions/x%00y', 400], ['NUL in a query', 'GET', '/professions?q=%00', 400], ['a query that is no UTF-8', 'GET', '/professions?q=%FF', 400], ['half a letter in a query', 'GET', '/professions?q=a%D0b', 400],
    ['an address beyond measure', 'GET', `/centres/${'x'.repeat(400)}`, 404], ['a form for nothing', 'POST', '/nowhere', 404], ['a form for a page without one', 'POST', '/about', 404],
  ] as const)('%s is answered by a page in its language, with its safety headers', async (_what, method, path, status) => {
    for (const lang of ['kk', 'ru', 'en']) {
      const answer = await app.inject({ method, url: `/${lang}${path}` })
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8'])
      expect(answer.body).toContain(`<html lang="${lang}"`)
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
    }
    const api = await app.inject({ method, url: `/api/v1${path}` })
    expect([Math.floor(api.statusCode / 100), api.headers['content-type']]).toEqual([4, 'application/problem+json; charset=utf-8'])
    expect(api.headers['x-content-type-options']).toBe('nosniff')
  })

  it('is none where a percent sign stands by itself, or the letters of the query are whole', async () => {
    for (const query of ['q=100%25', 'q=100%', 'q=%zz', 'q=%D3%A9%D0%BD', 'q=%F0%9F%98%80']) expect((await app.inject(`/kk/professions?${query}`)).statusCode, query).toBe(200)
  })

  it('is greeted as the person who asked it', async () => {
    const visitor = await aVisitor(world, app, clerk)
    expect(await visitor.get('/ru/centres/%ff', 400)).toContain('/ru/sign-out')
  })
})

describe('bytes that are no HTTP', () => {
  async function send(bytes: string): Promise<string> {
    if (!app.server.listening) await app.listen({ host: '127.0.0.1', port: 0 })
    const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
    const heard: Buffer[] = []
    socket.on('data', (part: Buffer) => heard.push(part))
    socket.write(bytes)
    await new Promise((resolve) => socket.on('close', resolve).on('error', () => {}))
    return Buffer.concat(heard).toString()
  }

  it.each([
    ['a greeting of another protocol', 'SSH-2.0-OpenSSH_9.9\r\n\r\n', 400, 'input.wrong'], ['a header without a name', 'GET /kk HTTP/1.1\r\nhost: x\r\n: y\r\n\r\n', 400, 'input.wrong'],
    ['two lengths', 'POST /kk HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nx', 400, 'input.wrong'], ['a length beside pieces', 'POST /kk HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n', 400, 'input.wrong'],
    ['headers beyond measure', `GET /kk HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(40_000)}\r\n\r\n`, 431, 'headers.too-large'],
  ])('%s is answered by a problem document, and the line is closed', async (_what, bytes, status, code) => {
    const [head, body] = (await send(bytes)).split('\r\n\r\n') as [string, string]
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(head).toContain('content-type: application/problem+json')
    expect(JSON.parse(body)).toEqual({ type: 'about:blank', title: code, status, code })
  })
})

describe('a form that cannot be read', () => {
  const multipart = (parts: readonly (readonly [head: string, body: string | Buffer])[], end = '--b--\r\n') =>
    Buffer.concat([...parts.flatMap(([head, body]) => [Buffer.from(`--b\r\ncontent-disposition: form-data; ${head}\r\n\r\n`), Buffer.from(body), Buffer.from('\r\n')]), Buffer.from(end)])
  const post = (url: string, cookie: string, payload: string | Buffer, type = 'multipart/form-data; boundary=b') => app.inject({ method: 'POST', url, payload, headers: { cookie, 'content-type': type } })

  it.each([
    ['without a boundary', 'multipart/form-data', 'x'], ['with a boundary beyond measure', `multipart/form-data; boundary=${'b'.repeat(300)}`, 'x'], ['that is rubbish', 'multipart/form-data; boundary=b', 'rubbish'],
    ['broken off', 'multipart/form-data; boundary=b', '--b\r\ncontent-disposition: form-data; name="x"\r\n\r\ny'], ['of broken JSON', 'application/json', '{'],
  ])('%s is a wrong request, not a fault', async (_what, type, payload) => {
    const answer = await post('/kk/register', stranger().cookie, payload, type)
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([400, 'text/html; charset=utf-8'])
  })

  it('is not JSON: a page takes only what a form sends', async () => {
    const { cookie, csrf } = stranger()
    expect((await post('/kk/display', cookie, JSON.stringify({ csrf, from: '/kk' }), 'application/json')).statusCode).toBe(403)
  })

  it('may carry files only where the page asks for one', async () => {
    const { cookie, csrf } = stranger()
    const file = ['name="file"; filename="a.pdf"', 'x'] as const
    expect((await post('/kk/register', cookie, multipart([[`name="csrf"`, csrf], file]))).statusCode).toBe(413)
    // Whose desk it is not is told so before a byte of the file is kept.
    expect((await post('/kk/centre/paper', cookie, multipart([[`name="csrf"`, csrf], file]))).statusCode).toBe(403)
  })

  it('with a file beyond every measure comes back with what was typed', async () => {
    const visitor = await aVisitor(world, app, clerk)
    const page = await visitor.get('/ru/centre/paper')
    const csrf = /name="csrf" value="([^"]+)"/.exec(page)![1]!
    const body = multipart([['name="csrf"', csrf], ['name="do"', 'register'], ['name="scan"; filename="scan.pdf"', Buffer.alloc(13 * 1024 * 1024, 1)], ['name="surname"', 'Жұмабаев']])
    const answer = await post('/ru/centre/paper', visitor.cookie(), body)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('govuk-error-summary')
    expect(answer.body).toContain('href="#f-scan"')
    expect(answer.body).toContain('до 10 МБ')
    expect(answer.body).toContain('value="Жұмабаев"')
  })

  it('with more than ten files comes back with what was typed; inputs left empty are no files', async () => {
    const visitor = await aVisitor(world, app, clerk)
    const csrf = /name="csrf" value="([^"]+)"/.exec(await visitor.get('/ru/centre/paper'))![1]!
    const send = (files: number, empty: number) => post('/ru/centre/paper', visitor.cookie(), multipart([
      ['name="csrf"', csrf], ['name="do"', 'register'],
      ...Array.from({ length: empty }, () => ['name="scan"; filename=""\r\ncontent-type: application/octet-stream', ''] as const),
      ...Array.from({ length: files }, (_, index) => [`name="work"; filename="${index}.pdf"`, 'x'] as const),
      ['name="surname"', 'Жұмабаев'],
    ]))
    for (const many of [11, 40]) {
      const answer = await send(many, 1)
      expect(answer.statusCode).toBe(422)
      expect(answer.body).toContain('href="#f-work"')
      expect(answer.body).toContain('не больше 10 файлов')
      expect(answer.body).toContain('value="Жұмабаев"')
    }
    const ten = await send(10, 12)
    expect(ten.statusCode).toBe(422)
    expect(ten.body).not.toContain('не больше 10 файлов')
    expect(ten.body).toContain('value="Жұмабаев"')
    // Beyond every measure it is no form of ours.
    expect((await send(201, 0)).statusCode).toBe(413)
  })
})

describe('where a form leads', () => {
  it.each([
    ['/kk/centres', '/kk/centres'], ['/kk/professions?q=Дәнекерлеуші', `/kk/professions?q=${encodeURIComponent('Дәнекерлеуші')}`], ['/kk/a%20b', '/kk/a%20b'], ['/kk/\u0001\u007f', '/kk/%01%7F'],
    ['//evil.example', '/kk'], ['https://evil.example', '/kk'], ['/kk\\evil', '/kk'],
  ])('after “%s” it leads to %s', async (from, to) => {
    const { cookie, csrf } = stranger()
    const answer = await app.inject({ method: 'POST', url: '/kk/display', headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ csrf, from, theme: 'light' }).toString() })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, to])
  })
})

describe('a fault', () => {
  it('of the database itself is still answered without a stack', async () => {
    const broken = await openTestServer({ ...world, context: () => { throw new Error('the database is gone') } })
    const answer = await broken.app.inject({ url: '/kk/account', headers: { cookie: 'tanu-session=x' } })
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([500, 'application/problem+json; charset=utf-8'])
    expect(answer.json()).toEqual({ type: 'about:blank', title: 'fault', status: 500, code: 'fault', reference: expect.any(String) })
    await broken.app.close()
  })
})

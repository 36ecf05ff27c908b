import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LightMyRequestResponse } from 'fastify'
import { downloads, islandRoutes, pages } from '#web/pages.ts'
import { apiRoutes } from '../src/entry/api-routes.ts'
import { HOLDERS } from './support/holders.ts'
import { FORM, formsOf, openDemonstration, realAddresses, type Demonstration, type DrawnForm, type Guest } from './support/demonstration.ts'

let demonstration: Demonstration
beforeAll(async () => { demonstration = await openDemonstration() }, 120_000)
afterAll(() => demonstration.close())

const LANGS = ['kk', 'ru', 'en'] as const
/** Texts that no field expects; a browser, or somebody with a tool, can send every one. */
const NASTY = [
  '', ' ', '0', '-1', '1.5', '1e309', '0x10', '2147483648', '99999999999999999999', 'null', '../../etc/passwd', "' or 1=1 --", '<script>alert(1)</script>', 'ӘҒҚҢӨҰҮҺІ😀', '\u202e', '\ufffd', 'x\0y',
  'a'.repeat(5000), '2026-02-30', '9999-99-99', '0000-00-00', '9999-12-31', '0001-01-01', '25:61', '__proto__', 'constructor', '00000000-0000-0000-0000-000000000000', '-'.repeat(36), '{"$ne":1}', '/kk/\x01Ә',
]
/** Pieces of an address that are already encoded, or cannot be. */
const BROKEN = ['%00', 'x%00y', '%', '%zz', '%ff%fe', '%c0%af', '%ed%a0%80', '%F0%9F%98%80', '%2e%2e%2f', '%0d%0aX:y', 'a'.repeat(301)]
const QUERY_NAMES = [
  'q', 'page', 'pageSize', 'track', 'region', 'profession', 'field', 'centre', 'number', 'year', 'from', 'add', 'to', 'next', 'back', 'step', 'tab', 'assigned', 'topic', 'week', 'stage', 'chain', 'kind', 'actor',
  'account', 'before', 'until', 'constructor',
]

type Place = Pick<(typeof pages)[number], 'path' | 'access'>
/** Whom a page is open to, one of each kind, and nobody at all. */
function visitorsOf({ access }: Place): string[] {
  return ['', ...(access === 'public' || access === 'signed-in' ? ['sholpan', 'c01-head'] : [HOLDERS[access[0]!], HOLDERS[access.at(-1)!]])]
}

/** What every answer owes, however wrong the question: no fault, no stack, and a page in its language or a problem document. */
function assertDecent(answer: LightMyRequestResponse, what: string, lang?: string): void {
  const type = String(answer.headers['content-type'] ?? '')
  expect(answer.statusCode, `${what}\n${demonstration.lines.join('')}`.slice(0, 3000)).toBeLessThan(500)
  expect(answer.body, what).not.toMatch(/\bat .+\.(?:ts|tsx|js|mjs):\d+/)
  expect(answer.headers['content-security-policy'], what).toContain("script-src 'self'")
  if (type.startsWith('text/html')) {
    expect(answer.body.includes(`<html lang="${lang}"`), what).toBe(true)
    expect(answer.body.includes('<script>alert(1)</script>'), what).toBe(false)
  } else if (answer.statusCode >= 400) {
    expect(lang, `${what} was answered by ${type}`).toBeUndefined()
    expect(type, what).toMatch(/^application\/problem\+json/)
    expect(answer.json(), what).toMatchObject({ type: expect.any(String), title: expect.any(String), code: expect.any(String), status: expect.anything() })
  }
}

let turn = 0
const nextLang = () => LANGS[turn++ % 3]!
const at = (lang: string, path: string) => `/${lang}${path === '/' ? '' : path}`

describe('every address of the site, asked wrongly', () => {
  it('with parameters that are none', async () => {
    let asked = 0
    for (const place of [...pages, ...downloads].filter((each) => each.path.includes(':'))) {
      const segments = place.path.split('/')
      const real = (await realAddresses(demonstration, place.path))[0]?.split('/') ?? segments.map((segment) => segment.replace(/^:.*/, 'x'))
      const visitors = visitorsOf(place)
      // Half of them each, turn about: the pages of a desk read their addresses alike.
      const nasties = [...BROKEN, ...NASTY.filter((each) => each.trim() !== '').map(encodeURIComponent)].filter((_, index) => (index + segments.length + place.path.length) % 2 === 0 || index < 2)
      for (const nasty of nasties) {
        const lang = nextLang()
        const guest = await demonstration.guest(visitors[asked++ % visitors.length]!)
        // Each parameter in its turn is the wrong one; the others are real, so that the question gets as far as it can.
        const names = segments.flatMap((segment, index) => (segment.startsWith(':') ? [index] : []))
        const wrong = names[asked % names.length]
        const url = at(lang, segments.map((_, index) => (index === wrong ? nasty : real[index])).join('/'))
        assertDecent(await guest.ask(url), `GET ${place.path} ${nasty.slice(0, 60)} as ${guest.key}`, lang)
      }
    }
    expect(asked).toBeGreaterThan(700)
  }, 240_000)

  it('with queries that are none, or given twice', async () => {
    for (const place of [...pages, ...downloads]) {
      const real = (await realAddresses(demonstration, place.path))[0] ?? place.path
      const values = [...BROKEN, ...NASTY.map((each) => encodeURIComponent(each).slice(0, 600))]
      const queries = [0, 9, 18, 27].map((shift) => QUERY_NAMES.map((name, index) => `${name}=${values[(index + shift) % values.length]!.replaceAll('%00', '')}`).join('&'))
      queries.push(QUERY_NAMES.map((name) => `${name}=1&${name}=2&${name}[]=3&__proto__=x`).join('&'), 'page=%00', 'page=-1&q=%ff')
      for (const [index, query] of queries.entries()) {
        const lang = nextLang()
        const visitors = visitorsOf(place)
        const guest = await demonstration.guest(visitors[(index + turn) % visitors.length]!)
        assertDecent(await guest.ask(`${at(lang, real)}?${query}`), `GET ${place.path}?${query.slice(0, 120)} as ${guest.key}`, lang)
      }
    }
  }, 240_000)

  it('with bodies that cannot be read', async () => {
    for (const page of pages.filter((each) => each.post)) {
      const real = (await realAddresses(demonstration, page.path))[0] ?? page.path
      for (const key of visitorsOf(page).slice(turn % 2, (turn % 2) + 1)) {
        const guest = await demonstration.guest(key)
        for (const [type, body] of brokenBodies(guest)) {
          const lang = nextLang()
          assertDecent(await guest.ask(at(lang, real), { body, type }), `POST ${page.path} ${type.slice(0, 50)} ${String(body).slice(0, 100)} as ${key}`, lang)
        }
      }
    }
  }, 240_000)

  it('with forms of which no field holds what it should', async () => {
    const filled = new Set<string>()
    for (const page of pages.filter((each) => each.post && each.path !== '/sign-out')) {
      const addresses = (await realAddresses(demonstration, page.path)).slice(0, 4)
      for (const key of visitorsOf(page)) for (const real of addresses) {
        const guest = await demonstration.guest(key)
        const lang = nextLang()
        const drawn = await guest.ask(at(lang, real))
        if (drawn.statusCode !== 200) continue
        for (const form of formsOf(drawn.body, at(lang, real)).filter((each) => !each.action.includes('/sign-out'))) {
          // The same form for another case is the same code.
          const same = `${page.path} ${form.fields.map(([name]) => name).join()}`
          if (filled.has(same)) continue
          filled.add(same)
          for (const body of wrongFillings(form, guest)) assertDecent(await guest.ask(form.action, { body }), `POST ${page.path} as ${key}: ${body.slice(0, 300)}`, form.action.slice(1, 3))
        }
      }
    }
    expect(filled.size).toBeGreaterThan(40)
  }, 240_000)

  it('with methods and addresses that do not exist', async () => {
    const nobody = await demonstration.guest('')
    for (const lang of LANGS) for (const path of ['/nowhere', '/about', '/%zz', '/centres/%ff', `/${'x'.repeat(9000)}`, '/..%2f..%2fetc']) {
      assertDecent(await nobody.ask(`/${lang}${path}`), path, lang)
      assertDecent(await nobody.ask(`/${lang}${path}`, { body: '' }), path, lang)
    }
    for (const url of ['//', '//evil.example', '/KK', '/xx/about', '/api', '/api/v2/regions', '/assets/%2e%2e/package.json', '/%00', '/%', '/.git/config']) assertDecent(await nobody.ask(url), url)
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const) for (const url of ['/', '/kk', '/kk/centre', '/api/v1/regions']) assertDecent(await demonstration.app.inject({ method, url }), `${method} ${url}`)
  })

  it('with cookies and headers that nobody gave out', async () => {
    for (const name of ['tanu-session', 'tanu-visit', 'tanu-flash', 'tanu-lang', 'tanu-theme', 'tanu-print', 'tanu-seat', 'tanu-pending', '__proto__']) {
      for (const value of [...NASTY.slice(0, 17).map(encodeURIComponent), ...BROKEN, '"', ';;=']) {
        const lang = nextLang()
        const path = ['', '/sign-in/code', '/exam/2026-01-000005-N', '/account/security'][turn % 4]!
        assertDecent(await demonstration.app.inject({ url: at(lang, path), headers: { cookie: `${name}=${value}` } }), `${name}=${value.slice(0, 40)} ${path}`, lang)
      }
    }
    for (const header of ['accept-language', 'origin', 'if-none-match', 'x-forwarded-for', 'user-agent', 'accept-encoding', 'accept', 'authorization', 'referer']) {
      for (const value of ['', '*', 'ÿ', ';q=', 'kk;q=abc,ru;q=-1', ',,,', 'x'.repeat(8000), '__proto__', 'http://[']) {
        assertDecent(await demonstration.app.inject({ url: '/ru/verify/1', headers: { [header]: value } }), `${header}: ${value.slice(0, 20)}`, 'ru')
        assertDecent(await demonstration.app.inject({ url: '/api/v1/applications/x', headers: { [header]: value } }), `${header}: ${value.slice(0, 20)}`)
        expect((await demonstration.app.inject({ url: '/', headers: { [header]: value } })).headers.location).toMatch(/^\/(kk|ru|en)$/)
      }
    }
  })
})

describe('the doors of machines, asked wrongly', () => {
  it('answers a problem document to every route, whatever the address', async () => {
    for (const route of apiRoutes.filter((each) => each.method === 'GET')) {
      for (const nasty of [...BROKEN, ...NASTY.filter((each) => each !== '').map(encodeURIComponent)]) {
        const url = `/api/v1${route.path.replace(/\{\w+\}/g, nasty)}`
        assertDecent(await demonstration.app.inject(url), `GET ${url.slice(0, 100)}`)
        assertDecent(await demonstration.app.inject(`/api/v1${route.path.replace(/\{\w+\}/g, '1')}?${QUERY_NAMES.slice(0, 12).map((name) => `${name}=${nasty.slice(0, 600)}`).join('&')}&__proto__=1`), `GET ${route.path}?${nasty.slice(0, 60)}`)
      }
    }
  })

  it('answers a problem document to an island, also when its JSON is broken', async () => {
    const runId = (await demonstration.column('select id from theory_run order by id limit 1'))[0]!
    const bodies = ['', '{', 'null', '[]', '"x"', '{}', '{"__proto__":{"a":1}}', JSON.stringify({ runId: 'x', changes: [] }), JSON.stringify({ runId, changes: [null] }), JSON.stringify({ runId, changes: [{ seq: 2 ** 53 - 1, itemNo: -1, chosen: ['\ud800', '\0'] }] }), JSON.stringify({ runId, changes: Array(300).fill({ seq: 1, itemNo: 1, chosen: [] }) })]
    for (const island of islandRoutes) for (const key of ['', 'viktor-kim']) for (const payload of bodies) for (const type of ['application/json', 'text/plain', 'application/xml']) {
      const guest = await demonstration.guest(key)
      const url = `/kk${island.path.replace(/:\w+/g, '2026-01-000005-N')}`
      const answer = await demonstration.app.inject({ method: island.method, url, payload, headers: { cookie: guest.cookie, 'x-csrf-token': guest.csrf, 'content-type': type } })
      expect(answer.statusCode, `${url} ${type} ${payload.slice(0, 60)}`).toBeGreaterThanOrEqual(400)
      assertDecent(answer, `${url} ${type} ${payload.slice(0, 60)}`)
    }
  })
})

function brokenBodies({ csrf }: Guest): [type: string, body: string][] {
  const part = (head: string, body: string) => `--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`
  const token = part('name="csrf"', csrf)
  const parts = 'multipart/form-data; boundary=b'
  return [
    [FORM, ''], [FORM, '%'], [FORM, `csrf=${csrf}&%ff=%fe&=&&=x`], [FORM, `csrf=${csrf}&csrf=2`], [FORM, `csrf=${csrf}&__proto__=x&constructor=y&toString=1&__proto__[a]=1`],
    ['application/json', '{'], ['application/json', 'null'], ['application/json', `{"csrf":"${csrf}","__proto__":{"a":1}}`], ['application/json', `{"csrf":{"a":1}}`], ['application/json', `{"csrf":"${csrf}","from":"\\ud800"}`],
    ['text/plain', 'x'], ['application/xml', '<a/>'], ['image/png', 'x'], ['nonsense', 'x'],
    ['multipart/form-data', 'x'], [`multipart/form-data; boundary=${'b'.repeat(300)}`, 'x'], [parts, ''], [parts, 'rubbish'], [parts, token], [parts, `${token}--b--\r\n`], [parts, '--b\r\n\r\n\r\n--b--\r\n'],
    [parts, `${token}${part('x', 'y')}${part('name="__proto__"', 'x')}--b--\r\n`], [parts, `${token}${part('name="constructor"', 'x')}--b--\r\n`],
    [parts, `${token}${part('name="scan"; filename="a\u0000/../b.pdf"', '<html>')}--b--\r\n`], [parts, `${token}${part('name="scan"; filename="cut off"', 'x').slice(0, -3)}`],
  ]
}

/** A form filled wrongly in many ways: every field another wrong text, all fields twice, none at all, and each field missing. */
function* wrongFillings({ fields }: DrawnForm, { csrf }: Guest): Generator<string> {
  const names = [...new Set(fields.map(([name]) => name))]
  const drawn = new Map(fields.map(([name, value]) => [name, value]))
  const filling = (entries: readonly (readonly [string, string])[]) => new URLSearchParams([['csrf', csrf], ['requestKey', `hostile-${turn++}`], ...entries.map(([name, value]): [string, string] => [name, value])]).toString()
  yield filling([])
  for (const shift of [0, 5, 11, 17, 23]) yield filling(names.map((name, index) => [name, NASTY[(index * 7 + shift) % NASTY.length]!]))
  yield filling(names.flatMap((name) => [[name, '1'], [name, '2'], [`${name}[]`, '3']] as const))
  // Everything as it was drawn but for one field: this gets past the version and the first checks.
  for (const [index, name] of names.entries()) {
    if (index >= 8) break
    yield filling([...drawn].map(([each, value]) => [each, each === name ? NASTY[(index * 11 + turn) % NASTY.length]! : value]))
  }
}

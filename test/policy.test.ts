import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Policy } from '#platform/acts/policy.ts'
import { ANONYMOUS } from '#platform/acts/actor.ts'
import { LANGUAGES } from '#kernel/localized.ts'
import { byteRoutes, downloads, eventStreams, islandRoutes, pages } from '#web/pages.ts'
import { apiRoutes } from '../src/entry/api-routes.ts'
import { buildServer } from '../src/entry/build-server.ts'
import { sourceFiles } from './architecture/imports.ts'

const ROOT = join(import.meta.dirname, '..')
const policyFiles = sourceFiles(ROOT, 'src/modules').filter((file) => /\/policy\.ts$/.test(file))
const policies = await Promise.all(policyFiles.map(async (file) => ((await import(join(ROOT, file))) as { policy: Policy }).policy))
const actions = new Set(policies.flatMap((policy) => Object.keys(policy)))

/** Actions that anybody may take, by name: what is not here must say no to somebody unknown. */
const OPEN_TO_ALL = /^(account\.(open|sign-in|reset-password|confirm-email)|demo\.|profession|centre|register|document\.verify|recognition-document\.verify|verify|calendar|norm|display|exam\.enter-by-code|application\.(see-terms|open-form)|programme\.public|help|public|statistics\.(read|count)$)/

/** Addresses with a handler of their own, that no list names: what each shows, and why nobody needs a right to see it. A new one belongs into a list, with its action. */
const WITHOUT_ACTION: Readonly<Record<string, string>> = {
  'GET /': 'sends on to the language of the visitor; shows nothing',
  'GET /healthz': 'says that the process answers, to whoever watches it',
  'GET /readyz': 'says that the database answers, and no more of it',
  'GET /robots.txt': 'what machines may read; a text of the program',
  'GET /api/openapi.json': 'the description of the interface, without data',
  'GET /assets/*': 'scripts, styles, fonts and pictures of the program: no data',
  'GET /tablet-worker.js': 'a script of the program: no data',
  'GET /app/kk.webmanifest': 'the name of the application that a browser installs; no data', 'GET /app/ru.webmanifest': 'the same in Russian', 'GET /app/en.webmanifest': 'the same in English',
  'GET /app/icon.svg': 'the mark of the house', 'GET /app/icon-192.png': 'the mark of the house', 'GET /app/icon-512.png': 'the mark of the house', 'GET /app/icon-512-round.png': 'the mark of the house',
  'GET /kk/*': 'says that there is no such page', 'GET /ru/*': 'says that there is no such page', 'GET /en/*': 'says that there is no such page',
}

/** Every address to which the server gives a handler, as the framework itself was told; GET stands for HEAD too. */
async function addressesServed(): Promise<Set<string>> {
  const served = new Set<string>()
  const assetsFolder = mkdtempSync(join(tmpdir(), 'tanu-assets-'))
  writeFileSync(join(assetsFolder, 'worker.js'), '')
  try {
    const { app } = await buildServer({ files: {} } as never, {
      config: { publicUrl: 'http://127.0.0.1:3000', trustProxy: false } as never, log: {} as never, secret: 'x'.repeat(32), assetsFolder,
      assets: { css: [], islands: { 'tablet-worker': { script: '/assets/worker.js', css: [] } } } as never,
      onRoute: (method, url) => void served.add(`${method} ${url}`),
    })
    await app.close()
  } finally {
    rmSync(assetsFolder, { recursive: true })
  }
  return served
}

describe('rights: what is not allowed is forbidden', () => {
  it('sees the policies, pages and routes', () => {
    expect(policies.length).toBeGreaterThan(3)
    expect(pages.length).toBeGreaterThan(10)
  })

  it('every page, download and route names an action that a policy knows', () => {
    const named = [...pages.map((page) => [page.path, page.action]), ...downloads.map((each) => [each.path, each.action]), ...islandRoutes.map((each) => [each.path, each.action]), ...eventStreams.map((each) => [each.path, each.action]), ...byteRoutes.map((each) => [each.path, each.action]), ...apiRoutes.map((route) => [route.path, route.action])]
    expect(named.filter(([, action]) => !actions.has(action!))).toEqual([])
  })

  it('no address is served that neither a list with actions names nor the short list of what shows no data', async () => {
    const named = new Set(Object.keys(WITHOUT_ACTION))
    for (const lang of LANGUAGES) {
      for (const page of pages) {
        const url = `/${lang}${page.path === '/' ? '' : page.path}`
        named.add(`GET ${url}`)
        if (page.path === '/') named.add(`GET /${lang}/`)
        if (page.post) named.add(`POST ${url}`)
      }
      for (const each of [...downloads, ...eventStreams]) named.add(`GET /${lang}${each.path}`)
      for (const each of [...islandRoutes, ...byteRoutes]) named.add(`${each.method} /${lang}${each.path}`)
    }
    for (const route of apiRoutes) named.add(`${route.method} /api/v1${route.path.replace(/\{(\w+)\}/g, ':$1')}`)
    const served = [...await addressesServed()].map((each) => each.replace(/^HEAD /, 'GET '))
    expect(served.filter((each) => !named.has(each))).toEqual([])
    // The other way round too: the comparison has seen them all.
    expect([...named].filter((each) => !served.includes(each))).toEqual([])
  })

  it('no two pages answer at one address', () => {
    const paths = [...pages, ...downloads, ...eventStreams].map((each) => each.path)
    expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([])
  })

  it('somebody unknown may do nothing but what is open to all', () => {
    const allowed: string[] = []
    for (const policy of policies) {
      for (const [action, rule] of Object.entries(policy)) {
        if (OPEN_TO_ALL.test(action)) continue
        const facts = { centreId: 'a', accountId: 'b', organisationId: 'c', role: 'assessor', demo: false, kase: { centreId: 'a', accountId: 'b' } } as never
        let may = false
        try { may = rule(ANONYMOUS, facts) } catch { may = false }
        if (may) allowed.push(action)
      }
    }
    expect(allowed).toEqual([])
  })

  it('a page for a desk is closed to those who are not signed in; in the exam room a seat code stands for the account', () => {
    const open = pages.filter((page) => page.desk !== 'public' && page.desk !== 'exam-room' && page.access === 'public').map((page) => page.path)
    expect(pages.filter((page) => page.desk === 'exam-room').map((page) => page.action).filter((action) => action !== 'exam.sit' && action !== 'exam.enter-by-code' && action !== 'proctoring.sit' && action !== 'practice.work' && action !== 'practice.read' && action !== 'marking.tablet')).toEqual([])
    expect(open.filter((path) => !/^\/(apply|demo|sign-in|register|reset-password|complaint)/.test(path))).toEqual([])
  })

  it('every act asks for an action of the policy of its own module', () => {
    const asked = sourceFiles(ROOT, 'src/modules').filter((file) => !/\.test\.ts$/.test(file)).flatMap((file) =>
      [...readFileSync(join(ROOT, file), 'utf8').matchAll(/assertMay\(t, [\w.]+, '([\w.-]+)'/g)].map((match) => match[1]!))
    expect(asked.length).toBeGreaterThan(20)
    expect([...new Set(asked)].filter((action) => !actions.has(action))).toEqual([])
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pages } from '#web/pages.ts'
import { beginWalk, type Walk } from './walk.ts'

let walk: Walk
beforeAll(async () => { walk = await beginWalk() }, 180_000)
afterAll(() => walk.end())

const PEOPLE = ['aigerim', 'c01-operator', 'c01-head', 'c01-invigilator', 'c01-assessor-1', 'c01-panel-1', 'ministry-1', 'national-body', 'sector-officer', 'employer-hr', 'career-zhetysu', 'payer-officer', 'accreditor', 'auditor', 'administrator']

/** Pages of the public desk that are declared for everybody: whoever asks gets the same door, so it is tried once and not by each of fifteen people. */
const PUBLIC = pages.filter((each) => each.desk === 'public' && each.access === 'public').map((each) => new RegExp(`^/ru${each.path === '/' ? '' : each.path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/?]+')}(?=[?]|$)`))
const isForAll = (href: string): boolean => /^\/(api|assets)\//.test(href) || PUBLIC.some((address) => address.test(href))
const openToAll = new Set<string>()

/** The places a page leads to, as they stand in its HTML; scripts add none. */
const linksOf = (html: string): string[] => [...html.matchAll(/<a\b[^>]*?\bhref="(\/[^"#]*)/g)].map(([, href]) => href!.replaceAll('&amp;', '&'))

describe('every desk', () => {
  it.each(PEOPLE)('shows %s no link behind which there is a closed door', async (key) => {
    const visitor = await walk.visitor({ as: key, lang: 'ru' })
    const home = new URL(visitor.page.url()).pathname
    const ask = (path: string) => visitor.context.request.get(`${walk.instance.url}${path}`)
    const pageAt = async (path: string): Promise<string> => {
      const answer = await ask(path)
      expect(answer.status(), path).toBe(200)
      return answer.text()
    }
    const seen = new Set<string>()
    const closed: string[] = []
    // The desk's first page, and the pages its menu leads to: each of their links is opened once.
    const menu = [...new Set(linksOf(await pageAt(home)).filter((each) => each.startsWith(home) && each !== home && !/\.(csv|xlsx)/.test(each)))]
    for (const path of [home, ...menu.slice(0, 40)]) {
      for (const href of linksOf(await pageAt(path))) {
        if (seen.has(href) || !/^\/(ru\/|api\/|assets\/)/.test(href)) continue
        seen.add(href)
        if (openToAll.has(href)) continue
        const answer = await ask(href)
        if (answer.status() >= 400) closed.push(`${path} → ${href}: ${answer.status()}`)
        else if (isForAll(href)) openToAll.add(href)
      }
    }
    expect(seen.size).toBeGreaterThan(5)
    expect(closed).toEqual([])
    await visitor.leave()
  }, 120_000)
})

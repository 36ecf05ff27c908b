import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginWalk, type Walk } from './walk.ts'

let walk: Walk
beforeAll(async () => { walk = await beginWalk() }, 180_000)
afterAll(() => walk.end())

const PEOPLE = ['aigerim', 'c01-operator', 'c01-head', 'c01-invigilator', 'c01-assessor-1', 'c01-panel-1', 'ministry-1', 'national-body', 'sector-officer', 'employer-hr', 'career-zhetysu', 'payer-officer', 'accreditor', 'auditor', 'administrator']

describe('every desk', () => {
  it.each(PEOPLE)('shows %s no link behind which there is a closed door', async (key) => {
    const visitor = await walk.visitor({ as: key, lang: 'ru' })
    const home = new URL(visitor.page.url()).pathname
    const seen = new Set<string>()
    const closed: string[] = []
    const follow = async (): Promise<string[]> => visitor.page.locator('a[href^="/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')!.split('#')[0]!))
    // The desk's first page, and the pages its menu leads to: each of their links is opened once.
    for (const path of [home, ...(await follow()).filter((each) => each.startsWith(home) && each !== home && !/\.(csv|xlsx)/.test(each)).slice(0, 25)]) {
      await visitor.go(path)
      for (const href of await follow()) {
        if (seen.has(href) || !/^\/(ru\/|api\/|assets\/)/.test(href)) continue
        seen.add(href)
        const answer = await visitor.context.request.get(`${walk.instance.url}${href}`)
        if (answer.status() >= 400) closed.push(`${path} → ${href}: ${answer.status()}`)
      }
    }
    expect(seen.size).toBeGreaterThan(5)
    expect(closed).toEqual([])
    await visitor.leave()
  }, 120_000)
})

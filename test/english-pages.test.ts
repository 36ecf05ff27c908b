import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pages } from '#web/pages.ts'
import { openDemonstration, realAddresses, type Demonstration } from './support/demonstration.ts'

let demonstration: Demonstration
beforeAll(async () => { demonstration = await openDemonstration() }, 120_000)
afterAll(() => demonstration.close())

/** What stands in an element that says to be in Kazakh or Russian: a name without an English one, or the choice of the language. */
const MARKED = /<(\w+)\b[^>]*\slang="(?:kk|ru)"[^>]*>(?:(?!<\/?\1\b)[^])*<\/\1>/g
const CYRILLIC = /\p{Script=Cyrillic}[^<>]*/gu

/** Names of people are written as they write them. Figures are drawn from rows whose own names are looked at by the tests of statistics. */
const LEFT_OUT = /^\/(demo|verify\/:number|statistics)/

/** So many centres or documents are looked at. */
const MOST_OF_A_KIND = 8

/** Cyrillic that a reader of the English page meets unprepared. */
function cyrillicOf(html: string): string[] {
  let text = html.replace(/<script[^]*?<\/script>|<head[^]*?<\/head>/g, '')
  for (let before = ''; before !== text;) {
    before = text
    text = text.replace(MARKED, '')
  }
  return [...new Set([...text.replace(/<[^>]+>/g, '<').matchAll(CYRILLIC)].map((match) => match[0].trim()))]
}

describe('the public pages in English', () => {
  it('speak English, but for names that are marked as being in another language', async () => {
    const found: string[] = []
    let seen = 0
    for (const page of pages.filter((each) => each.access === 'public' && each.desk === 'public' && !LEFT_OUT.test(each.path))) {
      for (const path of (await realAddresses(demonstration, page.path)).slice(0, MOST_OF_A_KIND)) {
        const answer = await demonstration.app.inject(`/en${path === '/' ? '' : path}`)
        if (answer.statusCode !== 200) continue
        seen += 1
        found.push(...cyrillicOf(answer.body).map((text) => `${path}: ${text}`))
      }
    }
    expect(seen).toBeGreaterThan(30)
    expect(found).toEqual([])
  }, 60_000)

  it('would be seen to speak another language', () => {
    const word = String.fromCodePoint(0x414, 0x430)
    expect(cyrillicOf(`<body><p>${word}, so</p><p lang="ru">${word}</p><td><span lang="kk"><b>${word}</b></span></td></body>`)).toEqual([`${word}, so`])
  })
})

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { describe, expect, it } from 'vitest'

/** Bytes of a packed island at most: a candidate's phone on a slow line gets it before the first question, a surveyor's tablet before it leaves the line behind. */
const BUDGET: Readonly<Record<string, number>> = {
  chat: 1_000,
  'exam-room': 4_000,
  'install-app': 400,
  'marking-tablet': 6_200,
  'practice-work': 1_500,
  // Of it some 1,000 bring pieces to a store of objects, and some 200 find out whether the name of the computer is kept.
  proctoring: 10_400,
  'seat-wall': 2_000,
  'survey-tablet': 5_400,
  'tablet-worker': 1_000,
}
const FOLDER = import.meta.dirname

describe('islands are small', () => {
  // What several islands share has no beginning of its own.
  const islands = readdirSync(FOLDER).filter((name) => existsSync(join(FOLDER, name, 'main.ts')))

  it('and every one has a budget', () => expect(islands).toEqual(Object.keys(BUDGET)))

  it.each(islands)('%s stays within its bytes', async (name) => {
    const built = await build({ configFile: false, logLevel: 'silent', build: { write: false, modulePreload: { polyfill: false }, rolldownOptions: { input: join(FOLDER, name, 'main.ts') } } })
    const outputs = [built].flat().flatMap((each) => ('output' in each ? each.output : []))
    const code = outputs.map((each) => (each.type === 'chunk' ? each.code : '')).join('')
    expect(code.length).toBeGreaterThan(200)
    expect(gzipSync(code).byteLength).toBeLessThanOrEqual(BUDGET[name]!)
  }, 60_000)
})

import { readFileSync } from 'node:fs'
import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '#kernel/localized.ts'
import { parseNormEdition } from '#kernel/norm-edition.ts'
import { BuiltInMark } from './built-in-mark.tsx'
import { isOwnRow, normName, normSource, normValue, startOf } from './norm-words.ts'

const edition = parseNormEdition(JSON.parse(readFileSync('norms/2026-01.json', 'utf8')))

describe.each(LANGUAGES)('the norms in %s', (lang) => {
  test('all have a name, a value and a source in words', () => {
    const rows = edition.norms.filter(isOwnRow).map((norm) => [normName(norm.key, lang), normValue(norm, lang), normSource(norm, lang).mark, normSource(norm, lang).text])
    expect(rows.length).toBeGreaterThan(80)
    expect(rows.flat().filter((text) => !text || /[{}]|\bundefined\b|\bnull\b/.test(text))).toEqual([])
    expect(new Set(rows.map(([name]) => name)).size).toBe(rows.length)
  })

  test('say beside an edition without the conditions of the watch what stands all the same, and that an unnamed one names no reason', () => {
    const norm = edition.norms.find((each) => each.key === 'proctoring.offByCondition')!
    const beside = (value: string) => { const mark = BuiltInMark({ norm: { ...norm, value }, lang }); return mark ? render(mark).split('<small').length - 1 : 0 }
    expect([norm.value as string, 'assistant:speech', 'assistant:speech other:no-face', 'other:no-face glasses:looking-away'].map(beside)).toEqual([0, 1, 2, 1])
  })

  test('say for every term from which event it is counted', () => {
    const terms = edition.norms.filter((norm) => /^deadline\.T\d+\.length$/.test(norm.key))
    expect(terms.map((norm) => startOf(norm, edition, lang)).filter((text) => text === undefined)).toEqual([])
  })
})

import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readEdges, edgesOf, sourceFiles } from './architecture/imports.ts'
import { MODULES, SENTENCES } from './architecture/sentences.ts'

const ROOT = join(import.meta.dirname, '..')
const files = ['src', 'demo', 'test'].flatMap((folder) => sourceFiles(ROOT, folder))
const edges = readEdges(ROOT, files)

describe('the house', () => {
  it('is read whole: a check that sees too little fails', () => {
    expect(files.length).toBeGreaterThan(150)
    expect(edges.length).toBeGreaterThan(500)
    expect(edgesOf('src/a/b.ts', "import type { A } from '#kernel/day.ts'\nexport { x } from './c.ts'\nconst d = await import('../e.ts')").map((edge) => edge.to)).toEqual(['src/kernel/day.ts', 'src/a/c.ts', 'src/e.ts'])
  })

  for (const sentence of SENTENCES) {
    it(sentence.says, () => {
      expect(sentence.broken(sentence.planted)).toBe(true)
      expect(edges.filter((edge) => sentence.broken(edge)).map((edge) => `${edge.from} → ${edge.to}`)).toEqual([])
    })
  }

  it('has only modules that are nouns of the list', () => {
    const found = new Set(files.map((file) => /^src\/modules\/([^/]+)\//.exec(file)?.[1]).filter((name) => name !== undefined))
    expect([...found].filter((name) => !MODULES.includes(name as never))).toEqual([])
  })

  it('has no drawer of everything', () => {
    expect(files.filter((file) => /\/(utils|helpers|common|shared|lib)\//.test(file))).toEqual([])
  })

  it('keeps its files small', () => {
    const long = files.filter((file) => !file.includes('/messages/') && !basename(file).startsWith('icon-paths') && readFileSync(join(ROOT, file), 'utf8').split('\n').length > 500)
    expect(long).toEqual([])
  })

  it('lets no clock, chance or process into the law', () => {
    const law = files.filter((file) => (/^src\/kernel\//.test(file) || /\/domain\//.test(file)) && !file.endsWith('.test.ts'))
    expect(law.length).toBeGreaterThan(20)
    const forbidden = /\bnew Date\b|\bDate\.now\b|\bTemporal\.Now\b|\bMath\.random\b|\bprocess\.|\bsetTimeout\b|\basync \b|\bawait \b|\bcrypto\b|\btoLocale\w+\b/
    expect('return new Date()').toMatch(forbidden)
    expect(law.filter((file) => forbidden.test(readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')))).toEqual([])
  })

  it('reads the environment in one place', () => {
    const readers = files.filter((file) => file.startsWith('src/') && !file.endsWith('.test.ts') && /\bprocess\.env\b/.test(readFileSync(join(ROOT, file), 'utf8')))
    expect(readers).toEqual(['src/platform/config/config.ts'])
  })

  it('writes only through acts: every file that opens a transaction asks the policy', () => {
    const acts = files.filter((file) => file.startsWith('src/modules/') && !file.endsWith('.test.ts') && /\b(?:tx|read)\(ctx,/.test(readFileSync(join(ROOT, file), 'utf8')))
    expect(acts.length).toBeGreaterThan(20)
    expect(acts.filter((file) => !/assertMay\(/.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([])
  })

  it('names no place outside the repository', () => {
    const outside = new RegExp(['/wor' + 'k/', '/roo' + 't/', 'see' + 'd/000', 'share' + 'd/(?:data|domain|design|seed)'].join('|'))
    expect(files.filter((file) => outside.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([])
  })
})

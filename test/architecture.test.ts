import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readEdges, edgesOf, sourceFiles } from './architecture/imports.ts'
import { MODULES, SENTENCES } from './architecture/sentences.ts'
import { ALLOWED, FOUNDATION, hasSql, hidesTable, houseOf, isStore, OWNERS, tablesCreated, tablesNamed } from './architecture/tables.ts'

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

  describe('has one owner for every table', () => {
    const created = readdirSync(join(ROOT, 'migrations')).filter((name) => name.endsWith('.sql')).flatMap((migration) =>
      tablesCreated(readFileSync(join(ROOT, 'migrations', migration), 'utf8')).map((table) => ({ table, migration })))
    const tables = new Set(created.map((each) => each.table))
    const ownerOf = new Map(Object.entries(OWNERS).flatMap(([owner, owned]) => owned.map((table) => [table, owner] as const)))
    const sources = files.filter((file) => file.startsWith('src/') && !/\.test\.tsx?$/.test(file)).map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }))
    const foreign = (file: string, text: string) => tablesNamed(text, tables).filter((table) => ownerOf.get(table) !== houseOf(file))

    it('and no table without one: a migration is named for the module whose tables it lays', () => {
      expect(tables.size).toBeGreaterThan(60)
      expect(Object.values(OWNERS).flat().sort()).toEqual([...tables].sort())
      expect(Object.keys(OWNERS).filter((owner) => owner !== 'platform' && !MODULES.includes(owner as never))).toEqual([])
      expect(created.filter(({ table, migration }) => !FOUNDATION.test(migration) && !migration.includes(`_${ownerOf.get(table)}__`))).toEqual([])
    })

    it('SQL stands only in stores, and in the platform where it owns tables', () => {
      expect(hasSql("await t.sql.run('update case_file set step = $2 where id = $1', [])")).toBe(true)
      expect(hasSql('const QUESTION = `select c.id\n from case_file c`')).toBe(true)
      expect(hasSql("import { select } from './store/case-store.ts' // select a from b")).toBe(false)
      expect(sources.filter(({ file, text }) => isStore(file) && hasSql(text)).length).toBeGreaterThan(30)
      expect(sources.filter(({ file, text }) => !isStore(file) && !file.startsWith('src/platform/') && hasSql(text)).map(({ file }) => file)).toEqual([])
    })

    it('a store names only tables of its own module, but for read models with a reason', () => {
      expect(foreign('src/modules/exams/store/x.ts', 'sql.many(`select 1 from attempt a, contract k join\n case_file c on true`); // from vote')).toEqual(['case_file', 'contract'])
      expect(foreign('src/modules/appeals/store/x.ts', "sql.run('insert into panel (id) values ($1)'); sql.run('update vote set note = $1')")).toEqual(['panel', 'vote'])
      expect(hidesTable('`select 1 from ${table}`')).toBe(true)
      const askers = sources.filter(({ file }) => isStore(file) || file.startsWith('src/platform/'))
      expect(askers.filter(({ file, text }) => isStore(file) && hidesTable(text)).map(({ file }) => file)).toEqual([])
      const found = Object.fromEntries(askers.map(({ file, text }) => [file, foreign(file, text)] as const).filter(([, named]) => named.length > 0))
      expect(found).toEqual(Object.fromEntries(Object.entries(ALLOWED).map(([file, { tables: named }]) => [file, [...named].sort()])))
    })

    it('and nobody else writes into it', () => {
      const written = (text: string) => [...text.matchAll(/\b(?:insert into|update|delete from)\s+(\w+)/g)].map((match) => match[1]!).filter((table) => tables.has(table))
      expect(written("'insert into panel (id) values ($1)'")).toEqual(['panel'])
      expect(sources.flatMap(({ file, text }) => written(text).filter((table) => ownerOf.get(table) !== houseOf(file)).map((table) => `${file} → ${table}`))).toEqual([])
    })
  })

  it('names no place outside the repository', () => {
    const outside = new RegExp(['/wor' + 'k/', '/roo' + 't/', 'see' + 'd/000', 'share' + 'd/(?:data|domain|design|seed)'].join('|'))
    expect(files.filter((file) => outside.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([])
  })
})

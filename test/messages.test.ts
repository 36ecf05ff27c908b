import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DENIAL_TEXTS } from '#web/denial-texts.ts'
import { webText } from '#web/web-text.ts'
import { TIMELINE_TEXTS } from '#web/case/timeline-texts.ts'
import { sourceFiles } from './architecture/imports.ts'

const ROOT = join(import.meta.dirname, '..')
const files = sourceFiles(ROOT, 'src')
const catalogues = files.filter((file) => /\/messages\/(?:.+\/)?kk\.ts$/.test(file))

type Tree = string | readonly unknown[] | { [key: string]: Tree }

async function load(path: string, lang: string): Promise<Tree> {
  const loaded = (await import(join(ROOT, dirname(path), `${lang}.ts`))) as Record<string, Tree>
  const tree = loaded[lang] ?? loaded['default'] ?? Object.values(loaded)[0]
  if (!tree) throw new Error(`${path} exports nothing for ${lang}`)
  return tree
}

/** Every text of a catalogue by its path; plural forms count as one text, for languages differ in them. */
function flat(tree: Tree, at = ''): Map<string, string> {
  const texts = new Map<string, string>()
  if (typeof tree === 'string') return texts.set(at, tree)
  if (Array.isArray(tree)) return texts.set(at, JSON.stringify(tree))
  const entries = Object.entries(tree as Record<string, Tree>)
  if (entries.some(([key]) => key === 'other') && entries.every(([key, value]) => ['one', 'few', 'many', 'other', 'zero', 'two'].includes(key) && typeof value === 'string')) {
    return texts.set(at, (tree as Record<string, string>)['other']!)
  }
  for (const [key, inner] of entries) for (const [path, text] of flat(inner, at ? `${at}.${key}` : key)) texts.set(path, text)
  return texts
}
const places = (text: string): string => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort().join(' ')

describe('the three languages are one feature', () => {
  it('has catalogues enough to look at, and a sentence everybody knows', () => {
    expect(catalogues.length).toBeGreaterThan(6)
    expect(webText('kk').nav.professions).toBe('Кәсіптер')
  })

  for (const path of catalogues) {
    it(`says the same in kk, ru and en: ${dirname(path).replace('src/', '')}`, async () => {
      const [kk, ru, en] = [flat(await load(path, 'kk')), flat(await load(path, 'ru')), flat(await load(path, 'en'))]
      expect([...ru.keys()].sort()).toEqual([...kk.keys()].sort())
      expect([...en.keys()].sort()).toEqual([...kk.keys()].sort())
      const differing = [...kk].filter(([key, text]) => places(text) !== places(ru.get(key)!) || places(text) !== places(en.get(key)!)).map(([key]) => key)
      expect(differing).toEqual([])
      const empty = [...kk].filter(([key, text]) => (text === '') !== (ru.get(key) === '') || (text === '') !== (en.get(key) === '')).map(([key]) => key)
      expect(empty).toEqual([])
      const cyrillicEnglish = [...en].filter(([key, text]) => /[а-яәғқңөұүһі]/i.test(text) && !/langs?|language|inKazakh|inRussian|lists|example|quote|title/i.test(key)).map(([key]) => key)
      expect(cyrillicEnglish).toEqual([])
    })
  }

  it('keeps every word a person reads in a catalogue: no Kazakh or Russian in the pages themselves', () => {
    const written = files.filter((file) => /^src\/(?:web|modules|platform\/http)\//.test(file) && !/\/messages\/|\.test\.tsx?$|gallery|icon-paths|search-key|domain\/.*(?:latin|letters|table-answers)/.test(file))
    expect(written.length).toBeGreaterThan(60)
    const withText = written.filter((file) => /[а-яёәғқңөұүһі]/i.test(readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')))
    expect(withText).toEqual([])
  })

  it('has a sentence in three languages for every refusal the code can give', () => {
    const codes = new Set<string>()
    for (const file of files.filter((each) => !/\.test\.tsx?$/.test(each) && !each.includes('/messages/'))) {
      const text = readFileSync(join(ROOT, file), 'utf8')
      for (const match of text.matchAll(/(?:new Denial|deny|assertNone|refuseTable|new ApiProblem\(\d+,)\(?\s*'([a-z][\w-]*(?:\.[\w-]+)*)'/g)) codes.add(match[1]!)
      for (const match of text.matchAll(/\bcode: '([a-z][\w-]*\.[\w.-]+)'/g)) codes.add(match[1]!)
    }
    expect(codes.size).toBeGreaterThan(40)
    const known = (code: string) => (['kk', 'ru', 'en'] as const).every((lang) => (webText(lang).denials as Record<string, string>)[code] ?? DENIAL_TEXTS.some((texts) => texts[lang][code]))
    expect([...codes].filter((code) => !known(code)).sort()).toEqual([])
  })

  it('has a sentence in three languages for every entry of a timeline', () => {
    const kinds = new Set<string>()
    for (const file of files.filter((each) => each.startsWith('src/modules/') && !/\.test\.ts$/.test(each))) {
      const text = readFileSync(join(ROOT, file), 'utf8')
      for (const match of text.matchAll(/casework\.record\(t, [\w.]+, '([a-z-]+)'/g)) kinds.add(match[1]!)
      for (const match of text.matchAll(/casework\.advance\(t, [\w.]+, [^,]+, '([a-z-]+)'/g)) kinds.add(match[1]!)
    }
    expect(kinds.size).toBeGreaterThan(10)
    expect([...kinds].filter((kind) => !TIMELINE_TEXTS.some((texts) => texts.kk[kind] && texts.ru[kind] && texts.en[kind])).sort()).toEqual([])
  })

  it('has its licence texts where fonts are', () => expect(existsSync(join(ROOT, 'src/web/ui/assets/fonts/OFL-golos-text.txt'))).toBe(true))
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '#platform/db/migrate.ts'
import { FIGURE_KEYS, TABLE_IDS } from './tables.ts'

const paper = readFileSync(join(projectRoot(), 'docs/statistics.md'), 'utf8')
/** The first cells of the rows of a chapter, each with what stands beside it. */
const definedIn = (chapter: string): ReadonlyMap<string, string> => new Map(
  paper.split(`\n## ${chapter}`)[1]!.split('\n## ')[0]!.split('\n').filter((line) => line.startsWith('| `')).flatMap((line) => {
    const [names, ...cells] = line.split(' | ')
    return [...names!.matchAll(/`([^`]+)`/g)].map(([, name]) => [name!, cells.join(' | ')] as const)
  }))

describe('docs/statistics.md', () => {
  it('says what each figure means', () => {
    const defined = definedIn('Figures')
    expect(FIGURE_KEYS.filter((key) => (defined.get(key) ?? '').length < 20)).toEqual([])
    expect([...defined.keys()].filter((key) => !(FIGURE_KEYS as readonly string[]).includes(key))).toEqual([])
  })

  it('says what each table means', () => {
    const defined = definedIn('Tables')
    expect(TABLE_IDS.filter((id) => (defined.get(id) ?? '').length < 20)).toEqual([])
    expect([...defined.keys()].filter((id) => !(TABLE_IDS as readonly string[]).includes(id))).toEqual([])
  })
})

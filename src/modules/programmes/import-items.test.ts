import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { writeCsv } from '#platform/tables/write-table.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import { ITEM_COLUMNS, itemRows, readItemTable } from './domain/item-table.ts'
import type { ProgrammeItem } from './domain/programme-content.ts'
import * as programmes from './index.ts'

const both = (text: string) => ({ kk: text, ru: text })
const TOPICS = [{ code: 'T1', name: both('Тақырып') }]
const item = (code: string): ProgrammeItem => ({
  code, topic: 'T1', kind: 'multiple', stem: both('Сұрақ'), options: [{ key: 'a', text: both('1') }, { key: 'b', text: both('2') }, { key: 'c', text: both('3') }], correct: ['a', 'c'],
})
const table = (...changes: Record<string, string>[]) => ({
  header: ITEM_COLUMNS,
  rows: changes.map((change, n) => ({ line: n + 2, cells: { ...Object.fromEntries(ITEM_COLUMNS.map((column, place) => [column, itemRows([item(`Q-${n + 1}`)])[0]![place]!])), ...change } })),
})
const none = { topics: TOPICS, codes: new Set<string>() }

describe('a table of items', () => {
  it('gives back the items it was made of', () => {
    expect(readItemTable(table({}, {}), none)).toEqual({ items: [item('Q-1'), item('Q-2')], errors: [] })
  })

  it.each<[string, Record<string, string>, string, string]>([
    ['a kind that is none', { kind: 'essay' }, 'kind', 'kind-wrong'],
    ['a topic the programme has not', { topic: 'T7' }, 'topic', 'programme.item-topic-unknown'],
    ['a question without Russian', { stem_ru: '' }, 'stem_ru', 'programme.item-text-missing'],
    ['an option without Kazakh', { b_kk: '' }, 'b_kk', 'programme.item-option-text-missing'],
    ['no key', { correct: '' }, 'correct', 'correct-missing'],
    ['a key that is no option', { correct: 'a;e' }, 'correct', 'programme.item-key-unknown'],
    ['one right option where several are asked', { correct: 'a' }, 'correct', 'programme.item-multiple-key'],
    ['a gap between options', { b_kk: '', b_ru: '' }, 'c_kk', 'option-gap'],
    ['a code the programme has', { code: 'OLD' }, 'code', 'code-in-programme'],
    ['a code it has twice', { code: 'Q-2' }, 'code', 'code-repeated'],
  ])('is refused for %s, with line and column, and nothing is taken', (_says, change, column, code) => {
    const rows = table(change, {}, {})
    const swapped = code === 'code-repeated' ? { ...rows, rows: [rows.rows[1]!, rows.rows[0]!, rows.rows[2]!] } : rows
    const { items, errors } = readItemTable(swapped, { topics: TOPICS, codes: new Set(['OLD']) })
    expect(items).toEqual([])
    expect(errors).toContainEqual({ line: 2, column, code, data: expect.anything() })
    expect(new Set(errors.map((error) => error.line))).toEqual(new Set([2]))
  })

  it('is refused for a missing and for an unknown column before its rows are read', () => {
    const { errors } = readItemTable({ ...table({ kind: 'essay' }), header: [...ITEM_COLUMNS.filter((column) => column !== 'correct'), 'points'] }, none)
    expect(errors.map(({ line, column, code }) => [line, column, code])).toEqual([[1, 'correct', 'column-missing'], [1, 'points', 'column-unknown']])
  })
})

describe('an imported bank', () => {
  let world: TestWorld
  let author: Ctx
  let versionId: Uuid
  const seen = async () => ({ versionId, revision: (await programmes.getProgrammeVersion(world.db, versionId)).revision })

  beforeAll(async () => {
    world = await openTestWorld()
    const professionCode = await world.aProfession()
    const centre = await world.aCentre({ professionCode, level: 4 })
    author = world.as(await world.aStaffMember(centre.id, ['centre-operator']))
    versionId = await programmes.draftProgramme(author, { centreId: centre.id, professionCode, level: 4 })
    await programmes.saveProgrammePart(author, { ...(await seen()), part: 'topics', topics: TOPICS, blueprint: [], recommendations: {} })
  })
  afterAll(() => world.drop())

  it('comes whole or not at all', async () => {
    const good = itemRows([item('Q-1'), item('Q-2')])
    const bad = writeCsv(ITEM_COLUMNS, [...good, itemRows([{ ...item('Q-3'), topic: 'T9' }])[0]!])
    expect(await programmes.importItems(author, { ...(await seen()), name: 'bank.csv', bytes: bad })).toEqual({
      imported: 0, errors: [{ line: 4, column: 'topic', code: 'programme.item-topic-unknown', data: { item: 'Q-3' } }],
    })
    expect(await programmes.listItems(world.db, versionId)).toEqual([])
    expect(await programmes.importItems(author, { ...(await seen()), name: 'bank.csv', bytes: writeCsv(ITEM_COLUMNS, good) })).toEqual({ imported: 2, errors: [] })
    expect((await programmes.listItems(world.db, versionId)).map((each) => each.code)).toEqual(['Q-1', 'Q-2'])
  })

  it('goes out as the same table in both forms', async () => {
    for (const kind of ['csv', 'xlsx'] as const) {
      const file = await programmes.exportItems(author, versionId, kind)
      const again = await programmes.importItems(author, { ...(await seen()), name: file.filename, bytes: file.body })
      expect(again.errors.map((error) => error.code)).toEqual(['code-in-programme', 'code-in-programme'])
    }
  })

  it('refuses a file that is no table and one without rows', async () => {
    await expect(programmes.importItems(author, { ...(await seen()), name: 'bank.pdf', bytes: new TextEncoder().encode('%PDF') })).rejects.toMatchObject({ code: 'table.not-a-table' })
    await expect(programmes.importItems(author, { ...(await seen()), name: 'bank.csv', bytes: writeCsv(ITEM_COLUMNS, []) })).rejects.toMatchObject({ code: 'programme.file-empty' })
  })
})

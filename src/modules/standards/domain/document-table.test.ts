import { describe, expect, it } from 'vitest'
import { sampleStandard } from '../../../../test/support/sample-standard.ts'
import { DOCUMENT_COLUMNS, documentRows, readDocument } from './document-table.ts'

const PROFESSIONS = new Set(['K-T001'])
const rowsOf = (rows: readonly (readonly string[])[]) => rows.map((values, place) => ({ line: place + 2, cells: Object.fromEntries(DOCUMENT_COLUMNS.map((column, at) => [column, values[at] ?? ''])) }))
const read = (change: (rows: ReturnType<typeof rowsOf>) => void = () => {}) => {
  const rows = rowsOf(documentRows(sampleStandard()))
  change(rows)
  return readDocument(DOCUMENT_COLUMNS, rows, PROFESSIONS)
}
const lineOf = (node: string) => rowsOf(documentRows(sampleStandard())).find((row) => row.cells['node'] === node)!.line
const set = (node: string, column: string, value: string) => (rows: ReturnType<typeof rowsOf>) => {
  ;(rows.find((row) => row.cells['node'] === node)!.cells as Record<string, string>)[column] = value
}

describe('the document template', () => {
  it('gives back what was written into it', () => expect(read()).toEqual({ content: sampleStandard(), faults: [] }))

  it.each<[string, string, string, string, string]>([
    ['node', 'skill', 'chapter', 'node', 'import.not-one-of'], ['code', 'card', '', 'code', 'import.missing'], ['code', 'skill', 'a b', 'code', 'import.code-wrong'],
    ['code', 'passport', 'colour', 'code', 'import.not-one-of'], ['text_kk', 'ability', '', 'text_kk', 'import.missing'], ['mandatory', 'function', 'perhaps', 'mandatory', 'import.not-yes-or-no'],
    ['alone', 'function', 'yes', 'alone', 'standards.column-of-another-node'], ['sqf_level', 'card', '9', 'sqf_level', 'standards.level-not-1-8'],
    ['profession', 'card', 'K-9999', 'profession', 'import.code-unknown'], ['education_ru', 'card', '', 'education_ru', 'import.missing'],
  ])('names the row and the column of a wrong %s (%s)', (column, node, value, at, reason) => {
    const line = node === 'skill' && column === 'node' ? undefined : lineOf(node)
    const { faults } = read(set(node, column, value))
    expect(faults[0]).toMatchObject({ column: at, reason, ...(line ? { line } : {}) })
  })

  it('refuses a row that has nothing to stand under', () => {
    const rows = rowsOf([['skill', '1', 'a', 'b'], ['ability', '', 'a', 'b']])
    expect(readDocument(DOCUMENT_COLUMNS, rows, PROFESSIONS).faults.map(({ line, reason }) => `${line} ${reason}`)).toEqual(['2 standards.row-without-parent'])
  })

  it('refuses a code twice in a card, and the same code in another card not', () => {
    const card = (code: string) => ['card', code, 'a', 'b']
    const faults = (rows: string[][]) => readDocument(DOCUMENT_COLUMNS, rowsOf(rows), PROFESSIONS).faults.map(({ line, reason }) => `${line} ${reason}`)
    expect(faults([card('1'), ['function', '1', 'a', 'b'], ['function', '1', 'c', 'd']])).toEqual(['4 import.twice'])
    expect(faults([card('1'), ['function', '1', 'a', 'b'], card('2'), ['function', '1', 'c', 'd']])).toEqual([])
  })

  it('wants its columns and no others', () => {
    expect(readDocument(['node', 'code', 'text_kk', 'colour'], [], PROFESSIONS).faults.map(({ column, reason }) => `${column} ${reason}`)).toEqual(['text_ru import.column-missing', 'colour import.column-unknown'])
  })
})

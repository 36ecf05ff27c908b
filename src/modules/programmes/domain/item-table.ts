import { itemBlockers, OPTION_KEYS, type ItemKind, type ProgrammeItem, type Topic } from './programme-content.ts'

const OPTION_COLUMNS = OPTION_KEYS.flatMap((key) => [`${key}_kk`, `${key}_ru`])
const NEEDED = ['code', 'topic', 'kind', 'stem_kk', 'stem_ru', 'a_kk', 'a_ru', 'b_kk', 'b_ru', 'correct']
/** Columns of the file in which a bank of items comes and goes. */
export const ITEM_COLUMNS: readonly string[] = ['code', 'topic', 'kind', 'stem_kk', 'stem_ru', ...OPTION_COLUMNS, 'correct']

export interface ItemTable {
  header: readonly string[]
  rows: readonly { line: number; cells: Readonly<Record<string, string>> }[]
}
/** What is wrong in which cell; the line is the one a person sees in his own program. */
export interface RowError {
  line: number
  column: string
  code: string
  data: Record<string, string | number>
}

const COLUMN_OF: Readonly<Record<string, string>> = {
  'code-wrong': 'code', 'topic-unknown': 'topic', 'text-missing': 'stem_kk', 'option-text-missing': 'a_kk', 'options-count': 'b_kk', 'options-same': 'a_kk',
  'key-unknown': 'correct', 'single-key': 'correct', 'multiple-key': 'correct', 'option-key-wrong': 'a_kk',
}

/** The items of a table, or everything wrong in it; nothing is taken from a table with one mistake. */
export function readItemTable(table: ItemTable, known: { topics: readonly Topic[]; codes: ReadonlySet<string> }): { items: ProgrammeItem[]; errors: RowError[] } {
  const errors: RowError[] = [
    ...NEEDED.filter((column) => !table.header.includes(column)).map((column) => ({ line: 1, column, code: 'column-missing', data: { column } })),
    ...table.header.filter((column) => !ITEM_COLUMNS.includes(column)).map((column) => ({ line: 1, column, code: 'column-unknown', data: { column } })),
  ]
  if (errors.length > 0) return { items: [], errors }
  const seen = new Set<string>()
  const items: ProgrammeItem[] = []
  for (const { line, cells } of table.rows) {
    const wrong = (column: string, code: string, data: Record<string, string | number> = {}) => errors.push({ line, column, code, data })
    const item = itemOf(cells)
    if (item.kind === undefined) wrong('kind', 'kind-wrong')
    if (item.correct.length === 0) wrong('correct', 'correct-missing')
    if (known.codes.has(item.code)) wrong('code', 'code-in-programme')
    if (seen.has(item.code)) wrong('code', 'code-repeated')
    const gap = OPTION_KEYS.find((key, place) => place > 0 && isFilled(cells, key) && !isFilled(cells, OPTION_KEYS[place - 1]!))
    if (gap) wrong(`${gap}_kk`, 'option-gap')
    seen.add(item.code)
    const whole = { ...item, kind: item.kind ?? ('single' as const) }
    const skipped = new Set([...(item.kind === undefined || item.correct.length === 0 ? ['single-key', 'multiple-key'] : [])])
    for (const blocker of itemBlockers(whole, known.topics)) {
      const short = blocker.code.replace('programme.item-', '')
      if (!skipped.has(short)) wrong(columnOf(short, whole), blocker.code, { item: item.code })
    }
    items.push(whole)
  }
  return { items: errors.length > 0 ? [] : items, errors }
}

/** The bank as rows of such a table. */
export function itemRows(items: readonly ProgrammeItem[]): string[][] {
  return items.map((item) => {
    const options = OPTION_KEYS.flatMap((key) => {
      const option = item.options.find((each) => each.key === key)
      return [option?.text.kk ?? '', option?.text.ru ?? '']
    })
    return [item.code, item.topic, item.kind, item.stem.kk, item.stem.ru, ...options, item.correct.join(';')]
  })
}

function itemOf(cells: Readonly<Record<string, string>>): Omit<ProgrammeItem, 'kind'> & { kind: ItemKind | undefined } {
  const cell = (column: string) => (cells[column] ?? '').trim()
  const kind = cell('kind').toLowerCase()
  return {
    code: cell('code'), topic: cell('topic'), kind: kind === 'single' || kind === 'multiple' ? kind : undefined, stem: { kk: cell('stem_kk'), ru: cell('stem_ru') },
    options: OPTION_KEYS.filter((key) => isFilled(cells, key)).map((key) => ({ key, text: { kk: cell(`${key}_kk`), ru: cell(`${key}_ru`) } })),
    correct: cell('correct').toLowerCase().split(/[;,\s]+/).filter((key) => key !== ''),
  }
}

function isFilled(cells: Readonly<Record<string, string>>, key: string): boolean {
  return ((cells[`${key}_kk`] ?? '') + (cells[`${key}_ru`] ?? '')).trim() !== ''
}

function columnOf(short: string, item: ProgrammeItem): string {
  if (short === 'text-missing') return item.stem.kk === '' ? 'stem_kk' : 'stem_ru'
  if (short === 'option-text-missing') {
    const option = item.options.find((each) => each.text.kk === '' || each.text.ru === '')
    if (option) return `${option.key}_${option.text.kk === '' ? 'kk' : 'ru'}`
  }
  return COLUMN_OF[short] ?? 'code'
}

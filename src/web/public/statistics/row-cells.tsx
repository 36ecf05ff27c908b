import { parseDay } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { ROW_COLUMNS, type RowBehind, type RowKind } from '#modules/statistics/index.ts'
import { caseText } from '../../case/case-text.ts'
import { STATISTICS } from './texts.ts'

/** Columns on the page; the day by which a row is counted stands before them. */
export const columnsOf = (of: RowKind): readonly string[] => ROW_COLUMNS[of].filter((name) => name !== 'due_on')

/** The number of a row as the way to what it is about: a document to its verification, a case or an appeal to its folder. */
export function numberLink(of: RowKind, row: RowBehind, lang: Language) {
  if (of === 'vouchers') return <span class="t-num t-nowrap">{row.number}</span>
  if (of === 'documents') return <a href={`/${lang}/verify/${encodeURIComponent(row.number)}`}>{row.number}</a>
  const kind = of === 'appeals' ? 'appeal' : row.cells['kind']
  const folder = kind === 'appeal' ? 'appeals' : kind === 'complaint' ? 'complaints' : 'cases'
  return <a class="t-num t-nowrap" href={`/${lang}/centre/${folder}/${row.number}`}>{row.number}</a>
}

/** A cell in words. */
export function cellText(name: string, value: string | number | boolean | null, lang: Language): string {
  const t = STATISTICS[lang]
  if (value === null) return ''
  if (name === 'historic') return value ? t.historic : t.own
  if (name === 'imported') return value ? t.behind.imported : t.own
  if (name === 'invented') return value ? t.behind.invented : ''
  const text = String(value)
  if (name === 'funding') return t.funding[text] ?? text
  if (name === 'rule') return `${text}. ${t.rules[text] ?? ''}`
  if (name === 'outcome' || name === 'ground' || name === 'fate') return t.behind.outcomes[text] ?? text
  if (name === 'step') return (caseText(lang).steps as Readonly<Record<string, string>>)[text] ?? text
  const day = parseDay(text)
  return day ? formatDay(day, lang, 'numeric') : text
}

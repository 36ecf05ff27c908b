import { parseDay, yearOf, type Day } from '#kernel/day.ts'

interface RowFault {
  line: number
  column: string
  reason: string
}

export const HOLIDAY_COLUMNS_REQUIRED = ['date', 'day', 'kind', 'name_kk', 'name_ru', 'name_en', 'status'] as const
export const HOLIDAY_COLUMNS = [...HOLIDAY_COLUMNS_REQUIRED, 'weekday', 'source'] as const

/** A transferred day may have no name of its own in every language. */
const CELLS_REQUIRED = ['date', 'day', 'kind', 'status'] as const

/** One day on which the calendar departs from the plain week, with the name of the feast. */
export interface CalendarDay {
  date: Day
  day: 'off' | 'work'
  kind: string
  nameKk: string
  nameRu: string
  nameEn: string
  status: string
}

/** Days of a year below which a table cannot be the whole calendar of that year: the state holidays alone are more. */
const LEAST_DAYS_OF_A_YEAR = 8

/** Reads a table of days off and transferred days; every year in it is given whole. */
export function readHolidayTable(rows: readonly { line: number; cells: Readonly<Record<string, string>> }[]): { entries: CalendarDay[]; years: number[]; faults: RowFault[] } {
  const faults: RowFault[] = []
  const entries: CalendarDay[] = []
  const seen = new Set<string>()
  const lastLine = new Map<number, number>()
  for (const { line, cells } of rows) {
    const text = (column: string): string => (cells[column] ?? '').trim()
    for (const column of CELLS_REQUIRED) if (text(column) === '') faults.push({ line, column, reason: 'import.missing' })
    const date = parseDay(text('date'))
    if (text('date') !== '' && !date) faults.push({ line, column: 'date', reason: 'import.not-a-day' })
    if (date && seen.has(date)) faults.push({ line, column: 'date', reason: 'import.twice' })
    if (date) seen.add(date)
    const day = text('day')
    if (day !== '' && day !== 'off' && day !== 'work') faults.push({ line, column: 'day', reason: 'import.not-one-of' })
    if (!date || (day !== 'off' && day !== 'work')) continue
    lastLine.set(yearOf(date), line)
    entries.push({ date, day, kind: text('kind'), nameKk: text('name_kk'), nameRu: text('name_ru'), nameEn: text('name_en'), status: text('status') })
  }
  const years = [...lastLine.keys()].sort((a, b) => a - b)
  for (const year of years) {
    if (entries.filter((each) => yearOf(each.date) === year).length < LEAST_DAYS_OF_A_YEAR) faults.push({ line: lastLine.get(year)!, column: 'date', reason: 'import.year-incomplete' })
  }
  return { entries, years, faults: faults.sort((a, b) => a.line - b.line) }
}

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildCalendar, type CalendarRow } from '#kernel/calendar.ts'
import { day } from '#kernel/day.ts'
import { DEADLINE_IDS } from '#kernel/deadline-rule.ts'
import { parseNormEdition } from '#kernel/norm-edition.ts'
import { readTable } from '#platform/tables/read-table.ts'
import { TERMS, termsOn } from './terms.ts'

const norms = parseNormEdition(JSON.parse(readFileSync('norms/2026-01.json', 'utf8')))
const table = await readTable(readFileSync('data/holidays-2024-2027.csv'), { filename: 'holidays.csv' })
const rows = table.rows.map(({ cells }) => ({ date: day(cells['date']!), day: cells['day'] as CalendarRow['day'] }))
const calendar = buildCalendar(rows, { version: 'test', source: 'test', years: [2024, 2025, 2026, 2027] })
const example = (on: string, id: string) => termsOn(day(on), norms, calendar).find((term) => term.id === id)?.example

describe('the calendar of terms', () => {
  it('names every term of the norms once', () => {
    expect(TERMS.map((term) => term.id).sort()).toEqual([...DEADLINE_IDS].sort())
  })

  it.each([
    ['T1', '2026-03-06', '2026-03-12', 'over a weekend and a feast that moved'],
    ['T3', '2026-03-05', '2026-03-26', 'as the first day allowed, ten whole working days later'],
    ['T6', '2026-03-26', '2026-04-02', 'in working days'],
    ['T7', '2026-03-05', '2026-04-19', 'in days of the calendar'],
    ['T8', '2026-03-05', '2026-11-01', 'as a date of the year'],
    ['T9', '2026-03-05', '2029-03-05', 'in months'],
    ['T8', '2026-11-02', '2027-11-01', 'as the date of the next year once it has passed'],
    ['T11', '2026-03-05', '2026-09-01', 'as the next of two dates'],
    ['T11', '2026-09-01', '2026-09-01', 'as a date that is today'],
  ])('counts %s from %s to %s: %s', (id, from, last) => expect(example(from, id)).toBe(last))

  it('gives no day where no term is set, nor where the calendar ends', () => {
    expect(example('2026-03-05', 'T14')).toBeUndefined()
    expect(example('2027-12-30', 'T12')).toBeUndefined()
    expect(example('2027-12-30', 'T7')).toBe('2028-02-13')
  })
})

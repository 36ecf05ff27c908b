import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { buildCalendar, type CalendarRow } from '#kernel/calendar.ts'
import { day } from '#kernel/day.ts'
import { parseNormEdition } from '#kernel/norm-edition.ts'
import { readTable } from '#platform/tables/read-table.ts'
import { procedureDates } from './procedure-dates.ts'

const norms = parseNormEdition(JSON.parse(readFileSync('norms/2026-01.json', 'utf8')))
const table = await readTable(readFileSync('data/holidays-2024-2027.csv'), { filename: 'holidays.csv' })
const rows = table.rows.map(({ cells }) => ({ date: day(cells['date']!), day: cells['day'] as CalendarRow['day'] }))
const calendar = buildCalendar(rows, { version: 'test', source: 'test', years: [2024, 2025, 2026, 2027] })
const withNorm = (key: string, value: string | number | null) => ({ ...norms, norms: norms.norms.map((norm) => (norm.key === key ? { ...norm, value } : norm)) })

describe('how long a procedure takes', () => {
  test('counts ten whole working days between the notification and the exam, and steps over a feast', () => {
    expect(procedureDates(day('2026-11-23'), norms, calendar)).toEqual({
      appliedOn: '2026-11-23', contractBy: '2026-11-26', notifiedBy: '2026-12-01', firstExamOn: '2026-12-17', decidedBy: '2026-12-22', resultBy: '2026-12-25',
    })
  })

  test('follows the other reading of the notice where the norm says so', () => {
    expect(procedureDates(day('2026-11-23'), withNorm('notice.reading', 'nth-day-allowed'), calendar)?.firstExamOn).toBe('2026-12-15')
  })

  test('begins on a day off like on any other, and counts from the next working day', () => {
    expect(procedureDates(day('2026-11-22'), norms, calendar)).toMatchObject({ appliedOn: '2026-11-22', contractBy: '2026-11-25' })
  })

  test('gives no dates where a term is not set', () => {
    expect(procedureDates(day('2026-11-23'), withNorm('deadline.T1.length', null), calendar)).toBeUndefined()
  })

  test('refuses to guess a year that has no calendar', () => {
    expect(() => procedureDates(day('2027-12-20'), norms, calendar)).toThrow('calendar.year-missing')
  })
})

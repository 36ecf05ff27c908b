import { expect, test } from 'vitest'
import { day, moment } from '#kernel/day.ts'
import { bothDay, bothOf, stamp } from './bilingual.ts'

test('a paper says everything in both languages, and a moment with its zone, on the legal day of Almaty', () => {
  expect(bothOf({ head: 'Басшы' }, { head: 'Руководитель' })((words) => words.head)).toEqual({ kk: 'Басшы', ru: 'Руководитель' })
  expect(bothDay(day('2026-04-09'))).toEqual({ kk: '2026 ж. 9 сәуір', ru: '9 апреля 2026 года' })
  expect(stamp(moment('2026-10-14T11:08:30.000Z'))).toBe('14.10.2026, 16:08 (UTC+5)')
  expect(stamp(moment('2026-03-01T19:30:00.000Z'))).toBe('02.03.2026, 00:30 (UTC+5)')
})

import { describe, expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { spanOfMonths, untilDay } from './words.ts'

describe('words of the public pages', () => {
  test.each([
    [12, '1 жыл', '1 год', '1 year'], [36, '3 жыл', '3 года', '3 years'], [60, '5 жыл', '5 лет', '5 years'], [18, '18 ай', '18 месяцев', '18 months'], [1, '1 ай', '1 месяц', '1 month'],
  ])('say a span of %i months in each language', (months, kk, ru, en) => {
    expect([spanOfMonths(months, 'kk'), spanOfMonths(months, 'ru'), spanOfMonths(months, 'en')]).toEqual([kk, ru, en])
  })

  test('inflect the month of a last day in Kazakh', () => {
    expect([untilDay(day('2026-11-26'), 'kk'), untilDay(day('2026-11-26'), 'ru'), untilDay(day('2026-11-26'), 'en')]).toEqual(['26 қарашаға дейін', 'до 26 ноября', 'by 26 November'])
  })
})

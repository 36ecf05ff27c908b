import { describe, expect, it } from 'vitest'
import type { Day, Moment } from '#kernel/day.ts'
import { dueText, formatBytes, formatDay, formatDuration, formatMoment, formatTenge, personName, pickLanguage, termDays } from './format.ts'
import { fill, plural } from './message.ts'

const day = '2026-04-09' as Day
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ')

describe('dates, sums and names in three languages', () => {
  it.each([
    ['kk', 'long', '2026 ж. 9 сәуір'], ['ru', 'long', '9 апреля 2026 года'], ['en', 'long', '9 April 2026'],
    ['kk', 'full', '2026 ж. 9 сәуір, бейсенбі'], ['ru', 'short', '9 апреля'], ['en', 'numeric', '09.04.2026'],
  ] as const)('writes a day in %s, %s', (lang, style, text) => expect(formatDay(day, lang, style)).toBe(text))

  it('takes the day of Almaty, not of Greenwich: 20:30 UTC is already tomorrow', () => {
    expect(formatMoment('2026-04-08T20:30:00.000Z' as Moment, 'kk')).toBe('2026 ж. 9 сәуір, 01:30')
  })
  it.each([['kk', '45 000 ₸'], ['ru', '45 000 ₸'], ['en', '45,000 ₸']] as const)('writes tenge with its sign in %s', (lang, text) => expect(plain(formatTenge(45000, lang))).toBe(text))
  it.each([[1, 'через 1 рабочий день'], [2, 'через 2 рабочих дня'], [5, 'через 5 рабочих дней'], [21, 'через 21 рабочий день']])('counts %i working days in Russian', (n, text) => {
    expect(dueText('ru', { state: 'later', workingDays: n })).toBe(text)
  })
  it.each([[1, '1 рабочего дня'], [3, '3 рабочих дней'], [5, '5 рабочих дней'], [21, '21 рабочего дня']])('writes %i days of a term as Russian has them after "within"', (n, text) => {
    expect(termDays(n, 'ru')).toBe(text)
  })
  it('writes the whole days of a notice in three languages', () => {
    expect([termDays(10, 'kk', 'whole'), termDays(10, 'ru', 'whole'), termDays(1, 'en', 'whole')]).toEqual(['10 толық жұмыс күні', '10 полных рабочих дней', '1 whole working day'])
  })
  it('says late and today in Kazakh', () => {
    expect(dueText('kk', { state: 'overdue', workingDays: 2 })).toBe('2 жұмыс күніне кешікті')
    expect(dueText('kk', { state: 'today', workingDays: 0 })).toBe('бүгін 24:00-ге дейін')
  })
  it('shows the public a given name and one letter', () => {
    expect(personName({ surname: 'Сейітқали', givenName: 'Нұрлан', patronymic: 'Ерланұлы' }, 'kk', 'public')).toBe('Нұрлан С.')
    expect(personName({ surname: 'Ким', givenName: 'Виктория', patronymic: null }, 'ru', 'initials')).toBe('Ким В.')
  })
  it('writes sizes and durations', () => {
    expect(plain(formatBytes(1536, 'ru'))).toBe('2 КБ')
    expect(formatDuration(90, 'en')).toBe('1 hour 30 minutes')
    expect(formatDuration(0, 'kk')).toBe('0 минут')
  })
  it.each([[undefined, undefined, 'kk'], ['ru-RU,ru;q=0.9,en;q=0.8', undefined, 'ru'], ['de,en;q=0.3,kk;q=0.5', undefined, 'kk'], ['en', 'ru', 'ru'], ['fr', 'xx', 'kk']] as const)(
    'chooses the language of %s with cookie %s', (header, cookie, lang) => expect(pickLanguage(header, cookie)).toBe(lang))
  it('never leaves a gap in a sentence', () => {
    expect(() => fill('{a} and {b}', { a: 1 })).toThrow('{b}')
    expect(plural('en', { one: '{n} day', other: '{n} days' }, 1)).toBe('1 day')
  })
})

import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '#kernel/localized.ts'
import { catalogueFaults, catalogueOf } from './catalogue.ts'
import { fill, plural } from './message.ts'

describe('a catalogue', () => {
  it('has one shape in three languages, with the plural forms each language needs', () => {
    const catalogue = catalogueOf(
      { greeting: 'Сәлеметсіз бе', days: { other: '{n} күн' }, form: { send: 'Жіберу' } },
      { greeting: 'Здравствуйте', days: { one: '{n} день', few: '{n} дня', many: '{n} дней', other: '{n} дня' }, form: { send: 'Отправить' } },
      { greeting: 'Hello', days: { one: '{n} day', other: '{n} days' }, form: { send: 'Send' } },
    )
    expect(LANGUAGES.map((lang) => plural(lang, catalogue(lang).days, 3))).toEqual(['3 күн', '3 дня', '3 days'])
    expect(catalogue('ru').form.send).toBe('Отправить')
    // @ts-expect-error a catalogue that lacks a text does not compile
    catalogueOf({ a: 'а', b: 'ә' }, { a: 'а' }, { a: 'a', b: 'b' })
  })

  it('tells what another language lacks', () => {
    const kk = { a: '{x} бар', b: { c: 'мәтін', d: { other: '{n} күн' } }, e: 'е' }
    expect(catalogueFaults(kk, { a: 'есть {y}', b: { c: ' ', d: { one: 'день', other: '{n} дня' } }, f: 'ф' })).toEqual([
      'a: placeholders y instead of x', 'b.c: empty', 'e: missing', 'f: not in Kazakh',
    ])
    expect(catalogueFaults(kk, kk)).toEqual([])
    expect(catalogueFaults(kk, undefined)).toEqual(['(all): missing'])
  })
})

describe('a message', () => {
  it('does not take a value from what every object has by birth, nor read placeholders in a value', () => {
    expect(() => fill('{constructor}', {})).toThrow('no value for {constructor}')
    expect(fill('{a}', { a: '{b} $&' })).toBe('{b} $&')
  })

  it('writes the number of a plural as the language writes numbers', () => {
    expect(plural('en', { one: '{n} day', other: '{n} days' }, 1234)).toBe('1,234 days')
    expect(plural('ru', { one: '{n} день', few: '{n} дня', many: '{n} дней', other: '{n} дня' }, 1.5)).toBe('1,5 дня')
  })
})

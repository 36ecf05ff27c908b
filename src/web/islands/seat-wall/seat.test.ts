import { describe, expect, it } from 'vitest'
import { isTouched, timeText } from './seat.ts'

const box = (controls: object[], holds?: object) => ({ contains: (each: object) => each === holds, querySelectorAll: () => controls }) as never
const cursor = {} as Element

describe('a card of the wall in the browser', () => {
  it.each([[0, '0:00'], [-5_000, '0:00'], [1, '0:01'], [59_001, '1:00'], [1_800_000, '30:00'], [6_000_000, '100:00']])('writes %i ms as %s', (ms, text) => expect(timeText(ms)).toBe(text))

  it('is left alone while somebody is at its forms', () => {
    const text = (value: string) => ({ type: 'textarea', value, defaultValue: '' })
    expect(isTouched(box([text(''), { type: 'checkbox', checked: false, defaultChecked: false }]), null)).toBe(false)
    expect(isTouched(box([text('Сөйлес')]), null)).toBe(true)
    expect(isTouched(box([{ type: 'checkbox', checked: true, defaultChecked: false }]), null)).toBe(true)
    expect(isTouched(box([{ type: 'hidden', value: 'a', defaultValue: 'b' }]), null)).toBe(false)
    expect(isTouched(box([], cursor), cursor)).toBe(true)
    expect(isTouched(box([]), cursor)).toBe(false)
  })
})

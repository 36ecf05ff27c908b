import { describe, expect, it } from 'vitest'
import { isLit, judgeLine } from './judge.ts'

describe('the check before the day', () => {
  it.each([[10, 'dark'], [49, 'dark'], [50, 'good'], [120, 'good'], [225, 'good'], [226, 'bright']])('light %d is %s', (light, expected) => expect(isLit(light)).toBe(expected))
  it.each([[80, 20, 'good'], [80, 0.6, 'good'], [80, 0.5, 'poor'], [1600, 20, 'poor'], [80, 0.29, 'bad']])('a line that answers in %d ms and brings %d Mbit/s is %s', (waitMs, megabits, expected) => expect(judgeLine({ waitMs, megabits })).toBe(expected))
})

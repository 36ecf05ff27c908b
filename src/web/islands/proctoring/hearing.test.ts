import { describe, expect, it } from 'vitest'
import { hear, startHearing } from './hearing.ts'

/** Frames of 32 ms; each probability for so many of them. */
const after = (...parts: [number, number][]): boolean => parts.flatMap(([sure, count]) => Array.from({ length: count }, () => sure)).reduce((state, sure) => hear(state, sure, 32), startHearing()).speaking

describe('whether somebody speaks', () => {
  it.each<[string, [number, number][], boolean]>([
    ['silence', [[0.012, 300]], false],
    ['pink noise', [[0.038, 300]], false],
    ['something that is perhaps speech', [[0.4, 300]], false],
    ['speech', [[0.9, 3]], true],
    ['a pause between words', [[0.9, 3], [0.01, 24]], true],
    ['the end of speech', [[0.9, 3], [0.01, 25]], false],
    ['a voice that grows soft', [[0.9, 3], [0.4, 100]], true],
  ])('%s', (_name, frames, expected) => expect(after(...frames)).toBe(expected))
})

import { describe, expect, it } from 'vitest'
import { hear, HEARING, startHearing } from './hearing.ts'


/** Frames of 32 ms; each probability for so many of them. */
const heard = (norms: typeof HEARING, ...parts: [number, number][]): boolean => parts.flatMap(([sure, count]) => Array.from({ length: count }, () => sure)).reduce((state, sure) => hear(state, sure, 32, norms), startHearing()).speaking

describe('whether somebody speaks', () => {
  it.each<[string, [number, number][], boolean]>([
    ['silence', [[0.012, 300]], false],
    ['pink noise', [[0.038, 300]], false],
    ['something that is perhaps speech', [[0.4, 300]], false],
    ['speech', [[0.9, 3]], true],
    ['a pause between words', [[0.9, 3], [0.01, 24]], true],
    ['the end of speech', [[0.9, 3], [0.01, 25]], false],
    ['a voice that grows soft', [[0.9, 3], [0.4, 100]], true],
  ])('%s', (_name, frames, expected) => expect(heard(HEARING, ...frames)).toBe(expected))

  it.each<[string, Partial<typeof HEARING>, [number, number][], boolean]>([
    ['a surer norm hears no soft speech', { score: 0.95 }, [[0.9, 3]], false],
    ['a longer pause still ends nothing', { pauseMs: 2000 }, [[0.9, 3], [0.01, 25]], true],
    ['a voice that grows soft ends where the norm on quiet is higher', { quiet: 0.45 }, [[0.9, 3], [0.4, 100]], false],
  ])('%s', (_name, norms, frames, expected) => expect(heard({ ...HEARING, ...norms }, ...frames)).toBe(expected))
})

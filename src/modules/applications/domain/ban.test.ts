import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { parseNormEdition } from '#kernel/norm-edition.ts'
import type { NormValue } from '#kernel/norms.ts'
import { barredUntil } from './ban.ts'

const own = parseNormEdition(JSON.parse(readFileSync(join(import.meta.dirname, '../../../../norms/2026-01.json'), 'utf8')))
const withBan = (value: NormValue) => ({ ...own, norms: own.norms.map((norm) => (norm.key === 'violation.banAfterRemoval' ? { ...norm, value } : norm)) })
const removed = (on: string, value: NormValue) => ({ removedOn: day(on), norms: withBan(value) })

describe('a person removed for a violation', () => {
  it.each<[string, ReturnType<typeof removed>[], string, string | undefined]>([
    ['is barred by nothing while the norm is not set', [removed('2026-03-26', null)], '2026-03-26', undefined],
    ['waits on the last of thirty days', [removed('2026-03-26', 30)], '2026-04-25', '2026-04-26'],
    ['may apply on the day after it', [removed('2026-03-26', 30)], '2026-04-26', undefined],
    ['is barred on the very day', [removed('2026-03-26', 1)], '2026-03-26', '2026-03-28'],
    ['waits across the end of February', [removed('2026-02-27', 2)], '2026-03-01', '2026-03-02'],
    ['waits across the turn of the year', [removed('2026-12-30', 2)], '2027-01-01', '2027-01-02'],
    ['waits for the longest of two bans', [removed('2026-03-26', 90), removed('2026-05-01', 10)], '2026-06-24', '2026-06-25'],
    ['is barred by each removal under its own norms', [removed('2026-03-26', null), removed('2026-05-01', 10)], '2026-05-11', '2026-05-12'],
    ['was never removed', [], '2026-03-26', undefined],
  ])('%s', (_, removals, on, first) => expect(barredUntil(removals, day(on))).toBe(first))
})

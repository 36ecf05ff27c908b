import { day } from '#kernel/day.ts'
import { describe, expect, it } from 'vitest'
import { basisOn, redoOf, replacements, type BasisInTime } from './redo.ts'

const of = { professionCode: 'K-1', level: 4 }
const other = { professionCode: 'K-2', level: 4 }
const basis = (code: string, from: string, until: string | null, professions = [of]): BasisInTime =>
  ({ versionId: `${code}/${from}`, code, kind: code.startsWith('Q') ? 'requirements' : 'standard', validFrom: day(from), validUntil: until ? day(until) : null, professions })
const programme = (approvedOn: string) => ({ ...of, approvedOn: day(approvedOn) })
const S1 = basis('S', '2025-01-01', '2026-05-01')
const S2 = basis('S', '2026-05-01', null)
const Q1 = basis('Q', '2024-01-01', null)

describe('the basis of a qualification on a day', () => {
  it.each<[string, BasisInTime[], string, string | undefined]>([
    ['the version of that day', [S1, S2], '2026-04-30', S1.versionId], ['the next one from its first day', [S1, S2], '2026-05-01', S2.versionId],
    ['a standard before requirements', [Q1, S1], '2025-06-01', S1.versionId], ['requirements where there is no standard yet', [Q1, S1], '2024-12-31', Q1.versionId],
    ['nothing that names another profession', [basis('S', '2025-01-01', null, [other])], '2025-06-01', undefined],
  ])('is %s', (_, bases, on, expected) => expect(basisOn(bases, of, day(on))?.versionId).toBe(expected))
})

describe('a programme is to be redone', () => {
  it.each<[string, string, BasisInTime[], string | undefined]>([
    ['not while its standard stands', '2025-06-01', [basis('S', '2025-01-01', null)], undefined],
    ['when a new version changes its standard', '2025-06-01', [S1, S2], 'changed 2026-05-01'],
    ['not when it was approved on the first day of that version', '2026-05-01', [S1, S2], undefined],
    ['when it was approved the day before', '2026-04-30', [S1, S2], 'changed 2026-05-01'],
    ['when a standard takes the place of requirements', '2024-06-01', [Q1, S1], 'replaced 2025-01-01'],
    ['when a standard appears where nothing was known', '2024-06-01', [S1], 'appeared 2025-01-01'],
    ['when requirements are renewed', '2024-06-01', [basis('Q', '2024-01-01', '2025-01-01'), basis('Q', '2025-01-01', null)], 'changed 2025-01-01'],
    ['not by requirements beside a standard', '2025-06-01', [basis('S', '2025-01-01', null), basis('Q', '2025-09-01', null)], undefined],
    ['when the new version no longer names the profession', '2025-06-01', [S1, basis('S', '2026-05-01', null, [other])], 'lost 2026-05-01'],
    ['by the newest of several versions', '2025-06-01', [S1, basis('S', '2026-05-01', '2026-08-01'), basis('S', '2026-08-01', null)], 'changed 2026-08-01'],
    ['not by a standard of another profession', '2025-06-01', [basis('S', '2026-01-01', null, [other])], undefined],
  ])('%s', (_, approvedOn, bases, expected) => {
    const redo = redoOf(programme(approvedOn), bases)
    expect(redo && `${redo.reason} ${redo.on}`).toBe(expected)
  })
})

describe('requirements', () => {
  it('are replaced by a standard from its first day, profession by profession', () => {
    const requirements = basis('Q', '2024-01-01', null, [of, other])
    expect(replacements(requirements, [S2, S1]).map(({ of: { professionCode }, on }) => `${professionCode} ${on}`)).toEqual(['K-1 2025-01-01'])
  })
})

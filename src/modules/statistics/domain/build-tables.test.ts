import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '#kernel/day.ts'
import { attack } from '../../../../test/support/table-attack.ts'
import { buildTables } from './build-tables.ts'
import type { Counts } from './counts.ts'
import { filterAsked, filterRows, FILTERS_OF, type FilterBy } from './table-filter.ts'
import { TABLE_IDS, type TableId, type TableRow, type Tables } from './tables.ts'

const CENTRES = ['a', 'b', 'c', 'd', 'e']
const CODES = ['K-1', 'K-2', 'K-3', 'K-4', 'K-5', 'K-6']
const directionOf = (code: string): string => (Number(code.slice(2)) % 3 === 0 ? 'it' : Number(code.slice(2)) % 3 === 1 ? 'mining' : 'tourism')
const few = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 4 }) }, fc.integer({ min: 5, max: 60 }))
const place = { year: fc.constantFrom(2024, 2025), centreId: fc.constantFrom(...CENTRES), professionCode: fc.constantFrom(...CODES) }
const unique = <Row extends { year: number; centreId: string; professionCode: string }>(rows: Row[]): Row[] => [...new Map(rows.map((row) => [`${row.year}${row.centreId}${row.professionCode}`, row])).values()]

/** Joint numbers told by centre and by profession apart. */
function twice<Row extends { centreId: string; professionCode: string }>(rows: readonly Row[]) {
  return rows.flatMap(({ centreId, professionCode, ...row }) => [{ ...row, by: 'centre' as const, value: centreId }, { ...row, by: 'profession' as const, value: professionCode }])
}

/** Joint counts told by each feature apart, as the database tells them. */
function apart(rows: { year: number; centreId: string; professionCode: string; month: number; funding: string | null; persons: number }[]): Counts['recognised'] {
  return rows.flatMap(({ year, persons, centreId, professionCode, month, funding }) => [
    { year, persons, by: 'centre' as const, value: centreId }, { year, persons, by: 'profession' as const, value: professionCode }, { year, persons, by: 'month' as const, value: String(month) },
    { year, persons, by: 'funding' as const, value: funding ?? 'unknown' },
  ])
}

const anyCounts: fc.Arbitrary<Counts> = fc.record({
  recognised: fc.array(fc.record({ ...place, month: fc.integer({ min: 1, max: 12 }), funding: fc.constantFrom('own', 'voucher', 'employer', null), persons: few }), { maxLength: 40 }),
  outcomes: fc.array(fc.record({ ...place, passed: few, failed: fc.integer({ min: 0, max: 6 }) }), { maxLength: 20 }), applications: fc.array(fc.record({ ...place, applications: few }), { maxLength: 20 }),
  cohorts: fc.uniqueArray(fc.record({ year: fc.constantFrom(2022, 2023, 2024, 2025), persons: fc.integer({ min: 4, max: 50 }), valid: fc.integer({ min: 0, max: 4 }) }), { selector: (row) => row.year }),
  terms: fc.uniqueArray(fc.record({ year: fc.constant(2025), rule: fc.constantFrom('T1', 'T2', 'T4'), kept: few, late: fc.integer({ min: 0, max: 6 }) }), { selector: (row) => row.rule }),
  drops: fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 4, maxLength: 4 }),
}).map(({ drops, ...rows }) => {
  const applications = unique(rows.applications)
  const registered = applications.filter((row) => row.year === 2025).reduce((sum, row) => sum + row.applications, 0)
  const [contract, notified, held, decided] = drops.reduce<number[]>((all, drop) => [...all, Math.max(0, (all.at(-1) ?? registered) - drop)], [])
  return {
    asOf: '2025-12-31' as Day, bodies: [], professions: [], directionOf: new Map(CODES.map((code) => [code, directionOf(code)])), centres: [], regionOf: new Map(CENTRES.map((id) => [id, `r-${id}`])), vouchers: [],
    times: [], seats: [], appeals: [{ year: 2025, lodged: 9, upheldPass: 1, upheldAgain: 1, rejected: 5, withdrawn: 0 }], norms: new Map(), forecast: { days: 60, until: '2026-03-01' as Day, lately: twice(applications.filter((row) => row.year === 2025)), seats: [] }, accreditationDocuments: 5, accreditationStages: 6,
    ...rows, recognised: apart(rows.recognised), applications: twice(applications), outcomes: twice(unique(rows.outcomes)), funnels: applications.some((row) => row.year === 2025) ? [{ year: 2025, registered, contract: contract!, notified: notified!, held: held!, decided: decided! }] : [],
  }
})

describe('the published tables', () => {
  it('tell no number of one to four and leave none to be found by subtraction, whatever was counted', () => {
    fc.assert(fc.property(anyCounts, (counts) => {
      const { small, found } = attack(buildTables(counts, 5), directionOf)
      expect(small).toEqual([])
      expect(found).toEqual([])
    }), { numRuns: 150, seed: 20_260_331 })
  })

  it('give whoever lays every filtered view side by side no cell that the whole table withholds, and nothing to subtract', () => {
    let [withheld, views] = [0, 0]
    fc.assert(fc.property(anyCounts, (counts) => {
      const published = buildTables(counts, 5)
      const gathered = Object.fromEntries(TABLE_IDS.map((id) => [id, new Set<TableRow>()])) as Record<TableId, Set<TableRow>>
      for (const id of TABLE_IDS) {
        const features = FILTERS_OF[id]
        const valuesOf = (by: FilterBy) => new Set(published[id].flatMap((row) => ('by' in row ? (row['by'] === by ? [String(row['value'])] : []) : [String(row[by])])))
        for (const by of features) {
          for (const value of valuesOf(by)) {
            const view = filterRows(id, published[id], { by, value })
            views++
            // A view has rows of the one table, untouched: the cell that is withheld there is withheld here.
            for (const row of view) {
              expect(published[id]).toContain(row)
              gathered[id].add(row)
            }
            if (id === 'outcomes' || id === 'demand' || id === 'recognised') expect(new Set(view.map((row) => row['year'])).size).toBe(view.length)
          }
        }
        for (const row of published[id]) if (!features.some((by) => row['by'] === by)) gathered[id].add(row)
      }
      // Put together again by the attacker: what he has is the table, and that holds.
      const all = Object.fromEntries(TABLE_IDS.map((id) => [id, [...gathered[id]]])) as unknown as Tables
      const { small, found, withheld: some } = attack(all, directionOf)
      expect([small, found]).toEqual([[], []])
      withheld += some
    }), { numRuns: 60, seed: 20_260_401 })
    expect(withheld).toBeGreaterThan(100)
    expect(views).toBeGreaterThan(500)
  })

  it('are attacked in earnest: without suppression the attacker sees small numbers, and with one cell blotted out he finds it', () => {
    const [counts] = fc.sample(anyCounts, { numRuns: 1, seed: 7 })
    const open = buildTables(counts!, 1)
    expect(attack(open, directionOf).small.length).toBeGreaterThan(0)
    const blotted = { ...open, recognised: open.recognised.map((row, line) => (line === 1 ? { ...row, persons: null } : row)) }
    expect(attack(blotted, directionOf).found).toHaveLength(1)
  })
})

describe('the filter that is asked for', () => {
  it.each([
    ['none', {}, undefined, false], ['one that the table has', { region: '1' }, { by: 'region', value: '1' }, false], ['an empty one', { region: '' }, undefined, false],
    ['two at once: the first, and it is said', { profession: 'K-1', region: '1' }, { by: 'region', value: '1' }, true], ['one that the table has not', { direction: 'it' }, undefined, true],
  ] as const)('%s', (_says, asked, filter, wrong) => expect(filterAsked(asked, ['outcomes'])).toEqual({ filter, wrong }))
})

import type { CaseCounts } from './counts.ts'

/** A number of a day: theme, year, by what and whose. Names as the owners of the rows tell them. */
export interface DaySummed {
  theme: string
  year: number
  by: string
  value: string
  n: number
}

type Column = 'registered' | 'contract' | 'notified' | 'held' | 'decided'
const none = { registered: 0, contract: 0, notified: 0, held: 0, decided: 0 }

/** The numbers of a day, kept by day, in the shape in which they are counted from every row. */
export function countsOf(sums: readonly DaySummed[]): CaseCounts {
  const of = Map.groupBy(sums, (row) => row.theme)
  const rows = (theme: string): readonly DaySummed[] => of.get(theme) ?? []
  const byYear = (theme: string): [number, DaySummed[]][] => [...Map.groupBy(rows(theme), (row) => row.year)].sort(([a], [b]) => a - b)
  const named = (members: readonly DaySummed[], by: string): number => members.filter((row) => row.by === by).reduce((sum, row) => sum + row.n, 0)
  return {
    applications: rows('applications').map((row) => ({ year: row.year, by: row.by as 'centre', value: row.value, applications: row.n })),
    recognised: rows('recognised').map((row) => ({ year: row.year, by: row.by as 'centre', value: row.value, persons: row.n })),
    cohorts: byYear('holders').map(([year, members]) => ({ year, persons: named(members, 'persons'), valid: named(members, 'valid') })),
    funnels: byYear('funnel').map(([year, members]) => ({ year, ...none, ...(Object.fromEntries(members.map((row) => [row.by, row.n])) as Partial<Record<Column, number>>) })),
    terms: byYear('terms').flatMap(([year, members]) => [...Map.groupBy(members, (row) => row.by)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, some]) => ({
      year, rule, kept: some.find((row) => row.value === 'kept')?.n ?? 0, late: some.find((row) => row.value === 'late')?.n ?? 0,
    }))),
    outcomes: (['centre', 'profession'] as const).flatMap((by) => [...Map.groupBy(rows(`outcomes-${by}`), (row) => `${row.year}|${row.value}`).values()].map((some) => ({
      year: some[0]!.year, by, value: some[0]!.value, passed: named(some, 'pass'), failed: named(some, 'fail'),
    }))),
    times: byYear('times').map(([year, members]) => {
      const days = members.map((row) => ({ value: Number(row.value), n: row.n })).sort((a, b) => a.value - b.value)
      return { year, documents: days.reduce((sum, each) => sum + each.n, 0), median: nearestRank(days, 0.5), p90: nearestRank(days, 0.9) }
    }),
  }
}

/** The smallest value up to which at least this share of all lies: one that really occurred. */
export function nearestRank(values: readonly { value: number; n: number }[], share: number): number {
  const wanted = Math.max(1, Math.ceil(values.reduce((sum, each) => sum + each.n, 0) * share))
  let passed = 0
  for (const { value, n } of values) {
    passed += n
    if (passed >= wanted) return value
  }
  return Number.NaN
}

/** Numbers counted by centre and profession together, told by each apart. */
export function toldApart<Row extends { centreId: string; professionCode: string; year: number }>(rows: readonly Row[]): (Omit<Row, 'centreId' | 'professionCode'> & { by: 'centre' | 'profession'; value: string })[] {
  return rows.flatMap(({ centreId, professionCode, ...row }) => [{ ...row, by: 'centre' as const, value: centreId }, { ...row, by: 'profession' as const, value: professionCode }])
}

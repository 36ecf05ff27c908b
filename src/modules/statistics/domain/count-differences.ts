import type { CaseCounts } from './counts.ts'

export interface CountDifference {
  where: string
  kept: number
  counted: number
}

/** Every number in which two counts of the same day differ, and how many were compared. What only one of them has is nothing in the other. */
export function differencesBetween(kept: CaseCounts, counted: CaseCounts): { numbers: number; differences: CountDifference[] } {
  const [one, other] = [numbersOf(kept), numbersOf(counted)]
  const names = [...new Set([...one.keys(), ...other.keys()])].sort()
  return { numbers: names.length, differences: names.map((where) => ({ where, kept: one.get(where) ?? 0, counted: other.get(where) ?? 0 })).filter((each) => each.kept !== each.counted) }
}

/** Every number by its name: the texts and the year of its row, and its column. */
function numbersOf(counts: CaseCounts): Map<string, number> {
  const found = new Map<string, number>()
  for (const [theme, rows] of Object.entries(counts) as [keyof CaseCounts, readonly Readonly<Record<string, string | number>>[]][]) {
    for (const row of rows) {
      const name = [theme, row['year'], row['by'], row['rule'], row['value']].filter((part) => part !== undefined).join('/')
      for (const [column, value] of Object.entries(row)) {
        if (typeof value !== 'number' || column === 'year') continue
        const where = `${name}/${column}`
        found.set(where, (found.get(where) ?? 0) + value)
      }
    }
  }
  return found
}

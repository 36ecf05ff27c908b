import type { Day } from '#kernel/day.ts'

/** People who wait at one centre for one qualification, and the seats to which they can still be called. */
export interface WaitingLine {
  centreId: string
  region: string
  professionCode: string
  level: number
  waiting: number
  /** Since when the first of them waits; none where nobody does. */
  since: Day | undefined
  theory: number
  practice: number
  /** Whole exams that the planned seats allow: whoever is examined needs a seat at either stage. */
  seats: number
  /** For how many of them no seat is planned. */
  without: number
}
export interface WaitingSum {
  key: string
  waiting: number
  seats: number
  without: number
}

interface Facts {
  waiting: readonly { centreId: string; professionCode: string; level: number; waiting: number; since: Day }[]
  seats: readonly { centreId: string; professionCode: string; level: number; theory: number; practice: number }[]
  regionOf: ReadonlyMap<string, string>
}

const keyOf = (of: { centreId: string; professionCode: string; level: number }): string => `${of.centreId}/${of.professionCode}/${of.level}`

/** Demand beside capacity, line by line; first where seats are missing for most. A seat of one centre is no use to who waits at another. */
export function waitingLines({ waiting, seats, regionOf }: Facts): WaitingLine[] {
  const lines = new Map<string, WaitingLine>()
  const lineOf = (of: { centreId: string; professionCode: string; level: number }): WaitingLine => {
    const found = lines.get(keyOf(of)) ?? {
      centreId: of.centreId, region: regionOf.get(of.centreId) ?? '', professionCode: of.professionCode, level: of.level, waiting: 0, since: undefined, theory: 0, practice: 0, seats: 0, without: 0,
    }
    lines.set(keyOf(of), found)
    return found
  }
  for (const each of waiting) Object.assign(lineOf(each), { waiting: each.waiting, since: each.since })
  for (const each of seats) Object.assign(lineOf(each), { theory: each.theory, practice: each.practice, seats: Math.min(each.theory, each.practice) })
  return [...lines.values()].filter((line) => line.waiting > 0 || line.seats > 0)
    .map((line) => ({ ...line, without: Math.max(0, line.waiting - line.seats) }))
    .sort((a, b) => b.without - a.without || b.waiting - a.waiting || (keyOf(a) < keyOf(b) ? -1 : 1))
}

/** The same lines added up; those without are added and not subtracted anew, for a free seat at another centre helps nobody. */
export function sumWaiting(lines: readonly WaitingLine[], by: 'region' | 'professionCode'): WaitingSum[] {
  const sums = [...Map.groupBy(lines, (line) => line[by])].map(([key, members]) => ({
    key, waiting: total(members, 'waiting'), seats: total(members, 'seats'), without: total(members, 'without'),
  }))
  return sums.filter((sum) => sum.waiting > 0).sort((a, b) => b.without - a.without || b.waiting - a.waiting || (a.key < b.key ? -1 : 1))
}

function total(lines: readonly WaitingLine[], of: 'waiting' | 'seats' | 'without'): number {
  return lines.reduce((sum, line) => sum + line[of], 0)
}

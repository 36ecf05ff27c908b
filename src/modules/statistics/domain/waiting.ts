import type { Day } from '#kernel/day.ts'

/** People who wait at one centre for one qualification, and the seats to which they can still be called. */
export interface WaitingLine {
  centreId: string
  region: string
  professionCode: string
  level: number
  waiting: number
  /** Of these, who chose to take the exam on line. */
  waitingOnline: number
  /** Since when the first of them waits; none where nobody does. */
  since: Day | undefined
  theory: number
  practice: number
  theoryOnline: number
  practiceOnline: number
  /** Whole exams that the planned seats allow: whoever is examined needs a seat at either stage. */
  seats: number
  /** Of these, with the theory on line. */
  seatsOnline: number
  /** For how many of them no seat is planned. */
  without: number
}
export interface WaitingSum {
  key: string
  waiting: number
  waitingOnline: number
  seats: number
  seatsOnline: number
  without: number
}

interface Facts {
  waiting: readonly { centreId: string; professionCode: string; level: number; waiting: number; online: number; since: Day }[]
  seats: readonly { centreId: string; professionCode: string; level: number; theory: number; practice: number; theoryOnline: number; practiceOnline: number }[]
  regionOf: ReadonlyMap<string, string>
}

const keyOf = (of: { centreId: string; professionCode: string; level: number }): string => `${of.centreId}/${of.professionCode}/${of.level}`

/** Demand beside capacity, line by line; first where seats are missing for most. A seat of one centre is no use to who waits at another. */
export function waitingLines({ waiting, seats, regionOf }: Facts): WaitingLine[] {
  const lines = new Map<string, WaitingLine>()
  const lineOf = (of: { centreId: string; professionCode: string; level: number }): WaitingLine => {
    const found = lines.get(keyOf(of)) ?? {
      centreId: of.centreId, region: regionOf.get(of.centreId) ?? '', professionCode: of.professionCode, level: of.level, waiting: 0, waitingOnline: 0, since: undefined, theory: 0, practice: 0, theoryOnline: 0, practiceOnline: 0, seats: 0, seatsOnline: 0, without: 0,
    }
    lines.set(keyOf(of), found)
    return found
  }
  for (const each of waiting) Object.assign(lineOf(each), { waiting: each.waiting, waitingOnline: each.online, since: each.since })
  for (const each of seats) Object.assign(lineOf(each), { theory: each.theory, practice: each.practice, theoryOnline: each.theoryOnline, practiceOnline: each.practiceOnline, ...wholeExams(each) })
  return [...lines.values()].filter((line) => line.waiting > 0 || line.seats > 0)
    .map((line) => ({ ...line, without: withoutSeat(line) }))
    .sort((a, b) => b.without - a.without || b.waiting - a.waiting || (keyOf(a) < keyOf(b) ? -1 : 1))
}

type Places = Pick<WaitingLine, 'theory' | 'practice' | 'theoryOnline' | 'practiceOnline'>

/**
 * Whole exams of two kinds. In the centre both stages are; on line the theory is, and the practice where the candidate's programme lets it, else in the centre: so an exam on
 * line takes a practice of either kind, the one on line first [I].
 */
function wholeExams({ theory, practice, theoryOnline, practiceOnline }: Places): { seats: number; seatsOnline: number } {
  const inCentre = Math.min(theory - theoryOnline, practice - practiceOnline)
  const onLine = Math.min(theoryOnline, practice - inCentre)
  return { seats: inCentre + onLine, seatsOnline: onLine }
}

/** For how many no seat of the kind they chose is planned; of the practices in the centre those who chose the centre take theirs first. */
function withoutSeat({ waiting, waitingOnline, ...places }: WaitingLine): number {
  const inCentre = Math.min(waiting - waitingOnline, places.theory - places.theoryOnline, places.practice - places.practiceOnline)
  const onLine = Math.min(waitingOnline, places.theoryOnline, places.practice - inCentre)
  return waiting - inCentre - onLine
}

/** The same lines added up; those without are added and not subtracted anew, for a free seat at another centre helps nobody. */
export function sumWaiting(lines: readonly WaitingLine[], by: 'region' | 'professionCode'): WaitingSum[] {
  const sums = [...Map.groupBy(lines, (line) => line[by])].map(([key, members]) => ({
    key, waiting: total(members, 'waiting'), waitingOnline: total(members, 'waitingOnline'), seats: total(members, 'seats'), seatsOnline: total(members, 'seatsOnline'), without: total(members, 'without'),
  }))
  return sums.filter((sum) => sum.waiting > 0).sort((a, b) => b.without - a.without || b.waiting - a.waiting || (a.key < b.key ? -1 : 1))
}

function total(lines: readonly WaitingLine[], of: 'waiting' | 'waitingOnline' | 'seats' | 'seatsOnline' | 'without'): number {
  return lines.reduce((sum, line) => sum + line[of], 0)
}

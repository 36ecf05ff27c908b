/** One mark that counts; `at` in milliseconds since the epoch. */
export interface QualityMark {
  runId: string
  stepNo: number
  assessorId: string
  done: boolean
  at: number
}

/** From how many operations on a figure is shown, and from how many a pair that never differed is named; both norms [D]. */
export interface QualityNorms {
  minMarks: number
  agreedMarks: number
}

/** Null: too few operations, or nothing to compare. */
export interface AssessorFigures {
  assessorId: string
  runs: number
  marks: number
  notDonePercent: number | null
  /** Operations that a colleague marked too: how often he says "not done" there, and how often they do. */
  shared: number
  ownNotDonePercent: number | null
  othersNotDonePercent: number | null
  /** Median seconds from one mark to the next within one practice. */
  secondsPerMark: number | null
}

export const KAPPA_BANDS = ['none', 'weak', 'moderate', 'good', 'very-good'] as const
export type KappaBand = (typeof KAPPA_BANDS)[number]

export interface PairFigures {
  a: string
  b: string
  /** Operations that both marked, and of them those marked differently. */
  both: number
  differ: number
  /** Cohen's kappa, two decimals; null where there are too few operations, or where each gave the same mark everywhere and chance cannot be told from agreement. */
  kappa: number | null
  band: KappaBand | null
  never: boolean
}

const percent = (part: number, whole: number): number => Math.round((part / whole) * 100)

/** Cohen's kappa of two marks of yes and no; undefined where chance alone explains everything. Source: J. Cohen, 1960. */
export function cohensKappa(counts: { bothDone: number; onlyFirst: number; onlySecond: number; neither: number }): number | undefined {
  const { bothDone, onlyFirst, onlySecond, neither } = counts
  const n = bothDone + onlyFirst + onlySecond + neither
  if (n === 0) return undefined
  const [first, second] = [(bothDone + onlyFirst) / n, (bothDone + onlySecond) / n]
  const chance = first * second + (1 - first) * (1 - second)
  return chance === 1 ? undefined : ((bothDone + neither) / n - chance) / (1 - chance)
}

/** The bands in which kappa is told in words: up to 0.2, 0.4, 0.6, 0.8 and above (after Landis and Koch, 1977). */
export function kappaBand(kappa: number): KappaBand {
  return KAPPA_BANDS[[0.2, 0.4, 0.6, 0.8].filter((limit) => kappa > limit).length]!
}

/** Every two who marked the same operations, those with most operations first. */
export function pairFigures(marks: readonly QualityMark[], norms: QualityNorms): PairFigures[] {
  const pairs = new Map<string, { a: string; b: string; counts: Parameters<typeof cohensKappa>[0] }>()
  for (const given of byOperation(marks).values()) {
    for (const [place, first] of given.entries()) {
      for (const second of given.slice(place + 1)) {
        const key = `${first.assessorId} ${second.assessorId}`
        const pair = pairs.get(key) ?? { a: first.assessorId, b: second.assessorId, counts: { bothDone: 0, onlyFirst: 0, onlySecond: 0, neither: 0 } }
        pairs.set(key, pair)
        pair.counts[first.done ? (second.done ? 'bothDone' : 'onlyFirst') : second.done ? 'onlySecond' : 'neither']++
      }
    }
  }
  return [...pairs.values()].map(({ a, b, counts }) => {
    const differ = counts.onlyFirst + counts.onlySecond
    const both = differ + counts.bothDone + counts.neither
    const exact = both < norms.minMarks ? undefined : cohensKappa(counts)
    return { a, b, both, differ, kappa: exact === undefined ? null : Math.round(exact * 100) / 100, band: exact === undefined ? null : kappaBand(exact), never: differ === 0 && both >= norms.agreedMarks }
  }).sort((x, y) => y.both - x.both || (x.a + x.b < y.a + y.b ? -1 : 1))
}

/** Every assessor who marked something, those with most operations first. */
export function assessorFigures(marks: readonly QualityMark[], norms: QualityNorms): AssessorFigures[] {
  const operations = byOperation(marks)
  return [...Map.groupBy(marks, (mark) => mark.assessorId)].map(([assessorId, own]) => {
    const shared = own.filter((mark) => operations.get(keyOf(mark))!.length > 1)
    const others = shared.flatMap((mark) => operations.get(keyOf(mark))!.filter((other) => other.assessorId !== assessorId))
    const notDone = (of: readonly QualityMark[]) => percent(of.filter((mark) => !mark.done).length, of.length)
    const compared = shared.length >= norms.minMarks
    return {
      assessorId, runs: new Set(own.map((mark) => mark.runId)).size, marks: own.length, notDonePercent: own.length < norms.minMarks ? null : notDone(own), shared: shared.length,
      ownNotDonePercent: compared ? notDone(shared) : null, othersNotDonePercent: compared ? notDone(others) : null, secondsPerMark: own.length < norms.minMarks ? null : medianGap(own),
    }
  }).sort((x, y) => y.marks - x.marks || (x.assessorId < y.assessorId ? -1 : 1))
}

const keyOf = (mark: QualityMark): string => `${mark.runId} ${mark.stepNo}`

function byOperation(marks: readonly QualityMark[]): Map<string, QualityMark[]> {
  const sorted = [...marks].sort((x, y) => (x.assessorId < y.assessorId ? -1 : x.assessorId > y.assessorId ? 1 : 0))
  return Map.groupBy(sorted, keyOf)
}

function medianGap(own: readonly QualityMark[]): number | null {
  const gaps = [...Map.groupBy(own, (mark) => mark.runId).values()].flatMap((run) => {
    const times = run.map((mark) => mark.at).sort((x, y) => x - y)
    return times.slice(1).map((time, place) => (time - times[place]!) / 1000)
  }).sort((x, y) => x - y)
  return gaps.length === 0 ? null : Math.round((gaps[Math.floor((gaps.length - 1) / 2)]! + gaps[Math.ceil((gaps.length - 1) / 2)]!) / 2)
}

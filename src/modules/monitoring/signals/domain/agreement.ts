import { percent, type Found, type SignalNorms } from './signal.ts'

export interface StepMark {
  runId: string
  caseId: string
  centreId: string
  stepNo: number
  assessorId: string
  done: boolean
}
interface Pair {
  centreId: string
  a: string
  b: string
  both: number
  differ: number
  runs: Set<string>
  cases: Set<string>
  bothDone: number
}

function pairsOf(marks: readonly StepMark[]): Pair[] {
  const byStep = new Map<string, StepMark[]>()
  for (const mark of marks) {
    const key = `${mark.runId} ${mark.stepNo}`
    const given = byStep.get(key)
    if (given) given.push(mark)
    else byStep.set(key, [mark])
  }
  const pairs = new Map<string, Pair>()
  for (const given of byStep.values()) {
    for (const [place, first] of given.entries()) {
      for (const second of given.slice(place + 1)) {
        const [a, b] = [first.assessorId, second.assessorId].sort() as [string, string]
        const key = `${first.centreId} ${a} ${b}`
        const pair = pairs.get(key) ?? { centreId: first.centreId, a, b, both: 0, differ: 0, runs: new Set<string>(), cases: new Set<string>(), bothDone: 0 }
        pairs.set(key, pair)
        pair.both++
        if (first.done !== second.done) pair.differ++
        else if (first.done) pair.bothDone++
        pair.runs.add(first.runId)
        pair.cases.add(first.caseId)
      }
    }
  }
  return [...pairs.values()]
}

/**
 * Two assessors who marked many operations together and never differed in one. Beside it stands how often other pairs differ, and how many
 * of the operations both marked as done: where nearly all are, never differing is no wonder.
 */
export function agreementSignals(marks: readonly StepMark[], norms: SignalNorms): Found[] {
  const pairs = pairsOf(marks)
  const [all, differing] = [pairs.reduce((sum, pair) => sum + pair.both, 0), pairs.reduce((sum, pair) => sum + pair.differ, 0)]
  return pairs.filter((pair) => pair.differ === 0 && pair.both >= norms.agreedMarks).map((pair) => ({
    kind: 'agreement' as const, centreId: pair.centreId, subject: `${pair.a} ${pair.b}`, weight: pair.both, caseIds: [...pair.cases].sort(),
    figures: { assessorA: pair.a, assessorB: pair.b, marks: pair.both, people: pair.runs.size, done: percent(pair.bothDone / pair.both), othersDiffer: all > pair.both ? percent(differing / (all - pair.both)) : -1, othersMarks: all - pair.both },
  })).sort((x, y) => (x.subject < y.subject ? -1 : 1))
}

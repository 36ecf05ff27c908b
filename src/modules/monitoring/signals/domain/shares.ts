import { STAGES, type Stage } from '#kernel/exam-stage.ts'
import { wilsonInterval } from './chance.ts'
import { percent, type Found, type SignalNorms } from './signal.ts'

export interface Result {
  caseId: string
  centreId: string
  stage: Stage
  passed: boolean
}

/**
 * A centre whose candidates pass a stage far more or far less often than those of all other centres together: the interval in which the
 * centre's true share lies with the confidence of the norm does not meet that of the others, and the distance is not small.
 */
export function passRateSignals(results: readonly Result[], norms: SignalNorms): Found[] {
  const found: Found[] = []
  for (const stage of STAGES) {
    const held = results.filter((result) => result.stage === stage)
    const allPassed = held.filter((result) => result.passed).length
    for (const centreId of [...new Set(held.map((result) => result.centreId))].sort()) {
      const own = held.filter((result) => result.centreId === centreId)
      const others = held.length - own.length
      if (own.length < norms.minCases || others < norms.minCases) continue
      const passed = own.filter((result) => result.passed).length
      const [share, othersShare] = [passed / own.length, (allPassed - passed) / others]
      const { low, high } = wilsonInterval(passed, own.length, norms.confidencePercent)
      const around = wilsonInterval(allPassed - passed, others, norms.confidencePercent)
      if ((around.low <= high && around.high >= low) || Math.abs(share - othersShare) * 100 < norms.passRateDistance) continue
      found.push({
        kind: 'pass-rate', centreId, subject: stage, weight: own.length, caseIds: own.map((result) => result.caseId),
        figures: { stage, passed, total: own.length, share: percent(share), low: percent(low), high: percent(high), othersShare: percent(othersShare), othersTotal: others, direction: share > othersShare ? 'more' : 'less' },
      })
    }
  }
  return found
}

export interface ClockCount {
  centreId: string
  total: number
  late: number
  lateCaseIds: readonly string[]
}

/** A centre that is late with more of its terms than the norm allows, when enough of them have come to an end. */
export function lateSignals(counts: readonly ClockCount[], norms: SignalNorms): Found[] {
  const [all, allLate] = [counts.reduce((sum, each) => sum + each.total, 0), counts.reduce((sum, each) => sum + each.late, 0)]
  return counts.filter((each) => each.total >= norms.minCases && each.late * 100 > norms.lateSharePercent * each.total).map((each) => ({
    kind: 'late' as const, centreId: each.centreId, subject: 'terms', weight: each.total, caseIds: each.lateCaseIds,
    figures: { late: each.late, total: each.total, share: percent(each.late / each.total), othersShare: all > each.total ? percent((allLate - each.late) / (all - each.total)) : -1 },
  })).sort((a, b) => (a.centreId < b.centreId ? -1 : 1))
}

export interface TimedRun {
  caseId: string
  centreId: string
  sittingId: string
  onDay: string
  questions: number
  passed: boolean
  seconds: number
}

/** A sitting in which several people passed in less time a question than reading it takes. */
export function fastSignals(runs: readonly TimedRun[], norms: SignalNorms): Found[] {
  const fast = runs.filter((run) => run.passed && run.questions > 0 && run.seconds < norms.fastSeconds * run.questions)
  return [...new Set(fast.map((run) => run.sittingId))].sort().flatMap((sittingId) => {
    const own = fast.filter((run) => run.sittingId === sittingId)
    if (own.length < norms.fastRuns) return []
    const quickest = Math.min(...own.map((run) => run.seconds / run.questions))
    return [{
      kind: 'fast' as const, centreId: own[0]!.centreId, subject: sittingId, weight: own.length, caseIds: own.map((run) => run.caseId),
      figures: { people: own.length, of: runs.filter((run) => run.sittingId === sittingId).length, quickest: Math.round(quickest * 10) / 10, threshold: norms.fastSeconds, day: own[0]!.onDay },
    }]
  })
}

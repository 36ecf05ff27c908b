import type { Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'

export interface ClosingFacts {
  step: string
  /** The clock T6 of the newest result; undefined while it has not been made known. */
  term: { startedOn: Day; lastOn: Day } | undefined
  openAppeal: boolean
  /** The decision on an appeal from the newest result has not been handed over to somebody without an account. */
  appealUndelivered: boolean
  /** Until when the newest appeal, which was rejected, may be followed by one of the second instance. */
  secondUntil?: Day | undefined
  /** The last day on which a retake may be asked for after a failure that was made known. */
  retakeUntil: Day | undefined
}

/** Why a case may not be closed by the platform yet (ruling 7): the appeal term runs, an appeal is open or its decision not handed over, a retake may still be asked for. */
export function closingBlockers(facts: ClosingFacts, today: Day): Blocker[] {
  if (facts.step !== 'document-issued' && facts.step !== 'fail-notice-sent') return [{ code: 'closing.not-at-this-step' }]
  if (!facts.term) return [{ code: 'closing.result-not-made-known' }]
  if (facts.openAppeal) return [{ code: 'closing.appeal-open' }]
  if (facts.appealUndelivered) return [{ code: 'closing.appeal-not-delivered' }]
  if (today <= facts.term.lastOn) return [{ code: 'closing.appeal-term-runs', data: { lastOn: facts.term.lastOn } }]
  if (facts.secondUntil !== undefined && today <= facts.secondUntil) return [{ code: 'closing.appeal-term-runs', data: { lastOn: facts.secondUntil } }]
  if (facts.step === 'document-issued') return []
  return facts.retakeUntil !== undefined && today <= facts.retakeUntil ? [{ code: 'closing.retake-possible', data: { lastOn: facts.retakeUntil } }] : []
}

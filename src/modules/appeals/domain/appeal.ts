import type { Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import { findNorm, normBoolean, normNumber, type NormEdition } from '#kernel/norms.ts'

export const APPEAL_STEPS = ['lodged', 'panel-called', 'decided', 'withdrawn'] as const
export type AppealStep = (typeof APPEAL_STEPS)[number]

export const APPEAL_OUTCOMES = ['upheld-pass', 'upheld-again', 'rejected'] as const
export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number]

export function isOutcome(text: string): text is AppealOutcome {
  return (APPEAL_OUTCOMES as readonly string[]).includes(text)
}

/** What is known when a candidate wants to appeal. The term is the stored clock T6 of the newest decision, for the second instance that of the first appeal. */
export interface LodgingFacts {
  isOwn: boolean
  hasDecision: boolean
  /** Undefined: the result has not been made known yet, so nothing runs and nothing may be appealed. */
  term: { startedOn: Day; lastOn: Day } | undefined
  /** How many appeals of the first instance were lodged from this decision, and whether any is still open. */
  appeals: number
  appealOpen: boolean
  /** The first appeal was rejected and may be followed by one more, which was lodged or not. */
  second?: { lodged: boolean } | undefined
  /** Asking for a retake is accepting the result. */
  retakeAsked: boolean
}

/**
 * Why an appeal may not be lodged today; empty means it may.
 * So many appeals are taken from one decision as the norm says [D], one at a time: another comes after the one before was withdrawn or rejected.
 * T6 is a hard stop: five working days after the result was made known, the last of them until 24:00 in Almaty [S], start [I]. Only where the norm lets a missed term be
 * restored [D] may an appeal come later; it then says why, and its panel decides on that. Where the norm gives a second instance [D], whoever was rejected appeals once more in a term of the
 * same length, which runs from the day on which that decision came to him; then no other of the first instance is taken.
 */
export function lodgingBlockers(facts: LodgingFacts, today: Day, norms: NormEdition): Blocker[] {
  if (!facts.isOwn) return [{ code: 'appeal.not-yours' }]
  if (!facts.hasDecision) return [{ code: 'appeal.no-result-yet' }]
  if (!facts.term || today < facts.term.startedOn) return [{ code: facts.second ? 'appeal.first-not-delivered' : 'appeal.no-result-yet' }]
  if (facts.appealOpen || (facts.second ? facts.second.lodged : facts.appeals >= Math.max(1, normNumber(norms, 'appeal.perDecision')))) return [{ code: 'appeal.already' }]
  if (facts.retakeAsked) return [{ code: 'appeal.retake-asked' }]
  return today > facts.term.lastOn && !mayRestoreTerm(norms) ? [{ code: 'appeal.term-over', data: { lastOn: facts.term.lastOn } }] : []
}

/** Where a case stands once its result is made known; elsewhere it has gone on. */
export const RESULT_STEPS: readonly string[] = ['document-issued', 'fail-notice-sent', 'closed']

/** Whether a rejected appeal may be followed by one more, before people of other centres [D]; an edition that does not say has no second instance. */
export function hasSecondInstance(norms: NormEdition): boolean {
  return findNorm(norms, 'appeal.secondInstance')?.value === 'panel-of-other-centres'
}

/** Whether the panel of an appeal may restore its missed term [D]. */
export function mayRestoreTerm(norms: NormEdition): boolean {
  return normBoolean(norms, 'appeal.mayRestoreMissedTerm')
}

/** Why an appeal that came on paper cannot be entered: it needs the day on which it came and its scan; the day decides whether it was in time. */
export function paperBlockers(paper: { receivedOn: Day | undefined; hasScan: boolean }, today: Day): Blocker[] {
  const blockers: Blocker[] = []
  if (paper.receivedOn === undefined) blockers.push({ code: 'appeal.received-wrong' })
  else if (paper.receivedOn > today) blockers.push({ code: 'appeal.received-in-future' })
  if (!paper.hasScan) blockers.push({ code: 'appeal.scan-missing' })
  return blockers
}

/** What the decision on an appeal says, and about what. */
export interface AppealDecision {
  outcome: AppealOutcome
  reasons: string
  /** Stages held again, for `upheld-again` only. */
  again: readonly Stage[]
  /** Outcome of the decision that is challenged. */
  challenged: 'pass' | 'fail'
  /** Stages that he never sat, in this attempt or in one that counts for it. */
  unheld: readonly Stage[]
  /** Those, and the ones he sat and did not pass. */
  unpassed: readonly Stage[]
  /** Stages of the attempt that was decided. */
  stages: readonly Stage[]
  /** It came after its term. */
  late: boolean
  /** What the panel decides of the term of a late one; undefined where it says nothing. */
  restored: boolean | undefined
}

/**
 * The theory is passed and the practice was never sat: it is next, and the theory is not held again. So it is where a question was found faulty and credited after the
 * decision, or where he was kept from the practice. An appeal that is upheld never takes from a candidate what he has passed.
 */
export function isPracticeNext(left: Pick<AppealDecision, 'unheld' | 'unpassed' | 'challenged'>): boolean {
  return left.challenged === 'fail' && left.unheld.includes('practice') && left.unpassed.length === 1
}

/** Why a decision on an appeal cannot be written so: reasons are required, a pass cannot be changed to pass, nobody passes what he did not sit, only stages of the attempt are held again, and of those all that are not passed: with one left out the result would be the same. */
export function outcomeBlockers(decision: AppealDecision): Blocker[] {
  const blockers: Blocker[] = []
  if (decision.reasons.trim() === '') blockers.push({ code: 'appeal.reasons-missing' })
  if (decision.late && decision.restored === undefined) blockers.push({ code: 'appeal.restoring-missing' })
  if (decision.late && decision.restored === false && decision.outcome !== 'rejected') blockers.push({ code: 'appeal.not-restored' })
  if (decision.outcome === 'upheld-pass' && decision.challenged === 'pass') blockers.push({ code: 'appeal.passed-already' })
  if (decision.outcome === 'upheld-pass' && decision.unheld.length > 0) blockers.push({ code: 'appeal.not-examined' })
  if (decision.outcome === 'upheld-again') {
    if (decision.again.length === 0) blockers.push({ code: 'appeal.stages-missing' })
    else if (decision.again.some((stage) => !decision.stages.includes(stage))) blockers.push({ code: 'appeal.stage-not-of-attempt' })
    else if (isPracticeNext(decision) && decision.again.includes('theory')) blockers.push({ code: 'appeal.theory-passed' })
    else if (decision.unpassed.some((stage) => !decision.again.includes(stage))) blockers.push({ code: 'appeal.stage-left-out' })
  }
  return blockers
}

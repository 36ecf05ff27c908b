import type { Blocker } from '#kernel/denial.ts'

export const OUTCOMES = ['pass', 'fail'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const FAIL_GROUNDS = ['THEORY_NOT_PASSED', 'PRACTICE_NOT_PER_MAP', 'VIOLATION', 'NO_SHOW', 'NOT_LET_IN'] as const
export type FailGround = (typeof FAIL_GROUNDS)[number]

/** Nothing was examined: he did not come, or came and was not let in. It uses up no voucher, and no figure of results counts it. */
export const NOT_EXAMINED: readonly FailGround[] = ['NO_SHOW', 'NOT_LET_IN']

/** What the decision rests on: how each stage ended, who did not come, what was held against the candidate. */
export interface HeldFacts {
  theory?: { passed: boolean; endKind: string }
  practice?: { passed: boolean; endKind: string }
  /** Each with its number in the count in which it stands: the attempt, or its stage. */
  violations: readonly { ordinal: number }[]
  /** Who came and was not let in is not absent, and his ground is another. */
  noShow?: { notLetIn: unknown }
  /** Violations that end an exam. */
  violationsEnd: number
}

/** The ground of non-passing, in the order in which an attempt ends: removal, absence, theory, practice; undefined when both stages are passed. */
export function groundOf(facts: HeldFacts): FailGround | undefined {
  if (facts.violations.some(({ ordinal }) => ordinal >= facts.violationsEnd) || facts.theory?.endKind === 'removal' || facts.practice?.endKind === 'removal') return 'VIOLATION'
  if (facts.noShow !== undefined) return facts.noShow.notLetIn ? 'NOT_LET_IN' : 'NO_SHOW'
  if (facts.theory && !facts.theory.passed) return 'THEORY_NOT_PASSED'
  if (facts.practice && !facts.practice.passed) return 'PRACTICE_NOT_PER_MAP'
  return undefined
}

/** Why the panel may not decide so: votes confirm the facts, they do not replace them. */
export function panelMay(outcome: Outcome, facts: HeldFacts): Blocker[] {
  const ground = groundOf(facts)
  if (outcome === 'fail') return ground === undefined ? [{ code: 'decision.no-ground-to-fail' }] : []
  const found: Blocker[] = []
  if (ground === 'VIOLATION') found.push({ code: 'decision.violation' })
  if (ground === 'NO_SHOW') found.push({ code: 'decision.no-show' })
  if (ground === 'NOT_LET_IN') found.push({ code: 'decision.not-let-in' })
  if (facts.theory && !facts.theory.passed) found.push({ code: 'decision.theory-not-passed' })
  if (facts.practice && !facts.practice.passed) found.push({ code: 'decision.practice-not-per-map' })
  if (ground === undefined && (!facts.theory || !facts.practice)) found.push({ code: 'decision.stage-not-held' })
  return found
}

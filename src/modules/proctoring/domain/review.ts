import { plusMinutes, type Moment } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'
import { findNorm, type NormEdition } from '#kernel/norms.ts'

export const VERDICTS = ['upheld', 'annulled'] as const
export type Verdict = (typeof VERDICTS)[number]
export const REASONS_MOST = 4000

/** Until when the end of an exam is not upheld, so that the candidate can see what is held against him and answer; nothing once he has answered. An annulment waits for nothing. */
export function upholdFrom({ endedAt, answered, hours }: { endedAt: Moment; answered: boolean; hours: number }): Moment | null {
  return answered || hours === 0 ? null : plusMinutes(endedAt, hours * 60)
}

/**
 * Whether the term of the decision begins only when the end of an exam has been looked at, norm `deadline.T4.startAfterRemoval` [D]: meanwhile the panel is not even called, so that
 * days which run from the removal are days in which it can do nothing. A removal that nobody looks at, as in a room, is decided from its own day.
 */
export function decisionWaitsForReview(norms: NormEdition): boolean {
  return findNorm(norms, 'deadline.T4.startAfterRemoval')?.value === 'review-ended'
}

/** Why this verdict cannot be given: a person who took part does not review, no verdict is without reasons, and nobody is judged before he could answer. */
export function verdictBlockers(facts: { isOpen: boolean; tookPart: boolean; reasons: string; verdict: Verdict; upholdFrom: Moment | null; now: Moment }): Blocker[] {
  const found: Blocker[] = []
  if (!facts.isOpen) found.push({ code: 'review.not-open' })
  if (facts.tookPart) found.push({ code: 'review.took-part' })
  if (facts.reasons.trim().length < 10) found.push({ code: 'review.reasons-missing', data: { field: 'reasons' } })
  else if (facts.reasons.length > REASONS_MOST) found.push({ code: 'review.reasons-too-long', data: { field: 'reasons', most: REASONS_MOST } })
  if (found.length === 0 && facts.verdict === 'upheld' && facts.upholdFrom && facts.now < facts.upholdFrom) found.push({ code: 'review.too-early', data: { field: 'verdict' } })
  return found
}

import type { Blocker } from '#kernel/denial.ts'

export const VERDICTS = ['upheld', 'annulled'] as const
export type Verdict = (typeof VERDICTS)[number]
export const REASONS_MOST = 4000

/** Why this verdict cannot be given: a person who took part does not review, and no verdict is without reasons. */
export function verdictBlockers(facts: { isOpen: boolean; tookPart: boolean; reasons: string }): Blocker[] {
  const found: Blocker[] = []
  if (!facts.isOpen) found.push({ code: 'review.not-open' })
  if (facts.tookPart) found.push({ code: 'review.took-part' })
  if (facts.reasons.trim().length < 10) found.push({ code: 'review.reasons-missing', data: { field: 'reasons' } })
  else if (facts.reasons.length > REASONS_MOST) found.push({ code: 'review.reasons-too-long', data: { field: 'reasons', most: REASONS_MOST } })
  return found
}

import type { Day } from '#kernel/day.ts'
import { findNorm, type NormEdition } from '#kernel/norms.ts'

/** From which day the term of the decision runs after an absence: norm `deadline.T4.startAfterNoShow` [D], the appointed day or the day on which it was written down. */
export function decisionTermAfterNoShow(norms: NormEdition, days: { appointed: Day; recorded: Day }): Day {
  return findNorm(norms, 'deadline.T4.startAfterNoShow')?.value === 'no-show-recorded' ? days.recorded : days.appointed
}

/**
 * From which day it runs after a practice, norm `deadline.T4.start` [I]: the day on which its sheets were closed, or the day on which the candidate had done what was his. The
 * two part where assessors mark later, as a work that was sent in, or settle a dispute on another day. A theory is marked in the moment in which it ends.
 */
export function decisionTermAfterPractice(norms: NormEdition, days: { worked: Day; closed: Day }): Day {
  return findNorm(norms, 'deadline.T4.start')?.value === 'candidate-finished' ? days.worked : days.closed
}

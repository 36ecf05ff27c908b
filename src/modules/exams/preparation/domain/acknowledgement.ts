import type { Moment } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'
import { findNorm, type NormEdition } from '#kernel/norms.ts'

/** Familiarisation: methodology, tools, complaint, appeal. Briefing: equipment and safety. */
export const ACKNOWLEDGEMENT_KINDS = ['familiarisation', 'briefing'] as const
export type AcknowledgementKind = (typeof ACKNOWLEDGEMENT_KINDS)[number]

export interface AcknowledgementFacts {
  kind: AcknowledgementKind
  heldBy: string | null
  heldAt: Moment | null
  confirmedBy: string | null
  confirmedAt: Moment | null
}

/**
 * Whether each sitting of an attempt has its own familiarisation and briefing, the practice after the theory and every sitting that was moved:
 * norm `briefing.oncePerAttempt` [D], which says once for the whole attempt while the rooms stay. The slides ask for both before the procedure
 * and do not say how often. An edition older than the norm has them once.
 */
export function briefsEachSitting(norms: NormEdition): boolean {
  return findNorm(norms, 'briefing.oncePerAttempt')?.value === false
}

/** True when both kinds are recorded by two people: who held it and who confirmed it [S][D]. */
export function isFullyAcknowledged(rows: readonly AcknowledgementFacts[]): boolean {
  return ACKNOWLEDGEMENT_KINDS.every((kind) => rows.some((row) => row.kind === kind && row.heldAt !== null && row.confirmedAt !== null && row.heldBy !== row.confirmedBy))
}

/** Why the candidate may not confirm yet. What is read can be confirmed at home; a briefing must have been held first. */
export function confirmBlockers(kind: AcknowledgementKind, row: AcknowledgementFacts | undefined, confirmedBy: string): Blocker[] {
  if (row?.confirmedAt) return [{ code: 'briefing.confirmed-already' }]
  if (kind === 'briefing' && !row?.heldAt) return [{ code: 'briefing.not-held' }]
  return row?.heldBy === confirmedBy ? [{ code: 'briefing.needs-two-people' }] : []
}

/** Why this person may not be written down as the one who held it. */
export function holdBlockers(row: AcknowledgementFacts | undefined, heldBy: string): Blocker[] {
  if (row?.heldAt) return [{ code: 'briefing.held-already' }]
  return row?.confirmedBy === heldBy ? [{ code: 'briefing.needs-two-people' }] : []
}

import { addDays, addMonths, type Day } from '#kernel/day.ts'
import { findNormNumber, type NormEdition } from '#kernel/norms.ts'
import type { Kind } from '../../domain/road.ts'

/** The first day of a certificate: that of its issue; a renewal begins on the day after the one before ends, or, decided too late for that, on the day of issue. */
export function certificateFrom(kind: Kind, issuedOn: Day, previousUntil: Day | undefined): Day {
  return kind === 'renewal' && previousUntil !== undefined && previousUntil >= issuedOn ? addDays(previousUntil, 1) : issuedOn
}

/**
 * The last day of a certificate: three years from its first (Law Art. 23(2)(5) [L], norm T9). A certificate issued anew for a wider scope does not live longer
 * than the one it takes the place of [I]: only the added professions were examined.
 */
export function certificateUntil(kind: Kind, norms: NormEdition, from: Day, previousUntil: Day | undefined): Day | undefined {
  if (kind === 'extension') return previousUntil
  const months = findNormNumber(norms, 'deadline.T9.length')
  return months === undefined ? undefined : addMonths(from, months)
}

/** The days between two certificates on which none is in force; undefined where the one follows the other at once. */
export function gapBetween(previousUntil: Day, from: Day): { from: Day; until: Day } | undefined {
  return addDays(previousUntil, 1) < from ? { from: addDays(previousUntil, 1), until: addDays(from, -1) } : undefined
}

import { addMonths, type Day } from '#kernel/day.ts'
import { findNormNumber, type NormEdition } from '#kernel/norms.ts'

/**
 * The last day of a certificate: three years from its issue (Law Art. 23(2)(5) [L], norm T9). A certificate issued anew for a wider scope does not live longer
 * than the one it takes the place of [I]: only the added professions were examined.
 */
export function certificateUntil(norms: NormEdition, issuedOn: Day, previousUntil: Day | undefined): Day | undefined {
  const months = findNormNumber(norms, 'deadline.T9.length')
  return previousUntil ?? (months === undefined ? undefined : addMonths(issuedOn, months))
}

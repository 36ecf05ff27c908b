import type { Day } from '#kernel/day.ts'
import type { CertificateEventKind } from './certificate.ts'

/** How a new certificate follows the one before: beside a wider scope or new words of the same, or after its last day. */
export const SUCCESSIONS = ['extension', 'reissue', 'renewal'] as const
export type Succession = (typeof SUCCESSIONS)[number]

/** An extension and a re-issue take the place of the certificate at once; a renewal lets it come to its end. */
export function replaces(succession: Succession): boolean {
  return succession !== 'renewal'
}

export interface DecidedEvent {
  kind: CertificateEventKind
  /** Null: the whole certificate. */
  professions: readonly string[] | null
  inForceFrom: Day
}

/**
 * The professions about which a decision goes on in the new certificate: null for the whole of it, undefined when it does not go on. Of the whole only what is still to
 * come, for nothing takes the place of a certificate that is withdrawn; of single professions all that concerns those carried over.
 */
export function carriedOver(event: DecidedEvent, carried: ReadonlySet<string>, today: Day): readonly string[] | null | undefined {
  if (event.professions === null) return event.inForceFrom > today ? null : undefined
  const left = event.professions.filter((code) => carried.has(code))
  return left.length > 0 ? left : undefined
}

import type { Blocker } from '#kernel/denial.ts'
import type { Kind } from '../../domain/road.ts'

/** An extension needs a certificate that may still be in force again; a renewal may come late, but not after a termination. A withdrawn one waits for its resumption. */
export function closeBlockers(kind: Kind, previousState: string | undefined, grantable: boolean): Blocker[] {
  const over = previousState !== undefined && (previousState === 'terminated' || (kind === 'extension' && previousState === 'expired'))
  return over || !grantable ? [] : [{ code: 'certificate.still-issuable' }]
}

import { findNorm, type NormEdition } from '#kernel/norms.ts'

/**
 * From which event the term of the notification (T2) runs, norm `deadline.T2.start` [I]: the contract was concluded, or it was concluded and what it costs has been paid. The slides
 * name three working days and no first one; where the centre waits for the money, days before it came are none in which it would send a notification.
 */
export function notificationWaitsForPayment(norms: NormEdition): boolean {
  return findNorm(norms, 'deadline.T2.start')?.value === 'contract-paid'
}

/** What becomes of the term by what is still to be paid under the contract in force: it begins, it stops, or nothing changes. */
export function notificationTermChange({ rest, runs }: { rest: number; runs: boolean }): 'begins' | 'stops' | undefined {
  if (rest > 0) return runs ? 'stops' : undefined
  return runs ? undefined : 'begins'
}

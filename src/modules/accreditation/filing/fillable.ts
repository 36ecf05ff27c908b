import { deny } from '#kernel/denial.ts'
import type { AccreditationCase } from '../cases.ts'

/** An application is written as a draft and mended in its round of correction; between them it lies with the chamber as it was sent. */
export function isFillable(kase: Pick<AccreditationCase, 'step'>): boolean {
  return kase.step === 'draft' || kase.step === 'correcting'
}
export function assertFillable(kase: AccreditationCase): void {
  if (!isFillable(kase)) deny('accreditation.not-open-for-filling')
}

/** What was never submitted is seen only by whoever fills it in. */
export function readAction(kase: AccreditationCase): 'accreditation.read' | 'accreditation.fill' {
  return kase.number === null ? 'accreditation.fill' : 'accreditation.read'
}

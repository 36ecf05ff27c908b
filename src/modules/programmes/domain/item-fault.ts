import type { Blocker } from '#kernel/denial.ts'

/** What may be wrong with a question that was approved. */
export const FAULT_GROUNDS = ['no-right-answer', 'several-right-answers', 'wrong-key', 'languages-differ', 'outdated', 'unclear', 'other'] as const
export type FaultGround = (typeof FAULT_GROUNDS)[number]

export interface FaultReport {
  ground: string
  note: string
  /** A version that was once approved is examined by; a draft is simply mended. */
  approved: boolean
  /** A fault of this question is reported or upheld already. */
  standing: boolean
}

/** Why a question cannot be reported as faulty. */
export function reportBlockers(report: FaultReport): Blocker[] {
  return [
    ...(report.approved ? [] : [{ code: 'fault.mend-the-draft' }]),
    ...(report.standing ? [{ code: 'fault.reported-already' }] : []),
    ...((FAULT_GROUNDS as readonly string[]).includes(report.ground) ? [] : [{ code: 'fault.ground-missing', data: { field: 'ground' } }]),
    ...(report.note.trim() === '' ? [{ code: 'fault.note-missing', data: { field: 'note' } }] : []),
  ]
}

/** Another person than the one who reported it decides [D]; who rejects says why. */
export function faultDecisionBlockers(decision: { reportedBy: string; decidedBy: string; upheld: boolean; note: string }): Blocker[] {
  return [
    ...(decision.reportedBy === decision.decidedBy ? [{ code: 'fault.needs-second-person' }] : []),
    ...(!decision.upheld && decision.note.trim() === '' ? [{ code: 'fault.rejection-needs-reason' }] : []),
  ]
}

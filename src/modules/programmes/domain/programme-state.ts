import type { Blocker } from '#kernel/denial.ts'

export const PROGRAMME_STATES = ['draft', 'returned', 'submitted', 'approved', 'retired', 'handed-in'] as const
export type ProgrammeState = (typeof PROGRAMME_STATES)[number]

export interface StateFacts {
  submittedAt: string | null
  approvedAt: string | null
  returnedAt: string | null
  retiredAt: string | null
  /** Handed in with an application for accreditation: from then on it stays as it is. */
  handedInAt: string | null
}

/** Where a version stands; only a draft or a returned one may be written in. */
export function programmeState(version: StateFacts): ProgrammeState {
  if (version.retiredAt) return 'retired'
  if (version.handedInAt) return 'handed-in'
  if (version.approvedAt) return 'approved'
  if (version.submittedAt) return 'submitted'
  return version.returnedAt ? 'returned' : 'draft'
}

export function isWritable(version: StateFacts): boolean {
  const state = programmeState(version)
  return state === 'draft' || state === 'returned'
}

/** Why this person cannot approve: the second pair of eyes has written nothing in the version. */
export function approverBlockers(approverId: string, { authorId, editorIds }: { authorId: string; editorIds: readonly string[] }): Blocker[] {
  if (approverId === authorId) return [{ code: 'programme.approver-is-author' }]
  return editorIds.includes(approverId) ? [{ code: 'programme.approver-wrote-in-it' }] : []
}

import type { Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'

export const BASIS_STATES = ['draft', 'returned', 'submitted', 'to-come', 'in-force', 'replaced'] as const
export type BasisState = (typeof BASIS_STATES)[number]

export interface StateFacts {
  submittedAt: string | null
  returnedAt: string | null
  approvedAt: string | null
  validFrom: Day | null
  validUntil: Day | null
}

/** Where a version stands on a day. The first day is the first on which it is in force, `validUntil` the first on which the next one is. */
export function basisState(version: StateFacts, today: Day): BasisState {
  if (version.approvedAt) {
    if (version.validFrom !== null && version.validFrom > today) return 'to-come'
    return version.validUntil !== null && version.validUntil <= today ? 'replaced' : 'in-force'
  }
  if (version.submittedAt) return 'submitted'
  return version.returnedAt ? 'returned' : 'draft'
}

export function isWritable(version: StateFacts): boolean {
  return version.approvedAt === null && version.submittedAt === null
}

export interface HeadFacts {
  title: { kk: string; ru: string }
  act: { kk: string; ru: string }
  edition: string
  validFrom: Day | null
}

/** What the head of a document lacks before it is sent for approval. */
export function headBlockers({ title, act, validFrom }: HeadFacts): Blocker[] {
  const found: Blocker[] = []
  for (const [part, text] of [['title', title], ['act', act]] as const) {
    if (text.kk.trim() === '' || text.ru.trim() === '') found.push({ code: `standards.${part}-missing` })
  }
  if (validFrom === null) found.push({ code: 'standards.first-day-missing' })
  return found
}

/** Why a version cannot come into force on that day: it has no force backwards, and versions follow each other. */
export function firstDayBlockers(validFrom: Day | null, { today, lastFrom }: { today: Day; lastFrom: Day | null }): Blocker[] {
  if (validFrom === null) return [{ code: 'standards.first-day-missing' }]
  if (validFrom < today) return [{ code: 'standards.acts-backwards', data: { today } }]
  if (lastFrom !== null && validFrom <= lastFrom) return [{ code: 'standards.before-a-later-version', data: { validFrom: lastFrom } }]
  return []
}

/** Why this person cannot approve: the second pair of eyes has written nothing in the version. */
export function approverBlockers(approverId: string, { authorId, editorIds }: { authorId: string | null; editorIds: readonly string[] }): Blocker[] {
  return approverId === authorId || editorIds.includes(approverId) ? [{ code: 'standards.approver-wrote-in-it' }] : []
}

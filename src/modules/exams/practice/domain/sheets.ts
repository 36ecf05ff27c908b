import type { Blocker } from '#kernel/denial.ts'
import { openDisputes, practiceEndBlockers, type PracticeMark, type PracticeStep, type Settling } from './practice.ts'

/** The sheets of one practice: the marks given, and who accepted his sheet. */
export interface Sheets extends Settling {
  marks: readonly PracticeMark[]
  accepted: readonly string[]
  assessorsRequired: number
}

/** Why an assessor may not accept his sheet yet: every operation has his mark, the optional ones too. */
export function acceptBlockers(steps: readonly PracticeStep[], own: readonly PracticeMark[]): Blocker[] {
  return practiceEndBlockers(steps, own)
}

/** Assessors who marked something and have not accepted their sheets. */
export function openSheets({ marks, accepted }: Pick<Sheets, 'marks' | 'accepted'>): string[] {
  return [...new Set(marks.map((mark) => mark.assessorId))].filter((id) => !accepted.includes(id))
}

/** Everybody who must has finished, and nobody is still writing: only from here on one sees the marks of the other [D]. */
export function areSheetsClosed(sheets: Pick<Sheets, 'marks' | 'accepted' | 'assessorsRequired'>): boolean {
  return sheets.accepted.length >= sheets.assessorsRequired && openSheets(sheets).length === 0
}

/** Why the practice may not be closed: operations without a mark, sheets not accepted, disputes not settled, in this order. */
export function closeBlockers(steps: readonly PracticeStep[], sheets: Sheets): Blocker[] {
  const unmarked = practiceEndBlockers(steps, sheets.marks, sheets.assessorsRequired)
  if (unmarked.length > 0) return unmarked
  if (!areSheetsClosed(sheets)) return [{ code: 'practice.sheets-open' }]
  const disputed = openDisputes(steps, sheets.marks, sheets.assessorsRequired, sheets)
  return disputed.length > 0 ? [{ code: sheets.way === 'third' ? 'practice.third-needed' : 'practice.joint-needed', data: { steps: disputed.join(', ') } }] : []
}

/** Who may say his word on a dispute: `joint` those who marked, `third` the one who was called. */
export function mayDecide(accountId: string, sheets: Pick<Sheets, 'accepted' | 'way'>, thirdId: string | undefined): boolean {
  return sheets.way === 'third' ? accountId === thirdId : sheets.accepted.includes(accountId)
}

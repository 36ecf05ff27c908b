import { coversDay, isWorkingDay, type WorkingCalendar } from '#kernel/calendar.ts'
import type { Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'
import type { ChecklistItem } from './checklist.ts'
import { conflictsOf, type SurveyStand } from './entries.ts'

export interface Assignment {
  surveyors: readonly string[]
  heldOn: Day | undefined
  /** Everybody who holds the role of a surveyor at the accrediting body. */
  known: ReadonlySet<string>
  /** Everybody who holds any role at the applicant. */
  ofApplicant: ReadonlySet<string>
  /** Everybody who took part in the stages before, the experts above all. */
  tookPart: ReadonlySet<string>
  /** Norm `accreditation.surveyors` [D]. */
  needed: number
}

/** A survey is objective (Art. 23(3)) when nobody of the applicant and nobody of the stages before goes there [D]; its day is a working day and not past. */
export function assignmentBlockers(given: Assignment, today: Day, calendar: WorkingCalendar): Blocker[] {
  const blockers: Blocker[] = []
  const people = [...new Set(given.surveyors)]
  if (people.length < given.needed) blockers.push({ code: 'survey.too-few', data: { needed: given.needed } })
  if (people.some((each) => !given.known.has(each))) blockers.push({ code: 'survey.not-a-surveyor' })
  if (people.some((each) => given.ofApplicant.has(each))) blockers.push({ code: 'survey.of-the-applicant' })
  if (people.some((each) => given.tookPart.has(each))) blockers.push({ code: 'survey.took-part' })
  if (!given.heldOn) blockers.push({ code: 'survey.day-wrong' })
  else if (given.heldOn < today) blockers.push({ code: 'survey.day-past' })
  else if (!coversDay(calendar, given.heldOn)) blockers.push({ code: 'survey.day-unknown' })
  else if (!isWorkingDay(calendar, given.heldOn)) blockers.push({ code: 'survey.day-off' })
  return blockers
}

/** The act is signed when every question is answered, no two surveyors contradict each other, and every "does not meet" says why. */
export function signBlockers(items: readonly ChecklistItem[], stand: SurveyStand): Blocker[] {
  const blockers: Blocker[] = []
  const open = items.filter((item) => !stand.marks.has(item.key)).length
  const conflicts = conflictsOf(stand).length
  const silent = [...stand.marks.values()].filter((marks) => marks.some((each) => each.mark === 'fails') && !marks.some((each) => each.mark === 'fails' && each.note !== '')).length
  if (open > 0) blockers.push({ code: 'survey.items-open', data: { n: open } })
  if (conflicts > 0) blockers.push({ code: 'survey.conflicts-open', data: { n: conflicts } })
  if (silent > 0) blockers.push({ code: 'survey.failure-without-note', data: { n: silent } })
  return blockers
}

export interface SurveyState {
  closed: boolean
  signatures: number
  surveyors: number
  answered: boolean
}

/** The applicant gives its word on an act that all surveyors have signed, once; a refusal says why. */
export function answerBlockers(state: SurveyState, answer: 'signed' | 'refused' | undefined, reason: string): Blocker[] {
  if (state.answered) return [{ code: 'survey.answered-already' }]
  const blockers: Blocker[] = []
  if (!state.closed || state.signatures < state.surveyors) blockers.push({ code: 'survey.not-signed-yet' })
  if (!answer) blockers.push({ code: 'survey.answer-missing' })
  if (answer === 'refused' && reason === '') blockers.push({ code: 'survey.reason-missing' })
  if (reason.length > 2000) blockers.push({ code: 'survey.text-too-long', data: { most: 2000 } })
  return blockers
}

/** Whether this person entered the act that the applicant signed on paper; he is not the one who takes it in. */
export function enteredBy(survey: { answeredOnPaper: boolean; answeredBy: string | null }, accountId: string | undefined): boolean {
  return survey.answeredOnPaper && survey.answeredBy === accountId
}

/** Surveyors may take the act back, with a reason, until the applicant has given its word. */
export function reopenBlockers(state: SurveyState, reason: string): Blocker[] {
  if (state.answered) return [{ code: 'survey.answered-already' }]
  const blockers: Blocker[] = []
  if (!state.closed) blockers.push({ code: 'survey.open-already' })
  if (reason === '') blockers.push({ code: 'survey.reopen-reason-missing' })
  return blockers
}

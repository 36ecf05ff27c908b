import { addWorkingDays, type WorkingCalendar } from '#kernel/calendar.ts'
import type { Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'
import { findNorm, normNumberOr, type NormEdition } from '#kernel/norms.ts'

/** Accreditation is held in agreement with the authorised body (Law Art. 23(1) [L]); that it answers profession by profession is our reading [I]. */
export const ANSWERS = ['agrees', 'objects'] as const
export type Answer = (typeof ANSWERS)[number]

export interface LineKey {
  professionCode: string
  level: number
}
export interface LineAnswer extends LineKey {
  answer: string
  grounds: string
}

/** A profession and level as one word, for forms and maps. */
export const keyOf = (line: LineKey): string => `${line.professionCode}.${line.level}`

/** The same for a person to read. */
export const labelOf = (line: LineKey): string => `${line.professionCode}, ${line.level}`

/** Why the answer cannot stand: every line is answered, and an objection has its grounds. */
export function answerBlockers(lines: readonly LineKey[], answers: readonly LineAnswer[]): Blocker[] {
  const found: Blocker[] = []
  for (const line of lines) {
    const given = answers.find((each) => keyOf(each) === keyOf(line))
    const data = { line: labelOf(line) }
    if (!given || !ANSWERS.some((known) => known === given.answer)) found.push({ code: 'agreement.line-unanswered', data })
    else if (given.answer === 'objects' && given.grounds.trim() === '') found.push({ code: 'agreement.grounds-missing', data })
  }
  return found
}

/** The last day of the answer; undefined where no term is set, and then nothing happens by itself. */
export function agreementDueOn(norms: NormEdition, startedOn: Day, calendar: WorkingCalendar): Day | undefined {
  const term = normNumberOr(norms, 'accreditation.agreement.term', undefined)
  return term === undefined ? undefined : addWorkingDays(calendar, startedOn, term)
}

/** What silence means when the term is over; undefined where nothing says so: then the case waits. */
export function silenceMeans(norms: NormEdition): Answer | undefined {
  const value = findNorm(norms, 'accreditation.agreement.silence')?.value
  return value === 'agreed' ? 'agrees' : value === 'refused' ? 'objects' : undefined
}

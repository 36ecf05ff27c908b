import type { Blocker } from '#kernel/denial.ts'

export interface AnswerFacts {
  kind: string
  answer: string
  extraPercent: number | undefined
  note: string
  answered: boolean
  step: string
}

/** What was granted of one condition, as far as time is concerned. */
export interface TimeCondition {
  kind: string
  answer: string | null
  extraPercent: number | null
}

const BEFORE_NOTIFICATION = ['registered', 'waiting', 'contract-sent', 'contract-signed']

/** Conditions are answered before the notification; extra time is granted as a share, a refusal is given with its reason. */
export function answerBlockers(facts: AnswerFacts): Blocker[] {
  const blockers: Blocker[] = []
  if (facts.answer !== 'granted' && facts.answer !== 'refused') blockers.push({ code: 'accommodation.answer-missing' })
  if (facts.answered && !BEFORE_NOTIFICATION.includes(facts.step)) blockers.push({ code: 'accommodation.already-notified' })
  if (facts.answer === 'granted' && facts.kind === 'extra-time' && (facts.extraPercent === undefined || facts.extraPercent < 1 || facts.extraPercent > 100)) {
    blockers.push({ code: 'accommodation.percent-wrong' })
  }
  if (facts.answer === 'refused' && facts.note.trim() === '') blockers.push({ code: 'accommodation.note-missing' })
  return blockers
}

/** Per cent of time more, where the centre granted it; nought where it did not. */
export function extraPercentOf(conditions: readonly TimeCondition[]): number {
  return Math.max(0, ...conditions.filter((each) => each.kind === 'extra-time' && each.answer === 'granted').map((each) => each.extraPercent ?? 0))
}

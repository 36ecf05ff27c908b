import { addDays, type Day } from '#kernel/day.ts'

/** Steps at which the exam has not begun: somebody can still be asked whether he pays. */
export const BEFORE_EXAM = ['contract-sent', 'contract-signed', 'notified', 'briefed'] as const

export interface LapseFacts {
  /** The voucher on which the case goes; undefined: none. */
  voucher: { state: string; annulmentGround: string | null; annulledOn: Day | null } | undefined
  /** The contract in force; undefined: none was sent. */
  contract: { payer: string } | undefined
  step: string
  /** `voucher.lapsedPayer` and `voucher.lapseAnswerDays` (calendar days) of the day on which it lapsed; `undefined` where the norms did not know the question yet. */
  payer: string | undefined
  answerDays: number | undefined
}
export type Lapse = { who: 'candidate'; answerBy: Day } | { who: 'centre' }

/**
 * Who pays a contract that names the budget when its voucher lapsed unused. The Law says only that the voucher is annulled [L Art. 28(3)]; who pays then is found nowhere [?].
 * Nobody is made to pay what he did not agree to: until the exam the candidate is asked, and pays if he agrees; an exam that was begun without asking him, and every case where the
 * norm says so, is at the centre's cost [D]. Undefined: the question does not arise.
 */
export function lapseOf({ voucher, contract, step, payer, answerDays }: LapseFacts): Lapse | undefined {
  if (voucher?.state !== 'annulled' || voucher.annulmentGround !== 'unused' || voucher.annulledOn === null) return undefined
  if (contract?.payer !== 'budget') return undefined
  const isAsked = payer === 'candidate-if-agrees' && answerDays !== undefined && (BEFORE_EXAM as readonly string[]).includes(step)
  return isAsked ? { who: 'candidate', answerBy: addDays(voucher.annulledOn, answerDays) } : { who: 'centre' }
}

/** Whether the answer may still be given: its last day counts. */
export function mayAnswer(lapse: Lapse | undefined, on: Day): boolean {
  return lapse?.who === 'candidate' && on <= lapse.answerBy
}
/** Whether the contract ends because nobody answered: from the day after the last one. */
export function isUnanswered(lapse: Lapse | undefined, on: Day): boolean {
  return lapse?.who === 'candidate' && on > lapse.answerBy
}

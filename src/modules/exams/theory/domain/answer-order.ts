/** An answer as it leaves the candidate's browser: the number of the change, the question, the options chosen. */
export interface AnswerChange {
  seq: number
  itemNo: number
  chosen: readonly string[]
}

export const ANSWER_OUTCOMES = ['saved', 'repeated', 'taken', 'gap', 'wrong'] as const
/**
 * `saved` new and kept · `repeated` known already, word for word · `taken` another window used this number for something
 * else · `gap` something before it has not arrived · `wrong` no such question or option.
 */
export type AnswerOutcome = (typeof ANSWER_OUTCOMES)[number]

export interface AnswerForm {
  no: number
  kind: 'single' | 'multiple'
  options: readonly string[]
}

/** True when the answer names a question of the form and options of that question. */
export function isAnswerOfForm(form: readonly AnswerForm[], change: AnswerChange): boolean {
  const question = form.find((each) => each.no === change.itemNo)
  if (!question || new Set(change.chosen).size !== change.chosen.length) return false
  if (question.kind === 'single' && change.chosen.length > 1) return false
  return change.chosen.every((each) => question.options.includes(each))
}

/**
 * What becomes of a change when the log ends at `lastSeq`. The log has no holes, so the newest number is always the last word and an
 * answer is never overwritten by an older one.
 */
export function placeChange(lastSeq: number, change: AnswerChange, kept: AnswerChange | undefined): AnswerOutcome {
  if (kept) return isSameChange(kept, change) ? 'repeated' : 'taken'
  return change.seq === lastSeq + 1 ? 'saved' : change.seq <= lastSeq ? 'taken' : 'gap'
}

function isSameChange(a: AnswerChange, b: AnswerChange): boolean {
  return a.itemNo === b.itemNo && a.chosen.length === b.chosen.length && a.chosen.every((each, place) => each === b.chosen[place])
}

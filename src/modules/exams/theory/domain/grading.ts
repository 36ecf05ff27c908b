/** One question of a form as it was drawn: its place, its item and the order of its options. */
export interface FormQuestion {
  no: number
  itemId: string
  kind: 'single' | 'multiple'
  topic: string
  options: readonly string[]
}

export interface TheoryGrade {
  total: number
  correct: number
  /** Topics with at least one question not answered rightly, for the recommendations. */
  failedTopics: string[]
  /** Places of the questions answered rightly. */
  correctNos: number[]
}

export interface PassRule {
  percent: number
  /** More than the percent when strict, not less than it otherwise. */
  strict: boolean
}

/**
 * Counts the right answers of a form. A question counts only when exactly the right options are chosen: there is no part credit
 * and no weight; an unanswered one is in the total and is not correct [I]. A question found faulty counts as answered rightly, whatever
 * was chosen: it never lowers a result [D].
 */
export function gradeTheory(
  form: readonly FormQuestion[], answers: ReadonlyMap<number, readonly string[]>, key: ReadonlyMap<string, readonly string[]>, faulty: ReadonlySet<string> = new Set(),
): TheoryGrade {
  const correctNos: number[] = []
  const failed = new Set<string>()
  for (const question of form) {
    const right = key.get(question.itemId)
    if (right === undefined) throw new Error(`no key for item ${question.itemId}`)
    if (faulty.has(question.itemId) || isSameSet(answers.get(question.no) ?? [], right)) correctNos.push(question.no)
    else failed.add(question.topic)
  }
  return { total: form.length, correct: correctNos.length, failedTopics: [...failed], correctNos }
}

/** Passed only with more than 70 % of the questions answered rightly, in whole numbers: exactly 70 % is not enough [S]. */
export function isTheoryPassed(correct: number, total: number, rule: PassRule): boolean {
  const [got, needed] = [correct * 100, rule.percent * total]
  return rule.strict ? got > needed : got >= needed
}

/** The lowest count of right answers with which a form of this length is passed. */
export function neededCorrect(total: number, rule: PassRule): number {
  let needed = 0
  while (needed <= total && !isTheoryPassed(needed, total, rule)) needed++
  return needed
}

function isSameSet(chosen: readonly string[], right: readonly string[]): boolean {
  const a = new Set(chosen)
  return a.size === right.length && right.every((each) => a.has(each))
}

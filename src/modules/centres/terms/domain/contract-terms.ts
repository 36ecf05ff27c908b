import type { Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'

export interface TermsDraft {
  inForceFrom: Day
  textKk: string
  textRu: string
  /** From its day the centre adds nothing to the standard contract; then both texts are empty. */
  none: boolean
}

const LONGEST = 5000
const MOST_CLAUSES = 30

/** Each line that says something is a clause of its own. */
export function clausesOf(text: string): string[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '')
}

/** Why these conditions cannot stand: from tomorrow at the earliest, so that nobody signs today what was not there this morning, in both languages, clause by clause. */
export function termsBlockers(draft: TermsDraft, { today, taken }: { today: Day; taken: readonly Day[] }): Blocker[] {
  const found: Blocker[] = []
  const say = (code: string, field: string) => found.push({ code: `contract-terms.${code}`, data: { field } })
  if (draft.inForceFrom <= today) say('too-early', 'from')
  if (taken.includes(draft.inForceFrom)) say('day-taken', 'from')
  const [kk, ru] = [clausesOf(draft.textKk), clausesOf(draft.textRu)]
  if (draft.none) {
    if (kk.length + ru.length > 0) say('none-with-text', 'none')
    return found
  }
  if (kk.length === 0) say('text-missing', 'textKk')
  if (ru.length === 0) say('text-missing', 'textRu')
  if (kk.length > 0 && ru.length > 0 && kk.length !== ru.length) found.push({ code: 'contract-terms.clauses-differ', data: { field: 'textRu', kk: kk.length, ru: ru.length } })
  if (draft.textKk.length > LONGEST || kk.length > MOST_CLAUSES) say('too-long', 'textKk')
  if (draft.textRu.length > LONGEST || ru.length > MOST_CLAUSES) say('too-long', 'textRu')
  return found
}

export interface TermsFacts {
  inForceFrom: Day
  approved: boolean | null
}
/** The edition in force on a day: the newest approved one that has begun. */
export function termsOn<Edition extends TermsFacts>(editions: readonly Edition[], on: Day): Edition | undefined {
  return editions.filter((each) => each.approved && each.inForceFrom <= on).reduce<Edition | undefined>((best, next) => (best === undefined || next.inForceFrom > best.inForceFrom ? next : best), undefined)
}

import { addDays, legalDay, type Day } from '#kernel/day.ts'
import { firstLawfulDay, type DeadlineId, type NoticeReading } from '#kernel/deadline-rule.ts'
import { deadlineRule, normNumber, normText, type NormEdition } from '#kernel/norms.ts'
import { isDenial } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { lastDay, OWED, termTrial, type TermTrial } from './domain/term-trial.ts'
import { policy } from './policy.ts'
import { countOpen, selectTermsSince } from './store/trial-store.ts'

/** How far back the trial of a norm looks, in days, and at how many terms at most. */
export const TRIAL_DAYS = 90
const AT_MOST = 20_000

export interface NormTrial {
  /** Open cases, which all keep the edition they were opened under. */
  openCases: number
  kind: 'notice' | 'term' | 'other'
  /** For a term somebody owes: what the terms of the last days would have been. */
  terms?: TermTrial & { rule: DeadlineId }
  /** A term that begins on the first day of the edition would end then; undefined: not set; 'unknown': no calendar for that year. */
  example?: { startedOn: Day; before: Day | undefined | 'unknown'; after: Day | undefined | 'unknown' }
}

/** What another edition of the norms would change in the terms of cases, on the figures of the last days; nothing is written. */
export async function tryNorms(ctx: Ctx, input: { key: string; before: NormEdition; after: NormEdition; from: Day }): Promise<NormTrial> {
  return read(ctx, 'norms.try', async (t) => {
    assertMay(t, policy, 'norms.try', undefined as never)
    const trial: NormTrial = { openCases: await countOpen(t.sql), kind: 'other' }
    if (/^notice\.|^deadline\.T3\./.test(input.key)) {
      const first = (edition: NormEdition) => {
        try {
          return firstLawfulDay(input.from, normNumber(edition, 'notice.wholeDays'), normText(edition, 'notice.reading') as NoticeReading, t.calendar)
        } catch (error) {
          if (isDenial(error, 'calendar.year-missing')) return 'unknown' as const
          throw error
        }
      }
      return { ...trial, kind: 'notice', example: { startedOn: input.from, before: first(input.before), after: first(input.after) } }
    }
    // Whether a term moves off a day off is seen at the one that is counted in calendar days.
    const rule = input.key === 'deadline.moveOffDayOff' ? 'T7' : /^deadline\.(T\d{1,2})\.length$/.exec(input.key)?.[1] as DeadlineId | undefined
    if (!rule) return trial
    const [before, after] = [deadlineRule(input.before, rule), deadlineRule(input.after, rule)]
    trial.kind = 'term'
    trial.example = { startedOn: input.from, before: lastDay(before, input.from, t.calendar), after: lastDay(after, input.from, t.calendar) }
    if (!OWED.includes(rule)) return trial
    const ran = await selectTermsSince(t.sql, rule, addDays(t.today, -TRIAL_DAYS), AT_MOST)
    return { ...trial, terms: { rule, ...termTrial(ran.map((each) => ({ startedOn: each.startedOn, actedOn: each.metAt && legalDay(each.metAt) })), before, after, t.calendar, t.today) } }
  })
}

import { addWorkingDays, type WorkingCalendar } from '#kernel/calendar.ts'
import { addDays, legalDay, type Day } from '#kernel/day.ts'
import { isDenial } from '#kernel/denial.ts'
import { findNormNumber, type NormEdition } from '#kernel/norms.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { STAGES } from './domain/road.ts'
import { stageTrial, type StageTrial } from './domain/stage-trial.ts'
import { policy } from './policy.ts'
import { countOpenCases, selectClocksSince } from './store/trial-store.ts'

/** How far back the trial of a norm looks, in days: accreditation is slower and rarer than recognition. */
export const ACCREDITATION_TRIAL_DAYS = 365

export interface AccreditationTrial {
  /** Accreditation cases under way, which keep the edition they were submitted under. */
  openCases: number
  /** A term that begins on the first day of the edition would end then; undefined: not set; 'unknown': no calendar for that year. */
  example?: { startedOn: Day; before: Day | undefined | 'unknown'; after: Day | undefined | 'unknown' }
  /** For the term of a stage: what the stages of the last days would have been. */
  stages?: StageTrial
}

/** What another edition of the norms would change in accreditation, on the figures of the last year; undefined for a norm of something else. Nothing is written. */
export async function tryAccreditationNorm(ctx: Ctx, input: { key: string; before: NormEdition; after: NormEdition; from: Day }): Promise<AccreditationTrial | undefined> {
  if (!input.key.startsWith('accreditation.')) return undefined
  return read(ctx, 'accreditation.try-norm', async (t) => {
    assertMay(t, policy, 'accreditation.try-norm', undefined as never)
    const trial: AccreditationTrial = { openCases: await countOpenCases(t.sql) }
    if (!input.key.endsWith('.term')) return trial
    const termOf = (edition: NormEdition) => findNormNumber(edition, input.key)
    const [before, after] = [termOf(input.before), termOf(input.after)]
    trial.example = { startedOn: input.from, before: lastDay(before, input.from, t.calendar), after: lastDay(after, input.from, t.calendar) }
    const stage = STAGES.find((each) => input.key === `accreditation.stage${each}.term`)
    if (stage === undefined) return trial
    const ran = await selectClocksSince(t.sql, stage, addDays(t.today, -ACCREDITATION_TRIAL_DAYS))
    return { ...trial, stages: stageTrial(ran.map((each) => ({ startedOn: each.startedOn, endedOn: each.endedAt && legalDay(each.endedAt) })), { before, after }, t.calendar, t.today) }
  })
}

function lastDay(term: number | undefined, startedOn: Day, calendar: WorkingCalendar): Day | undefined | 'unknown' {
  try {
    return term === undefined ? undefined : addWorkingDays(calendar, startedOn, term)
  } catch (error) {
    if (isDenial(error, 'calendar.year-missing')) return 'unknown'
    throw error
  }
}

import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { writeToAccounts, writeToActing, type CaseLetter } from '../letters.ts'
import { messages } from '../messages/index.ts'
import type { SurveyCase } from './survey-case.ts'

export type SurveyLetter = keyof (typeof messages)['kk']['survey']['letters']

function letterOf(kind: SurveyLetter, path: string, day: Day | undefined): CaseLetter {
  return { kind, path, words: (lang) => messages[lang].survey.letters[kind], values: (lang) => ({ day: day ? formatDay(day, lang) : '' }) }
}

/** To those who act for the applicant. */
export async function writeToApplicant(t: Tx, { kase }: SurveyCase, kind: SurveyLetter, day?: Day): Promise<void> {
  await writeToActing(t, kase, letterOf(kind, `/applicant/surveys/${kase.id}`, day))
}

/** To each of these surveyors. */
export async function writeToSurveyors(t: Tx, { kase }: SurveyCase, accountIds: readonly string[], kind: SurveyLetter, day?: Day): Promise<void> {
  await writeToAccounts(t, kase, accountIds, letterOf(kind, `/accreditor/surveys/${kase.id}`, day))
}

import type { Day } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import * as people from '#modules/people/index.ts'
import { messages } from '../messages/index.ts'
import { peopleOfApplicant } from '../case-facts.ts'
import type { SurveyCase } from './survey-case.ts'

export type SurveyLetter = keyof (typeof messages)['kk']['survey']['letters']

function letterOf(t: Tx, { kase }: SurveyCase, kind: SurveyLetter, path: string, day: Day | undefined): Parameters<typeof people.sendLetter>[2] {
  return {
    kind: `accreditation-${kind}`,
    write(lang: Language) {
      const text = messages[lang].survey.letters[kind]
      const values = { number: kase.number ?? '', day: day ? formatDay(day, lang) : '', link: `${t.publicUrl}/${lang}${path}` }
      return { subject: fill(text.subject, values), body: fill(text.body, values) }
    },
  }
}

/** To those who act for the applicant. */
export async function writeToApplicant(t: Tx, it: SurveyCase, kind: SurveyLetter, day?: Day): Promise<void> {
  const acting = (await peopleOfApplicant(t, it.kase)).filter((each) => each.roles.includes('applicant') || each.roles.includes('centre-head'))
  for (const each of acting) await people.sendLetter(t, { accountId: each.accountId }, letterOf(t, it, kind, `/applicant/surveys/${it.kase.id}`, day))
}

/** To each of these surveyors. */
export async function writeToSurveyors(t: Tx, it: SurveyCase, accountIds: readonly string[], kind: SurveyLetter, day?: Day): Promise<void> {
  for (const accountId of accountIds) await people.sendLetter(t, { accountId }, letterOf(t, it, kind, `/accreditor/surveys/${it.kase.id}`, day))
}

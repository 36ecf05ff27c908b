import type { Language } from '#kernel/localized.ts'
import { messages } from '#modules/accreditation/messages/index.ts'
import { en } from './messages/en.ts'
import { kk, type SurveyPageText } from './messages/kk.ts'
import { ru } from './messages/ru.ts'

const TEXTS: Readonly<Record<Language, SurveyPageText>> = { kk, ru, en }

/** The words of the pages of a survey. */
export function surveyText(lang: Language): SurveyPageText {
  return TEXTS[lang]
}

/** The words of the checklist, marks and units. */
export function surveyWords(lang: Language) {
  return messages[lang].survey
}

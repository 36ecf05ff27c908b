import type { Language } from '#kernel/localized.ts'
import { en } from '../messages/exam/en.ts'
import { kk, type CandidateExamText } from '../messages/exam/kk.ts'
import { ru } from '../messages/exam/ru.ts'

const TEXTS: Readonly<Record<Language, CandidateExamText>> = { kk, ru, en }

/** The words of notice and briefing as the candidate reads them. */
export function candidateExamText(lang: Language): CandidateExamText {
  return TEXTS[lang]
}

import type { Language } from '#kernel/localized.ts'
import { messages as exams } from '#modules/exams/messages/index.ts'
import { messages as people } from '#modules/people/messages/index.ts'

type DenialTexts = Readonly<Record<Language, Readonly<Record<string, string>>>>

/** Every module's refusals in words. A code without its three sentences fails the messages test. */
export const DENIAL_TEXTS: readonly DenialTexts[] = [
  { kk: exams.kk.denials, ru: exams.ru.denials, en: exams.en.denials },
  { kk: people.kk.denials, ru: people.ru.denials, en: people.en.denials },
]

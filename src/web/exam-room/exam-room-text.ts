import type { Language } from '#kernel/localized.ts'
import { en } from './messages/en.ts'
import { kk, type ExamRoomText } from './messages/kk.ts'
import { ru } from './messages/ru.ts'

const TEXTS: Readonly<Record<Language, ExamRoomText>> = { kk, ru, en }

/** The words of the exam room. */
export function examRoomText(lang: Language): ExamRoomText {
  return TEXTS[lang]
}

import type { Language } from '#kernel/localized.ts'
import { en } from '../messages/recording/en.ts'
import { kk, type RecordingText } from '../messages/recording/kk.ts'
import { ru } from '../messages/recording/ru.ts'

const TEXTS: Readonly<Record<Language, RecordingText>> = { kk, ru, en }

/** The words of the recording from which a practice on line is marked. */
export function recordingText(lang: Language): RecordingText {
  return TEXTS[lang]
}

import type { Language } from '#kernel/localized.ts'
import { en } from '../messages/stage-one/en.ts'
import { kk, type StageOneText } from '../messages/stage-one/kk.ts'
import { ru } from '../messages/stage-one/ru.ts'

const TEXTS: Readonly<Record<Language, StageOneText>> = { kk, ru, en }

/** The words of the clerk's pages of stage 1. */
export function stageOneText(lang: Language): StageOneText {
  return TEXTS[lang]
}

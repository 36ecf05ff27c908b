import type { Language } from '#kernel/localized.ts'
import { en } from './messages/en.ts'
import { kk, type StandardsDeskText } from './messages/kk.ts'
import { ru } from './messages/ru.ts'

export const STANDARDS_DESK: Readonly<Record<Language, StandardsDeskText>> = { kk, ru, en }

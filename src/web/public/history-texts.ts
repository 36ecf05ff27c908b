import type { Language } from '#kernel/localized.ts'
import { en } from './messages/history/en.ts'
import { kk, type HistoryText } from './messages/history/kk.ts'
import { ru } from './messages/history/ru.ts'

export const HISTORY: Readonly<Record<Language, HistoryText>> = { kk, ru, en }

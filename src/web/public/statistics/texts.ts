import type { Language } from '#kernel/localized.ts'
import { en } from '../messages/statistics/en.ts'
import { kk, type StatisticsPageText } from '../messages/statistics/kk.ts'
import { ru } from '../messages/statistics/ru.ts'

export const STATISTICS: Readonly<Record<Language, StatisticsPageText>> = { kk, ru, en }

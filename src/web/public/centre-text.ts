import type { Language } from '#kernel/localized.ts'
import { en } from './messages/centre/en.ts'
import { kk, type CentreText } from './messages/centre/kk.ts'
import { ru } from './messages/centre/ru.ts'

export const CENTRE: Readonly<Record<Language, CentreText>> = { kk, ru, en }

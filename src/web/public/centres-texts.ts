import type { Language } from '#kernel/localized.ts'
import { en } from './messages/centres/en.ts'
import { kk, type CentresPageText } from './messages/centres/kk.ts'
import { ru } from './messages/centres/ru.ts'

export const CENTRES: Readonly<Record<Language, CentresPageText>> = { kk, ru, en }

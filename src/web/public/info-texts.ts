import type { Language } from '#kernel/localized.ts'
import { en } from './messages/info/en.ts'
import { kk, type InfoText } from './messages/info/kk.ts'
import { ru } from './messages/info/ru.ts'

export const INFO: Readonly<Record<Language, InfoText>> = { kk, ru, en }

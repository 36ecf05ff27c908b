import type { Language } from '#kernel/localized.ts'
import { en } from './messages/home/en.ts'
import { kk, type HomeText } from './messages/home/kk.ts'
import { ru } from './messages/home/ru.ts'

export const HOME: Readonly<Record<Language, HomeText>> = { kk, ru, en }

import type { Language } from '#kernel/localized.ts'
import { en } from './messages/en.ts'
import { kk, type StandardPagesText } from './messages/kk.ts'
import { ru } from './messages/ru.ts'

export const STANDARDS: Readonly<Record<Language, StandardPagesText>> = { kk, ru, en }

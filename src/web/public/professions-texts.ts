import type { Language } from '#kernel/localized.ts'
import { en } from './messages/professions/en.ts'
import { kk, type ProfessionsPageText } from './messages/professions/kk.ts'
import { ru } from './messages/professions/ru.ts'

export const PROFESSIONS: Readonly<Record<Language, ProfessionsPageText>> = { kk, ru, en }

import type { Language } from '#kernel/localized.ts'
import { en } from './messages/registers/en.ts'
import { kk, type RegistersText } from './messages/registers/kk.ts'
import { ru } from './messages/registers/ru.ts'

export const REGISTERS: Readonly<Record<Language, RegistersText>> = { kk, ru, en }

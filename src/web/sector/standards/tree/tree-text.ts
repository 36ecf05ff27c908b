import type { Language } from '#kernel/localized.ts'
import { en } from './messages/en.ts'
import { kk, type TreeText } from './messages/kk.ts'
import { ru } from './messages/ru.ts'

export const TREE: Readonly<Record<Language, TreeText>> = { kk, ru, en }

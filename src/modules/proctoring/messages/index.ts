import { en } from './en.ts'
import { kk } from './kk.ts'
import { ru } from './ru.ts'

export const messages = { kk, ru, en }

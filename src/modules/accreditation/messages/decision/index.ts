import { en } from './en.ts'
import { kk } from './kk.ts'
import { ru } from './ru.ts'

/** The words of stages 4 to 6: refusals, letters, papers. */
export const decisionMessages = { kk, ru, en }

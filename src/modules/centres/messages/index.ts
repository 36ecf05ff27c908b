import { en as enDesk } from './desk/en.ts'
import { kk as kkDesk } from './desk/kk.ts'
import { ru as ruDesk } from './desk/ru.ts'
import { en } from './en.ts'
import { kk } from './kk.ts'
import { ru } from './ru.ts'

/** The words of the module; those of the centre's own desk stand in files of their own. */
export const messages = {
  kk: { ...kk, denials: { ...kk.denials, ...kkDesk.denials }, desk: kkDesk },
  ru: { ...ru, denials: { ...ru.denials, ...ruDesk.denials }, desk: ruDesk },
  en: { ...en, denials: { ...en.denials, ...enDesk.denials }, desk: enDesk },
}

import { en } from './en.ts'
import { kk } from './kk.ts'
import { en as planningEn } from './planning/en.ts'
import { kk as planningKk } from './planning/kk.ts'
import { ru as planningRu } from './planning/ru.ts'
import { ru } from './ru.ts'

export const messages = {
  kk: { ...kk, pack: planningKk.pack, letters: { ...kk.letters, ...planningKk.letters }, timeline: { ...kk.timeline, ...planningKk.timeline }, denials: { ...kk.denials, ...planningKk.denials } },
  ru: { ...ru, pack: planningRu.pack, letters: { ...ru.letters, ...planningRu.letters }, timeline: { ...ru.timeline, ...planningRu.timeline }, denials: { ...ru.denials, ...planningRu.denials } },
  en: { ...en, pack: planningEn.pack, letters: { ...en.letters, ...planningEn.letters }, timeline: { ...en.timeline, ...planningEn.timeline }, denials: { ...en.denials, ...planningEn.denials } },
}

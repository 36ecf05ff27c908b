import { inLanguage } from '#kernel/localized.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { fill } from '#platform/i18n/message.ts'
import * as professions from '#modules/professions/index.ts'
import { messages } from '../messages/index.ts'
import type { ChecklistItem } from './domain/checklist.ts'

/** Profession and level in words, under `code/level`. */
export type BothNames = Map<string, { kk: string; ru: string; en: string }>

/** The professions a checklist asks about, as the register names them today. */
export async function qualificationNames(t: Tx, items: readonly ChecklistItem[]): Promise<BothNames> {
  const names: BothNames = new Map()
  for (const { professionCode, level } of items) {
    const key = `${professionCode}/${level}`
    if (professionCode === null || level === null || names.has(key)) continue
    const profession = await professions.findProfession(t.sql, professionCode, t.today)
    const inWords = (lang: 'kk' | 'ru' | 'en') => fill(messages[lang].survey.qualification, { profession: profession ? inLanguage(profession.name, lang) : professionCode, level })
    names.set(key, { kk: inWords('kk'), ru: inWords('ru'), en: inWords('en') })
  }
  return names
}

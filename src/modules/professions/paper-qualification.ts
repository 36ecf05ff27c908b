import type { PaperQualification } from '#platform/pdf/papers.ts'
import { fill } from '#platform/i18n/message.ts'
import { messages } from './messages/index.ts'
import type { Profession } from './store/profession-store.ts'

/** The qualification as it stands on a paper; a text known in one language only is printed in that one. */
export function paperQualification(profession: Profession, level: number): PaperQualification {
  const words = { kk: messages.kk.paper, ru: messages.ru.paper }
  const basisIn = (lang: 'kk' | 'ru') => {
    if (!profession.basis) return words[lang].basisUnknown
    const title = profession.basisTitle[lang] ?? profession.basisTitle.ru ?? profession.basisTitle.kk
    return title ? fill(words[lang][profession.basis], { title }) : words[lang].basisUnknown
  }
  const nameIn = (lang: 'kk' | 'ru') => profession.name[lang] ?? profession.name.kk ?? profession.name.ru ?? profession.name.en ?? profession.code
  return {
    profession: { kk: nameIn('kk'), ru: nameIn('ru') },
    professionCode: profession.code,
    level: { kk: fill(words.kk.level, { level }), ru: fill(words.ru.level, { level }) },
    scope: { kk: words.kk.wholeProfession, ru: words.ru.wholeProfession },
    basis: { kk: basisIn('kk'), ru: basisIn('ru') },
  }
}

/** The same in English, for a paper that carries it too; where the register has no English name, the Kazakh one stands. */
export function englishQualification(profession: Profession, level: number): { profession: string; level: string; scope: string } {
  const words = messages.en.paper
  return { profession: profession.name.en ?? profession.name.kk ?? profession.name.ru ?? profession.code, level: fill(words.level, { level }), scope: words.wholeProfession }
}
